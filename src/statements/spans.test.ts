import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import type { Span } from '../language/span.js'
import { taggerModel } from '../record/tagger-model.js'
import { reportOf } from './reports.test-data.js'
import type { Statement } from './statement.js'
import { statements } from './statements.js'
import { tagger } from './tagger/tagger.js'

const parties: CaseParty[] = [
  { id: 'DORVANIA', name: 'Dorvania', role: 'party', aliases: ['Dorvanian'], actors: ['Nadia Corvel'] },
]
const tag = tagger(taggerModel())

const pieces = fc.constantFrom(
  'Envoy Nadia Corvel said ',
  'Dorvania is open to ',
  'was accused by Dorvania of ',
  'According to the Ostrel Observer, ',
  'While ',
  'her insistence on ',
  'that ',
  '“We wait',
  '”',
  '"we go" ',
  "''no'' ",
  '``so',
  "'don't'",
  '«',
  '»',
  '„',
  '‘a’',
  'Anton “Tolly” Brandt',
  'he ',
  'they said ',
  'VARO: ',
  'Q: ',
  ' - Ana Varo',
  '😀 ',
  '𝒜lia ',
  '\ud83d',
  'İ',
  '\u0000',
  '\u0083',
  '\u200b',
  '\u2028',
  '\r\n',
  '\n\n',
  '\t',
  ', ',
  '. ',
  '; ',
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

function cutsPair(text: string, at: number): boolean {
  return at > 0 && /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}

/** Within the text, not empty, in order, none over another, and no character cut in two. */
function expectInOrder(text: string, spans: readonly Span[]): void {
  let before = 0
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false)
    before = end
  }
}

function expectSound(text: string, found: readonly Statement[]): void {
  for (const each of found) {
    for (const part of [each.source, each.cue, each.content, [each]]) expectInOrder(text, part)
    expect(each.content.length).toBeGreaterThan(0)
    if (each.mention) expectInOrder(text, [each.mention])
  }
}

test('by rule, every part of a statement is a stretch of the text as stored, whatever the text', () => {
  fc.assert(
    fc.property(texts, text => expectSound(text, statements([reportOf(text)], { parties }))),
    { numRuns: 150 },
  )
})

test('with the tagger beside the rules, and with a headline, they are so too', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, cut) => {
      const line = text.indexOf('\n')
      const end = Math.min(line < 0 ? text.length : line, cut)
      const isWhole =
        end <= 0 || text.slice(0, end).trim() === '' || cutsPair(text, end) || text.slice(end).trim() === ''
      const report = isWhole
        ? reportOf(text)
        : reportOf(text, { headline: { start: 0, end }, body: [{ start: end, end: text.length }] })
      expectSound(text, statements([report], { parties, tagger: tag }))
    }),
    { numRuns: 100 },
  )
})
