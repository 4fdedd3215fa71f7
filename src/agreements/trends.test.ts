import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from './trends/alarms.js'
import { beforeAfter } from './trends/before-after.js'
import { changePoints } from './trends/change-points.js'
import { cheapestDivision } from './trends/division.js'
import { hotSpots } from './trends/hot-spots.js'
import { fitted, logChance, upperLimit } from './trends/negative-binomial.js'
import { changeBySource } from './trends/source-trap.js'
import { type CountedIncident, trends } from './trends.js'

const incident = (from: number, more: Partial<CountedIncident> = {}): CountedIncident => ({
  from,
  to: from,
  side: null,
  zone: null,
  kind: 'shelling',
  source: 'monitor',
  place: null,
  ...more,
})

/** Bursts: nine quiet days, then a day with `height` events. */
const bursts = (days: number, height: number) => Array.from({ length: days }, (_, i) => (i % 10 === 9 ? height : 0))

describe('a baseline of counts that scatter', () => {
  it('does not call an ordinary burst an alarm, where a Poisson model would', () => {
    const days = limits(bursts(120, 12), 0).filter(({ limit }) => limit !== null)
    expect(days.filter(({ count, limit }) => count > (limit ?? 0))).toEqual([])
    expect(days.filter(({ count, poissonLimit }) => count > (poissonLimit ?? 0)).length).toBeGreaterThan(5)
  })

  it('calls a day that no earlier day resembles', () => {
    const [last] = limits([...bursts(119, 12), 90], 0).slice(-1)
    expect(last?.count).toBeGreaterThan(last?.limit ?? Number.POSITIVE_INFINITY)
  })

  it('has no limit before half its window was observed, and none for a day nobody saw', () => {
    const days = limits([...Array(27).fill(1), null, 1, 1], 100)
    expect(days.map(({ day, limit }) => [day, limit !== null])).toEqual([
      ...Array.from({ length: 27 }, (_, i) => [100 + i, false]),
      [128, false],
      [129, true],
    ])
  })

  it('has chances that sum to one, and a limit that is the least count to hold its level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        fc.double({ min: 0.2, max: 20, noNaN: true }),
        (mean, size) => {
          const chance = (count: number) => Math.exp(logChance(count, { mean, size }))
          const limit = upperLimit({ mean, size }, 0.99)
          const upTo = (count: number) =>
            Array.from({ length: count + 1 }, (_, i) => chance(i)).reduce((a, b) => a + b, 0)
          expect(upTo(limit)).toBeGreaterThanOrEqual(0.99 - 1e-6)
          if (limit > 0) expect(upTo(limit - 1)).toBeLessThan(0.99 + 1e-6)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('takes counts that scatter less than chance for Poisson', () => {
    expect(fitted([3, 3, 3, 4, 3])).toEqual({ mean: 3.2, size: Number.POSITIVE_INFINITY })
  })
})

describe('before and after', () => {
  it('says how the rate changed, with an interval that grows with the scatter', () => {
    const even = beforeAfter(Array(30).fill(6), Array(30).fill(2))
    const rough = beforeAfter(bursts(30, 60), bursts(30, 20))
    expect([even.before, even.after, even.change]).toEqual([180, 60, 'fell'])
    expect(even.ratio?.value).toBeCloseTo(1 / 3)
    expect([rough.before, rough.after, rough.change]).toEqual([180, 60, 'unclear'])
  })

  it('turns around when before and after are exchanged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 5, maxLength: 40 }),
        fc.array(fc.nat(20), { minLength: 5, maxLength: 40 }),
        (a, b) => {
          const there = beforeAfter(a, b).ratio
          const back = beforeAfter(b, a).ratio
          if (there === null || back === null) return expect(there).toEqual(back)
          expect(there.value * back.value).toBeCloseTo(1, 6)
          expect(there.low * back.high).toBeCloseTo(1, 6)
        },
      ),
    )
  })

  it('names the source on which a fall rests: when it stopped reporting, nothing else fell', () => {
    const register = { before: Array(30).fill(8), after: Array(30).fill(1) }
    const agencies = { before: Array(30).fill(1), after: Array(30).fill(1) }
    const both = (side: 'before' | 'after') =>
      new Map([
        ['register', register[side]],
        ['agencies', agencies[side]],
      ])
    const change = changeBySource({ before: both('before'), after: both('after') })
    expect(change.all.change).toBe('fell')
    expect(change.restsOn).toEqual(['register'])
  })

  it('rests on no source where each alone shows it', () => {
    const fall = { before: Array(30).fill(6), after: Array(30).fill(1) }
    const spells = (side: 'before' | 'after') =>
      new Map([
        ['register', fall[side]],
        ['agencies', fall[side]],
      ])
    expect(changeBySource({ before: spells('before'), after: spells('after') }).restsOn).toEqual([])
  })

  it('counts what is known to lie on one side of the day, and tells what straddles it', () => {
    const list = [
      ...Array.from({ length: 20 }, (_, i) => incident(i)),
      incident(17, { to: 23 }),
      incident(25, { to: 27 }),
    ]
    const { event } = trends(list, { event: { day: 20, window: 20 } })
    expect([event?.all.before, event?.all.after, event?.straddling]).toEqual([20, 1, 1])
  })
})

