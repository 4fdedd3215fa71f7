import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quote } from './quote.js'

const around = (text: string, words: string) => {
  const start = text.indexOf(words)
  return quote(text, { start, end: start + words.length }).text
}

test('words come with the rest of their sentence, and no more', () => {
  expect(around('One came. Two said that it rained. Three left.', 'said')).toBe('Two said that it rained.')
})

test('an initial or a title does not end the sentence', () => {
  expect(around('Late. Mr. J. Ardo of the U.S. Senate said no. Then it ended.', 'said no')).toBe(
    'Mr. J. Ardo of the U.S. Senate said no.',
  )
})

test('a quotation mark that closes behind the full stop belongs to the sentence', () => {
  expect(around('He left. “We wait.” She stayed.', 'wait')).toBe('“We wait.”')
})

test('a line break ends it', () => {
  expect(around('Headline without a stop\nThe text says so\nNext', 'says')).toBe('The text says so')
})

test('what stands next to the sentence comes along, cut at a word', () => {
  const found = quote('Title\nIt rained. He said no. They left.\nEnd', { start: 17, end: 27 })
  expect(found).toEqual({ start: 17, text: 'He said no.', before: 'It rained. ', after: ' They left.' })
  const long = quote(`${'word '.repeat(60)}end. He said no.`, { start: 305, end: 315 })
  expect(long.before).toMatch(/^… word .*word end\. $/)
  expect(long.before.length).toBeLessThanOrEqual(151)
})

test('the quote always covers the words, stands in the text where it says, and stays short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.nat(), fc.nat(200), (text, at, length) => {
      fc.pre(text.length > 0)
      const start = at % text.length
      const end = Math.min(text.length, start + length + 1)
      const found = quote(text, { start, end })
      expect(text.slice(found.start, found.start + found.text.length)).toBe(found.text)
      expect(found.start).toBeLessThanOrEqual(start)
      expect(found.start + found.text.length).toBeGreaterThanOrEqual(end)
      expect(found.text.length).toBeLessThanOrEqual(end - start + 2 * 280)
    }),
  )
})

test('a dateline is no part of the sentence that is shown', () => {
  const text = 'TESKEL, March 3 (Northern Wire) - The envoys met again, an official said.'
  const start = text.indexOf('an official')
  expect(quote(text, { start, end: start + 11 }).text).toBe('The envoys met again, an official said.')
})
