import { dominanceTree } from './dominance-tree.js'

/** The candidates that no other candidate dominates, in falling lexicographic order; equal ones stand together. */
export interface Maxima {
  /** Candidate indices, group after group. */
  readonly order: Int32Array
  /** Where each group of equal candidates starts in `order`, and after the last its length. */
  readonly start: Int32Array
  readonly groups: number
}

/**
 * Finds the non-dominated ones of `runs` × `length` candidates.
 *
 * One candidate dominates another when it is at least as good for every party and better for one.
 * Candidate `run * length + i` is the i-th of its run; every run is in falling lexicographic order.
 * Comparisons of doubles only, exact for exact doubles: whole numbers or ranks.
 *
 * @param c [party][candidate]
 */
export function maxima(c: readonly Float64Array[], runs: number, length: number): Maxima {
  const order = mergeRuns(c, runs, length)
  const keeps = keeper(c)
  const kept = new Int32Array(order.length)
  const start = new Int32Array(order.length + 1)
  let groups = 0
  let filled = 0
  let previous = -1
  let previousKept = false
  for (const candidate of order) {
    if (previous < 0 || !equal(c, previous, candidate)) {
      previousKept = keeps(candidate)
      previous = candidate
      if (previousKept) start[groups++] = filled
    }
    if (previousKept) kept[filled++] = candidate
  }
  start[groups] = filled
  return { order: kept.subarray(0, filled), start: start.subarray(0, groups + 1), groups }
}

/** Asked in falling lexicographic order: whether nothing asked before dominates the candidate. */
function keeper(c: readonly Float64Array[]): (candidate: number) => boolean {
  if (c.length === 1) return firstOnly()
  if (c.length === 2) return rising(c[1] as Float64Array)
  if (c.length === 3) return staircase(c[1] as Float64Array, c[2] as Float64Array)
  const tree = dominanceTree(c.slice(1))
  return candidate => {
    if (tree.isCovered(candidate)) return false
    tree.insert(candidate)
    return true
  }
}

function firstOnly(): () => boolean {
  let first = true
  return () => {
    const kept = first
    first = false
    return kept
  }
}

function rising(second: Float64Array): (candidate: number) => boolean {
  let best = Number.NEGATIVE_INFINITY
  return candidate => {
    const value = second[candidate] as number
    if (value <= best) return false
    best = value
    return true
  }
}

/** The steps seen so far: `ys` falls as `zs` rises. A candidate below a step is dominated. */
function staircase(second: Float64Array, third: Float64Array): (candidate: number) => boolean {
  let ys = new Float64Array(256)
  let zs = new Float64Array(256)
  let steps = 0
  return candidate => {
    const y = second[candidate] as number
    const z = third[candidate] as number
    let low = 0
    let high = steps
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ys[middle] as number) >= y) low = middle + 1
      else high = middle
    }
    if (low > 0 && (zs[low - 1] as number) >= z) return false
    let from = low
    while (from > 0 && (ys[from - 1] as number) === y) from--
    let to = low
    while (to < steps && (zs[to] as number) <= z) to++
    if (steps + 1 > ys.length) {
      ys = grown(ys)
      zs = grown(zs)
    }
    if (to !== from + 1) {
      ys.copyWithin(from + 1, to, steps)
      zs.copyWithin(from + 1, to, steps)
      steps += from + 1 - to
    }
    ys[from] = y
    zs[from] = z
    return true
  }
}

function grown(from: Float64Array): Float64Array<ArrayBuffer> {
  const to = new Float64Array(from.length * 2)
  to.set(from)
  return to
}

/** All candidates in falling lexicographic order, merged pairwise. */
function mergeRuns(c: readonly Float64Array[], runs: number, length: number): Int32Array {
  const total = runs * length
  let from = new Int32Array(total)
  for (let i = 0; i < total; i++) from[i] = i
  let to = new Int32Array(total)
  for (let width = length; width < total; width *= 2) {
    for (let left = 0; left < total; left += 2 * width) {
      merge(c, from, to, left, Math.min(left + width, total), Math.min(left + 2 * width, total))
    }
    ;[from, to] = [to, from]
  }
  return from
}

function merge(
  c: readonly Float64Array[],
  from: Int32Array,
  to: Int32Array,
  left: number,
  middle: number,
  end: number,
) {
  const first = c[0] as Float64Array
  let i = left
  let j = middle
  for (let k = left; k < end; k++) {
    if (j >= end) to[k] = from[i++] as number
    else if (i >= middle) to[k] = from[j++] as number
    else {
      const a = from[i] as number
      const b = from[j] as number
      const difference = (first[a] as number) - (first[b] as number)
      if (difference > 0 || (difference === 0 && !isLater(c, a, b))) {
        to[k] = a
        i++
      } else {
        to[k] = b
        j++
      }
    }
  }
}

/** Whether a comes after b, their first values being equal. */
function isLater(c: readonly Float64Array[], a: number, b: number): boolean {
  for (let party = 1; party < c.length; party++) {
    const values = c[party] as Float64Array
    const difference = (values[a] as number) - (values[b] as number)
    if (difference !== 0) return difference < 0
  }
  return false
}

function equal(c: readonly Float64Array[], a: number, b: number): boolean {
  for (const values of c) if (values[a] !== values[b]) return false
  return true
}
