import type { Alignment } from './alignment.js'
import type { Collection } from './collection.js'
import { comparisons } from './comparisons.js'
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
export const kinReach = { neighbours: 14, similarity: 0.06 } as const

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
  return {
    ...judge(collection.profiles.length, pairs, row, model, doubt),
    alignmentOf: alignment,
    kinOf: visitor =>
      visit(visitor)
        .map(({ place, row }) => ({ place, probability: probability(logOdds(model.first, row)) }))
        .filter(found => found.probability >= model.threshold)
        .sort((a, b) => b.probability - a.probability || a.place - b.place),
  }
}
