import { type SparseModel, sparseModel } from '../src/language/model/sparse.js'
import type { Interner } from './intern.js'

/** An averaged perceptron while it learns: dense rows of `classes` weights. */
export interface Perceptron {
  readonly scores: (keys: Int32Array, count: number, out: Float32Array) => void
  readonly update: (keys: Int32Array, count: number, right: number, wrong: number) => void
  /** To be called once per decision: averages are over decisions. */
  readonly tick: () => void
  readonly model: (prune: number) => SparseModel
}

/**
 * `leastUpdates`: a feature has no say until it took part in so many corrections (Goldberg and Elhadad 2011), which keeps
 * the model small.
 */
export function perceptron(features: Interner, classes: number, leastUpdates = 1): Perceptron {
  const size = features.size()
  const updates = new Uint8Array(size)
  const weights = new Float32Array(size * classes)
  const sums = new Float32Array(size * classes)
  let time = 1
  return {
    tick: () => {
      time++
    },
    scores: (keys, count, out) => {
      out.fill(0)
      for (let k = 0; k < count; k++) {
        const id = features.idOf(keys[k]!)
        if (id < 0 || updates[id]! < leastUpdates) continue
        const row = id * classes
        for (let c = 0; c < classes; c++) out[c]! += weights[row + c]!
      }
    },
    update: (keys, count, right, wrong) => {
      const share = time / 1e6
      for (let k = 0; k < count; k++) {
        const id = features.idOf(keys[k]!)
        if (id < 0) continue
        if (updates[id]! < 255) updates[id]!++
        weights[id * classes + right]! += 1
        sums[id * classes + right]! += share
        weights[id * classes + wrong]! -= 1
        sums[id * classes + wrong]! -= share
      }
    },
    model: prune => {
      const average = new Float32Array(size * classes)
      for (let i = 0; i < average.length; i++)
        if (updates[Math.floor(i / classes)]! >= leastUpdates) average[i] = weights[i]! - (sums[i]! * 1e6) / time
      return quantised(features.keys(), classes, average, prune)
    },
  }
}

/** Weights in steps of 1/127 of the largest (clipped at the 99.9th percentile); those below `prune` steps are left out. */
export function quantised(
  keys: Int32Array,
  classes: number,
  dense: Float32Array,
  prune: number,
  percentile = 0.9995,
): SparseModel {
  const sizes: number[] = []
  for (let i = 0; i < dense.length; i += 1) if (dense[i] !== 0) sizes.push(Math.abs(dense[i]!))
  const sorted = Float32Array.from(sizes).sort()
  const top = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * percentile))] ?? 1
  const scale = top / 127
  const features: number[] = []
  const begin: number[] = []
  const classOf: number[] = []
  const weights: number[] = []
  for (let row = 0; row < keys.length; row++) {
    const from = weights.length
    for (let c = 0; c < classes; c++) {
      const step = Math.max(-127, Math.min(127, Math.round(dense[row * classes + c]! / scale)))
      if (step === 0 || Math.abs(step) < prune) continue
      classOf.push(c)
      weights.push(step)
    }
    if (weights.length === from) continue
    features.push(keys[row]!)
    begin.push(from)
  }
  begin.push(weights.length)
  return sparseModel(
    classes,
    scale,
    Int32Array.from(features),
    Int32Array.from(begin),
    Uint8Array.from(classOf),
    Int8Array.from(weights),
  )
}
