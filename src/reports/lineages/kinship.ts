import { candidates } from './candidates.js'
import { averageLinkage, type Edge } from './clusters.js'
import type { Collection } from './collection.js'
import { type Prepared, pairFeatures, prepare } from './features.js'
import model from './model.json' with { type: 'json' }
import { logOdds, probability } from './trees.js'

/** Which reports derive from one text, and how sure each pair is. */
export interface Kinship {
  /** Group of each report, named by its first member's place. */
  readonly groups: Int32Array
  /** Probability that the two derive from one text; compares them if that has not been done. */
  readonly probabilityOf: (a: number, b: number) => number
}

/**
 * Two groups of reports are one lineage where their pairs are kin with this probability on average. Measured on
 * rewrites by language models against independent reports of the same events: docs/decisions/ has the figures.
 */
const threshold = 0.5

export function kinship(collection: Collection): Kinship {
  const size = collection.profiles.length
  const prepared: (Prepared | undefined)[] = []
  const prepare1 = (report: number) => (prepared[report] ??= prepare(collection.profiles[report]!, collection.weights))
  const known = new Map<number, number>()
  const probabilityOf = (a: number, b: number): number => {
    const key = Math.min(a, b) * size + Math.max(a, b)
    let found = known.get(key)
    if (found === undefined) {
      found = probability(logOdds(model, pairFeatures(prepare1(a), prepare1(b), collection)))
      known.set(key, found)
    }
    return found
  }
  const edges: Edge[] = candidates(collection).map(({ a, b }) => ({ a, b, probability: probabilityOf(a, b) }))
  return { groups: averageLinkage(size, edges, threshold, probabilityOf), probabilityOf }
}
