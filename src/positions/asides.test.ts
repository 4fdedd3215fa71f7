import { expect, test } from 'vitest'
import { sentences } from '../language/words.js'
import { asides } from './asides.js'
import { readAct } from './reading.js'

const wordsOf = (text: string) => sentences(text).flatMap(({ words }) => words)

function besides(text: string, cue: string): string {
  const words = wordsOf(text)
  const found = asides(words, [words.findIndex(word => word.text === cue)])
  return words.flatMap((word, i) => (found.has(i) ? [word.text] : [])).join(' ')
}

test('a clause about the speaker is beside the point, and what is said is not', () => {
  expect(besides('Brandt, who met the envoys, said the dam must open.', 'said')).toBe('who met the envoys')
  expect(besides('Brandt said the envoys, who met him, must leave.', 'said')).toBe('')
})

test('a clause that holds the words of attribution is no aside', () => {
  expect(besides('Brandt, who threatened to leave, met the envoys.', 'threatened')).toBe('')
})

test('that somebody was asked is an occasion, no request', () => {
  expect(besides('Asked about the dam, Brandt said it was full.', 'said')).toBe('Asked about the dam')
  expect(besides('The dam, he said when asked, was full.', 'said')).toBe('when asked')
})

test('the act is that of the speaker, not of the clause about the speaker', () => {
  const words = wordsOf('Brandt, who met the envoys, said the dam must open.')
  expect(readAct(words, { cue: [words.findIndex(({ text }) => text === 'said')], aside: [] }).act).toBe('DEMAND')
})
