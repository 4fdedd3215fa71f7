import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { edited } from './model-edit.js'
import { parseModel } from './model-file.js'

const model = `# The lake talks, by hand.
issues:
  - { id: dam, options: [shared, closed] } # two ways
  - id: troops
    options: [stay, leave]
parties:
  - id: NORTH
    weights:
      # as its envoy put it
      given: [dam, troops]
    values:
      dam: { given: [shared, closed], evidence: [{ report: r1, quote: "We share: \\"always\\"" }] }
  # the other side
  - id: SOUTH
`

test('a change keeps every comment and touches nothing else', () => {
  const text = edited(model, [{ path: ['parties', 0, 'weights', 'given'], value: { dam: 2, troops: [1, 3] } }])
  for (const comment of ['# The lake talks, by hand.', '# two ways', '# as its envoy put it', '# the other side'])
    expect(text).toContain(comment)
  expect(text).toContain('given: { dam: 2, troops: [ 1, 3 ] }')
  const before = parseModel(model, 'm')
  const after = parseModel(text, 'm')
  expect(after.parties[0]?.weights.given).toEqual({ dam: 2, troops: [1, 3] })
  expect({
    ...after,
    parties: [{ ...after.parties[0], weights: before.parties[0]?.weights }, after.parties[1]],
  }).toEqual(before)
})

test('what is not there is made, a list grows at its end, and what is taken away is gone', () => {
  const text = edited(model, [
    { path: ['parties', 1, 'values', 'dam'], value: { given: ['closed', 'shared'], evidence: 'assumed' } },
    { path: ['parties', 1, 'redLines', 0], value: { never: { troops: 'stay' }, evidence: 'assumed' } },
    { path: ['parties', 0, 'values', 'dam'], value: undefined },
  ])
  const [north, south] = parseModel(text, 'm').parties
  expect(north?.values).toEqual({})
  expect(south?.values.dam?.given).toEqual(['closed', 'shared'])
  expect(south?.redLines).toMatchObject([{ never: { troops: 'stay' } }])
})

test('a field that is set reads back as the value that was set, whatever that is', () => {
  const value = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.array(fc.string(), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.oneof(fc.integer(), fc.string()), {
      noNullPrototype: true,
    }),
  )
  const path = fc.constantFrom(
    ['parties', 0, 'weights', 'given'],
    ['parties', 0, 'values', 'dam', 'given'],
    ['parties', 1, 'name'],
    ['statusQuo'],
    ['issues', 1, 'options', 2],
  )
  fc.assert(
    fc.property(path, value, (at, set) => {
      const back = at.reduce<unknown>(
        (of, key) => (of as Record<string, unknown>)[key],
        parse(edited(model, [{ path: at, value: set }])),
      )
      expect(back).toEqual(set)
    }),
  )
})

test('every line that is not about the change stays as it was written, to the sign', () => {
  const given = "a: [x,y]   # why\nb:   'quoted'\n\nc:\n    - { p: [1, 2] }\nd: [q, r]\n"
  expect(edited(given, [{ path: ['c', 0, 'p'], value: [2, 1, 3] }])).toBe(
    "a: [x,y]   # why\nb:   'quoted'\n\nc:\n  - { p: [ 2, 1, 3 ] }\nd: [q, r]\n",
  )
  expect(edited(given, [{ path: ['e'], value: 5 }])).toBe(`${given}e: 5\n`)
  expect(edited(given, [{ path: ['b'], value: undefined }])).not.toContain('quoted')
  expect(edited(given, [{ path: ['b'], value: undefined }])).toContain('a: [x,y]   # why')
})

test('comments within a field that changes stay: at what is still there, or above the field', () => {
  const given = `weights:
  given:
    # nobody asked for this
    dam: 1 # as in March
    troops: 2 # as in May
list:
  - one # the first
  - two # the second
`
  const text = edited(given, [
    { path: ['weights', 'given'], value: { dam: 3, troops: 2, water: 4 } },
    { path: ['list'], value: ['two', 'three'] },
  ])
  for (const kept of ['# nobody asked for this', 'dam: 3 # as in March', 'troops: 2 # as in May', '- two # the second'])
    expect(text).toContain(kept)
  const ranked = edited(given, [{ path: ['weights', 'given'], value: ['troops', 'dam'] }])
  expect(parse(ranked).weights.given).toEqual(['troops', 'dam'])
  for (const kept of ['# nobody asked for this', '# as in March', '# as in May']) expect(ranked).toContain(kept)
})
