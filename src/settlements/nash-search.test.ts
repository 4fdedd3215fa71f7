import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cover } from './cover.js'
import { frontier, utilities, wholeValues } from './frontier.js'
import { nashPoint } from './nash-search.js'
import { ratioOf } from './ratio.js'
import { solutions } from './solutions.js'
import { type Space, spaceOf } from './space.js'

const spaces: fc.Arbitrary<Space> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }))
  .chain(([parties, options]) =>
    fc.record({
      values: fc.tuple(
        ...options.map(count =>
          fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }), {
            minLength: parties,
            maxLength: parties,
          }),
        ),
      ),
      reserve: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: parties, maxLength: parties }),
    }),
  )
  .map(({ values, reserve }) =>
    spaceOf(
      values.map(issue => issue.map(party => party.map(value => ratioOf(value / 10)))),
      reserve.map(value => ratioOf(value / 10)),
    ),
  )

test('branch and bound finds the Nash points that the frontier holds, all of them', () => {
  fc.assert(
    fc.property(spaces, space => {
      const front = frontier(space)
      const listed = solutions(front)?.nash
      const found = nashPoint(space)
      if (!listed || listed.value === 0) {
        expect(found).toBeNull()
        return
      }
      const points = listed.points.map(point => String(utilities(front, point))).sort()
      expect(found?.points.map(point => String(point.utilities)).sort()).toEqual(points)
      expect(found?.product).toBeCloseTo(listed.value as number, 10)
    }),
    { numRuns: 300 },
  )
})

test('a cover promises no more than it keeps: nothing is better for everyone by what it names', () => {
  fc.assert(
    fc.property(spaces, space => {
      const exact = frontier(space)
      const { front, within } = cover(space, 6)
      for (let point = 0; point < exact.count; point++) {
        const values = wholeValues(exact, point)
        const isCovered = Array.from({ length: front.count }, (_, listed) => wholeValues(front, listed)).some(listed =>
          listed.every((value, party) => value + (within[party] as bigint) >= (values[party] as bigint)),
        )
        expect(isCovered).toBe(true)
      }
    }),
  )
})
