import { fitted, upperLimit, varianceOf } from './negative-binomial.js'

/** One day against the days before it. */
export interface DayLimit {
  /** Days since 1970-01-01. */
  readonly day: number
  readonly count: number
  /** Mean of the days before, and the count that an ordinary day exceeds with a chance of 1 - level at most; null: too few days. */
  readonly expected: number | null
  readonly limit: number | null
  /** The limit that a Poisson model would set: shown for what it is, too low where days scatter. */
  readonly poissonLimit: number | null
}

export interface Baseline {
  /** How many days before a day tell what is ordinary; fewer than half of them observed: no limit. */
  readonly window: number
  /** 0.995: about one false alarm in 200 ordinary days. */
  readonly level: number
}

export const usualBaseline: Baseline = { window: 56, level: 0.995 }

/**
 * For each day the limit that its count should not exceed if it were like the days before it.
 *
 * `counts[i]` belongs to `firstDay + i`; null: nobody observed that day, it neither alarms nor teaches. Only earlier days
 * teach, so that a limit is what one could have said that day. Negative binomial by maximum likelihood, widened for the
 * uncertainty of the mean. O(days · window).
 */
export function limits(
  counts: readonly (number | null)[],
  firstDay: number,
  { window, level }: Baseline = usualBaseline,
): DayLimit[] {
  return counts.flatMap((count, i): DayLimit[] => {
    if (count === null) return []
    const before = counts.slice(Math.max(0, i - window), i).filter(one => one !== null)
    const day = firstDay + i
    if (before.length < window / 2) return [{ day, count, expected: null, limit: null, poissonLimit: null }]
    const { mean, size } = fitted(before)
    // Before a first event ever is seen, the rule of three: up to 3 / n may be the mean (95 %).
    const known = mean === 0 ? 3 / before.length : mean
    return [
      {
        day,
        count,
        expected: mean,
        limit: upperLimit({ mean: known, size: widened(known, size, before.length) }, level),
        poissonLimit: upperLimit({ mean: known, size: Number.POSITIVE_INFINITY }, level),
      },
    ]
  })
}

/** The size whose variance holds that of a day and that of a mean over `days`. */
function widened(mean: number, size: number, days: number): number {
  const variance = (mean + mean ** 2 / size) * (1 + 1 / days)
  return mean ** 2 / (variance - mean)
}

/** Variance over mean of daily counts: 1 where chance alone scatters them; null without any event. */
export function dispersion(counts: readonly (number | null)[]): number | null {
  const seen = counts.filter(one => one !== null)
  const mean = seen.reduce((sum, one) => sum + one, 0) / Math.max(1, seen.length)
  return mean === 0 ? null : varianceOf(seen, mean) / mean
}
