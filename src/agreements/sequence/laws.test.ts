import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Step, Wait } from './case-file.js'
import { components } from './components.js'
import { deadlocks } from './deadlocks.js'
import { feedbackSets, hasCircle, type WeighedArc, without } from './feedback.js'
import { type Bound, isContradiction, network } from './network.js'
import { lag } from './times.js'
import { afterWay, isCircular, waysOut } from './ways-out.js'

const size = 5
const node = fc.nat(size - 1)
const arcs: fc.Arbitrary<WeighedArc[]> = fc.array(
  fc.record({ from: node, to: node, weight: fc.integer({ min: 0, max: 4 }) }),
  {
    maxLength: 10,
  },
)

test('two nodes share a component exactly where each can be reached from the other', () => {
  fc.assert(
    fc.property(arcs, given => {
      const reach = Array.from({ length: size }, (_, i) => reached(i, given))
      const of = new Map(components(size, given).flatMap((members, c) => members.map(member => [member, c] as const)))
      for (let a = 0; a < size; a++)
        for (let b = 0; b < size; b++)
          expect(of.get(a) === of.get(b)).toBe(a === b || (reach[a]?.has(b) === true && reach[b]?.has(a) === true))
    }),
  )
})

function reached(from: number, given: readonly WeighedArc[]): Set<number> {
  const seen = new Set<number>()
  const open = [from]
  for (const at of open)
    for (const arc of given)
      if (arc.from === at && !seen.has(arc.to)) {
        seen.add(arc.to)
        open.push(arc.to)
      }
  return seen
}

test('no set of arcs that breaks every circle is cheaper than the first that is found', () => {
  fc.assert(
    fc.property(arcs, given => {
      let cheapest = Number.POSITIVE_INFINITY
      for (let set = 0; set < 1 << given.length; set++) {
        const removed = given.flatMap((_, i) => (set & (1 << i) ? [i] : []))
        const cost = removed.reduce((sum, i) => sum + (given[i]?.weight ?? 0), 0)
        if (cost < cheapest && !hasCircle(size, without(given, removed))) cheapest = cost
      }
      const [first, ...others] = feedbackSets(size, given, 3)
      expect(first).toMatchObject({ cost: cheapest, isExact: true })
      for (const { cost } of others) expect(cost).toBeGreaterThanOrEqual(cheapest)
    }),
    { numRuns: 200 },
  )
})

test('a dense graph of fourteen nodes, beyond the search, is still solved exactly', () => {
  const all = Array.from({ length: 14 * 14 }, (_, i) => ({ from: i % 14, to: Math.floor(i / 14), weight: 1 }))
  const [best] = feedbackSets(
    14,
    all.filter(({ from, to }) => from !== to),
    2,
  )
  expect(best).toMatchObject({ cost: (14 * 13) / 2, isExact: true })
})

const steps: readonly Step[] = Array.from({ length: size }, (_, i) => ({
  id: `S${i}`,
  label: null,
  kind: i === 4 ? 'maintain' : 'achieve',
}))
const waits: fc.Arbitrary<Wait[]> = fc.array(
  fc.record({
    from: node.map(i => `S${i}`),
    to: node.map(i => `S${i}`),
    kind: fc.constant('finish-start' as const),
    reading: fc.constantFrom('text', 'Velmara', 'Ostrel'),
    weight: fc.option(fc.integer({ min: 0, max: 5 })),
    source: fc.constant(null),
  }),
  { maxLength: 12 },
)

test('after any way out no circle is left among the steps of the deadlock, and ways come cheapest first', () => {
  fc.assert(
    fc.property(waits, given => {
      for (const deadlock of deadlocks(steps, given)) {
        const ways = waysOut(deadlock, steps, given, {})
        expect(ways.length).toBeGreaterThan(0)
        expect(ways.map(({ cost }) => cost)).toEqual(ways.map(({ cost }) => cost).toSorted((a, b) => a - b))
        for (const way of ways) expect(isCircular(afterWay(deadlock.waits, way))).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})

test('putting back any one wait that a drop takes out closes a circle again', () => {
  fc.assert(
    fc.property(waits, given => {
      for (const deadlock of deadlocks(steps, given)) {
        for (const way of waysOut(deadlock, steps, given, {}).filter(({ move }) => move === 'drop')) {
          const left = afterWay(deadlock.waits, way)
          for (const wait of way.waits) expect(isCircular([...left, wait])).toBe(true)
        }
      }
    }),
  )
})

const bounds: fc.Arbitrary<Bound[]> = fc.array(
  fc.record({
    from: node.map(String),
    to: node.map(String),
    atMost: fc.integer({ min: -3, max: 3 }),
    because: fc.constant('the accord'),
  }),
  { maxLength: 9 },
)

test('a timetable either has times that keep every bound, or bounds in a ring that add up to less than nothing', () => {
  const points = ['0', '1', '2', '3', '4']
  fc.assert(
    fc.property(bounds, given => {
      const whole = [...given, ...points.map(to => ({ from: '0', to, atMost: 50, because: 'the end of the term' }))]
      const answer = network(points, whole, '0')
      if (isContradiction(answer)) {
        expect(answer.bounds.reduce((sum, { atMost }) => sum + atMost, 0)).toBe(-answer.missing)
        expect(answer.missing).toBeGreaterThan(0)
        for (const [i, bound] of answer.bounds.entries())
          expect(bound.to).toBe(answer.bounds[(i + 1) % answer.bounds.length]?.from)
      } else {
        for (const { from, to, atMost } of whole)
          expect((answer.get(to)?.latest ?? 0) - (answer.get(from)?.latest ?? 0)).toBeLessThanOrEqual(atMost)
      }
    }),
    { numRuns: 300 },
  )
})

test('a month binds with its shortest length from below and its longest from above', () => {
  expect(lag('P1M')).toEqual({ least: 28 * 1440, most: 31 * 1440 })
  expect(lag('P2W')).toEqual(lag('14d'))
  expect(lag('PT72H')).toEqual(lag(3))
  expect(lag('a while')).toBeNull()
})
