import { addScores, type SparseModel } from '../../language/model/sparse.js'

/** A linear-chain conditional random field: weights of features per label, and of neighbouring labels per kind of join. */
export interface Chain {
  readonly features: SparseModel
  /** `[kind][label before][label]`: what it weighs that the one follows the other. */
  readonly edges: Float32Array
  readonly labels: number
}

/** What a chain needs of one sequence, in reusable buffers. */
export interface Lattice {
  length: number
  /** `[token][label]` */
  scores: Float32Array
  /** Kind of the join before each token. */
  kinds: Uint8Array
  /** Probabilities `[token][label]`, once computed. */
  marginals: Float32Array
  /** Logarithm of the sum over all labellings, once the marginals are computed. */
  logSum: number
  alpha: Float32Array
  best: Uint8Array
}

export function newLattice(): Lattice {
  return {
    length: 0,
    scores: new Float32Array(0),
    kinds: new Uint8Array(0),
    marginals: new Float32Array(0),
    logSum: 0,
    alpha: new Float32Array(0),
    best: new Uint8Array(0),
  }
}

/** Makes room for `length` tokens and sets all scores to 0. */
export function begin(lattice: Lattice, length: number, labels: number): void {
  lattice.length = length
  const size = length * labels
  if (lattice.scores.length < size) {
    const room = Math.max(size, 4096)
    lattice.scores = new Float32Array(room)
    lattice.marginals = new Float32Array(room)
    lattice.alpha = new Float32Array(room)
    lattice.best = new Uint8Array(room)
    lattice.kinds = new Uint8Array(room)
  }
  lattice.scores.fill(0, 0, size)
}

/** Adds the weights of a token's features to its scores, which must be 0 before. */
export function score(chain: Chain, lattice: Lattice, token: number, keys: Int32Array, count: number): void {
  const { scores } = lattice
  const base = token * chain.labels
  addScores(chain.features, keys, count, scores, base)
  for (let y = 0; y < chain.labels; y++) scores[base + y]! *= chain.features.scale
}

/** The labelling of highest probability. */
export function bestLabels(chain: Chain, lattice: Lattice): Uint8Array {
  const { labels, edges } = chain
  const { length, scores, kinds, best } = lattice
  const found = new Uint8Array(length)
  if (length === 0) return found
  let before = Float64Array.from(scores.subarray(0, labels))
  let now = new Float64Array(labels)
  for (let i = 1; i < length; i++) {
    const edge = kinds[i]! * labels * labels
    for (let y = 0; y < labels; y++) {
      let top = Number.NEGATIVE_INFINITY
      let from = 0
      for (let x = 0; x < labels; x++) {
        const value = before[x]! + edges[edge + x * labels + y]!
        if (value > top) {
          top = value
          from = x
        }
      }
      now[y] = top + scores[i * labels + y]!
      best[i * labels + y] = from
    }
    ;[before, now] = [now, before]
  }
  let label = 0
  for (let y = 1; y < labels; y++) if (before[y]! > before[label]!) label = y
  for (let i = length - 1; i >= 0; i--) {
    found[i] = label
    label = best[i * labels + label]!
  }
  return found
}

/** The exponentials of the edges: made once per chain. */
export function expEdges(edges: Float32Array): Float32Array {
  return edges.map(Math.exp)
}

/**
 * Fills in `marginals` and `logSum` (forward-backward, rescaled at each token).
 * `exp` are the exponentials of the edges.
 */
export function computeMarginals(lattice: Lattice, labels: number, exp: Float32Array): void {
  const { length, scores, kinds, marginals, alpha } = lattice
  lattice.logSum = 0
  if (length === 0) return
  const emitted = marginals
  let logSum = 0
  for (let i = 0; i < length; i++) {
    const base = i * labels
    let top = scores[base]!
    for (let y = 1; y < labels; y++) if (scores[base + y]! > top) top = scores[base + y]!
    for (let y = 0; y < labels; y++) emitted[base + y] = Math.exp(scores[base + y]! - top)
    let sum = 0
    const edge = kinds[i]! * labels * labels
    for (let y = 0; y < labels; y++) {
      let value = 1
      if (i > 0) {
        value = 0
        for (let x = 0; x < labels; x++) value += alpha[base - labels + x]! * exp[edge + x * labels + y]!
      }
      value *= emitted[base + y]!
      alpha[base + y] = value
      sum += value
    }
    for (let y = 0; y < labels; y++) alpha[base + y]! /= sum
    logSum += Math.log(sum) + top
  }
  lattice.logSum = logSum
  // `beta` holds emission times what follows; marginals are written over the emissions, from the end.
  const beta = new Float64Array(labels).fill(1)
  const ahead = new Float64Array(labels)
  for (let i = length - 1; i >= 0; i--) {
    const base = i * labels
    let total = 0
    for (let y = 0; y < labels; y++) total += alpha[base + y]! * beta[y]!
    for (let y = 0; y < labels; y++) ahead[y] = emitted[base + y]! * beta[y]!
    for (let y = 0; y < labels; y++) marginals[base + y] = (alpha[base + y]! * beta[y]!) / total
    const edge = kinds[i]! * labels * labels
    let sum = 0
    for (let x = 0; x < labels; x++) {
      let value = 0
      for (let y = 0; y < labels; y++) value += exp[edge + x * labels + y]! * ahead[y]!
      beta[x] = value
      sum += value
    }
    for (let x = 0; x < labels; x++) beta[x]! /= sum
  }
}

/** The score of a labelling; with `logSum` its probability is exp(score - logSum). */
export function scoreOf(chain: Chain, lattice: Lattice, labelling: Uint8Array): number {
  const { labels, edges } = chain
  let sum = 0
  for (let i = 0; i < lattice.length; i++) {
    const label = labelling[i]!
    sum += lattice.scores[i * labels + label]!
    if (i > 0) sum += edges[(lattice.kinds[i]! * labels + labelling[i - 1]!) * labels + label]!
  }
  return sum
}
