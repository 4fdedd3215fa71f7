import { averageLinkage, type Edge } from './clusters.js'
import { consensus, type FirstLook, firstLook } from './consensus.js'
import { logOdds, probability, type Trees } from './trees.js'

/** Two models: one sees a pair by itself, the other also what the first found about everybody else. */
export interface PairModel {
  readonly first: Trees
  readonly second: Trees
  /** Groups are joined while their pairs are this likely on average. */
  readonly threshold: number
}

export interface Judgement {
  /** Group of each item, named by its first. */
  readonly groups: Int32Array
  /** How likely it is that two items belong together; compares them if that has not been done. Symmetric. */
  readonly probabilityOf: (a: number, b: number) => number
}

/** A pair whose first log-odds are below this is not looked at again. */
export const secondLook = -6

/** A pair less likely than this does not begin a group. */
const leastLikely = 0.05

/** Judges the candidate `pairs` (`a * size + b`, `a < b`, ascending) by their rows of features, and groups the items; `doubt` is taken off the log-odds of both looks. */
export function judge(
  size: number,
  pairs: Float64Array,
  row: (a: number, b: number) => readonly number[],
  model: PairModel,
  doubt: (a: number, b: number) => number = () => 0,
): Judgement {
  const rows = new Map<number, readonly number[]>()
  const first = pairs.map(pair => {
    const features = row(Math.floor(pair / size), pair % size)
    const doubts = doubt(Math.floor(pair / size), pair % size)
    const value = logOdds(model.first, features, secondLook + doubts) - doubts
    if (value >= secondLook) rows.set(pair, features)
    return value
  })
  const look = firstLook(size, pairs, first)
  const known = new Map<number, number>()
  const edges: Edge[] = []
  pairs.forEach((pair, at) => {
    const a = Math.floor(pair / size)
    const b = pair % size
    const features = rows.get(pair)
    const value = probability(
      features ? secondOpinion(model, look, a, b, first[at]!, features) - doubt(a, b) : first[at]!,
    )
    if (value < leastLikely) return
    known.set(pair, value)
    edges.push({ a, b, probability: value })
  })
  const probabilityOf = (x: number, y: number): number => {
    const a = Math.min(x, y)
    const b = Math.max(x, y)
    let value = known.get(a * size + b)
    if (value === undefined) {
      const features = row(a, b)
      const firstOdds = logOdds(model.first, features) - doubt(a, b)
      value = probability(secondOpinion(model, look, a, b, firstOdds, features) - doubt(a, b))
      known.set(a * size + b, value)
    }
    return value
  }
  return { groups: averageLinkage(size, edges, model.threshold, probabilityOf), probabilityOf }
}

function secondOpinion(
  { second }: PairModel,
  look: FirstLook,
  a: number,
  b: number,
  first: number,
  features: readonly number[],
): number {
  return first < secondLook ? first : logOdds(second, [...consensus(look, a, b, first), ...features])
}
