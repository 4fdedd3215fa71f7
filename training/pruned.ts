import { classOf, featuresOf, type SparseModel, sparseModel, weightOf } from '../src/language/model/sparse.js'

/** What is left out of a model file: weights of fewer steps than `prune`, features none of whose weights has `leastRow`. */
export interface Pruning {
  readonly prune: number
  readonly leastRow: number
}

/** The model without what says little: files stay small, while the steps of the training learn from the whole. */
export function pruned(model: SparseModel, { prune, leastRow }: Pruning): SparseModel {
  const features: number[] = []
  const begin: number[] = []
  const classes: number[] = []
  const weights: number[] = []
  for (const { key, cells } of featuresOf(model)) {
    if (!cells.some(cell => Math.abs(weightOf(cell)) >= leastRow)) continue
    features.push(key | 0)
    begin.push(weights.length)
    for (const cell of cells) {
      if (Math.abs(weightOf(cell)) < prune) continue
      classes.push(classOf(cell))
      weights.push(weightOf(cell))
    }
  }
  begin.push(weights.length)
  return sparseModel(
    model.classes,
    model.scale,
    Int32Array.from(features),
    Int32Array.from(begin),
    Uint8Array.from(classes),
    Int8Array.from(weights),
  )
}
