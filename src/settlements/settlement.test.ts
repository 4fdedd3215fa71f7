import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf } from './draws.js'
import type { ModelText } from './model.js'
import { modelText, parseModel } from './model-file.js'
import { settlements } from './settlement.js'

const talks = `
name: Talks at the lake
issues:
  - { id: ceasefire, options: [full, partial, none] }
  - { id: troops, options: [leave, stay] }
  - { id: elections, options: [this year, next year] }
statusQuo: { ceasefire: none, troops: stay, elections: next year }
parties:
  - id: NORTHLAND
    weights: { given: { ceasefire: 4, troops: 5, elections: 1 } }
    values:
      ceasefire: { given: { full: 1, partial: 0.6, none: 0 } }
      troops: { given: [leave, stay] }
      elections: { given: [this year, next year] }
  - id: SOUTHLAND
    weights: { given: { ceasefire: 2, troops: 3, elections: 6 } }
    values:
      ceasefire: { given: { full: 0.5, partial: 1, none: 0 } }
      troops: { given: [stay, leave] }
      elections: { given: [next year, this year] }
`
const answer = (text: string) => settlements(parseModel(text, 'model.yaml'), { listed: 5, draws: 200, seed: 7 })

test('the best package gives each party what it values more and says who gives what', () => {
  const found = answer(talks)
  const [best] = found.settlements
  expect(found.allPackages).toBe(12n)
  expect(best?.package).toEqual({ ceasefire: 'partial', troops: 'stay', elections: 'next year' })
  expect(best?.shares.map(({ party, gain, gives }) => [party, gain, gives.map(({ issue }) => issue)])).toEqual([
    ['NORTHLAND', 2.4, ['troops', 'ceasefire', 'elections']],
    ['SOUTHLAND', 2, []],
  ])
  expect(best?.bestBy.map(name => name.split(':')[0])).toContain('egalitarian')
  expect(found.noZone).toBeNull()
})

test('two issues that two parties weigh differently are named as a trade with both gains', () => {
  expect(answer(talks).trades[0]).toEqual({ parties: [0, 1], issues: [1, 2], gains: [4, 3] })
})

test('with nothing uncertain one look is certain', () => {
  const { robustness } = answer(talks)
  expect(robustness.draws).toBe(1)
  expect(robustness.packages[0]?.acceptable).toMatchObject({ share: 1, low: 1, high: 1 })
})

const opposed = talks
  .replace(
    'ceasefire: { given: { full: 1, partial: 0.6, none: 0 } }\n      troops: { given: [leave, stay] }',
    `ceasefire: { given: [full, none, partial] }
      troops: { given: [leave, stay] }`,
  )
  .replace(
    '  - id: SOUTHLAND\n',
    '    redLines:\n      - { never: { troops: stay } }\n  - id: SOUTHLAND\n    redLines:\n      - { never: { troops: leave, elections: next year } }\n      - { never: { troops: leave, elections: this year }, note: a second way to refuse }\n',
  )

test('where red lines leave nothing, the smallest set that has to give way is named, and what opens', () => {
  const found = answer(opposed)
  expect(found.packages).toBe(0n)
  expect(found.settlements).toEqual([])
  expect(found.noZone?.complete).toBe(true)
  expect(
    found.noZone?.relaxations.map(({ redLines, reserves }) => [
      redLines.map(({ party, line }) => `${party}.${line}`),
      reserves,
    ]),
  ).toEqual([[['0.0'], []]])
})

test('where a reserve is too high, the least concession of each party is told', () => {
  const { noZone } = answer(talks.replace('  - id: SOUTHLAND\n', '  - id: SOUTHLAND\n    reserve: { given: 12 }\n'))
  expect(noZone?.concessions.map(({ party, below }) => [party, below])).toEqual([
    [0, null],
    [1, 1],
  ])
  expect(noZone?.relaxations.map(({ reserves }) => reserves)).toEqual([[1]])
})

const unsure = talks.replace('elections: { given: [next year, this year] }', 'elections: { given: unknown }')

test('the same seed gives the same answer to the last digit', () => {
  expect(answer(unsure)).toEqual(answer(unsure))
})

test('an unknown makes shares of draws with an interval, and is listed with what knowing it would change', () => {
  const { robustness, settlements: found } = answer(unsure)
  expect(robustness.draws).toBe(200)
  const { acceptable } = robustness.packages[0] as (typeof robustness.packages)[number]
  expect(acceptable.low).toBeLessThanOrEqual(acceptable.share)
  expect(acceptable.high).toBeGreaterThanOrEqual(acceptable.share)
  expect(robustness.unknowns.map(({ party, kind }) => [party, kind])).toContainEqual(['SOUTHLAND', 'unknown'])
  expect(found[0]?.shares[1]?.unknown).toEqual(['elections'])
})

test('a share of none or of all still has an interval, by the number of draws', () => {
  expect(shareOf(0, 100)).toMatchObject({ share: 0, low: 0 })
  expect(shareOf(0, 100).high).toBeCloseTo(0.037, 3)
  expect(shareOf(50, 100).low).toBeCloseTo(0.4038, 4)
})

test('a fault names the line and the field', () => {
  const faults = [
    [talks.replace('[stay, leave]', '[stay, go]'), 'model.yaml:19', '"go" is none of leave, stay'],
    [talks.replace('reserve', 'reserve').replace('name: Talks', 'nane: Talks'), 'model.yaml:2', 'Field `nane`'],
    [talks.replace('{ full: 1, partial: 0.6, none: 0 }', '{ full: lots }'), 'model.yaml:12', 'expected number'],
    [
      talks.replace('troops: stay, elections: next year }', 'elections: next year }'),
      'model.yaml:7',
      'the issue "troops" is missing',
    ],
    [talks.replace('id: SOUTHLAND', 'id: NORTHLAND'), 'model.yaml:15', '"NORTHLAND" stands twice'],
  ] as const
  for (const [text, place, message] of faults) {
    expect(() => parseModel(text, 'model.yaml')).toThrow(
      expect.objectContaining({ place, message: expect.stringContaining(message) }),
    )
  }
})

test('a model written as a file reads back the same', () => {
  const quantity = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant([1, 2]), fc.constant('unknown'))
  const given = fc.oneof(fc.constant('unknown'), fc.constant(['yes', 'no']), fc.record({ yes: quantity, no: quantity }))
  fc.assert(
    fc.property(given, given, fc.boolean(), (north, south, refuses) => {
      const model = {
        name: 'any',
        issues: [{ id: 'troops', options: ['yes', 'no'] }],
        parties: [
          { id: 'N', values: { troops: { given: north, evidence: [{ report: 'r', quote: 'We say: "no" #1' }] } } },
          { id: 'S', values: { troops: { given: south } }, redLines: refuses ? [{ never: { troops: 'yes' } }] : [] },
        ],
      } as ModelText
      const read = parseModel(modelText(model), 'model.yaml')
      expect(parseModel(modelText(read), 'model.yaml')).toEqual(read)
      expect(read).toMatchObject(model)
    }),
  )
})
