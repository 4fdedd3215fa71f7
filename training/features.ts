import type { Interner } from './intern.js'

/** A list of numbers that grows without copying into arrays of boxes. */
export interface Growing {
  readonly push: (value: number) => void
  readonly array: () => Int32Array
  readonly length: () => number
}

export function growing(): Growing {
  let room = new Int32Array(1 << 20)
  let size = 0
  return {
    push: value => {
      if (size === room.length) {
        const wider = new Int32Array(room.length * 2)
        wider.set(room)
        room = wider
      }
      room[size++] = value
    },
    array: () => room.slice(0, size),
    length: () => size,
  }
}

/** Replaces hashes by the numbers of the features that are kept; the others are dropped. In place. */
export function numbered(
  begin: Int32Array,
  hashes: Int32Array,
  kept: Interner,
): { begin: Int32Array; features: Int32Array } {
  const starts = new Int32Array(begin.length)
  let size = 0
  for (let i = 0; i + 1 < begin.length; i++) {
    starts[i] = size
    for (let at = begin[i]!; at < begin[i + 1]!; at++) {
      const id = kept.idOf(hashes[at]!)
      if (id >= 0) hashes[size++] = id
    }
  }
  starts[begin.length - 1] = size
  return { begin: starts, features: hashes.subarray(0, size) }
}
