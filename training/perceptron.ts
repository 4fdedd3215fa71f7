import { type SparseModel, sparseModel } from '../src/language/model/sparse.js'
import type { Interner } from './intern.js'

/** An averaged perceptron while it learns: dense rows of `classes` weights. */
export interface Perceptron {
  readonly scores: (keys: Int32Array, count: number, out: Float32Array) => void
  readonly update: (keys: Int32Array, count: number, right: number, wrong: number) => void
  /** To be called once per decision: averages are over decisions. */
  readonly tick: () => void
  readonly model: (rounding: Rounding) => SparseModel
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
    model: rounding => {
      const average = new Float32Array(size * classes)
      for (let i = 0; i < average.length; i++)
        if (updates[Math.floor(i / classes)]! >= leastUpdates) average[i] = weights[i]! - (sums[i]! * 1e6) / time
      return quantised(features.keys(), classes, average, rounding)
    },
  }
}

/**
 * How weights are rounded: in `levels` steps (at most 127) up to the largest, clipped at `percentile`. Left out: weights
 * below `prune` steps, and features none of whose weights reaches `leastRow` steps.
 */
export interface Rounding {
  readonly levels: number
  readonly prune: number
  readonly leastRow?: number
  readonly percentile?: number
}

/** Weights as whole steps, for a model file. */
export function quantised(
  keys: Int32Array,
  classes: number,
  dense: Float32Array,
  { levels, prune, leastRow = 0, percentile = 0.9995 }: Rounding,
): SparseModel {
  const sorted = dense
    .filter(weight => weight !== 0)
    .map(Math.abs)
    .sort()
  const top = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * percentile))] ?? 1
  const scale = top / levels
  const features: number[] = []
  const begin: number[] = []
  const classOf: number[] = []
  const weights: number[] = []
  for (let row = 0; row < keys.length; row++) {
    const steps = Array.from(dense.subarray(row * classes, (row + 1) * classes), weight =>
      Math.max(-levels, Math.min(levels, Math.round(weight / scale))),
    )
    if (!steps.some(step => Math.abs(step) >= Math.max(leastRow, prune, 1))) continue
    features.push(keys[row]!)
    begin.push(weights.length)
    steps.forEach((step, label) => {
      if (step === 0 || Math.abs(step) < prune) return
      classOf.push(label)
      weights.push(step)
    })
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
