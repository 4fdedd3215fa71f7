import { expect, test } from 'vitest'
import { inventedCase } from '../../../test/invented-case.js'
import { ruledDiscrepancies } from './on-discrepancies.js'
import type { DiscrepancyRuling } from './ruling.js'

const { discrepancies, reports } = inventedCase
const date: DiscrepancyRuling = {
  kind: 'uncorroborated',
  sides: [{ quote: 'said on Wednesday' }, { quote: 'April 1, 2031' }],
  by: 'Lena Orr',
  why: 'The calendar of the ministry says so',
  resolution: 'second',
}
const [first, second] = date.sides

test('a resolved discrepancy stays in the record and says by whom, why, and which side is right', () => {
  const ruled = ruledDiscrepancies(discrepancies, reports, [date])
  expect(ruled.discrepancies).toHaveLength(discrepancies.length)
  expect(ruled.discrepancies[0]?.resolution).toMatchObject({ by: 'Lena Orr', on: null, resolution: 'second', right: 1 })
  expect(ruled.discrepancies[1]).toBe(discrepancies[1])
  expect(ruled.effects).toMatchObject([{ object: 'd-1', state: 'stands' }])
})

test('the right side is known again where the sides have changed places', () => {
  const turned = discrepancies.map(one => ({ ...one, sides: [...one.sides].reverse() }))
  expect(ruledDiscrepancies(turned, reports, [date]).discrepancies[0]?.resolution?.right).toBe(0)
})

test('a ruling holds for its kind, its quotes and the reports that it names, and for nothing like them', () => {
  const others: DiscrepancyRuling[] = [
    { ...date, kind: 'date' },
    { ...date, sides: [first, { quote: 'April 2, 2031' }] },
    { ...date, sides: [first, { ...second, report: 'reports/another.txt' }] },
    { ...date, sides: [first, first] },
  ]
  const { discrepancies: same, effects } = ruledDiscrepancies(discrepancies, reports, others)
  expect(same).toEqual(discrepancies)
  expect(effects.map(({ state }) => state)).toEqual(others.map(() => 'without-object'))
})

test('the last ruling on a discrepancy stands', () => {
  const { discrepancies: ruled, effects } = ruledDiscrepancies(discrepancies, reports, [
    date,
    { ...date, resolution: 'open', why: 'The calendar was withdrawn' },
  ])
  expect(ruled[0]?.resolution).toMatchObject({ resolution: 'open', right: null })
  expect(effects.map(({ state }) => state)).toEqual(['superseded', 'stands'])
})
