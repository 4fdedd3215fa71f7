import { add, compare, divide, multiply, type Ratio, subtract, zero } from './ratio.js'

/** Someone with a stake in one question that has a scale: how much it could bring to bear, how much it cares, what it wants. */
export interface Stakeholder {
  readonly name: string
  readonly capability: Ratio
  readonly salience: Ratio
  readonly position: Ratio
}

/** Where the weight of the stakeholders lies. A description of who pulls where, not a forecast. */
export interface Influence {
  /** Capability times salience weighted mean of positions. */
  readonly mean: Ratio
  /** The position at which half of the weight is reached; two where exactly half lies on each side. */
  readonly median: readonly [Ratio, Ratio]
  readonly stakeholders: readonly Leverage[]
}

export interface Leverage {
  readonly name: string
  /** Its share of all capability times salience: how far the mean moves when its position moves by one. */
  readonly share: Ratio
  /** How far the mean would move if it were not there; null: nobody would be left. */
  readonly without: Ratio | null
  /** Whether the median is another without it. */
  readonly pivotal: boolean
}

/** Exact weighted mean, median and leverage. Null when nobody has any weight. */
export function influence(stakeholders: readonly Stakeholder[]): Influence | null {
  const mean = weightedMean(stakeholders)
  const median = weightedMedian(stakeholders)
  if (!mean || !median) return null
  const total = totalWeight(stakeholders)
  return {
    mean,
    median,
    stakeholders: stakeholders.map(one => {
      const others = stakeholders.filter(other => other !== one)
      const without = weightedMean(others)
      const then = weightedMedian(others)
      return {
        name: one.name,
        share: divide(weight(one), total),
        without: without && subtract(without, mean),
        pivotal: !then || compare(then[0], median[0]) !== 0 || compare(then[1], median[1]) !== 0,
      }
    }),
  }
}

const weight = ({ capability, salience }: Stakeholder): Ratio => multiply(capability, salience)
const totalWeight = (of: readonly Stakeholder[]): Ratio => of.reduce((sum, one) => add(sum, weight(one)), zero)

function weightedMean(of: readonly Stakeholder[]): Ratio | null {
  const total = totalWeight(of)
  if (total.n === 0n) return null
  return divide(
    of.reduce((sum, one) => add(sum, multiply(weight(one), one.position)), zero),
    total,
  )
}

function weightedMedian(of: readonly Stakeholder[]): [Ratio, Ratio] | null {
  const sorted = of.filter(one => weight(one).n > 0n).sort((a, b) => compare(a.position, b.position))
  const total = totalWeight(sorted)
  let sum = zero
  for (const [i, stakeholder] of sorted.entries()) {
    sum = add(sum, weight(stakeholder))
    const side = compare(add(sum, sum), total)
    if (side > 0) return [stakeholder.position, stakeholder.position]
    if (side === 0) return [stakeholder.position, (sorted[i + 1] ?? stakeholder).position]
  }
  return null
}
