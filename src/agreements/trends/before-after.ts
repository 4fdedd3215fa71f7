import jStat from 'jstat'

/** Counts of two spells and how the second compares with the first. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
  /** Observed days on each side. */
  readonly days: readonly [number, number]
  /** Rate after over rate before, with its interval of confidence; null: no event on either side, or a side without days. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number } | null
  /** What the interval says: `unclear` where it holds 1. */
  readonly change: 'fell' | 'rose' | 'unclear'
}

/**
 * How much the daily rate changed from one spell to the next.
 *
 * Quasi-Poisson: variance is taken for φ times the mean, φ estimated within the spells (Pearson), by days and by weeks, the
 * larger of both, never below 1; so days that scatter or come in runs widen the interval. Student's t with the days less 2.
 * Where a side has no event, half a one is added to each (Haldane).
 *
 * @param before,after counts of days in order; null: not observed
 */
export function beforeAfter(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  confidence = 0.95,
): BeforeAfter {
  const sides = [before, after].map(side => side.filter(one => one !== null))
  const [a = [], b = []] = sides
  const [inA, inB] = [sum(a), sum(b)]
  const plain = { before: inA, after: inB, days: [a.length, b.length] as const }
  const degrees = a.length + b.length - 2
  if (a.length === 0 || b.length === 0 || inA + inB === 0 || degrees < 1)
    return { ...plain, ratio: null, change: 'unclear' }
  const added = inA === 0 || inB === 0 ? 0.5 : 0
  const value = (inB + added) / b.length / ((inA + added) / a.length)
  const scatter = Math.max(1, overdispersion([a, b]), overdispersion([weekly(a), weekly(b)]))
  const error = Math.sqrt(scatter * (1 / (inA + added) + 1 / (inB + added)))
  const reach = jStat.studentt.inv(1 - (1 - confidence) / 2, degrees) * error
  const [low, high] = [value * Math.exp(-reach), value * Math.exp(reach)]
  return { ...plain, ratio: { value, low, high }, change: high < 1 ? 'fell' : low > 1 ? 'rose' : 'unclear' }
}

/** Pearson's χ² over its degrees of freedom, each spell with its own mean; 0 where it cannot be told. */
function overdispersion(spells: readonly (readonly number[])[]): number {
  const degrees = spells.reduce((total, spell) => total + Math.max(0, spell.length - 1), 0)
  if (degrees < 3) return 0
  const total = spells.reduce((chi, spell) => {
    const mean = sum(spell) / spell.length
    return mean === 0 ? chi : chi + spell.reduce((part, one) => part + (one - mean) ** 2 / mean, 0)
  }, 0)
  return total / degrees
}

/** Sums of full weeks. */
function weekly(days: readonly number[]): number[] {
  return Array.from({ length: Math.floor(days.length / 7) }, (_, week) => sum(days.slice(week * 7, week * 7 + 7)))
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
