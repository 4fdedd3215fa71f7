import { classOf, featuresOf, type SparseModel, sparseModel, weightOf } from './sparse.js'

/**
 * A sparse model as bytes: what a model file holds before compression.
 *
 * Columns one after the other, each preceded by its length in bytes (32 bits, little-endian): classes and scale; the steps
 * between the hashes of the features in ascending order, in 28 bits, the lowest byte apart from the others; how many
 * weights each has; their classes; the weights.
 */
export function packed(model: SparseModel): Uint8Array {
  const low: number[] = []
  const high: number[] = []
  const counts: number[] = []
  const classes: number[] = []
  const weights: number[] = []
  let last = 0
  for (const { key, cells } of featuresOf(model)) {
    const step = key / 16 - last
    last = key / 16
    low.push(step & 255)
    let rest = step >> 8
    for (; rest > 127; rest >>= 7) high.push((rest & 127) | 128)
    high.push(rest)
    counts.push(cells.length)
    for (const cell of cells) {
      classes.push(classOf(cell))
      weights.push(weightOf(cell))
    }
  }
  const head = new Uint8Array(12)
  const view = new DataView(head.buffer)
  view.setUint32(0, model.classes, true)
  view.setFloat64(4, model.scale, true)
  return joined([
    head,
    Uint8Array.from(low),
    Uint8Array.from(high),
    Uint8Array.from(counts),
    Uint8Array.from(classes),
    new Uint8Array(Int8Array.from(weights).buffer),
  ])
}

/** The model of `packed` bytes. */
export function unpacked(bytes: Uint8Array): SparseModel {
  const [head, low, high, counts, classes, weights] = columns(bytes)
  if (
    !head ||
    !low ||
    !high ||
    !counts ||
    !classes ||
    !weights ||
    head.length !== 12 ||
    classes.length !== weights.length
  )
    throw new Error('These bytes are no model: expected six columns.')
  const view = new DataView(head.buffer, head.byteOffset, 12)
  const features = new Int32Array(counts.length)
  const begin = new Int32Array(counts.length + 1)
  let key = 0
  let at = 0
  let end = 0
  for (let row = 0; row < counts.length; row++) {
    let step = low[row]!
    for (let shift = 8; ; shift += 7) {
      const byte = high[at++]!
      step += (byte & 127) << shift
      if (byte < 128) break
    }
    key += step
    features[row] = key << 4
    begin[row] = end
    end += counts[row]!
  }
  begin[counts.length] = end
  return sparseModel(
    view.getUint32(0, true),
    view.getFloat64(4, true),
    features,
    begin,
    classes,
    new Int8Array(weights.buffer, weights.byteOffset, weights.length),
  )
}

/** Several byte arrays as one, each preceded by its length. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 4, 0))
  const view = new DataView(made.buffer)
  let at = 0
  for (const part of parts) {
    view.setUint32(at, part.length, true)
    made.set(part, at + 4)
    at += 4 + part.length
  }
  return made
}

/** The byte arrays that were `joined`. */
export function columns(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const found: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at, true)
    if (at + 4 + length > bytes.length) throw new Error('These bytes are no model: a column is cut off.')
    found.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return found
}
