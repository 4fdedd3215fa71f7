/** Answers whether an inserted candidate is at least as good as another in every coordinate. */
export interface DominanceTree {
  isCovered(candidate: number): boolean
  insert(candidate: number): void
}

const leafSize = 8

/**
 * A k-d tree over all candidates, which are inserted one by one.
 *
 * Each node holds the highest and the lowest value of what was inserted below it, so that most questions end near the root.
 *
 * @param c [coordinate][candidate]
 */
export function dominanceTree(c: readonly Float64Array[]): DominanceTree {
  const dimensions = c.length
  const count = c[0]?.length ?? 0
  const items = new Int32Array(count)
  for (let i = 0; i < count; i++) items[i] = i
  let depth = 0
  while (count >> depth > leafSize) depth++
  const leaves = 1 << depth
  const nodes = 2 * leaves
  const highest = new Float64Array(nodes * dimensions).fill(Number.NEGATIVE_INFINITY)
  const lowest = new Float64Array(nodes * dimensions).fill(Number.POSITIVE_INFINITY)
  const leafOf = new Int32Array(count)
  const inserted = new Int32Array(count)
  const leafStart = new Int32Array(leaves + 1)
  const leafFill = new Int32Array(leaves)

  const split = (node: number, from: number, to: number, level: number) => {
    if (node >= leaves) {
      leafStart[node - leaves] = from
      for (let i = from; i < to; i++) leafOf[items[i] as number] = node
      return
    }
    const middle = (from + to) >> 1
    selectNth(items, c[level % dimensions] as Float64Array, from, to - 1, middle)
    split(2 * node, from, middle, level + 1)
    split(2 * node + 1, middle, to, level + 1)
  }
  if (count > 0) split(1, 0, count, 0)
  leafStart[leaves] = count

  const query = new Float64Array(dimensions)
  const covered = (node: number): boolean => {
    const at = node * dimensions
    let below = true
    for (let i = 0; i < dimensions; i++) {
      const value = query[i] as number
      if ((highest[at + i] as number) < value) return false
      if ((lowest[at + i] as number) < value) below = false
    }
    if (below) return true
    if (node >= leaves) {
      const leaf = node - leaves
      const from = leafStart[leaf] as number
      const to = from + (leafFill[leaf] as number)
      for (let k = from; k < to; k++) {
        const item = inserted[k] as number
        let i = 0
        while (i < dimensions && ((c[i] as Float64Array)[item] as number) >= (query[i] as number)) i++
        if (i === dimensions) return true
      }
      return false
    }
    return covered(2 * node + 1) || covered(2 * node)
  }

  return {
    isCovered(candidate) {
      for (let i = 0; i < dimensions; i++) query[i] = (c[i] as Float64Array)[candidate] as number
      return covered(1)
    },
    insert(candidate) {
      const leaf = (leafOf[candidate] as number) - leaves
      inserted[(leafStart[leaf] as number) + (leafFill[leaf] as number)] = candidate
      leafFill[leaf] = (leafFill[leaf] as number) + 1
      for (let node = leafOf[candidate] as number; node >= 1; node >>= 1) {
        for (let i = 0; i < dimensions; i++) {
          const value = (c[i] as Float64Array)[candidate] as number
          if (value > (highest[node * dimensions + i] as number)) highest[node * dimensions + i] = value
          if (value < (lowest[node * dimensions + i] as number)) lowest[node * dimensions + i] = value
        }
      }
    },
  }
}

/** Orders items[low..high] so that the n-th stands where sorting by `by` would put it (Hoare's selection). */
function selectNth(items: Int32Array, by: Float64Array, low: number, high: number, n: number) {
  let left = low
  let right = high
  while (left < right) {
    const pivot = by[items[(left + right) >> 1] as number] as number
    let i = left
    let j = right
    while (i <= j) {
      while ((by[items[i] as number] as number) < pivot) i++
      while ((by[items[j] as number] as number) > pivot) j--
      if (i <= j) {
        const held = items[i] as number
        items[i++] = items[j] as number
        items[j--] = held
      }
    }
    if (n <= j) right = j
    else if (n >= i) left = i
    else return
  }
}
