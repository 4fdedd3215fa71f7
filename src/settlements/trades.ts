import type { Reading } from './estimates.js'
import type { Model } from './model.js'

/** Two issues that two parties value differently enough that each should have its way on one of them. */
export interface Trade {
  /** [who has its way on the first issue, who on the second]: party indices. */
  readonly parties: readonly [number, number]
  readonly issues: readonly [number, number]
  /** What each gains against having it the other way round, in utility; both above 0. */
  readonly gains: readonly [number, number]
}

/**
 * Every trade of two issues between two parties, the one that gives the lesser gainer most first.
 *
 * The gain is the difference between "the first decides the first issue, the second the second" and the reverse: it does
 * not depend on what is agreed elsewhere.
 */
export function trades(model: Model, reading: Reading): Trade[] {
  const best = model.parties.map((_, p) =>
    model.issues.map((_, i) => {
      const values = reading.values[p]?.[i] ?? []
      return values.indexOf(Math.max(...values))
    }),
  )
  const worth = (p: number, i: number, option: number) => {
    const values = reading.values[p]?.[i] ?? []
    const most = model.convention === 'genius' ? Math.max(...values) || 1 : 1
    return ((reading.weights[p]?.[i] ?? 0) * (values[option] ?? 0)) / most
  }
  const at = (of: readonly (readonly number[])[], p: number, i: number) => of[p]?.[i] as number
  const found: Trade[] = []
  for (let p = 0; p < model.parties.length; p++) {
    for (let q = p + 1; q < model.parties.length; q++) {
      for (let i = 0; i < model.issues.length; i++) {
        for (let j = 0; j < model.issues.length; j++) {
          if (i === j) continue
          const swing = (party: number, issue: number, mine: number, theirs: number) =>
            worth(party, issue, at(best, mine, issue)) - worth(party, issue, at(best, theirs, issue))
          const gains = [swing(p, i, p, q) - swing(p, j, p, q), swing(q, j, q, p) - swing(q, i, q, p)] as const
          if (gains[0] > 1e-9 && gains[1] > 1e-9) found.push({ parties: [p, q], issues: [i, j], gains })
        }
      }
    }
  }
  const least = (trade: Trade) => Math.min(...trade.gains)
  return found.sort((a, b) => least(b) - least(a))
}
