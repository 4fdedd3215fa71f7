import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, divide, multiply, nearest, ratio, ratioOf, ratioText, subtract, toNumber } from './ratio.js'

test('a decimal is the number that its digits say, not the double nearest to it', () => {
  expect(add(ratioOf('0.1'), ratioOf('0.2'))).toEqual(ratioOf('0.3'))
  expect(0.1 + 0.2).not.toBe(0.3)
})

test('signs, exponents and bare points are read; words are refused', () => {
  expect(ratioOf('-1.25')).toEqual({ n: -5n, d: 4n })
  expect(ratioOf('3.2E-3')).toEqual({ n: 2n, d: 625n })
  expect(ratioOf('.5')).toEqual({ n: 1n, d: 2n })
  for (const word of ['', '.', 'half', '1,5', '0x10', '1e9999']) expect(() => ratioOf(word)).toThrow(RangeError)
})

test('a fraction is written as a decimal where that ends', () => {
  expect(ratioText(ratio(395n, 6n))).toBe('395/6')
  expect(ratioText(ratio(132n, 2n))).toBe('66')
  expect(ratioText(ratio(1n, 8n))).toBe('0.125')
})

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([n, d]) => ratio(n, d))

test('what is added can be taken away, what is multiplied can be divided', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a)
      if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a)
    }),
  )
})

test('the nearest double to a double is that double', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true }), value => {
      if (Math.abs(value) > 1e-15 || value === 0) expect(toNumber(ratioOf(value)) + 0).toBe(value + 0)
    }),
  )
})

test('rounding keeps the order', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      if (compare(a, b) < 0) expect(nearest(a.n, a.d)).toBeLessThanOrEqual(nearest(b.n, b.d))
    }),
  )
})
