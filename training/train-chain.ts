import { computeMarginals, expEdges, newLattice } from '../src/statements/tagger/chain.js'
import { impossible, mayFollow } from '../src/statements/tagger/labels.js'
import { random } from './corpus.js'

/** Sequences for a chain: features as numbers, one list after the other. */
export interface Sequences {
  /** First token of each sequence, then the number of tokens. */
  readonly starts: Int32Array
  /** Where the features of each token begin in `features`, then their number. */
  readonly begin: Int32Array
  readonly features: Int32Array
  readonly kinds: Uint8Array
  readonly labels: Uint8Array
}

export interface ChainOptions {
  readonly labelCount: number
  readonly featureCount: number
  readonly joinKinds: number
  readonly epochs: number
  readonly rate: number
  /** Share of the features of each token that are left out of each step. */
  readonly dropout: number
  /** How strongly each weight is pulled to 0 whenever it is touched: makes small models. */
  readonly shrink: number
  readonly seed: number
  /** Which sequences to learn from; all by default. */
  readonly which?: (sequence: number) => boolean
  readonly log?: (line: string) => void
}

/** Squared gradients below teach nothing: most tokens outside all spans are soon that sure. */
const leastGradient = 3e-4

export interface ChainWeights {
  readonly weights: Float32Array
  readonly edges: Float32Array
}

/**
 * Maximum likelihood by AdaGrad with feature dropout; the weights are averaged over the last half of the epochs.
 */
export function trainChain(data: Sequences, options: ChainOptions): ChainWeights {
  const { labelCount: L, featureCount, joinKinds, epochs, rate, dropout, shrink } = options
  // Row by row: L weights, then their L sums of squared gradients, side by side in memory.
  const rows = new Float32Array(featureCount * 2 * L)
  const average = new Float32Array(featureCount * L)
  const edges = new Float32Array(joinKinds * L * L)
  const edgeSquares = new Float32Array(joinKinds * L * L)
  const edgeAverage = new Float64Array(joinKinds * L * L)
  for (let k = 0; k < joinKinds; k++)
    for (let x = 0; x < L; x++)
      for (let y = 0; y < L; y++) if (!mayFollow(x, y)) edges[(k * L + x) * L + y] = impossible
  const next = random(options.seed)
  const order = Array.from({ length: data.starts.length - 1 }, (_, i) => i).filter(i => options.which?.(i) ?? true)
  const lattice = newLattice()
  const keep = 1 - dropout
  let kept = new Int32Array(1 << 16)
  let keptBegin = new Int32Array(1 << 12)
  const gradient = new Float32Array(L)
  const edgeCounts = new Float64Array(joinKinds * L * L)
  let averaged = 0
  // A fast generator for the dropout: one 32-bit state.
  let state = (options.seed * 2654435761) >>> 0 || 1
  const limit = keep * 4294967296
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    for (const sequence of order) {
      const from = data.starts[sequence]!
      const length = data.starts[sequence + 1]! - from
      if (length === 0) continue
      const most = data.begin[from + length]! - data.begin[from]!
      if (kept.length < most) kept = new Int32Array(most * 2)
      if (keptBegin.length < length + 1) keptBegin = new Int32Array(length * 2)
      if (lattice.scores.length < length * L) {
        lattice.scores = new Float32Array(length * L * 2)
        lattice.marginals = new Float32Array(length * L * 2)
        lattice.alpha = new Float32Array(length * L * 2)
        lattice.kinds = new Uint8Array(length * L * 2)
      }
      lattice.length = length
      const { scores } = lattice
      let size = 0
      for (let i = 0; i < length; i++) {
        keptBegin[i] = size
        lattice.kinds[i] = data.kinds[from + i]!
        const base = i * L
        for (let y = 0; y < L; y++) lattice.scores[base + y] = 0
        const end = data.begin[from + i + 1]!
        for (let at = data.begin[from + i]!; at < end; at++) {
          state ^= state << 13
          state ^= state >>> 17
          state ^= state << 5
          if (state >>> 0 > limit) continue
          const id = data.features[at]!
          kept[size++] = id
          const row = id * 2 * L
          for (let y = 0; y < L; y++) scores[base + y]! += rows[row + y]!
        }
        for (let y = 0; y < L; y++) lattice.scores[base + y]! /= keep
      }
      keptBegin[length] = size
      const exp = expEdges(edges)
      computeMarginals(lattice, L, exp)
      // Edges: expected counts from alpha, the edge, and what follows, all of which the marginals give back.
      edgeCounts.fill(0)
      let gold = 0
      for (let i = 0; i < length; i++) {
        const label = data.labels[from + i]!
        gold += lattice.scores[i * L + label]!
        if (i === 0) continue
        const edge = lattice.kinds[i]! * L * L
        const before = data.labels[from + i - 1]!
        gold += edges[edge + before * L + label]!
        edgeCounts[edge + before * L + label]! += 1
        // P(x, y) = alpha[x] * exp(edge) * (marginal[y] / sum over x of the same).
        for (let y = 0; y < L; y++) {
          const p = lattice.marginals[i * L + y]!
          if (p < 1e-6) continue
          let sum = 0
          for (let x = 0; x < L; x++) sum += lattice.alpha[(i - 1) * L + x]! * exp[edge + x * L + y]!
          if (sum <= 0) continue
          const share = p / sum
          for (let x = 0; x < L; x++)
            edgeCounts[edge + x * L + y]! -= lattice.alpha[(i - 1) * L + x]! * exp[edge + x * L + y]! * share
        }
      }
      loss += lattice.logSum - gold
      for (let k = 0; k < edges.length; k++) {
        const g = edgeCounts[k]!
        if (g === 0 || edges[k] === impossible) continue
        edgeSquares[k]! += g * g
        edges[k]! += (rate * g) / (Math.sqrt(edgeSquares[k]!) + 1)
      }
      for (let i = 0; i < length; i++) {
        const label = data.labels[from + i]!
        let size2 = 0
        for (let y = 0; y < L; y++) {
          const g = (y === label ? 1 : 0) - lattice.marginals[i * L + y]!
          gradient[y] = g
          size2 += g * g
        }
        if (size2 < leastGradient) continue
        for (let at = keptBegin[i]!; at < keptBegin[i + 1]!; at++) {
          const row = kept[at]! * 2 * L
          for (let y = 0; y < L; y++) {
            const g = gradient[y]!
            const sum = rows[row + L + y]! + g * g
            rows[row + L + y] = sum
            const step = rate / (Math.sqrt(sum) + 0.5)
            const moved = rows[row + y]! + step * g
            const pull = step * shrink
            rows[row + y] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
          }
        }
      }
    }
    options.log?.(`epoch ${epoch + 1}: ${(loss / order.length).toFixed(3)}`)
    if (epoch * 2 >= epochs) {
      averaged++
      for (let id = 0; id < featureCount; id++)
        for (let y = 0; y < L; y++) average[id * L + y]! += rows[id * 2 * L + y]!
      for (let k = 0; k < edges.length; k++) edgeAverage[k]! += edges[k]!
    }
  }
  for (let k = 0; k < average.length; k++) average[k]! /= averaged
  return { weights: average, edges: Float32Array.from(edgeAverage, value => value / averaged) }
}
