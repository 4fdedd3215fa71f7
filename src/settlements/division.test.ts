import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedWinner, good } from './division.js'
import { add, compare, ratioOf, ratioText } from './ratio.js'

test('the richer party hands over part of the good on which the two differ least', () => {
  const found = adjustedWinner([good('dam', 60, 30), good('port', 10, 50), good('grid', 30, 20)])
  expect(found.initial.map(ratioText)).toEqual(['90', '50'])
  expect(found.transfers.map(({ good, from, share }) => [good, from, ratioText(share)])).toEqual([[2, 0, '0.8']])
  expect(found.final.map(ratioText)).toEqual(['66', '66'])
})

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
  minLength: 1,
  maxLength: 8,
})

test('both parties end with as many points, and every good goes whole but one', () => {
  fc.assert(
    fc.property(points, table => {
      const goods = table.map(([a, b], i) => good(`good ${i}`, a, b))
      const { final, shares } = adjustedWinner(goods)
      const contested = table.every(([a, b]) => a > 0 && b > 0)
      if (contested) expect(compare(final[0], final[1])).toBe(0)
      expect(shares.filter(share => share.d !== 1n).length).toBeLessThanOrEqual(1)
      expect(compare(add(final[0], final[1]), ratioOf(0))).toBeGreaterThanOrEqual(0)
    }),
  )
})
