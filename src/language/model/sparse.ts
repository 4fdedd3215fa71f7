/**
 * A linear model over hashed features: each feature has a weight for some of the classes.
 *
 * Rows are found by the 32-bit hash of the feature in an open-addressed table; a feature it does not know weighs nothing.
 */
export interface SparseModel {
  readonly classes: number
  /** Hash of the feature at each place of the table, and its row, or -1. */
  readonly keys: Int32Array
  readonly rows: Int32Array
  /** Where each row begins in `classOf` and `weights`, then their length. */
  readonly begin: Int32Array
  readonly classOf: Uint8Array
  readonly weights: Int8Array
  /** What one step of `weights` is worth. */
  readonly scale: number
}

/** The row of a feature, or -1. */
export function rowOf(model: SparseModel, key: number): number {
  const mask = model.keys.length - 1
  let at = (key ^ (key >>> 16)) & mask
  for (;;) {
    const row = model.rows[at]!
    if (row < 0 || model.keys[at] === key) return row
    at = (at + 1) & mask
  }
}

/** Adds up the weights of `keys[0..count)` per class, in steps of `scale`. */
export function addScores(model: SparseModel, keys: Int32Array, count: number, scores: Int32Array): void {
  const { begin, classOf, weights } = model
  for (let k = 0; k < count; k++) {
    const row = rowOf(model, keys[k]!)
    if (row < 0) continue
    const end = begin[row + 1]!
    for (let at = begin[row]!; at < end; at++) scores[classOf[at]!]! += weights[at]!
  }
}

/** A model of features, given in any order; rows of equal hash must not occur twice. */
export function sparseModel(
  classes: number,
  scale: number,
  features: Int32Array,
  begin: Int32Array,
  classOf: Uint8Array,
  weights: Int8Array,
): SparseModel {
  let size = 1024
  while (size < features.length * 2) size *= 2
  const keys = new Int32Array(size)
  const rows = new Int32Array(size).fill(-1)
  for (let row = 0; row < features.length; row++) {
    const key = features[row]!
    let at = (key ^ (key >>> 16)) & (size - 1)
    while (rows[at]! >= 0) at = (at + 1) & (size - 1)
    keys[at] = key
    rows[at] = row
  }
  return { classes, keys, rows, begin, classOf, weights, scale }
}
