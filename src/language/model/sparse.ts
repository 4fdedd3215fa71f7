/**
 * A linear model over hashed features: each feature has a weight for some of the classes.
 *
 * Laid out for speed. A feature is found by its hash in an open-addressed table; one that the model does not know weighs
 * nothing. The upper bits of a hash are its place in the table, so that features in ascending order, as a file has them,
 * fill it from its beginning to its end. With few classes the weights stand in the table itself, four in a number: one
 * look into memory a feature, and no loop. With many classes most weights are 0, and the table says where the others are.
 */
export interface SparseModel {
  readonly classes: number
  /**
   * Places of `stride` numbers each: the hash of a feature plus 1, or 0 for an empty place; then either its weights, one a
   * byte, 128 more than they are, or where its row begins in `cells`.
   */
  readonly table: Int32Array
  readonly stride: number
  /** Rows: the number of weights, then one cell a weight: the class in the upper byte, the weight in the lower. */
  readonly cells: Int16Array
  /** What one step of a weight is worth. */
  readonly scale: number
}

/** Adds up the weights of `keys[0..count)` per class, in steps of `scale`, from `scores[base]` on. */
export function addScores(
  model: SparseModel,
  keys: Int32Array,
  count: number,
  scores: Int32Array | Float32Array,
  base = 0,
): void {
  if (!hasWeightsInTable(model.classes)) addRows(model, keys, count, scores, base)
  else
    for (let from = 0; from < count; from += mostAtOnce)
      addBytes(model, keys, from, Math.min(count, from + mostAtOnce), scores, base)
}

/** Bits of a hash that are not kept: 28 bits are enough to tell features apart and make smaller files. */
const unkept = 4

function hasWeightsInTable(classes: number): boolean {
  return classes > 1 && classes <= 12
}

/** As many bytes add up in 16 bits. */
const mostAtOnce = 256

/** Every other byte of a number, as two sums of 16 bits. */
const halves = 0x00ff00ff

/** The weights in the table: each number of four is added as two pairs of 16 bits, which do not run into each other. */
function addBytes(
  { table, stride, classes }: SparseModel,
  keys: Int32Array,
  from: number,
  to: number,
  scores: Int32Array | Float32Array,
  base: number,
): void {
  const last = table.length - stride
  const shift = Math.clz32(last / stride)
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  let known = 0
  for (let k = from; k < to; k++) {
    const hash = keys[k]!
    const key = (hash >>> unkept) + 1
    let at = (hash >>> shift) * stride
    let found = table[at]!
    while (found !== key && found !== 0) {
      at = at === last ? 0 : at + stride
      found = table[at]!
    }
    if (found === 0) continue
    known++
    const word = table[at + 1]!
    a = (a + (word & halves)) | 0
    b = (b + ((word >>> 8) & halves)) | 0
    if (stride > 2) {
      const second = table[at + 2]!
      c = (c + (second & halves)) | 0
      d = (d + ((second >>> 8) & halves)) | 0
      if (stride > 3) {
        const third = table[at + 3]!
        e = (e + (third & halves)) | 0
        f = (f + ((third >>> 8) & halves)) | 0
      }
    }
  }
  addSums(scores, base, classes, 128 * known, a, b)
  if (stride > 2) addSums(scores, base + 4, classes - 4, 128 * known, c, d)
  if (stride > 3) addSums(scores, base + 8, classes - 8, 128 * known, e, f)
}

/** The sums of four classes, without what their bytes were too much by. */
function addSums(
  scores: Int32Array | Float32Array,
  base: number,
  classes: number,
  excess: number,
  even: number,
  odd: number,
): void {
  scores[base]! += (even & 0xffff) - excess
  if (classes > 1) scores[base + 1]! += (odd & 0xffff) - excess
  if (classes > 2) scores[base + 2]! += (even >>> 16) - excess
  if (classes > 3) scores[base + 3]! += (odd >>> 16) - excess
}

/** The rows of the features that are scored: found first, added up after, so that the looks into memory overlap. */
let rows = new Int32Array(256)

