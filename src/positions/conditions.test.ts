import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '../language/words.js'
import { conditions } from './conditions.js'

function found(text: string): string[] {
  return sentences(text).flatMap(sentence =>
    conditions(sentence, text).map(({ kind, text: words }) => `${kind}: ${words}`),
  )
}

test('a condition ends where its clause ends, wherever it stands', () => {
  expect(found('Ostavia will open the border if Karelland frees the prisoners, its envoy said on Monday.')).toEqual([
    'if: if Karelland frees the prisoners',
  ])
  expect(found('If Karelland frees the prisoners, Ostavia will open the border.')).toEqual([
    'if: If Karelland frees the prisoners',
  ])
})

test('"only if", "unless", "until" and "in exchange for" are told apart', () => {
  expect(found('The truce holds only if the rebels leave the port.')).toEqual([
    'only-if: only if the rebels leave the port',
  ])
  expect(found('We will not sign unless our borders are recognised.')).toEqual([
    'unless: unless our borders are recognised',
  ])
  expect(found('They will not talk until the siege is lifted.')).toEqual(['only-after: until the siege is lifted'])
  expect(found('She offered grain in exchange for safe passage.')).toEqual([
    'in-exchange: in exchange for safe passage',
  ])
})

test('word order alone can make a condition', () => {
  expect(found('He outlined plans for a force should a truce be reached.')).toEqual(['if: should a truce be reached'])
})

test('a deal that must include something has a condition; a state that must act has been asked to', () => {
  expect(found('Any pact must also include Karelland itself.')).toEqual([
    'must-include: must also include Karelland itself',
  ])
  expect(found('Karelland must include women in its delegation.')).toEqual([])
})

test('a threat names what follows otherwise', () => {
  expect(found('Karelland must leave the port or face new sanctions.')).toEqual(['or-else: or face new sanctions'])
})

test('a time, an indirect question and "even if" are no conditions', () => {
  expect(found('The ministers delayed the vote until June 30.')).toEqual([])
  expect(found('Reporters asked if the talks had begun.')).toEqual([])
  expect(found('We will not accept the plan even if it is rewritten.')).toEqual([])
  expect(found('He will hold talks in the capital before flying home.')).toEqual([])
  expect(found('She spoke on condition of anonymity.')).toEqual([])
  expect(found('They refused the plan days before the envoy arrived.')).toEqual([])
})

test('every condition is a slice of its text, whatever the text', () => {
  const pieces = fc.constantFrom(
    'if',
    'unless',
    'until',
    'the truce',
    'holds',
    ',',
    '"',
    '(',
    ')',
    'will not',
    'or face',
    '🕊',
    'war',
    '.',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), words => {
      const text = words.join(' ')
      let cursor = 0
      for (const sentence of sentences(text)) {
        for (const condition of conditions(sentence, text)) {
          expect(text.slice(condition.start, condition.end)).toBe(condition.text)
          expect(condition.start).toBeGreaterThanOrEqual(cursor)
          cursor = condition.end
        }
      }
    }),
  )
})

test('a moment, a proviso and a lack can be conditions; the moment of an event is none', () => {
  expect(found('They will sign the moment the guns fall silent.')).toEqual([
    'only-after: the moment the guns fall silent',
  ])
  expect(found('She is ready to open the lock, on the understanding that both banks agree.')).toEqual([
    'provided: on the understanding that both banks agree',
  ])
  expect(found('Ostavia is prepared to leave provided Karelland frees the captives.')).toEqual([
    'provided: provided Karelland frees the captives',
  ])
  expect(found('At the moment of signing nobody will speak.')).toEqual([])
  expect(found('Ostavia provided aid to the villages.')).toEqual([])
})

test('who comes is a condition where something will be done to whoever comes', () => {
  expect(found('Whoever sends them should understand that we would strike.')).toEqual(['if: Whoever sends them'])
  expect(found('Anyone who crosses the river will be treated as an enemy.')).toEqual([
    'if: Anyone who crosses the river',
  ])
  expect(found('Anyone who knows her agrees.')).toEqual([])
})

test('what is asked for before something else has a condition; a mere order in time has none', () => {
  expect(found('She called for the pact to be ratified before Ostavia signs anything else.')).toEqual([
    'only-after: before Ostavia signs anything else',
  ])
  expect(found('The rebels will not sign before Karelland releases hundreds of captives.')).toEqual([
    'only-after: before Karelland releases hundreds of captives',
  ])
  expect(found('She called for calm before flying home.')).toEqual([])
})

test('a condition that opens its sentence without a comma ends where the rest begins', () => {
  expect(found('Without a seat at the table there will be no money.')).toEqual(['unless: Without a seat at the table'])
  expect(found('There can be no truce otherwise.')).toEqual(['or-else: otherwise'])
})

test('who is ready when something happens has a condition; a report of when something happened has none', () => {
  expect(found('He is ready to meet when there is something to sign.')).toEqual([
    'only-after: when there is something to sign',
  ])
  expect(found('He spoke when the envoys arrived.')).toEqual([])
})