describe('change points', () => {
  it('finds the day on which the level changed', () => {
    const counts = Array.from({ length: 120 }, (_, i) => (i < 60 ? 1 + (i % 5) : 9 + (i % 7)))
    const [change, ...others] = changePoints(counts, 1000)
    expect(others).toEqual([])
    expect(change?.day).toBeGreaterThanOrEqual(1058)
    expect(change?.day).toBeLessThanOrEqual(1061)
    expect(change?.between[0]).toBeLessThanOrEqual(change?.day ?? 0)
  })

  it('finds none where the level stays', () => {
    expect(changePoints(bursts(200, 15), 0)).toEqual([])
  })

  it('divides as cheaply as the best of all divisions', () => {
    const shortest = 3
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 6, maxLength: 14 }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (counts, price) => {
          const cost = (from: number, until: number) => {
            const spell = counts.slice(from, until)
            const mean = spell.reduce((a, b) => a + b, 0) / spell.length
            return spell.reduce((sum, one) => sum + (one - mean) ** 2, 0)
          }
          const total = (cuts: readonly number[]) =>
            [0, ...cuts].reduce((sum, cut, i) => sum + cost(cut, cuts[i] ?? counts.length), price * cuts.length)
          const found = cheapestDivision(counts.length, cost, { shortest, price })
          const best = Math.min(...divisions(counts.length, shortest).map(total))
          expect(total(found)).toBeCloseTo(best, 6)
        },
      ),
    )
  })
})

/** Every way to cut `days` days into spells of at least `shortest`. */
function divisions(days: number, shortest: number, from = 0): number[][] {
  const rest = Array.from({ length: days }, (_, i) => i).filter(cut => cut - from >= shortest && days - cut >= shortest)
  return [[], ...rest.flatMap(cut => divisions(days, shortest, cut).map(more => [cut, ...more]))]
}

describe('hot spots', () => {
  const at = (lat: number, lon: number, within = 1) => ({ lat, lon, within })
  const spread = Array.from({ length: 30 }, (_, i) => at(40 + (i % 6) * 0.6, 20 + Math.floor(i / 6) * 0.6))

  it('are where incidents crowd', () => {
    const { cells } = hotSpots([...spread, ...Array(25).fill(at(40, 20))], 5)
    expect(cells[0]?.hot).toBe(true)
    expect(cells.filter(({ hot }) => hot).length).toBeLessThan(4)
  })

  it('are none where incidents lie evenly', () => {
    expect(hotSpots(spread, 5).cells.some(({ hot }) => hot)).toBe(false)
  })

  it('leave out places that are known too roughly', () => {
    expect(hotSpots([at(40, 20), at(40, 20, 50), null], 5)).toMatchObject({ unplaced: 2, cells: [{ count: 1 }] })
  })
})

describe('trends', () => {
  it('count by day only what is known to the day', () => {
    const found = trends([incident(5), incident(5, { to: 9 }), incident(3, { to: 40 }), incident(6)])
    expect(found.days.map(({ day, count }) => [day, count])).toEqual([
      [5, 1],
      [6, 1],
    ])
    expect(found.dates).toEqual({ day: 2, week: 1, worse: 1 })
  })

  it('are the same in whatever order the incidents come', () => {
    const some = fc.record({
      from: fc.nat(90),
      long: fc.nat(2),
      source: fc.constantFrom('a', 'b'),
      zone: fc.constantFrom('x', null),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), drawn => {
        const list = drawn.map(({ from, long, ...more }) => incident(from, { ...more, to: from + long }))
        const question = { event: { day: 45, window: 20 } }
        expect(trends([...list].reverse(), question)).toEqual(trends(list, question))
      }),
      { numRuns: 30 },
    )
  })

  it('of nothing are nothing', () => {
    expect(trends([])).toMatchObject({ days: [], alarms: [], changes: [], dispersion: null, event: null })
  })
})