function addRows(
  { table, cells }: SparseModel,
  keys: Int32Array,
  count: number,
  scores: Int32Array | Float32Array,
  base: number,
): void {
  const mask = (table.length >> 1) - 1
  const shift = Math.clz32(mask)
  if (rows.length < count) rows = new Int32Array(count)
  const list = rows
  let known = 0
  for (let k = 0; k < count; k++) {
    const hash = keys[k]!
    const key = (hash >>> unkept) + 1
    let at = hash >>> shift
    let found = table[2 * at]!
    while (found !== key && found !== 0) {
      at = (at + 1) & mask
      found = table[2 * at]!
    }
    if (found !== 0) list[known++] = table[2 * at + 1]!
  }
  for (let k = 0; k < known; k++) {
    const row = list[k]!
    const end = row + cells[row]!
    for (let c = row + 1; c <= end; c++) {
      const cell = cells[c]!
      scores[base + classOf(cell)]! += weightOf(cell)
    }
  }
}

/** Where the row of a feature begins in `cells`, or 0: of a model whose weights stand in `cells`. */
export function rowOf({ table }: SparseModel, hash: number): number {
  const mask = (table.length >> 1) - 1
  const key = (hash >>> unkept) + 1
  let at = hash >>> Math.clz32(mask)
  while (table[2 * at] !== key && table[2 * at] !== 0) at = (at + 1) & mask
  return table[2 * at + 1]!
}

/** The class of a cell. */
export function classOf(cell: number): number {
  return (cell >> 8) & 255
}

/** The weight of a cell, in steps of `scale`. */
export function weightOf(cell: number): number {
  return (cell << 24) >> 24
}

/** The features of a model in ascending order of their hashes (unsigned, the bits not kept 0), each with its cells. */
export function featuresOf({ classes, table, stride, cells }: SparseModel): { key: number; cells: Int16Array }[] {
  const found: { key: number; cells: Int16Array }[] = []
  for (let at = 0; at < table.length; at += stride) {
    if (table[at] === 0) continue
    const row = table[at + 1]!
    found.push({
      key: ((table[at]! - 1) << unkept) >>> 0,
      cells: hasWeightsInTable(classes)
        ? cellsOf(table.subarray(at + 1, at + stride), classes)
        : cells.subarray(row + 1, row + 1 + cells[row]!),
    })
  }
  return found.sort((a, b) => a.key - b.key)
}

/** The weights that are not 0. */
function cellsOf(words: Int32Array, classes: number): Int16Array {
  const made: number[] = []
  for (let c = 0; c < classes; c++) {
    const weight = ((words[c >> 2]! >>> (8 * (c & 3))) & 255) - 128
    if (weight !== 0) made.push((c << 8) | (weight & 255))
  }
  return Int16Array.from(made)
}

/**
 * A model of features, given in any order; of those that the bits kept do not tell apart, the first counts.
 * `begin[i]` is where the weights of feature `i` begin in `classes` and `weights`; its last entry is their number.
 * A class has at most one weight a feature.
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
  while (size * 0.7 < features.length) size *= 2
  const isInTable = hasWeightsInTable(classCount)
  const stride = isInTable ? 1 + Math.ceil(classCount / 4) : 2
  const table = new Int32Array(size * stride)
  const cells = new Int16Array(isInTable ? 0 : 1 + features.length + weights.length)
  const last = table.length - stride
  const shift = Math.clz32(size - 1)
  let end = 1
  for (let i = 0; i < features.length; i++) {
    const key = (features[i]! >>> unkept) + 1
    let at = (features[i]! >>> shift) * stride
    while (table[at] !== 0 && table[at] !== key) at = at === last ? 0 : at + stride
    if (table[at] !== 0) continue
    table[at] = key
    const to = begin[i + 1]!
    if (isInTable) {
      for (let w = 1; w < stride; w++) table[at + w] = 0x80808080
      for (let k = begin[i]!; k < to; k++) {
        const c = classes[k]!
        table[at + 1 + (c >> 2)]! ^= (128 ^ (weights[k]! + 128)) << (8 * (c & 3))
      }
    } else {
      table[at + 1] = end
      cells[end++] = to - begin[i]!
      for (let k = begin[i]!; k < to; k++) cells[end++] = (classes[k]! << 8) | (weights[k]! & 255)
    }
  }
  return { classes: classCount, table, stride, cells, scale }
}

/** How many features a model knows, and how many weights they have. */
export function sizeOf(model: SparseModel): { features: number; weights: number } {
  const all = featuresOf(model)
  return { features: all.length, weights: all.reduce((sum, { cells }) => sum + cells.length, 0) }
}
