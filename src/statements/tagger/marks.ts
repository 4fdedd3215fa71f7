import type { SparseModel } from '../../language/model/sparse.js'
import type { Analysis } from './analysis.js'
import { begin, bestLabels, type Chain, computeMarginals, expEdges, type Lattice, newLattice, score } from './chain.js'
import { markLabels } from './labels.js'
import { type Clues, clues, joinKind, markFeatures, mostMarkFeatures } from './mark-features.js'

/** What the first chain says of each token: the probability that it is in a source, a cue, a content. */
export interface Marks {
  readonly clues: Clues
  readonly best: Uint8Array
  readonly source: Float32Array
  readonly cue: Float32Array
  /** That a cue begins here. */
  readonly cueFirst: Float32Array
  /** In a content whose cue follows, and in one whose cue precedes. */
  readonly contentBefore: Float32Array
  readonly contentAfter: Float32Array
}

export interface MarkModels {
  readonly lexicon: SparseModel
  readonly marks: Chain
}

/** The first reading: sources, cues and contents, paragraph by paragraph. */
export function marks(analysis: Analysis, models: MarkModels, reader: MarkReader): Marks {
  const { count } = analysis.tokens
  const clue = clues(analysis, models.lexicon)
  const labels = markLabels.length
  const made = {
    clues: clue,
    best: new Uint8Array(count),
    source: new Float32Array(count),
    cue: new Float32Array(count),
    cueFirst: new Float32Array(count),
    contentBefore: new Float32Array(count),
    contentAfter: new Float32Array(count),
  }
  const { lattice, keys, edges } = reader
  for (let p = 0; p + 1 < analysis.paragraphs.length; p++) {
    const from = analysis.paragraphs[p]!
    const to = analysis.paragraphs[p + 1]!
    begin(lattice, to - from, labels)
    for (let i = from; i < to; i++) {
      const n = markFeatures(analysis, clue, i, keys)
      score(models.marks, lattice, i - from, keys, n)
      lattice.kinds[i - from] = joinKind(analysis, i)
    }
    made.best.set(bestLabels(models.marks, lattice), from)
    computeMarginals(lattice, labels, edges)
    const m = lattice.marginals
    for (let i = from; i < to; i++) {
      const base = (i - from) * labels
      made.source[i] = m[base + 1]! + m[base + 2]! + m[base + 3]! + m[base + 4]!
      made.cueFirst[i] = m[base + 5]!
      made.cue[i] = m[base + 5]! + m[base + 6]!
      made.contentBefore[i] = m[base + 7]! + m[base + 8]!
      made.contentAfter[i] = m[base + 9]! + m[base + 10]!
    }
  }
  return made
}

/** Buffers that are used again for every text. */
export interface MarkReader {
  readonly lattice: Lattice
  readonly keys: Int32Array
  readonly edges: Float32Array
}

export function markReader(models: MarkModels): MarkReader {
  return { lattice: newLattice(), keys: new Int32Array(mostMarkFeatures), edges: expEdges(models.marks.edges) }
}
