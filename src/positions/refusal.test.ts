import { expect, test } from 'vitest'
import { sentences } from '../language/words.js'
import { readAct } from './reading.js'
import { refusalIn } from './refusal.js'

const wordsOf = (text: string) => sentences(text).flatMap(({ words }) => words)
const refusedIn = (text: string) => refusalIn(wordsOf(text), () => false)?.act
const actOf = (text: string) => readAct(wordsOf(text), { cue: [], aside: [], direct: true }).act

test('what one will not do is refused, whether "will not", "is not going to" or "no one will"', () => {
  expect(refusedIn('Ostavia will not hand over the lighthouse.')).toBe('REJECT')
  expect(refusedIn('We are not going to hand over the lighthouse.')).toBe('REJECT')
  expect(refusedIn('No convoy will pass the lighthouse.')).toBe('REJECT')
  expect(refusedIn('There will not be one coin for the lighthouse.')).toBe('REJECT')
  expect(refusedIn('"Never," the envoy replied.')).toBe('REJECT')
})

test('who will not strike promises, and who will not say says nothing', () => {
  expect(refusedIn('Ostavia will not attack the lighthouse.')).toBe('OFFER')
  expect(refusedIn('She would not say who pays for the lighthouse.')).toBe('STATE')
})

test('a thing that would not last is doubted, and who would not bet on it doubts', () => {
  expect(refusedIn('A patrol cannot replace a garrison.')).toBe('DOUBT')
  expect(refusedIn('I would not bet my boat on it.')).toBe('DOUBT')
  expect(refusedIn('Karelland cannot accept a garrison.')).toBe('REJECT')
})

test('a refusal stands though its object names another act', () => {
  expect(actOf('"We will not hand over a lighthouse that our people are defending."')).toBe('REJECT')
  expect(actOf('"We will not ask the council for a garrison."')).toBe('REJECT')
})

test('what will not be said of a thing on the way is no refusal', () => {
  expect(refusedIn('Ostavia spoke of a sum that will not ruin anybody.')).toBeUndefined()
})
