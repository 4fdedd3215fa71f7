import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokens } from './tokens.js'

const words = (text: string) => {
  const found = tokens(text)
  return Array.from(found.start, (start, i) => text.slice(start, found.end[i]))
}

const sentences = (text: string) => {
  const found = tokens(text)
  return Array.from({ length: found.sentences.length - 1 }, (_, s) =>
    text.slice(found.start[found.sentences[s]!], found.end[found.sentences[s + 1]! - 1]),
  )
}

test('clitics and negations stand apart, as in the Penn Treebank', () => {
  expect(words("Ordania's envoy doesn't and cannot agree, they'd say.")).toEqual([
    'Ordania',
    "'s",
    'envoy',
    'does',
    "n't",
    'and',
    'can',
    'not',
    'agree',
    ',',
    'they',
    "'d",
    'say',
    '.',
  ])
})

test('numbers, abbreviations and hyphened words stay whole', () => {
  expect(words('The U.N. paid $1,250.50 to well-known Gen. Varo at 5 p.m.')).toEqual([
    'The',
    'U.N.',
    'paid',
    '$',
    '1,250.50',
    'to',
    'well-known',
    'Gen.',
    'Varo',
    'at',
    '5',
    'p.m.',
  ])
})

test('quotation marks of every kind are tokens of their own', () => {
  expect(words("“Yes,” «no» ``so'' „gut“")).toEqual([
    '“',
    'Yes',
    ',',
    '”',
    '«',
    'no',
    '»',
    '``',
    'so',
    "''",
    '„',
    'gut',
    '“',
  ])
})

test('a title does not end a sentence; a closing quotation mark may', () => {
  expect(sentences('Gen. Varo left. “We go.” She stayed in the U.N. building. Why?')).toEqual([
    'Gen. Varo left.',
    '“We go.”',
    'She stayed in the U.N. building.',
    'Why?',
  ])
})

test('a quotation that goes on in small letters does not end its sentence', () => {
  expect(sentences('“Really?” she asked. He nodded.')).toEqual(['“Really?” she asked.', 'He nodded.'])
})

test('a line break ends a sentence unless the line goes on in small letters', () => {
  expect(sentences('Talks resume\nThe envoys met again\nin the old mill.\r\n\r\nNo word came.')).toEqual([
    'Talks resume',
    'The envoys met again\nin the old mill.',
    'No word came.',
  ])
})

function cutsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at] ?? '')
}

test('every character that is no white space lies in exactly one token, in order, and no surrogate pair is cut', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('Ana', ' ', '.', '"', '’s', '\r\n', '\n', '😀', 'U.S.', '”', "n't", '–', '𝒜', '(', 'é'))
      .map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(text, text => {
      const found = tokens(text)
      let before = 0
      for (let i = 0; i < found.count; i++) {
        expect(found.start[i]).toBeGreaterThanOrEqual(before)
        expect(found.end[i]).toBeGreaterThan(found.start[i]!)
        expect(text.slice(before, found.start[i])).toMatch(/^[\s\p{Cc}\u200b\ufeff\u200e\u200f\u202a-\u202e\u2060]*$/u)
        if (found.start[i]! > 0) expect(cutsPair(text, found.start[i]!)).toBe(false)
        before = found.end[i]!
      }
      expect(Array.from(found.sentences)).toEqual([...new Set(found.sentences)].sort((a, b) => a - b))
      expect(found.sentences.at(-1)).toBe(found.count)
    }),
    { numRuns: 40 },
  )
})

test('a sentence without an end is cut, so that no sentence is longer than 240 tokens', () => {
  const found = tokens('word '.repeat(1000))
  const lengths = Array.from(
    { length: found.sentences.length - 1 },
    (_, s) => found.sentences[s + 1]! - found.sentences[s]!,
  )
  expect(Math.max(...lengths)).toBe(240)
})
