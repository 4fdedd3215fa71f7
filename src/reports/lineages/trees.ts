/**
 * Boosted decision trees, as the training scripts write them: one line of columns for all trees together.
 *
 * Node `n` asks whether feature `feature[n]` is at most `value[n]` and goes on to `left[n]`, else to `left[n] + 1`;
 * a leaf has feature -1 and its `value` is added to the score.
 */
export interface Trees {
  readonly features: readonly string[]
  readonly base: number
  readonly roots: readonly number[]
  readonly feature: readonly number[]
  readonly value: readonly number[]
  readonly left: readonly number[]
}

/**
 * The log-odds that the trees give to one row of features.
 *
 * Where it is below `least`, it may be any value below it: trees that cannot lift it any more are not asked.
 */
export function logOdds(trees: Trees, row: ArrayLike<number>, least = Number.NEGATIVE_INFINITY): number {
  const { roots, feature, value, left, liftable } = packed(trees)
  let score = trees.base
  for (let tree = 0; tree < roots.length; tree++) {
    if (score + liftable[tree]! < least) return score + liftable[tree]!
    let node = roots[tree]!
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!) {
      node = row[asked]! <= value[node]! ? left[node]! : left[node]! + 1
    }
    score += value[node]!
  }
  return score
}

/** Trees in typed arrays, which are walked twice as fast, and what they and those after them can add at most. */
interface Packed {
  readonly roots: Int32Array
  readonly feature: Int16Array
  readonly value: Float64Array
  readonly left: Int32Array
  readonly liftable: Float64Array
}

const packedOf = new WeakMap<Trees, Packed>()

function packed(trees: Trees): Packed {
  const known = packedOf.get(trees)
  if (known) return known
  const { roots, feature, value, left } = trees
  const liftable = new Float64Array(roots.length + 1)
  for (let tree = roots.length - 1; tree >= 0; tree--) {
    let most = Number.NEGATIVE_INFINITY
    for (let node = roots[tree]!; node < (roots[tree + 1] ?? feature.length); node++) {
      if (feature[node]! < 0) most = Math.max(most, value[node]!)
    }
    liftable[tree] = liftable[tree + 1]! + most
  }
  const found = {
    roots: Int32Array.from(roots),
    feature: Int16Array.from(feature),
    value: Float64Array.from(value),
    left: Int32Array.from(left),
    liftable,
  }
  packedOf.set(trees, found)
  return found
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
