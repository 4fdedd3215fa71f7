import { probability } from './trees.js'

/** What the other reports say about a pair: kin of kin are kin, and who is kin to one only speaks against it. */
export const consensusNames = [
  'first',
  'bestOtherBetter',
  'bestOtherWorse',
  'path',
  'kinToBoth',
  'conflictBetter',
  'conflictWorse',
  'kinBetter',
  'kinWorse',
] as const

/** Likelihoods below this do not speak. */
const leastProbability = 0.02
/** What is assumed of a pair that was not compared, or not likely. */
const unlikely = 0.005

/** First likelihoods of a collection's pairs, by report. */
export interface FirstLook {
  readonly kin: ReadonlyMap<number, ReadonlyMap<number, number>>
}

/** `pairs` as `a * size + b`; `logOdds` of each. */
export function firstLook(size: number, pairs: Float64Array, logOdds: Float64Array): FirstLook {
  const kin = new Map<number, Map<number, number>>()
  const add = (report: number, other: number, value: number) => {
    const of = kin.get(report)
    if (of) of.set(other, value)
    else kin.set(report, new Map([[other, value]]))
  }
  pairs.forEach((pair, at) => {
    const value = probability(logOdds[at]!)
    if (value < leastProbability) return
    const a = Math.floor(pair / size)
    const b = pair % size
    add(a, b, value)
    add(b, a, value)
  })
  return { kin }
}

const nobody: ReadonlyMap<number, number> = new Map()

/** The features of a pair in the order of `consensusNames`. Symmetric. */
export function consensus({ kin }: FirstLook, a: number, b: number, logOdds: number): number[] {
  const x = sideOf(kin.get(a) ?? nobody, kin.get(b) ?? nobody, b)
  const y = sideOf(kin.get(b) ?? nobody, kin.get(a) ?? nobody, a)
  return [
    logOdds,
    Math.max(x.best, y.best),
    Math.min(x.best, y.best),
    x.path,
    x.both,
    Math.max(x.conflict, y.conflict),
    Math.min(x.conflict, y.conflict),
    Math.max(x.total, y.total),
    Math.min(x.total, y.total),
  ]
}

function sideOf(own: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>, other: number) {
  let best = 0
  let path = 0
  let both = 0
  let conflict = 0
  let total = 0
  for (const [report, value] of own) {
    if (report === other) continue
    const there = others.get(report) ?? unlikely
    best = Math.max(best, value)
    total += value
    path = Math.max(path, Math.min(value, there))
    conflict = Math.max(conflict, value - there)
    if (value > 0.5 && there > 0.5) both++
  }
  return { best, path, both, conflict, total }
}
