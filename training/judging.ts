import { averageLinkage } from '../src/reports/lineages/clusters.js'
import { consensus, consensusNames, firstLook } from '../src/reports/lineages/consensus.js'
import { type PairModel, secondLook } from '../src/reports/lineages/judgement.js'
import { logOdds, probability, type Trees } from '../src/reports/lineages/trees.js'
import { bag } from './bags.js'
import { type Boosting, boost, seeded, usual } from './boosting.js'

/** One collection to learn from: its candidate pairs with their rows and labels. */
export interface Lesson {
  readonly size: number
  readonly pairs: readonly LessonPair[]
  /** The fold of each item: items that have to do with each other share one. */
  readonly folds: readonly number[]
}

export interface LessonPair {
  readonly a: number
  readonly b: number
  readonly row: Float32Array
  readonly same: boolean
  /** How much it counts; a `hard` pair is never left out. */
  readonly weight: number
  readonly hard: boolean
}

export interface Schooling {
  readonly names: readonly string[]
  readonly folds: number
  readonly bags: number
  readonly first: Partial<Boosting>
  readonly second: Partial<Boosting>
}

/** What the two models say of each pair of each lesson without having seen its fold. */
export interface Unseen {
  readonly first: readonly Float64Array[]
  readonly second: readonly Float64Array[]
}

/** Cross-validates both models, without bagging: the second learns from what the first says of folds it has not seen. */
export function crossValidate(lessons: readonly Lesson[], how: Schooling): Unseen {
  const thinned = thin(lessons, how.names)
  const first = outOfFold(lessons, how, thinned, how.names, how.first, (lesson, at) => lesson.pairs[at]!.row)
  const rows = lessons.map((lesson, index) => secondRows(lesson, first[index]!))
  const kept = lessons.map((lesson, index) =>
    Float64Array.from(lesson.pairs, (pair, at) => (first[index]![at]! < secondLook ? 0 : pair.weight)),
  )
  const names = [...consensusNames, ...how.names]
  const second = outOfFold(lessons, how, kept, names, how.second, (_, at, index) => rows[index]![at]!)
  second.forEach((says, index) => {
    says.forEach((_, at) => {
      if (first[index]![at]! < secondLook) says[at] = first[index]![at]!
    })
  })
  return { first, second }
}

/** Both models, from all lessons; `unseen` is what a first model said of pairs that it had not seen. */
export function school(lessons: readonly Lesson[], how: Schooling, unseen: Unseen, threshold: number): PairModel {
  const thinned = thin(lessons, how.names)
  const all = lessons.flatMap((lesson, index) =>
    lesson.pairs.map((pair, at) => ({ ...pair, weight: thinned[index]![at]! })),
  )
  const rows = lessons.map((lesson, index) => secondRows(lesson, unseen.first[index]!))
  const again = lessons.flatMap((lesson, index) =>
    lesson.pairs.flatMap((pair, at) =>
      unseen.first[index]![at]! < secondLook ? [] : [{ ...pair, row: rows[index]![at]! }],
    ),
  )
  return {
    threshold,
    first: trained(how.names, all, how.bags, how.first),
    second: trained([...consensusNames, ...how.names], again, how.bags, how.second),
  }
}

/** Groups of a lesson's items by the log-odds of its pairs; pairs without any are strangers. */
export function grouped({ size, pairs }: Lesson, says: ArrayLike<number>, threshold: number): Int32Array {
  const known = new Map(pairs.map(({ a, b }, at) => [a * size + b, probability(says[at]!)]))
  const edges = pairs.map(({ a, b }) => ({ a, b, probability: known.get(a * size + b)! }))
  return averageLinkage(size, edges, threshold, (a, b) => known.get(a * size + b) ?? 0.01)
}

export function logLoss({ pairs }: Lesson, says: ArrayLike<number>): number {
  return pairs.reduce((sum, { same }, at) => sum + Math.log1p(Math.exp(same ? -says[at]! : says[at]!)), 0)
}

/** Most pairs are plainly strangers: of those, one in eight stands for all. Weights by lesson and pair. */
function thin(lessons: readonly Lesson[], names: readonly string[]): Float64Array[] {
  const some = lessons.flatMap(({ pairs }) => pairs.filter((_, at) => at % 3 === 0))
  const quick = trained(names, some, 1, { rounds: 25, rate: 0.3 })
  const random = seeded(3)
  return lessons.map(({ pairs }) =>
    Float64Array.from(pairs, ({ same, hard, row, weight }) => {
      if (same || hard || logOdds(quick, row) > -6) return weight
      return random() < 1 / 8 ? 8 * weight : 0
    }),
  )
}

function trained(
  names: readonly string[],
  pairs: readonly { readonly row: Float32Array; readonly same: boolean; readonly weight: number }[],
  bags: number,
  how: Partial<Boosting>,
): Trees {
  const used = pairs.filter(pair => pair.weight > 0)
  const labels = used.map(pair => Number(pair.same))
  const rows = used.map(pair => pair.row)
  const weights = used.map(pair => pair.weight)
  return bags === 1
    ? boost(names, rows, labels, weights, { ...usual, ...how })
    : bag(names, rows, labels, weights, bags, how)
}

function outOfFold(
  lessons: readonly Lesson[],
  { folds }: Schooling,
  weights: readonly Float64Array[],
  names: readonly string[],
  how: Partial<Boosting>,
  rowOf: (lesson: Lesson, at: number, index: number) => Float32Array,
): Float64Array[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    trained(
      names,
      lessons.flatMap((lesson, index) =>
        lesson.pairs.flatMap(({ a, b, same }, at) =>
          weights[index]![at]! > 0 && lesson.folds[a] !== fold && lesson.folds[b] !== fold
            ? [{ row: rowOf(lesson, at, index), same, weight: weights[index]![at]! }]
            : [],
        ),
      ),
      1,
      how,
    ),
  )
  return lessons.map((lesson, index) =>
    Float64Array.from(lesson.pairs, ({ a, b }, at) => {
      const row = rowOf(lesson, at, index)
      if (!row) return 0
      const x = logOdds(models[lesson.folds[a]!]!, row)
      return lesson.folds[a] === lesson.folds[b] ? x : (x + logOdds(models[lesson.folds[b]!]!, row)) / 2
    }),
  )
}

function secondRows({ size, pairs }: Lesson, first: Float64Array): Float32Array[] {
  const keys = Float64Array.from(pairs, ({ a, b }) => a * size + b)
  const look = firstLook(size, keys, first)
  return pairs.map(({ a, b, row }, at) => {
    const says = consensus(look, a, b, first[at]!)
    const joined = new Float32Array(says.length + row.length)
    joined.set(says)
    joined.set(row, says.length)
    return joined
  })
}
