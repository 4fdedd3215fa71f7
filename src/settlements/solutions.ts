import { type Frontier, wholeValues } from './frontier.js'
import { lcm, nearest } from './ratio.js'
import { standards } from './standards.js'

/** The best points of a frontier by one standard, all ties. */
export interface Solution {
  /** What is maximised, over what: names like "Kalai-Smorodinsky" mean different things to different authors. */
  readonly formula: string
  /** The value reached; for a leximin standard all parties' values, lowest first. */
  readonly value: number | readonly number[]
  /** Indices of frontier points. */
  readonly points: readonly number[]
}

/** Best by four standards, among the frontier points that give no party less than its reserve. */
export interface Solutions {
  readonly nash: Solution
  readonly kalaiSmorodinsky: Solution
  readonly egalitarian: Solution
  readonly utilitarian: Solution
  /** What each party gets at best in a rational outcome. */
  readonly ideal: readonly number[]
}

/** One frontier point as whole numbers, each party by its own scale. */
interface Point {
  readonly index: number
  readonly whole: readonly bigint[]
  /** Above the reserve. */
  readonly gain: readonly bigint[]
}

/** The indices of the points that give no party less than its reserve. */
export function rationalPoints(front: Frontier): number[] {
  const { reserve } = front.space
  return Array.from({ length: front.count }, (_, point) => point).filter(point =>
    front.values.every((of, party) => (of[point] as number | bigint) >= (reserve[party] as bigint)),
  )
}

/**
 * The solutions among rational outcomes, or null where no outcome is rational: then there is nothing to be best.
 *
 * Every comparison that decides is of whole numbers; doubles only set aside what is clearly worse.
 */
export function solutions(front: Frontier): Solutions | null {
  const { scale, reserve } = front.space
  const points = rationalPoints(front).map((index): Point => {
    const whole = wholeValues(front, index)
    return { index, whole, gain: whole.map((value, party) => value - (reserve[party] as bigint)) }
  })
  if (points.length === 0) return null
  const ideal = scale.map((_, party) =>
    points.reduce((most, p) => later(most, p.whole[party] as bigint), reserve[party] as bigint),
  )
  const most = ideal.map((value, party) => value - (reserve[party] as bigint))
  return {
    nash: nash(points, scale),
    kalaiSmorodinsky: leximin(points, most, standards.kalaiSmorodinsky.formula),
    egalitarian: leximin(points, scale, standards.egalitarian.formula),
    utilitarian: utilitarian(points, scale),
    ideal: ideal.map((value, party) => nearest(value, scale[party])),
  }
}

function nash(points: readonly Point[], scale: readonly bigint[]): Solution {
  const product = (point: Point) => point.gain.reduce((all, gain) => all * gain, 1n)
  const best = highest(
    points,
    point => point.gain.reduce((all, gain, party) => all * nearest(gain, scale[party]), 1),
    value => Math.abs(value),
    (a, b) => order(product(a), product(b)),
  )
  return {
    formula: standards.nash.formula,
    value: nearest(
      product(best[0] as Point),
      scale.reduce((all, d) => all * d, 1n),
    ),
    points: best.map(point => point.index),
  }
}

function utilitarian(points: readonly Point[], scale: readonly bigint[]): Solution {
  const common = scale.reduce(lcm, 1n)
  const factor = scale.map(d => common / d)
  const sum = (point: Point) => point.whole.reduce((all, value, party) => all + value * (factor[party] as bigint), 0n)
  const size = Math.max(
    ...points.map(point => point.whole.reduce((all, value, party) => all + Math.abs(nearest(value, scale[party])), 0)),
  )
  const best = highest(
    points,
    point => point.whole.reduce((all, value, party) => all + nearest(value, scale[party]), 0),
    () => size,
    (a, b) => order(sum(a), sum(b)),
  )
  return {
    formula: standards.utilitarian.formula,
    value: nearest(sum(best[0] as Point), common),
    points: best.map(point => point.index),
  }
}

/**
 * The lowest gain as high as can be, then the second lowest, and so on; each gain divided by its `unit`.
 * A party whose unit is 0 has nothing to gain anywhere and counts as having got it all.
 */
function leximin(points: readonly Point[], unit: readonly bigint[], formula: string): Solution {
  const common = unit.reduce((all, u) => (u === 0n ? all : lcm(all, u)), 1n)
  const gains = (point: Point) =>
    point.gain
      .map((gain, party) => (unit[party] === 0n ? common : gain * (common / (unit[party] as bigint))))
      .sort(order)
  const best = highest(
    points,
    point => Math.min(...point.gain.map((gain, party) => (unit[party] === 0n ? 1 : nearest(gain, unit[party])))),
    value => Math.abs(value),
    (a, b) => lexicographic(gains(a), gains(b)),
  )
  return { formula, value: gains(best[0] as Point).map(gain => nearest(gain, common)), points: best.map(p => p.index) }
}

/**
 * All highest points: `rough` (a double, relative error below 1e-12 of `size`) sets aside what is clearly lower,
 * `exact` decides among the rest.
 */
function highest(
  points: readonly Point[],
  rough: (point: Point) => number,
  size: (best: number) => number,
  exact: (a: Point, b: Point) => number,
): Point[] {
  const scores = points.map(rough)
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const margin = size(top) * 1e-11
  let best: Point[] = []
  points.forEach((point, i) => {
    if ((scores[i] as number) < top - margin) return
    const against = best[0] ? exact(point, best[0]) : 1
    if (against > 0) best = [point]
    else if (against === 0) best.push(point)
  })
  return best
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
const later = (a: bigint, b: bigint): bigint => (a > b ? a : b)

function lexicographic(a: readonly bigint[], b: readonly bigint[]): number {
  for (let i = 0; i < a.length; i++) {
    const by = order(a[i] as bigint, b[i] as bigint)
    if (by !== 0) return by
  }
  return 0
}
