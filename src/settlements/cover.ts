import { type Frontier, frontierWithin } from './frontier.js'
import type { Space, Whole } from './space.js'

/** A frontier, or points that stand for one that is too large to list. */
export interface Cover {
  readonly front: Frontier
  /** [party]: no outcome gives every party more than some listed point does by this much or more; 0s: the frontier is exact. */
  readonly within: readonly bigint[]
}

/**
 * The exact frontier if it can be listed, otherwise a certified cover.
 *
 * Each issue's values are rounded down, from its lowest, to ever larger steps until the frontier of the rounded values can
 * be listed. A point of it is less than one step an issue below any outcome that rounds to no more.
 *
 * @param limit candidates compared at once: 3,000,000 takes seconds and some hundred megabytes
 */
export function cover(space: Space, limit = 3_000_000): Cover {
  const exact = frontierWithin(space, limit)
  if (exact) return { front: exact, within: space.scale.map(() => 0n) }
  const lows = space.values.map(issue => issue.map(least))
  const base = space.scale.map((_, party) => lows.reduce((sum, issue) => sum + (issue[party] ?? 0n), 0n))
  for (let levels = 4096n; ; levels /= 2n) {
    // At no level at all every option of an issue is alike and one point is left: the loop ends.
    const step = space.scale.map((_, party) => widest(space, party) / (levels > 0n ? levels : 1n) + 1n)
    const coarse = space.values.map((issue, i) =>
      issue.map((options, party) =>
        options.map(value => Number((BigInt(value) - (lows[i]?.[party] ?? 0n)) / (step[party] as bigint))),
      ),
    )
    const found = frontierWithin({ ...space, values: coarse }, levels > 0n ? limit : Number.POSITIVE_INFINITY)
    if (!found) continue
    const values = found.values.map((of, party) =>
      [...of].map(value => BigInt(value) * (step[party] as bigint) + (base[party] as bigint)),
    )
    return { front: { ...found, space, values }, within: step.map(of => of * BigInt(space.values.length)) }
  }
}

const least = (values: readonly Whole[]): bigint => values.map(BigInt).reduce((a, b) => (a < b ? a : b))

/** The largest difference within one issue for a party. */
const widest = (space: Space, party: number): bigint =>
  space.values.reduce((most, issue) => {
    const values = (issue[party] ?? []).map(BigInt)
    const spread = values.reduce((a, b) => (a > b ? a : b)) - least(values)
    return spread > most ? spread : most
  }, 0n)
