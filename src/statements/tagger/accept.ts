import { addScores, type SparseModel } from '../../language/model/sparse.js'
import { acceptFeatures, mostAcceptFeatures, runLength } from './accept-features.js'
import type { Analysis } from './analysis.js'
import type { Link, Run } from './links.js'
import type { Marks } from './marks.js'

export interface Accepted {
  readonly link: Link
  /** Probability that the attribution is right. */
  readonly confidence: number
}

/** Two logistic models: the second knows what the first holds of the links around. */
export interface Judges {
  readonly judge: SparseModel
  readonly secondJudge: SparseModel
}

/** The probability of each link that it is an attribution. */
export function confidences(judges: Judges, analysis: Analysis, marks: Marks, all: readonly Link[]): number[] {
  const likely = all.map(({ candidate }) => candidate.probability)
  return judged(judges.secondJudge, analysis, marks, all, judged(judges.judge, analysis, marks, all, likely))
}

/** The probability of each link by one judge; `strength` is how likely each link is by what is known before. */
export function judged(
  model: SparseModel,
  analysis: Analysis,
  marks: Marks,
  all: readonly Link[],
  strength: readonly number[],
): number[] {
  const keys = new Int32Array(mostAcceptFeatures)
  const sum = new Int32Array(1)
  return all.map((_, index) => {
    const n = acceptFeatures(analysis, marks, all, strength, index, keys)
    sum[0] = 0
    addScores(model, keys, n, sum)
    return 1 / (1 + Math.exp(-sum[0]! * model.scale))
  })
}

/**
 * The links that hold up, in the order of their cues: those of at least `threshold`, best first, unless an accepted one
 * has the same cue or half of the same content. `tokens` is the number of tokens of the text.
 */
export function accepted(
  all: readonly Link[],
  confidence: readonly number[],
  threshold: number,
  tokens: number,
): Accepted[] {
  const order = all.map((_, i) => i).sort((a, b) => confidence[b]! - confidence[a]! || a - b)
  /** Number of the accepted link whose content, and whose cue, each token is, plus 1. */
  const contentOf = new Int32Array(tokens)
  const cueOf = new Int32Array(tokens)
  const kept: number[] = []
  for (const i of order) {
    if (confidence[i]! < threshold) break
    const link = all[i]!
    const length = runLength(link.content)
    if (length === 0 || owners(cueOf, link.cue).size > 0) continue
    const isTaken = [...owners(contentOf, link.content)].some(
      ([other, common]) => common * 2 > Math.min(length, runLength(all[other - 1]!.content)),
    )
    if (isTaken) continue
    kept.push(i)
    for (const [from, to] of link.content) contentOf.fill(i + 1, from, to)
    for (const [from, to] of link.cue) cueOf.fill(i + 1, from, to)
  }
  return kept.sort((a, b) => a - b).map(i => ({ link: all[i]!, confidence: confidence[i]! }))
}

/** How many tokens of `runs` each owner has. */
function owners(ownerOf: Int32Array, runs: readonly Run[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const [from, to] of runs)
    for (let i = from; i < to; i++) if (ownerOf[i]! > 0) found.set(ownerOf[i]!, (found.get(ownerOf[i]!) ?? 0) + 1)
  return found
}
