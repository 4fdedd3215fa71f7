import type { Alignment } from './alignment.js'
import type { Collection } from './collection.js'
import { comparisons } from './comparisons.js'
import { type Judgement, judge } from './judgement.js'
import model from './kinship.json' with { type: 'json' }

/** Which reports derive from one text, how sure each pair is, and how their sentences answer to each other. */
export interface Kinship extends Judgement {
  readonly alignmentOf: (a: number, b: number) => Alignment
}

/** Reports like each one that are looked at more closely. */
export const kinLimit = 14

/**
 * The kin among the reports of a collection.
 *
 * The model comes from `training/lineages.ts`: rewrites by language models against independent reports of the same
 * events. It looks at what a rewriter cannot help but take over (names, numbers, quotations, the order of the account)
 * and at what only an independent reporter has.
 */
export function kinship(collection: Collection): Kinship {
  const { pairs, row, alignment } = comparisons(collection, kinLimit)
  return { ...judge(collection.profiles.length, pairs, row, model), alignmentOf: alignment }
}
