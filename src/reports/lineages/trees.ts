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

/** The log-odds that the trees give to one row of features. */
export function logOdds(trees: Trees, row: ArrayLike<number>): number {
  const { feature, value, left } = trees
  let score = trees.base
  for (const root of trees.roots) {
    let node = root
    while (feature[node]! >= 0) node = row[feature[node]!]! <= value[node]! ? left[node]! : left[node]! + 1
    score += value[node]!
  }
  return score
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
