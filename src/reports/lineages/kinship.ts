import type { Alignment } from './alignment.js'
import type { Collection } from './collection.js'
import { comparisons, rowNames } from './comparisons.js'
import { type Judgement, judge } from './judgement.js'
import model from './kinship.json' with { type: 'json' }
import type { Reading } from './reading.js'
import { logOdds, probability } from './trees.js'

/** Which reports derive from one text, how sure each pair is, and how their sentences answer to each other. */
export interface Kinship extends Judgement {
  readonly alignmentOf: (a: number, b: number) => Alignment
  /** Who of the collection is kin to a report that is not in it, and how likely, the likeliest first. */
  readonly kinOf: (visitor: Reading) => { readonly place: number; readonly probability: number }[]
}

/** Of the pairs below this likeness one in two thousand are kin, and most of them are found by way of their own kin. */
export const kinReach = { neighbours: 14, similarity: 0.06, few: 60 } as const

/**
 * A text of fewer words gives too little to go by: two headlines on one event share most of theirs. It belongs to another
 * only where at least half of it stands there word for word. Among the rewrites learned from, one in a hundred is shorter
 * than 78 words.
 */
const fewestWords = 40
const copiedShare = 0.5
const lengthShort = rowNames.indexOf('lengthShort')
const longestRun = rowNames.indexOf('longestRun')

/** Whether a row of features says that the shorter text is too short to be told from a stranger. */
function tellsTooLittle(row: readonly number[]): boolean {
  const words = Math.expm1(row[lengthShort]!)
  return words < fewestWords && Math.expm1(row[longestRun]!) < copiedShare * words
}

/**
 * In a collection of few a false join hides a source from a reader who counts them on two hands, so it takes more to join
 * there. Cross-validated on drawn cases (training/lineages.ts).
 */
const cautious = 0.7

/**
 * The kin among the reports of a collection.
 *
 * The model comes from `training/lineages.ts`: rewrites by language models against independent reports of the same
 * events. It looks at what a rewriter cannot help but take over (names, numbers, quotations, the order of the account)
 * and at what only an independent reporter has.
 *
 * @param doubt what else speaks against a pair, in log-odds, 0 for nothing; symmetric
 */
export function kinship(collection: Collection, doubt: (a: number, b: number) => number = () => 0): Kinship {
  const { pairs, row, alignment, visit } = comparisons(collection, kinReach)
  const size = collection.profiles.length
  const threshold = size <= kinReach.few ? cautious : model.threshold
  const isShort = collection.profiles.map(({ words }) => words.length < fewestWords)
  const doubts = (a: number, b: number) =>
    (isShort[a] || isShort[b]) && tellsTooLittle(row(a, b)) ? Number.POSITIVE_INFINITY : doubt(a, b)
  return {
    ...judge(size, pairs, row, { ...model, threshold }, doubts),
    alignmentOf: alignment,
    kinOf: visitor =>
      visit(visitor)
        .filter(({ row }) => !tellsTooLittle(row))
        .map(({ place, row }) => ({ place, probability: probability(logOdds(model.first, row)) }))
        .filter(found => found.probability >= threshold)
        .sort((a, b) => b.probability - a.probability || a.place - b.place),
  }
}
