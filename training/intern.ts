/** Numbers features by their hash in the order of their first coming, and counts them. */
export interface Interner {
  /** The number of a feature; a new one is given while the table is open, else -1. */
  readonly idOf: (key: number) => number
  readonly count: (key: number) => number
  readonly size: () => number
  /** Hash of each feature by its number. */
  readonly keys: () => Int32Array
  readonly counts: () => Int32Array
}

/** Makes a table for up to `capacity` features (a power of two, at most 3/4 full). */
export function interner(capacity: number): Interner {
  const keys = new Int32Array(capacity)
  const ids = new Int32Array(capacity).fill(-1)
  const counts = new Int32Array(capacity)
  const order = new Int32Array(capacity)
  const mask = capacity - 1
  let size = 0
  const place = (key: number) => {
    let at = (key ^ (key >>> 16)) & mask
    while (ids[at]! >= 0 && keys[at] !== key) at = (at + 1) & mask
    return at
  }
  return {
    idOf: key => ids[place(key)]!,
    count: key => {
      const at = place(key)
      if (ids[at]! < 0) {
        if (size * 4 > capacity * 3) throw new Error(`More than ${size} features: raise the capacity.`)
        keys[at] = key
        order[size] = key
        ids[at] = size++
      }
      const id = ids[at]!
      counts[id]!++
      return id
    },
    size: () => size,
    keys: () => order.slice(0, size),
    counts: () => counts.slice(0, size),
  }
}

/** The features that occur at least `least` times, numbered anew. */
export function frequent(all: Interner, least: number): Interner {
  const keys = all.keys()
  const counts = all.counts()
  let kept = 0
  for (let i = 0; i < keys.length; i++) if (counts[i]! >= least) kept++
  let capacity = 1024
  while (capacity * 3 < kept * 5) capacity *= 2
  const made = interner(capacity)
  for (let i = 0; i < keys.length; i++) if (counts[i]! >= least) made.count(keys[i]!)
  return made
}
