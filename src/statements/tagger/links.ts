import type { Analysis } from './analysis.js'
import { type Candidate, candidates } from './candidates.js'
import {
  begin,
  bestLabels,
  type Chain,
  computeMarginals,
  expEdges,
  type Lattice,
  newLattice,
  score,
  scoreOf,
} from './chain.js'
import { linkLabels } from './labels.js'
import { linkFeatures, linkFrame, mostLinkFeatures } from './link-features.js'
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
}

export type Run = readonly [number, number]

export interface LinkReader {
  readonly chain: Chain
  readonly lattice: Lattice
  readonly keys: Int32Array
  readonly edges: Float32Array
}

export function linkReader(chain: Chain): LinkReader {
  return { chain, lattice: newLattice(), keys: new Int32Array(mostLinkFeatures), edges: expEdges(chain.edges) }
}

/** For each possible cue its best source and content. */
export function links(analysis: Analysis, marks: Marks, reader: LinkReader): Link[] {
  const all = candidates(analysis, marks)
  return all.map((_, index) => link(analysis, marks, all, index, reader))
}

function link(analysis: Analysis, marks: Marks, all: readonly Candidate[], index: number, reader: LinkReader): Link {
  const { chain, lattice, keys, edges } = reader
  const labels = linkLabels.length
  const frame = linkFrame(analysis, all, index)
  const { windowFrom, windowTo } = frame.candidate
  begin(lattice, windowTo - windowFrom, labels)
  for (let i = windowFrom; i < windowTo; i++) {
    const n = linkFeatures(analysis, marks, frame, i, keys)
    score(chain, lattice, i - windowFrom, keys, n)
    lattice.kinds[i - windowFrom] = joinKind(analysis, i)
  }
  const best = bestLabels(chain, lattice)
  computeMarginals(lattice, labels, edges)
  const part = (first: number) => {
    const runs: [number, number][] = []
    let sum = 0
    let count = 0
    for (let k = 0; k < best.length; k++) {
      const label = best[k]!
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
    logProbability: scoreOf(chain, lattice, best) - lattice.logSum,
  }
}
