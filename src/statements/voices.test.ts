import { expect, test } from 'vitest'
import { reportOf } from './reports.test-data.js'
import type { Attribution } from './statement.js'
import { voices } from './voices.js'

test('a pronoun speaks for whom the report named before, and a part without a source for nobody', () => {
  const text =
    'Water Minister Sella Dremm said the dam would stay. She told reporters to go home. It was said to be late.'
  const source = (words: string): Attribution => {
    const start = text.indexOf(words)
    return {
      source: words === '' ? [] : [{ start, end: start + words.length }],
      cue: [],
      content: [],
      direct: false,
      confidence: 1,
    }
  }
  const found = voices(reportOf(text), [source('Water Minister Sella Dremm'), source('She'), source('')])
  expect(found.map(each => each.map(({ actor }) => actor.name))).toEqual([['Sella Dremm'], ['Sella Dremm'], []])
})
