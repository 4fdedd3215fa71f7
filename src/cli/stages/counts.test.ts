import { expect, test } from 'vitest'
import { filter } from './counts.js'

const answerTo = (line: object) => ('each' in filter ? filter.each({ id: 'a', ...line }) : undefined)

test('a report comes back with its id and a row for each region', () => {
  const text =
    'Between the evenings of 3 and 4 May 2031, monitors logged 12 ceasefire violations in Teskel region and none in Corvel region.'
  expect(answerTo({ text })).toEqual({
    id: 'a',
    rows: [
      { region: 'Teskel', period_end: '2031-05-04', cfv: 12, explosions: null, prev: null },
      { region: 'Corvel', period_end: '2031-05-04', cfv: 0, explosions: null, prev: null },
    ],
  })
})

test('a line without text is refused', () => {
  expect(() => answerTo({})).toThrow('"text"')
})
