import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontier, utilities } from './frontier.js'
import { add, multiply, type Ratio, ratioOf } from './ratio.js'
import { solutions } from './solutions.js'
import { spaceOf } from './space.js'

/** One issue whose options are the given points: [option][party]. */
const oneIssue = (points: readonly (readonly Ratio[])[], reserve: readonly Ratio[]) =>
  frontier(spaceOf([reserve.map((_, party) => points.map(point => point[party] as Ratio))], reserve))

const points = (text: string): Ratio[][] => text.split(' ').map(point => point.split(',').map(ratioOf))
const at = (front: ReturnType<typeof oneIssue>, indices: readonly number[] | undefined) =>
  (indices ?? []).map(point => utilities(front, point))

test('the standards choose differently from one frontier', () => {
  const front = oneIssue(points('12,1 8,3 5,5 2,6'), points('0,0')[0] as Ratio[])
  const found = solutions(front)
  expect(at(front, found?.nash.points)).toEqual([[5, 5]])
  expect(at(front, found?.utilitarian.points)).toEqual([[12, 1]])
  expect(at(front, found?.egalitarian.points)).toEqual([[5, 5]])
  expect(at(front, found?.kalaiSmorodinsky.points)).toEqual([[8, 3]])
})

test('two packages with the same product are both Nash points', () => {
  const front = oneIssue(points('6,2 4,3 2,5'), points('0,0')[0] as Ratio[])
  expect(at(front, solutions(front)?.nash.points)).toEqual([
    [6, 2],
    [4, 3],
  ])
})

test('where no outcome gives every party its reserve there is no solution to name', () => {
  expect(solutions(oneIssue(points('6,2 2,5'), points('4,4')[0] as Ratio[]))).toBeNull()
})

const decimal = fc.integer({ min: 0, max: 12 }).map(n => ratioOf(`${n / 10}`))
const outcomes = fc.integer({ min: 2, max: 4 }).chain(parties =>
  fc.record({
    points: fc.array(fc.array(decimal, { minLength: parties, maxLength: parties }), { minLength: 1, maxLength: 12 }),
    reserve: fc.array(
      fc.integer({ min: 0, max: 4 }).map(n => ratioOf(`${n / 10}`)),
      { minLength: parties, maxLength: parties },
    ),
  }),
)

test('every solution is rational and on the frontier, and none is missed', () => {
  fc.assert(
    fc.property(outcomes, ({ points, reserve }) => {
      const front = oneIssue(points, reserve)
      const found = solutions(front)
      const u = Array.from({ length: front.count }, (_, point) => utilities(front, point))
      const floor = reserve.map(r => Number(r.n) / Number(r.d))
      const rational = u.filter(values => values.every((value, party) => value >= (floor[party] as number)))
      expect(found === null).toBe(rational.length === 0)
      if (!found) return
      const product = (values: readonly number[]) =>
        values.reduce((all, value, party) => all * (value - (floor[party] as number)), 1)
      const best = Math.max(...rational.map(product))
      const expected = rational.filter(values => product(values) > best - 1e-9)
      expect(at(front, found.nash.points)).toEqual(expected)
    }),
  )
})

test('the Nash points stay the same when a party counts in other units from another zero', () => {
  fc.assert(
    fc.property(
      outcomes,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      ({ points, reserve }, by, from) => {
        const changed = (values: readonly Ratio[]) =>
          values.map((value, party) => (party === 0 ? add(multiply(value, ratioOf(by)), ratioOf(from)) : value))
        const before = oneIssue(points, reserve)
        const after = oneIssue(points.map(changed), changed(reserve))
        expect(solutions(after)?.nash.points).toEqual(solutions(before)?.nash.points)
        expect(solutions(after)?.kalaiSmorodinsky.points).toEqual(solutions(before)?.kalaiSmorodinsky.points)
      },
    ),
  )
})
