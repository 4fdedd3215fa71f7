import { addScores, type SparseModel } from '../../language/model/sparse.js'
import type { Analysis } from './analysis.js'
import { choiceFeatures, mostChoiceFeatures, type Option } from './choice-features.js'
import type { Labelling } from './k-best.js'
import type { LinkFrame } from './link-features.js'
import type { Marks } from './marks.js'

/** How many readings of a cue are compared. */
export const optionCount = 12

/** The labellings of a window as options; `all` is best first. */
export function options(all: readonly Labelling[]): Option[] {
  const best = all[0]?.score ?? 0
  return all.map(({ labels, score }, rank) => ({
    roles: labels.map(label => (label + 1) >> 1),
    rank,
    below: best - score,
  }))
}

const keys = new Int32Array(mostChoiceFeatures)
const sum = new Int32Array(1)

/** Which option is best, and its probability among them: the chain's own score plus what the whole spans say. */
export function chosen(
  model: SparseModel,
  analysis: Analysis,
  marks: Marks,
  frame: LinkFrame,
  all: readonly Option[],
): { at: number; lead: number } {
  let at = 0
  let top = Number.NEGATIVE_INFINITY
  let total = 0
  for (const [k, option] of all.entries()) {
    const n = choiceFeatures(analysis, marks, frame, option, keys)
    sum[0] = 0
    addScores(model, keys, n, sum)
    const worth = sum[0] * model.scale - option.below
    if (worth > top) {
      total = total * Math.exp(top - worth) + 1
      top = worth
      at = k
    } else total += Math.exp(worth - top)
  }
  return { at, lead: 1 / total }
}
