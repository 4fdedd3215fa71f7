import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mark, read, readWithPlaces, wordHash } from './reading.js'

const all = (text: string) => [{ start: 0, end: text.length }]
const marked = (text: string, kind: number) => {
  const { marks, starts } = readWithPlaces(text, all(text))
  return starts.filter((_, at) => marks[at]! & kind).map(start => /^[\p{L}\d.,]+/u.exec(text.slice(start))?.[0])
}

test('forms of one word have one hash, the possessive is no word', () => {
  expect(wordHash('guarantees')).toBe(wordHash('Guarantee'))
  const { words } = read('Varnia’s envoys', all('Varnia’s envoys'))
  expect([...words]).toEqual([wordHash('Varnia'), wordHash('envoy')])
})

test('a capital makes a name within a sentence, at its start only if the report writes it so elsewhere', () => {
  expect(marked('Talks failed. Maron left. They say that Maron will return.', mark.name)).toEqual(['Maron', 'Maron'])
})

test('the capitals of a headline do not make names', () => {
  expect(marked('Envoys Leave Kestrel After Long Talks\nThey went home.', mark.name)).toEqual([])
})

test('a number is one word, however it is grouped', () => {
  expect(marked('Some 3,000 families and 14.5 million crowns.', mark.number)).toEqual(['3,000', '14.5'])
  expect([...read('3,000', all('3,000')).words]).toEqual([...read('3000', all('3000')).words])
})

test('what stands between quotation marks is quoted, in either style; a mark that never closes quotes nothing', () => {
  expect(marked('She said “we wait” and "we hope" today.', mark.quoted)).toEqual(['we', 'wait', 'we', 'hope'])
  expect(marked('She said “we wait and left.', mark.quoted)).toEqual([])
})

test('"Mr." and initials do not end a sentence', () => {
  const text = 'Mr. Dahl met Gen. O. Pask. They spoke for an hour.'
  expect(read(text, all(text)).sentences).toHaveLength(2)
})

test('sentences start within the words, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
      const { words, marks, sentences } = read(text, all(text))
      expect(marks).toHaveLength(words.length)
      expect([...sentences]).toEqual([...new Set(sentences)].sort((a, b) => a - b))
      for (const start of sentences) expect(start).toBeLessThan(words.length)
    }),
  )
})
