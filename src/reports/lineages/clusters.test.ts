import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageLinkage, type Edge } from './clusters.js'

const never = () => 0

test('two that are alike enough are joined, and named by the smaller', () => {
  expect([...averageLinkage(3, [{ a: 1, b: 2, probability: 0.8 }], 0.5, never)]).toEqual([0, 1, 1])
})

test('one strong pair does not join groups whose other pairs are strangers', () => {
  const edges = [
    { a: 0, b: 1, probability: 0.9 },
    { a: 2, b: 3, probability: 0.9 },
    { a: 1, b: 2, probability: 0.8 },
  ]
  expect([...averageLinkage(4, edges, 0.5, never)]).toEqual([0, 0, 2, 2])
})

test('pairs that were not compared are asked for', () => {
  const edges = [
    { a: 0, b: 1, probability: 0.9 },
    { a: 1, b: 2, probability: 0.8 },
  ]
  expect([...averageLinkage(3, edges, 0.5, () => 0.7)]).toEqual([0, 0, 0])
  expect([...averageLinkage(3, edges, 0.5, never)]).toEqual([0, 0, 2])
})

const graph = fc.integer({ min: 2, max: 8 }).chain(size =>
  fc.record({
    size: fc.constant(size),
    edges: fc
      .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.double({ min: 0, max: 1, noNaN: true })), {
        selector: ([x, y]) => `${Math.min(x, y)} ${Math.max(x, y)}`,
      })
      .map(found =>
        found
          .filter(([x, y]) => x !== y)
          .map(([x, y, probability]): Edge => ({ a: Math.min(x, y), b: Math.max(x, y), probability })),
      ),
  }),
)

test('the order of the edges does not matter', () => {
  fc.assert(
    fc.property(
      graph.chain(({ size, edges }) =>
        fc.record({
          size: fc.constant(size),
          edges: fc.constant(edges),
          shuffled: fc.shuffledSubarray(edges, { minLength: edges.length }),
        }),
      ),
      ({ size, edges, shuffled }) => {
        expect(averageLinkage(size, shuffled, 0.5, never)).toEqual(averageLinkage(size, edges, 0.5, never))
      },
    ),
  )
})

test('every group is named by its smallest item', () => {
  fc.assert(
    fc.property(graph, ({ size, edges }) => {
      const groups = averageLinkage(size, edges, 0.5, never)
      groups.forEach((group, item) => {
        expect(group).toBeLessThanOrEqual(item)
        expect(groups[group]).toBe(group)
      })
    }),
  )
})
