import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../language/span.js'
import { reportOf } from './reports.test-data.js'
import { statements } from './statements.js'

const velmara = { parties: [{ id: 'VELMARA', name: 'Velmara', role: 'party' as const, aliases: [], actors: [] }] }

const parts = (text: string) =>
  statements([reportOf(text)], velmara).map(each => `${each.speaker.party}: ${slice(text, each)}`)

test.each([
  [
    'a stance and an offer of one speaker are two statements',
    'Velmara would accept a deployment of monitors but ruled out any transfer of the port of Ostrel.',
    ['Velmara would accept a deployment of monitors', 'ruled out any transfer of the port of Ostrel.'],
  ],
  [
    'two clauses with "that" are two statements of whoever said both',
    'Velmara said that the draft was acceptable and that its troops would stay in the valley.',
    ['Velmara said that the draft was acceptable', 'that its troops would stay in the valley.'],
  ],
  [
    'a concession and a warning within what is said are two statements',
    'Velmara said it respects the choice of its neighbour but would be obliged to close the crossing.',
    ['Velmara said it respects the choice of its neighbour', 'would be obliged to close the crossing.'],
  ],
  [
    'a quoted sentence after a colon is a statement of its own',
    'Velmara has vowed that the pass will stay closed for good: "We do not leave the ridge."',
    ['Velmara has vowed that the pass will stay closed for good', '"We do not leave the ridge."'],
  ],
])('%s', (_, text, expected) => {
  expect(parts(text).map(part => part.replace(/^\w+: /, ''))).toEqual(expected)
})

test('a condition of two parts stays with what it conditions', () => {
  const text = 'Velmara said it would sign the accord if Ostrel withdraws its guns and releases the sailors.'
  expect(parts(text)).toEqual([`VELMARA: ${text}`])
})

test('whatever is parted, each statement points to its own words', () => {
  const clause = fc.constantFrom(
    'Velmara rejected the plan',
    'would accept talks',
    'that the port stays shut',
    '"We do not move."',
    'if the guns leave',
    'demanded an apology',
  )
  const joint = fc.constantFrom(' and ', ' but ', '; ', ': ', ', then ', ', and that ')
  fc.assert(
    fc.property(fc.array(fc.tuple(clause, joint), { minLength: 1, maxLength: 6 }), pieces => {
      const text = `Velmara said ${pieces.flat().join('')}it was over.`
      for (const { start, end, content } of statements([reportOf(text)], velmara)) {
        expect(start).toBeLessThan(end)
        for (const span of content) expect(slice(text, span).length).toBe(span.end - span.start)
      }
    }),
    { numRuns: 30 },
  )
})
