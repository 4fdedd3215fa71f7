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
 * Values are rounded down to ever larger steps until the frontier of the rounded values can be listed. A point of it is
 * at most one step an issue below any outcome that rounds to no more.
 *
 * @param limit candidates compared at once: 3,000,000 takes seconds and some hundred megabytes
 */
export function cover(space: Space, limit = 3_000_000): Cover {
  const exact = frontierWithin(space, limit)
  if (exact) return { front: exact, within: space.scale.map(() => 0n) }
  for (let levels = 4096n; ; levels /= 2n) {
    const step = space.scale.map((_, party) => largest(space, party) / (levels > 0n ? levels : 1n) + 1n)
    const coarse = space.values.map(issue =>
      issue.map((options, party) => options.map(value => Number(floorTo(value, step[party] as bigint)))),
    )
    const found = frontierWithin({ ...space, values: coarse }, limit)
    if (!found) continue
    const factor = (of: Frontier['values'][number], party: number) =>
      [...of].map(value => BigInt(value) * (step[party] as bigint))
    return {
      front: { ...found, space, values: found.values.map(factor) },
      within: step.map(of => of * BigInt(space.values.length)),
    }
  }
}

const floorTo = (value: Whole, step: bigint): bigint => {
  const whole = BigInt(value)
  return whole >= 0n ? whole / step : -((-whole + step - 1n) / step)
}

/** The largest difference within one issue for a party. */
const largest = (space: Space, party: number): bigint =>
  space.values.reduce((most, issue) => {
    const values = (issue[party] ?? []).map(BigInt)
    const spread = values.reduce((a, b) => (a > b ? a : b)) - values.reduce((a, b) => (a < b ? a : b))
    return spread > most ? spread : most
  }, 0n)
