import { expect, test } from 'vitest'
import { worldGazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { antecedents, shares } from './antecedents.js'
import { readSentences } from './attributions.js'
import { mentionsOf } from './mentions.js'
import { learnPeople } from './people.js'
import { quotations } from './quotations.js'

/** Each "he" and "she" of a text with the name that it stands for, or "unknown". */
function read(text: string): string[] {
  const reading = readSentences(text, [{ start: 0, end: text.length }])
  const mentions = mentionsOf(reading, learnPeople([reading], worldGazetteer()))
  const found = antecedents(reading, mentions, quotations(text))
  return [...text.matchAll(/\b(?:he|she)\b/gi)].map(({ index }) => found.get(index)?.person.name ?? 'unknown')
}

test('the subject of the sentence before goes before whom it names besides', () => {
  expect(read('Envoy Joren Halvik said that Minister Anton Brandt had left. He said the dam was safe.')).toEqual([
    'Joren Halvik',
  ])
})

test('a given name and an address tell he from she', () => {
  expect(read('Mrs. Vastok met Anton Brandt. Minister Ilena Vastok smiled. She said no, and he said yes.')).toEqual([
    'Ilena Vastok',
    'Anton Brandt',
  ])
})

test('whom a quotation names is not who goes on speaking', () => {
  const text = 'Envoy Joren Halvik spoke first. “I admire Anton Brandt,” he said. “But Brandt is wrong.” He left.'
  expect(read(text)).toEqual(['Joren Halvik', 'Joren Halvik'])
})

test('a pronoun may stand before the name', () => {
  expect(read('When she spoke in Ostrel on Monday, Minister Ilena Vastok said the dam would open.')).toEqual([
    'Ilena Vastok',
  ])
})

test('with nobody before it, or nobody of its gender, a pronoun is unknown', () => {
  expect(read('He said the ridge is empty.')).toEqual(['unknown'])
  expect(read('Minister Ilena Vastok left. He said the ridge is empty.')).toEqual(['unknown'])
})

test('a name far back is not taken up', () => {
  const between = 'The hall was quiet. '.repeat(14)
  expect(read(`Envoy Joren Halvik spoke. ${between}He said no.`)).toEqual(['unknown'])
})

test('the shares of the candidates and of nobody make one', () => {
  const [a = 0, b = 0] = shares([
    { mention: null as never, features: ['candidate', 'named last', 'subject'] },
    { mention: null as never, features: ['candidate', 'far'] },
  ])
  expect(a).toBeGreaterThan(b)
  expect(a + b).toBeLessThan(1)
})

test('a surname that two bear is whom the report names in full', () => {
  const text = 'Ana Varo, the envoy, met Petra Varo, who keeps a shop. Ana Varo left. Varo said no.'
  const reading = readSentences(text, [{ start: 0, end: text.length }])
  const mentions = mentionsOf(reading, learnPeople([reading], worldGazetteer()))
  expect(mentions.at(-1)?.person.name).toBe('Ana Varo')
  expect(normal(mentions.at(-1)?.person.name ?? '')).toEqual(['ana', 'varo'])
})

test('a text of pronouns alone, or of names alone, is read in linear time', () => {
  const time = (words: string, times: number) => {
    const text = words.repeat(times)
    const reading = readSentences(text, [{ start: 0, end: text.length }])
    return () => read(text).length + reading.sentences.length
  }
  expect(() => time('He said she said. ', 400)()).not.toThrow()
  expect(() => time('Ana Varo met Petra Varo and Joren Varo. ', 300)()).not.toThrow()
})
