import type { Chain, Lattice } from './chain.js'

/** One labelling of a sequence and its score: the logarithm of its probability plus the lattice's `logSum`. */
export interface Labelling {
  readonly labels: Uint8Array
  readonly score: number
}

/** An edge below cannot be passed. */
const barred = -20

/**
 * The `k` labellings of highest score, best first (list Viterbi: Seshadri and Sundberg 1994); fewer where there are not
 * so many. Ties go to the lower label.
 */
export function kBest(chain: Chain, lattice: Lattice, k: number): Labelling[] {
  const { labels, edges } = chain
  const { length, scores, kinds } = lattice
  if (length === 0) return []
  const width = labels * k
  let before = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  let now = new Float64Array(width)
  for (let y = 0; y < labels; y++) before[y * k] = scores[y]!
  const back = new Uint8Array(length * width)
  const next = new Uint8Array(labels)
  for (let i = 1; i < length; i++) {
    const edge = kinds[i]! * labels * labels
    for (let y = 0; y < labels; y++) {
      next.fill(0)
      const own = scores[i * labels + y]!
      for (let rank = 0; rank < k; rank++) {
        let top = Number.NEGATIVE_INFINITY
        let from = -1
        for (let x = 0; x < labels; x++) {
          const step = edges[edge + x * labels + y]!
          if (step < barred || next[x]! >= k) continue
          const value = before[x * k + next[x]!]! + step
          if (value > top) {
            top = value
            from = x
          }
        }
        now[y * k + rank] = top + own
        if (from < 0) {
          now.fill(Number.NEGATIVE_INFINITY, y * k + rank, (y + 1) * k)
          break
        }
        back[i * width + y * k + rank] = from * k + next[from]!
        next[from]!++
      }
    }
    ;[before, now] = [now, before]
  }
  const ends = Array.from({ length: width }, (_, at) => at)
    .filter(at => before[at]! > Number.NEGATIVE_INFINITY)
    .sort((a, b) => before[b]! - before[a]! || a - b)
    .slice(0, k)
  return ends.map(end => {
    const found = new Uint8Array(length)
    let at = end
    for (let i = length - 1; i >= 0; i--) {
      found[i] = Math.floor(at / k)
      at = back[i * width + at]!
    }
    return { labels: found, score: before[end]! }
  })
}
