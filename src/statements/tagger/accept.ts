import { rowOf, type SparseModel } from '../../language/model/sparse.js'
import { acceptFeatures, mostAcceptFeatures, runLength, shared } from './accept-features.js'
import type { Analysis } from './analysis.js'
import type { Link } from './links.js'
import type { Marks } from './marks.js'

export interface Accepted {
  readonly link: Link
  /** Probability that the attribution is right. */
  readonly confidence: number
}

/** The probability of each link that it is an attribution (logistic). */
export function confidences(model: SparseModel, analysis: Analysis, marks: Marks, all: readonly Link[]): number[] {
  const keys = new Int32Array(mostAcceptFeatures)
  return all.map((_, index) => {
    const n = acceptFeatures(analysis, marks, all, index, keys)
    let sum = 0
    for (let k = 0; k < n; k++) {
      const row = rowOf(model, keys[k]!)
      if (row >= 0) sum += model.weights[model.begin[row]!]!
    }
    return 1 / (1 + Math.exp(-sum * model.scale))
  })
}

/**
 * The links that hold up, in the order of their cues: those of at least `threshold`, best first, unless an accepted one
 * has the same cue or half of the same content.
 */
export function accepted(all: readonly Link[], confidence: readonly number[], threshold: number): Accepted[] {
  const order = all.map((_, i) => i).sort((a, b) => confidence[b]! - confidence[a]! || a - b)
  const kept: number[] = []
  for (const i of order) {
    if (confidence[i]! < threshold) break
    const link = all[i]!
    const length = runLength(link.content)
    if (length === 0) continue
    const isTaken = kept.some(k => {
      const other = all[k]!
      if (Math.abs(other.candidate.from - link.candidate.from) > 400) return false
      const common = shared(link.content, other.content)
      return common * 2 > Math.min(length, runLength(other.content)) || shared(link.cue, other.cue) > 0
    })
    if (!isTaken) kept.push(i)
  }
  return kept.sort((a, b) => a - b).map(i => ({ link: all[i]!, confidence: confidence[i]! }))
}
