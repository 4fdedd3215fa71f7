import { drawnSpaces } from './drawn-space.js'
import { drawn, type Share, seeded, shareOf } from './draws.js'
import { readings, type Uncertain } from './estimates.js'
import { groups } from './joined-issues.js'
import type { Model } from './model.js'
import { waysOf } from './model-space.js'
import { nashPackages } from './nash-packages.js'
import type { Space } from './space.js'

/** How sure the answer is while preferences are only partly known. */
export interface Robustness {
  readonly draws: number
  readonly seed: number
  /** Draws in which some package leaves every party at least its reserve. */
  readonly zone: Share
  readonly packages: readonly PackageRobustness[]
  /** The open inputs, the one whose answer would change most first. */
  readonly unknowns: readonly UnknownValue[]
}

export interface PackageRobustness {
  readonly package: readonly number[]
  /** Draws in which every party prefers it to having no agreement, or finds it as good. */
  readonly acceptable: Share
  /** Draws in which it is a Nash point. */
  readonly best: Share
}

/** What knowing one open input would tell. */
export interface UnknownValue extends Uncertain {
  /** How much likelier a zone of agreement is where this input is in the upper third of its draws than in the lower; below 0: less likely. */
  readonly zone: number
  /** The same for the first package being acceptable to all. */
  readonly acceptable: number
}

/**
 * Draws every open input `draws` times and asks each time which packages are acceptable and which is best.
 *
 * @param candidates packages to follow, as option indices, the most important first
 */
export function robustness(
  model: Model,
  candidates: readonly (readonly number[])[],
  draws = 10_000,
  seed = 1,
): Robustness {
  const tied = groups(model)
  const ways = candidates.map(options => waysOf(tied, options))
  const open = readings(model)
  const spaceOf = drawnSpaces(model, tied)
  const guess = drawn(seeded(seed))
  const acceptable = candidates.map(() => 0)
  const best = candidates.map(() => 0)
  const key = new Map(candidates.map((options, i) => [options.join(), i]))
  const log: Log = {
    values: open.inputs.map(() => new Float64Array(draws)),
    zone: new Uint8Array(draws),
    first: new Uint8Array(draws),
  }
  let zones = 0
  for (let draw = 0; draw < draws; draw++) {
    const made = spaceOf(open.settle(guess))
    const accepted = ways.map(way => isAcceptable(made.space, way))
    accepted.forEach((yes, i) => {
      if (yes) acceptable[i] = (acceptable[i] as number) + 1
    })
    const found = nashPackages(made)
    for (const options of found) {
      const at = key.get(options.join())
      if (at !== undefined) best[at] = (best[at] as number) + 1
    }
    const zone = found.length > 0 || accepted.includes(true)
    if (zone) zones++
    log.zone[draw] = Number(zone)
    log.first[draw] = Number(accepted[0] ?? false)
    for (let i = 0; i < log.values.length; i++) (log.values[i] as Float64Array)[draw] = open.taken[i] as number
    if (open.inputs.length === 0) return certain(draws, seed, candidates, acceptable, best, zones)
  }
  return {
    draws,
    seed,
    zone: shareOf(zones, draws),
    packages: candidates.map((options, i) => ({
      package: options,
      acceptable: shareOf(acceptable[i] as number, draws),
      best: shareOf(best[i] as number, draws),
    })),
    unknowns: unknownValues(open.inputs, log),
  }
}

/** With no open input one draw says it all. */
function certain(
  draws: number,
  seed: number,
  candidates: readonly (readonly number[])[],
  acceptable: readonly number[],
  best: readonly number[],
  zones: number,
): Robustness {
  const sure = (yes: number): Share => ({ count: yes, of: 1, share: yes, low: yes, high: yes })
  return {
    draws: Math.min(1, draws),
    seed,
    zone: sure(zones),
    packages: candidates.map((options, i) => ({
      package: options,
      acceptable: sure(acceptable[i] as number),
      best: sure(best[i] as number),
    })),
    unknowns: [],
  }
}

/** Of a drawn space, whose values are doubles; a package that a red line forbids has no way and is never acceptable. */
function isAcceptable({ values, reserve }: Space, way: readonly number[] | null): boolean {
  return (
    way !== null &&
    reserve.every((floor, party) => {
      let sum = 0
      for (let group = 0; group < way.length; group++) sum += Number(values[group]?.[party]?.[way[group] as number])
      return sum >= Number(floor)
    })
  )
}

/** What each draw took and found. */
interface Log {
  /** [input][draw] */
  readonly values: readonly Float64Array[]
  /** [draw]: 1 where some package leaves every party at least its reserve; where the first candidate does. */
  readonly zone: Uint8Array
  readonly first: Uint8Array
}

function unknownValues(inputs: readonly Uncertain[], log: Log): UnknownValue[] {
  const draws = log.zone.length
  const third = Math.floor(draws / 3)
  const weight = (of: UnknownValue) => Math.abs(of.zone) + Math.abs(of.acceptable)
  return inputs
    .map((input, i): UnknownValue => {
      if (third === 0) return { ...input, zone: 0, acceptable: 0 }
      const values = log.values[i] as Float64Array
      const sorted = Float64Array.from(values).sort()
      const low = sharesWhere(log, values, Number.NEGATIVE_INFINITY, sorted[third - 1] as number)
      const high = sharesWhere(log, values, sorted[draws - third] as number, Number.POSITIVE_INFINITY)
      return { ...input, zone: high.zone - low.zone, acceptable: high.first - low.first }
    })
    .sort((a, b) => weight(b) - weight(a))
}

/** Among the draws whose value lies within limits. */
function sharesWhere(log: Log, values: Float64Array, from: number, to: number): { zone: number; first: number } {
  let count = 0
  let zone = 0
  let first = 0
  for (let draw = 0; draw < values.length; draw++) {
    const value = values[draw] as number
    if (value < from || value > to) continue
    count++
    zone += log.zone[draw] as number
    first += log.first[draw] as number
  }
  return { zone: zone / count, first: first / count }
}
