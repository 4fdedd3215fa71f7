/** Length of the longest increasing subsequence. */
export function increasing(values: ArrayLike<number>, length = values.length): number {
  let longest = 0
  for (let at = 0; at < length; at++) {
    const value = values[at]!
    let low = 0
    let high = longest
    while (low < high) {
      const middle = (low + high) >> 1
      if (tails[middle]! < value) low = middle + 1
      else high = middle
    }
    tails[low] = value
    if (low === longest) longest++
  }
  return longest
}

const tails = new Float64Array(1 << 16)

/**
 * Whether words that two reports share come in the same order in both: the longest chain in order, from 0 (as by
 * chance) to 1 (all of them), and the correlation of their ranks, -1 to 1. Both 0 below four words.
 *
 * `places` holds a word's place in one report times 65,536 plus its place in the other; it is sorted by this.
 */
export function orderOf(places: Float64Array): { chain: number; agreement: number } {
  const n = places.length
  if (n < 4) return { chain: 0, agreement: 0 }
  places.sort()
  const there = places.map(place => place % 65_536)
  const byThere = there.map((place, rank) => place * 65_536 + rank).sort()
  let squares = 0
  for (let rank = 0; rank < n; rank++) squares += (rank - (byThere[rank]! % 65_536)) ** 2
  return { chain: beyondChance(increasing(there), n), agreement: 1 - (6 * squares) / (n * (n * n - 1)) }
}

/** The share of `n` that a chain of `length` has beyond the some 2 √n that any order has. */
export function beyondChance(length: number, n: number): number {
  const chance = Math.min(n - 1, 2 * Math.sqrt(n))
  return n > chance ? Math.max(0, (length - chance) / (n - chance)) : 0
}
