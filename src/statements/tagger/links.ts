import type { SparseModel } from '../../language/model/sparse.js'
import type { Analysis } from './analysis.js'
import { type Candidate, candidates } from './candidates.js'
import { begin, type Chain, computeMarginals, expEdges, type Lattice, newLattice, score } from './chain.js'
import { chosen, optionCount, options } from './choice.js'
import { kBest, type Labelling } from './k-best.js'
import { linkLabels } from './labels.js'
import { type LinkFrame, linkFeatures, linkFrame, mostLinkFeatures } from './link-features.js'
import { joinKind } from './mark-features.js'
import type { Marks } from './marks.js'

/** What the second chain finds for one candidate. Token runs `[first, one after the last]`, in order. */
export interface Link {
  readonly candidate: Candidate
  readonly source: readonly Run[]
  readonly cue: readonly Run[]
  readonly content: readonly Run[]
  /** Mean probability of the labels of each part; 0 where the part is missing. */
  readonly sourceProbability: number
  readonly cueProbability: number
  readonly contentProbability: number
  /** Logarithm of the probability of the whole reading. */
  readonly logProbability: number
  /** Probability of this reading among the best ones, by what their whole spans say. */
  readonly lead: number
}

export type Run = readonly [number, number]

export interface LinkModels {
  readonly links: Chain
  /** Compares the best labellings of a cue as wholes. */
  readonly choice: SparseModel
}

export interface LinkReader {
  readonly models: LinkModels
  readonly lattice: Lattice
  readonly keys: Int32Array
  readonly edges: Float32Array
}

export function linkReader(models: LinkModels): LinkReader {
  return { models, lattice: newLattice(), keys: new Int32Array(mostLinkFeatures), edges: expEdges(models.links.edges) }
}

/**
 * Cues less likely are not read: on dev half a point is won by leaving them out, and a third of the time. In
 * training they are read, since the judges learn from what does not hold up.
 */
const leastLikely = 0.25

/** For each possible cue of at least some probability its best source and content. */
export function links(analysis: Analysis, marks: Marks, reader: LinkReader, least = leastLikely): Link[] {
  const all = candidates(analysis, marks)
  return all.flatMap(({ isBest, probability }, index) =>
    isBest || probability >= least ? [link(analysis, marks, linkFrame(analysis, all, index), reader)] : [],
  )
}

/** Labels below take no part in the comparison of labellings. */
const leastMarginal = 0.001

/** The labellings of one cue's window, best first; leaves the lattice of the chain in `reader`. */
export function labellings(analysis: Analysis, marks: Marks, frame: LinkFrame, reader: LinkReader): Labelling[] {
  const { lattice, keys } = reader
  const { links: chain } = reader.models
  const { windowFrom, windowTo } = frame.candidate
  begin(lattice, windowTo - windowFrom, linkLabels.length)
  for (let i = windowFrom; i < windowTo; i++) {
    const n = linkFeatures(analysis, marks, frame, i, keys)
    score(chain, lattice, i - windowFrom, keys, n)
    lattice.kinds[i - windowFrom] = joinKind(analysis, i)
  }
  computeMarginals(lattice, linkLabels.length, reader.edges)
  return kBest(chain, lattice, optionCount, leastMarginal)
}

function link(analysis: Analysis, marks: Marks, frame: LinkFrame, reader: LinkReader): Link {
  const { lattice } = reader
  const labels = linkLabels.length
  const { windowFrom } = frame.candidate
  const all = labellings(analysis, marks, frame, reader)
  const { at, lead } = chosen(reader.models.choice, analysis, marks, frame, options(all))
  const best = all[at]!
  const part = (first: number) => {
    const runs: [number, number][] = []
    let sum = 0
    let count = 0
    for (let k = 0; k < best.labels.length; k++) {
      const label = best.labels[k]!
      if (label !== first && label !== first + 1) continue
      const base = k * labels
      sum += lattice.marginals[base + first]! + lattice.marginals[base + first + 1]!
      count++
      const run = runs.at(-1)
      if (run && run[1] === windowFrom + k) run[1]++
      else runs.push([windowFrom + k, windowFrom + k + 1])
    }
    return { runs, probability: count === 0 ? 0 : sum / count }
  }
  const source = part(1)
  const cue = part(3)
  const content = part(5)
  return {
    candidate: frame.candidate,
    source: source.runs,
    cue: cue.runs,
    content: content.runs,
    sourceProbability: source.probability,
    cueProbability: cue.probability,
    contentProbability: content.probability,
    logProbability: best.score - lattice.logSum,
    lead,
  }
}
