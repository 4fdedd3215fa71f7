import jStat from 'jstat'

/**
 * Counts that scatter more than chance alone would: variance = mean + mean² / size.
 *
 * `size` above 0; Infinity is the Poisson distribution, where variance and mean are the same.
 */
export interface NegativeBinomial {
  readonly mean: number
  readonly size: number
}

/**
 * The distribution that most likely gave these counts; the mean is their mean.
 *
 * Size by maximum likelihood (golden section on its logarithm), between 0.01 and 10,000; above that it is taken for Poisson.
 * Empty counts have the mean 0. O(distinct counts · steps).
 */
export function fitted(counts: readonly number[]): NegativeBinomial {
  const mean = counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length
  if (mean === 0 || varianceOf(counts, mean) <= mean) return { mean, size: Number.POSITIVE_INFINITY }
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  const likelihood = (log: number) => {
    let sum = 0
    for (const [count, times] of tally) sum += times * logChance(count, { mean, size: Math.exp(log) })
    return sum
  }
  const size = Math.exp(highest(likelihood, Math.log(least), Math.log(most)))
  return { mean, size: size > most * 0.9 ? Number.POSITIVE_INFINITY : size }
}

const least = 0.01
const most = 10_000

/** Sample variance, by n - 1; 0 for fewer than two. */
export function varianceOf(counts: readonly number[], mean: number): number {
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, counts.length - 1)
}

/** Natural logarithm of the chance of `count`. */
export function logChance(count: number, { mean, size }: NegativeBinomial): number {
  if (mean === 0) return count === 0 ? 0 : Number.NEGATIVE_INFINITY
  const ways = -jStat.gammaln(count + 1)
  if (size === Number.POSITIVE_INFINITY) return ways + count * Math.log(mean) - mean
  return (
    ways +
    jStat.gammaln(count + size) -
    jStat.gammaln(size) +
    size * Math.log(size / (size + mean)) +
    count * Math.log(mean / (size + mean))
  )
}

/** The least count that is exceeded with a chance of at most `1 - level`. `level` in (0, 1). O(log of the answer). */
export function upperLimit(distribution: NegativeBinomial, level: number): number {
  if (distribution.mean === 0) return 0
  let high = Math.max(1, Math.ceil(distribution.mean))
  while (atMost(high, distribution) < level) high *= 2
  let low = -1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (atMost(middle, distribution) >= level) high = middle
    else low = middle
  }
  return high
}

/** The chance of `count` or fewer: I_p(size, count + 1) with p = size / (size + mean). */
function atMost(count: number, { mean, size }: NegativeBinomial): number {
  if (size !== Number.POSITIVE_INFINITY) return jStat.ibeta(size / (size + mean), size, count + 1)
  let term = Math.exp(-mean)
  let sum = term
  for (let i = 1; i <= count; i++) {
    term *= mean / i
    sum += term
  }
  // Far from 0 the first term underflows: a very large size is the same distribution to all digits that matter.
  return term === 0 && mean > 700 ? atMost(count, { mean, size: 1e9 }) : sum
}

const ratio = (Math.sqrt(5) - 1) / 2

/** Where a function with one summit is highest, by golden section. */
function highest(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  let a = high - ratio * (high - low)
  let b = low + ratio * (high - low)
  let [atA, atB] = [f(a), f(b)]
  while (high - low > 1e-4) {
    if (atA >= atB) {
      high = b
      ;[b, atB] = [a, atA]
      a = high - ratio * (high - low)
      atA = f(a)
    } else {
      low = a
      ;[a, atA] = [b, atB]
      b = low + ratio * (high - low)
      atB = f(b)
    }
  }
  return (low + high) / 2
}
