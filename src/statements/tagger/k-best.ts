import type { Chain, Lattice } from './chain.js'

/** One labelling of a sequence and its score: the logarithm of its probability plus the lattice's `logSum`. */
export interface Labelling {
  readonly labels: Uint8Array
  readonly score: number
}

/** An edge below cannot be passed. */
const barred = -20

/**
 * The `k` labellings of highest score, best first (list Viterbi: Seshadri and Sundberg 1994), among those all of whose
 * labels have a marginal probability of at least `least`; fewer where there are not so many. Ties go to the lower label.
 * The lattice's marginals must be there. Most tokens have one label that is not out of the question: time is close to
 * that of one labelling.
 */
export function kBest(chain: Chain, lattice: Lattice, k: number, least: number): Labelling[] {
  const { labels, edges } = chain
  const { length, scores, kinds, marginals } = lattice
  if (length === 0) return []
  const width = labels * k
  let before = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  let now = new Float64Array(width)
  const back = new Uint8Array(length * width)
  /** How many labellings end in each label, at the token before and at this one. */
  let counts = new Uint8Array(labels)
  let made = new Uint8Array(labels)
  const next = new Uint8Array(labels)
  for (let y = 0; y < labels; y++) {
    if (marginals[y]! < least) continue
    before[y * k] = scores[y]!
    counts[y] = 1
  }
  for (let i = 1; i < length; i++) {
    const edge = kinds[i]! * labels * labels
    const base = i * labels
    for (let y = 0; y < labels; y++) {
      made[y] = 0
      if (marginals[base + y]! < least) continue
      next.fill(0)
      let size = 0
      while (size < k) {
        let top = Number.NEGATIVE_INFINITY
        let from = -1
        for (let x = 0; x < labels; x++) {
          if (next[x]! >= counts[x]!) continue
          const step = edges[edge + x * labels + y]!
          if (step < barred) continue
          const value = before[x * k + next[x]!]! + step
          if (value > top) {
            top = value
            from = x
          }
        }
        if (from < 0) break
        now[y * k + size] = top + scores[base + y]!
        back[i * width + y * k + size] = from * k + next[from]!
        next[from]!++
        size++
      }
      made[y] = size
    }
    ;[before, now] = [now, before]
    ;[counts, made] = [made, counts]
  }
  const ends: number[] = []
  for (let y = 0; y < labels; y++) for (let rank = 0; rank < counts[y]!; rank++) ends.push(y * k + rank)
  ends.sort((a, b) => before[b]! - before[a]! || a - b)
  return ends.slice(0, k).map(end => {
    const found = new Uint8Array(length)
    let at = end
    for (let i = length - 1; i >= 0; i--) {
      found[i] = Math.floor(at / k)
      at = back[i * width + at]!
    }
    return { labels: found, score: before[end]! }
  })
}
