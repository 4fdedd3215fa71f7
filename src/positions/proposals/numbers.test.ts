import { expect, test } from 'vitest'
import { lexiconSchema } from './lexicon.js'
import data from './lexicon.json' with { type: 'json' }
import { durationOf, numberOf, pointCount } from './numbers.js'
import { linesIn } from './reader.js'
import { renumberingIn } from './renumbering.js'

test('the lexicon is as its schema says', () => {
  expect(lexiconSchema.parse(data)).toEqual(data)
})

test('numbers are read in digits and in words', () => {
  expect(['9', 'nine', 'Twenty-eight', 'ninety', 'plan', '28th'].map(numberOf)).toEqual([9, 9, 28, 90, null, null])
  expect(['nine-point', '20-point', 'twenty-eight-point', 'pointless'].map(pointCount)).toEqual([9, 20, 28, null])
})

test('weeks are days, months are not', () => {
  expect(['two-week', '14-day', 'six-month', '72-hour', 'day-old'].map(durationOf)).toEqual([
    '14-day',
    '14-day',
    '6-month',
    '72-hour',
    null,
  ])
})

test.each([
  ['The plan has eleven points instead of nine.', 9, 11],
  ['The plan was cut from 28 to 19 points.', 28, 19],
  ['They trimmed the 28-point plan to 19 points.', 28, 19],
  ['It now has 19 points, down from 28.', 28, 19],
  ['It went from 28 points to 19.', 28, 19],
])('%s', (text, from, to) => {
  const [line] = linesIn(text, { start: 0, end: text.length })
  expect(line && renumberingIn(line)).toEqual({ from, to })
})

test('other numbers renumber nothing', () => {
  const text = 'The plan stretches it from 90 to 120 days in 11 points.'
  const [line] = linesIn(text, { start: 0, end: text.length })
  expect(line && renumberingIn(line)).toBeNull()
})
