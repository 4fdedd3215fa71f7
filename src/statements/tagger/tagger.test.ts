import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import { taggerModel } from '../../record/tagger-model.js'
import { tagger } from './tagger.js'

const read = tagger(taggerModel())
const readFast = tagger(taggerModel(true))

/** Source, cue and content of each attribution as words, parts of one joined by " … ". */
function told(text: string, using = read): string[][] {
  return using(text).map(({ source, cue, content }) =>
    [source, cue, content].map(spans => spans.map(span => slice(text, span)).join(' … ')),
  )
}

test('a verb of saying has a source before it and a content behind it', () => {
  expect(told('The foreign minister said the corridor would open on Monday.')).toEqual([
    ['The foreign minister', 'said', 'the corridor would open on Monday'],
  ])
})

test('a quotation that its source interrupts is one content in two parts', () => {
  const [found] = told('“We will not sign,” Ms. Varo said. “Not today, and not next year.”')
  expect(found?.[0]).toBe('Ms. Varo')
  expect(found?.[2]).toBe('“We will not sign,” … “Not today, and not next year.”')
})

test('a content may come first, its source last', () => {
  expect(told('The bridge was shelled twice on Friday, according to local officials.')).toEqual([
    ['local officials', 'according to', 'The bridge was shelled twice on Friday'],
  ])
})

test('an apposition belongs to the source it stands with', () => {
  expect(told('Hale Denning, a doctor at the camp, said supplies were running out.')[0]?.[0]).toMatch(/^Hale Denning/)
})

test('without trees the plain cases are read too', () => {
  expect(told('The foreign minister said the corridor would open on Monday.', readFast)).toEqual([
    ['The foreign minister', 'said', 'the corridor would open on Monday'],
  ])
})

test('a text without words has no statements', () => {
  expect(read('')).toEqual([])
  expect(read(' \r\n\r\n ')).toEqual([])
})

const pieces = fc.constantFrom(
  'Ana Varo',
  ' said ',
  ' told reporters ',
  '“We go.”',
  '"no',
  ' that ',
  'the talks',
  ' failed',
  '.',
  '. ',
  '\r\n',
  '\n\n',
  '😀',
  '𝒜lia',
  ' according to ',
  'U.N.',
  '’s',
  '»',
  "''",
  ' — ',
  'VARO: ',
  '\u2028',
  'é',
  '(',
  ',',
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

test('every span is a stretch of the text as stored, in order, and cuts no character in two', () => {
  const cutsPair = (text: string, at: number) =>
    at > 0 && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at] ?? '')
  fc.assert(
    fc.property(texts, text => {
      for (const { source, cue, content, confidence } of read(text)) {
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(cue.length).toBeGreaterThan(0)
        expect(content.length).toBeGreaterThan(0)
        for (const part of [source, cue, content]) {
          let before = 0
          for (const { start, end } of part) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false)
            before = end
          }
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a text is read the same whatever was read before it', () => {
  const text = 'Officials in Velia denied that any troops had crossed the river.'
  const before = read(text)
  read('“Something else,” he said. '.repeat(50))
  expect(read(text)).toEqual(before)
})

test('a word without end and a text without full stops are read without harm', () => {
  expect(() => read('a'.repeat(200_000))).not.toThrow()
  expect(() => read('he said that '.repeat(1_500))).not.toThrow()
  expect(() => read('"'.repeat(5_000))).not.toThrow()
})
