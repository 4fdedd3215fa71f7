/**
 * A linear model over hashed features: each feature has a weight for some of the classes.
 *
 * Laid out for speed: a feature that is not known costs one look into memory, a known one two. A feature is found by its
 * hash in an open-addressed table; one that the model does not know weighs nothing. The upper bits of a hash are its place
 * in the table, so that features in ascending order, as a file has them, fill it from its beginning to its end.
 */
export interface SparseModel {
  readonly classes: number
  /** Pairs: hash of a feature, and where its row begins in `cells`; 0 for an empty place. */
  readonly table: Int32Array
  /** Rows: the number of weights, then one cell a weight: the class in the upper byte, the weight in the lower. */
  readonly cells: Int16Array
  /** What one step of a weight is worth. */
  readonly scale: number
}

/** Bits of a hash that are not kept: 28 bits are enough to tell features apart and make smaller files. */
const unkept = 4

/** Where the row of a feature begins in `cells`, or 0. */
export function rowOf(model: SparseModel, hash: number): number {
  const { table } = model
  const key = hash >>> unkept
  const mask = (table.length >> 1) - 1
  let at = hash >>> Math.clz32(mask)
  for (;;) {
    const row = table[2 * at + 1]!
    if (row === 0 || table[2 * at] === key) return row
    at = (at + 1) & mask
  }
}

/** The class of a cell. */
export function classOf(cell: number): number {
  return (cell >> 8) & 255
}

/** The weight of a cell, in steps of `scale`. */
export function weightOf(cell: number): number {
  return (cell << 24) >> 24
}

/** The rows of the features that are scored: found first, added up after, so that the looks into memory overlap. */
let rows = new Int32Array(256)

/** Adds up the weights of `keys[0..count)` per class, in steps of `scale`, from `scores[base]` on. */
export function addScores(
  model: SparseModel,
  keys: Int32Array,
  count: number,
  scores: Int32Array | Float32Array,
  base = 0,
): void {
  const { table, cells } = model
  const mask = (table.length >> 1) - 1
  const shift = Math.clz32(mask)
  if (rows.length < count) rows = new Int32Array(count)
  const found = rows
  let known = 0
  for (let k = 0; k < count; k++) {
    const hash = keys[k]!
    const key = hash >>> unkept
    let at = hash >>> shift
    let row = table[2 * at + 1]!
    while (row !== 0 && table[2 * at] !== key) {
      at = (at + 1) & mask
      row = table[2 * at + 1]!
    }
    found[known] = row
    if (row !== 0) known++
  }
  for (let k = 0; k < known; k++) {
    const row = found[k]!
    const end = row + cells[row]!
    for (let c = row + 1; c <= end; c++) {
      const cell = cells[c]!
      scores[base + ((cell >> 8) & 255)]! += (cell << 24) >> 24
    }
  }
}

/** The features of a model in ascending order of their hashes (unsigned, the bits not kept 0), each with its cells. */
export function featuresOf({ table, cells }: SparseModel): { key: number; cells: Int16Array }[] {
  const found: { key: number; cells: Int16Array }[] = []
  for (let at = 0; at < table.length; at += 2) {
    const row = table[at + 1]!
    if (row > 0)
      found.push({ key: (table[at]! << unkept) >>> 0, cells: cells.subarray(row + 1, row + 1 + cells[row]!) })
  }
  return found.sort((a, b) => a.key - b.key)
}

/**
 * A model of features, given in any order; of those that the bits kept do not tell apart, the first counts.
 * `begin[i]` is where the weights of feature `i` begin in `classes` and `weights`; its last entry is their number.
 */
export function sparseModel(
  classCount: number,
  scale: number,
  features: Int32Array,
  begin: Int32Array,
  classes: Uint8Array,
  weights: Int8Array,
): SparseModel {
  let size = 1024
  while (size < features.length * 2) size *= 2
  const table = new Int32Array(size * 2)
  const cells = new Int16Array(1 + features.length + weights.length)
  const shift = Math.clz32(size - 1)
  let end = 1
  for (let i = 0; i < features.length; i++) {
    const key = features[i]! >>> unkept
    let at = features[i]! >>> shift
    while (table[2 * at + 1] !== 0 && table[2 * at] !== key) at = (at + 1) & (size - 1)
    if (table[2 * at + 1] !== 0) continue
    table[2 * at] = key
    table[2 * at + 1] = end
    const last = begin[i + 1]!
    cells[end++] = last - begin[i]!
    for (let k = begin[i]!; k < last; k++) cells[end++] = (classes[k]! << 8) | (weights[k]! & 255)
  }
  return { classes: classCount, table, cells, scale }
}
