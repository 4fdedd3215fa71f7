import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxedFrontier } from './boxed-frontier.js'
import { type Box, type BoxedSpace, boxedRectangles, boxedValues, folded, reduced } from './boxes.js'

test('a bonus on two options together is earned only when both are taken', () => {
  const space = boxedRectangles(
    [
      ['troops', 0, 1],
      ['elections', 0, 1],
    ],
    [
      [
        {
          u: 10,
          in: [
            [0, 1, 1],
            [1, 1, 1],
          ],
        },
      ],
      [
        { u: 3, in: [[0, 0, 0]] },
        {
          u: 2,
          in: [],
          ex: [
            [0, 1, 1],
            [1, 0, 0],
          ],
        },
      ],
    ],
  )
  expect(boxedValues(space, [1, 1])).toEqual([10, 2])
  expect(boxedValues(space, [1, 0])).toEqual([0, 0])
  const { points, unsearched } = boxedFrontier(space)
  expect(points.map(point => point.values)).toEqual([
    [10, 2],
    [0, 5],
  ])
  expect(unsearched).toEqual([])
})

test('a gap that was not searched to its end is named with its bounds', () => {
  const space = boxedRectangles(
    Array.from({ length: 4 }, (_, i) => [`issue ${i}`, 0, 3] as const),
    [
      [
        {
          u: 5,
          in: [
            [0, 0, 1],
            [1, 2, 3],
          ],
        },
        {
          u: 4,
          in: [
            [2, 0, 0],
            [3, 0, 0],
          ],
        },
        {
          u: 6,
          in: [
            [0, 3, 3],
            [3, 1, 2],
          ],
        },
      ],
      [
        {
          u: 5,
          in: [
            [0, 2, 3],
            [1, 0, 1],
          ],
        },
        {
          u: 4,
          in: [
            [2, 3, 3],
            [3, 3, 3],
          ],
        },
        {
          u: 6,
          in: [
            [0, 0, 0],
            [3, 3, 3],
          ],
        },
      ],
    ],
  )
  const exact = boxedFrontier(space)
  expect(exact.unsearched).toEqual([])
  expect(exact.points.length).toBeGreaterThan(2)
})

const boxedSpaces: fc.Arbitrary<BoxedSpace> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
  .chain(options => {
    const box: fc.Arbitrary<Box> = fc.record({
      party: fc.integer({ min: 0, max: 1 }),
      value: fc.integer({ min: -5, max: 9 }),
      conditions: fc.array(
        fc.integer({ min: 0, max: options.length - 1 }).chain(issue =>
          fc.record({
            issue: fc.constant(issue),
            options: fc.uniqueArray(fc.integer({ min: 0, max: (options[issue] as number) - 1 }), { minLength: 1 }),
          }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    })
    const values = options.map(count =>
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }), {
        minLength: 2,
        maxLength: 2,
      }),
    )
    return fc.record({
      options: fc.constant(options),
      constant: fc.constant([1, 0]),
      values: fc.tuple(...values),
      boxes: fc.array(box, { maxLength: 8 }),
    })
  })

const everyPackage = (options: readonly number[]): number[][] =>
  options.reduce<number[][]>(
    (all, count) => all.flatMap(chosen => Array.from({ length: count }, (_, option) => [...chosen, option])),
    [[]],
  )

test('folding boxes away changes no value', () => {
  fc.assert(
    fc.property(boxedSpaces, space => {
      for (const chosen of everyPackage(space.options)) {
        expect(boxedValues(folded(space), chosen)).toEqual(boxedValues(space, chosen))
      }
    }),
  )
})

test('leaving out needless options loses no point that is not matched or beaten', () => {
  fc.assert(
    fc.property(boxedSpaces, space => {
      const { space: small, original } = reduced(space)
      const left = everyPackage(small.options).map(chosen => {
        const named = chosen.map((option, issue) => original[issue]?.[option] ?? -1)
        expect(boxedValues(small, chosen)).toEqual(boxedValues(space, named))
        return boxedValues(small, chosen)
      })
      for (const chosen of everyPackage(space.options)) {
        const values = boxedValues(space, chosen)
        expect(left.some(other => other.every((value, party) => value >= (values[party] as number)))).toBe(true)
      }
    }),
  )
})

test('the frontier of tied values is what comparing every package with every other leaves', () => {
  fc.assert(
    fc.property(
      boxedSpaces,
      fc.option(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 }))),
      (space, ceiling) => {
        const cut = (values: number[]) => values.map((value, party) => Math.min(value, ceiling?.[party] ?? value))
        const all = everyPackage(space.options).map(chosen => cut(boxedValues(space, chosen)) as [number, number])
        const best = all.filter(([a, b]) => !all.some(([x, y]) => x >= a && y >= b && (x > a || y > b)))
        const { points, unsearched } = boxedFrontier(folded(space), ceiling ?? undefined)
        expect(unsearched).toEqual([])
        expect(points.map(({ values }) => String(values)).sort()).toEqual([...new Set(best.map(String))].sort())
        for (const point of points) expect(cut(boxedValues(space, point.package))).toEqual(point.values)
      },
    ),
    { numRuns: 300 },
  )
})
