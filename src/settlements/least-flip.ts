import { drawnSpaces } from './drawn-space.js'
import { middle, type Reading, read } from './estimates.js'
import { groups } from './joined-issues.js'
import type { Model } from './model.js'
import type { ModelSpace } from './model-space.js'
import { nashPackages } from './nash-packages.js'

/** The smallest change of one weight that makes another package the Nash point. */
export interface Flip {
  readonly party: number
  readonly issue: number
  /** The weight as it is and the weight at which the answer changes. */
  readonly from: number
  readonly to: number
  /** The package that becomes best. */
  readonly package: readonly number[]
}

/** Changes that are tried on each weight, as factors, nearest first; between two the point is found by halving. */
const factors = [1.02, 1.05, 1.1, 1.2, 1.5, 2, 3, 5]

/**
 * The weight that has to move least, in proportion, to change the best package; null: none of them does within a fifth to
 * five times its size. One weight at a time; found to a thousandth of the weight.
 */
export function leastFlip(model: Model): Flip | null {
  const spaceOf = drawnSpaces(model, groups(model))
  const reading = read(model, middle)
  const now = best(spaceOf, reading)
  if (!now) return null
  let least: (Flip & { readonly factor: number }) | null = null
  for (let party = 0; party < model.parties.length; party++) {
    for (let issue = 0; issue < model.issues.length; issue++) {
      const from = reading.weights[party]?.[issue] ?? 0
      if (from === 0) continue
      for (const up of [true, false]) {
        const flip = firstFlip(
          at => best(spaceOf, scaled(reading, party, issue, up ? at : 1 / at)),
          now,
          least?.factor ?? 5,
        )
        if (flip)
          least = {
            party,
            issue,
            from,
            to: from * (up ? flip.at : 1 / flip.at),
            package: flip.package,
            factor: flip.at,
          }
      }
    }
  }
  if (!least) return null
  const { factor: _, ...flip } = least
  return flip
}

/** The smallest tried factor below `limit` that changes the answer, narrowed down. */
function firstFlip(
  bestAt: (factor: number) => readonly number[] | null,
  now: readonly number[],
  limit: number,
): { at: number; package: readonly number[] } | null {
  let same = 1
  for (const factor of factors) {
    if (factor > limit) return null
    let found = bestAt(factor)
    if (!found || found.join() === now.join()) {
      same = factor
      continue
    }
    let at = factor
    while (at - same > 0.001) {
      const half = (at + same) / 2
      const there = bestAt(half)
      if (there && there.join() !== now.join()) {
        at = half
        found = there
      } else same = half
    }
    return at < limit ? { at, package: found } : null
  }
  return null
}

const scaled = (reading: Reading, party: number, issue: number, factor: number): Reading => ({
  ...reading,
  weights: reading.weights.map((of, p) => (p === party ? of.map((w, i) => (i === issue ? w * factor : w)) : of)),
})

const best = (spaceOf: (reading: Reading) => ModelSpace, reading: Reading): readonly number[] | null =>
  nashPackages(spaceOf(reading))[0] ?? null
