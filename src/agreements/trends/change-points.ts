import { cheapestDivision } from './division.js'

/** A day from which on the daily rate was another. */
export interface ChangePoint {
  /** First day of the new rate, days since 1970-01-01; and the first and last day that fit almost as well (95 %). */
  readonly day: number
  readonly between: readonly [number, number]
  /** Mean per day before (since the change before) and after (until the next). */
  readonly from: number
  readonly to: number
}

const shortest = 14

/**
 * When the level of daily counts changed.
 *
 * The exact best division into spells of at least 14 days under a negative binomial with one size for all (estimated within
 * fortnights, so that changes of level do not pass for scatter), each change at a price of 3 · log(days) (twice that of
 * BIC's for one parameter, since days in a row resemble each other); so the cheapest division decides. Null counts were not observed and count as no day at all. Near-linear, at worst O(days²).
 */
export function changePoints(counts: readonly (number | null)[], firstDay: number): ChangePoint[] {
  const seen = counts.flatMap((count, i) => (count === null ? [] : [{ count, day: firstDay + i }]))
  const days = seen.length
  if (days < 2 * shortest) return []
  const size = sizeWithinFortnights(seen.map(({ count }) => count))
  const sums = new Float64Array(days + 1)
  for (const [i, { count }] of seen.entries()) sums[i + 1] = (sums[i] ?? 0) + count
  const at = (i: number) => sums[i] ?? 0
  // What depends on the mean of a spell, as a cost.
  const cost = (from: number, until: number) => {
    const total = at(until) - at(from)
    const length = until - from
    if (total === 0) return 0
    const mean = total / length
    if (size === Number.POSITIVE_INFINITY) return total - total * Math.log(mean)
    return (total + length * size) * Math.log1p(mean / size) - total * Math.log(mean / size)
  }
  const cuts = cheapestDivision(days, cost, { shortest, price: 3 * Math.log(days) })
  return cuts.map((cut, i) => {
    const [left, right] = [cuts[i - 1] ?? 0, cuts[i + 1] ?? days]
    const best = cost(left, cut) + cost(cut, right)
    const fits = (one: number) => cost(left, one) + cost(one, right) <= best + 1.92
    let [low, high] = [cut, cut]
    while (low - 1 > left && fits(low - 1)) low--
    while (high + 1 < right && fits(high + 1)) high++
    const day = (n: number) => seen[n]?.day ?? firstDay
    return {
      day: day(cut),
      between: [day(low), day(high)] as const,
      from: (at(cut) - at(left)) / (cut - left),
      to: (at(right) - at(cut)) / (right - cut),
    }
  })
}

/** The size at which Pearson's χ² within fortnights equals its degrees of freedom; Infinity where days scatter no more than chance. */
function sizeWithinFortnights(counts: readonly number[]): number {
  const blocks = Array.from({ length: Math.floor(counts.length / shortest) }, (_, i) =>
    counts.slice(i * shortest, (i + 1) * shortest),
  ).flatMap(block => {
    const mean = block.reduce((sum, one) => sum + one, 0) / shortest
    return mean === 0 ? [] : [{ mean, squares: block.reduce((sum, one) => sum + (one - mean) ** 2, 0) }]
  })
  const degrees = blocks.length * (shortest - 1)
  const excess = (size: number) =>
    blocks.reduce((sum, { mean, squares }) => sum + squares / (mean + mean ** 2 / size), 0) - degrees
  if (excess(Number.POSITIVE_INFINITY) <= 0) return Number.POSITIVE_INFINITY
  let [low, high] = [Math.log(0.01), Math.log(1e6)]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (excess(Math.exp(middle)) > 0) high = middle
    else low = middle
  }
  return Math.exp((low + high) / 2)
}
