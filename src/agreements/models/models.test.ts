import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectionGame, inspectionProbability } from './inspection.js'
import { type Payoffs, patience } from './patience.js'
import { sitesToVisit } from './sites.js'

const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

test('at the inspection probability a breach is worth as much as none', () => {
  const part = fc.integer({ min: 1, max: 100 })
  fc.assert(
    fc.property(part, part, part, (gain, loss, detection) => {
      const p = inspectionProbability(gain, loss, detection / 100)
      if (p !== null) expect((1 - (p * detection) / 100) * gain - ((p * detection) / 100) * loss).toBeCloseTo(0, 9)
      else expect(gain / ((gain + loss) * (detection / 100))).toBeGreaterThan(1)
    }),
  )
})

test('the inspection game over many periods has its closed form', () => {
  expect(inspectionGame(2, 1)).toBeCloseTo(-1 / 3, 12)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 25 }), (n, m) => {
      const sum = Array.from({ length: m + 1 }, (_, i) => choose(n, i)).reduce((a, b) => a + b)
      expect(inspectionGame(n, m)).toBeCloseTo(-choose(n - 1, m) / sum, 9)
    }),
  )
})

test('of 100 sites with 5 in breach, 37 visits come upon one nine times in ten', () => {
  expect(sitesToVisit(100, 5, 0.9)).toBe(37)
  expect(sitesToVisit(100, 0, 0.9)).toBeNull()
  expect(sitesToVisit(100, 5, 0.9, 0.5)).toBeGreaterThan(37)
  expect(sitesToVisit(100, 1, 0.9, 0.5)).toBeNull()
})

const game: Payoffs = { temptation: 5, reward: 3, punishment: 1 }

test('the patience that keeping needs grows as breaches go unnoticed and punishments end', () => {
  expect(patience(game)).toBe(0.5)
  expect(patience(game, 0.5)).toBeCloseTo(2 / 3, 12)
  expect(patience(game, 1, 3)).toBeCloseTo(0.5437, 4)
  expect(patience(game, 0.3, 3)).toBeNull()
})
