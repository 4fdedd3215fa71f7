import { type SparseModel, sizeOf } from '../src/language/model/sparse.js'
import type { Analysis } from '../src/statements/tagger/analysis.js'
import type { GoldTokens } from './gold.js'
import { type ChainOptions, type ChainWeights, type Sequences, trainChain } from './train-chain.js'

export interface Text {
  readonly analysis: Analysis
  readonly gold: readonly GoldTokens[]
}

/** How a chain is trained: see `settings.json`. */
export interface ChainSettings {
  readonly seeds: number
  readonly epochs: number
  readonly rate: number
  /** Share of the features left out of each step. */
  readonly dropout: number
  /** Pull of the weights to 0 (L1), per touch. */
  readonly shrink: number
  /** How often a feature must occur. */
  readonly least: number
  /** Steps of a weight, at most 127. */
  readonly levels: number
  /** Weights of fewer steps are left out of the model file. */
  readonly prune: number
  /** Features none of whose weights has so many steps are left out. */
  readonly leastRow: number
}

export interface Common {
  readonly folds: number
  readonly log: (line: string) => void
}

export function sized(model: SparseModel): string {
  const { features, weights } = sizeOf(model)
  return `${weights} weights of ${features} features`
}

/** Trains one chain per seed on the same sequences and averages their weights. */
export function averagedChain(data: Sequences, options: Omit<ChainOptions, 'seed'>, seeds: number): ChainWeights {
  const all = Array.from({ length: seeds }, (_, k) => trainChain(data, { ...options, seed: k + 1 }))
  const mean = (of: (w: ChainWeights) => Float32Array) =>
    of(all[0]!).map((_, i) => all.reduce((sum, w) => sum + of(w)[i]!, 0) / seeds)
  return seeds === 1 ? all[0]! : { weights: mean(w => w.weights), edges: mean(w => w.edges) }
}
