import { lcm, nearest, type Ratio } from './ratio.js'

/** A whole number: a double while every sum stays below 2^53, a bigint otherwise. Never mixed within one space. */
export type Whole = number | bigint

/**
 * What every option is worth to every party, in whole numbers, so that sums and comparisons are exact.
 *
 * The utility of a package is the sum of its options' values, divided by the party's `scale`.
 */
export interface Space {
  /** [issue][party][option] */
  readonly values: readonly (readonly (readonly Whole[])[])[]
  /** [party] */
  readonly scale: readonly bigint[]
  /** What each party has without an agreement, in the same whole numbers. */
  readonly reserve: readonly bigint[]
}

/**
 * Scales exact values to whole numbers, each party by its own least factor.
 *
 * @param values [issue][party][option]
 * @param reserve [party]
 */
export function spaceOf(values: readonly (readonly (readonly Ratio[])[])[], reserve: readonly Ratio[]): Space {
  const scale = reserve.map((r, party) =>
    values.reduce((all, issue) => (issue[party] ?? []).reduce((d, value) => lcm(d, value.d), all), r.d),
  )
  const whole = values.map(issue =>
    issue.map((options, party) => options.map(value => (value.n * (scale[party] ?? 1n)) / value.d)),
  )
  return {
    values: fitsDoubles(whole, reserve.length) ? whole.map(issue => issue.map(party => party.map(Number))) : whole,
    scale,
    reserve: reserve.map((r, party) => (r.n * (scale[party] ?? 1n)) / r.d),
  }
}

/** Whether every partial sum of every party is a whole number that doubles hold exactly. */
function fitsDoubles(values: readonly (readonly (readonly bigint[])[])[], parties: number): boolean {
  const size = (value: bigint) => (value < 0n ? -value : value)
  for (let party = 0; party < parties; party++) {
    let sum = 0n
    for (const issue of values) {
      sum += (issue[party] ?? []).reduce((most, value) => (size(value) > most ? size(value) : most), 0n)
    }
    if (sum > BigInt(Number.MAX_SAFE_INTEGER)) return false
  }
  return true
}

export const partyCount = (space: Space): number => space.scale.length

/** How many packages there are. */
export const packageCount = (space: Space): bigint =>
  space.values.reduce((product, issue) => product * BigInt(issue[0]?.length ?? 0), 1n)

/** The lowest utility that any package gives each party. */
export const leastUtilities = (space: Space): number[] =>
  space.scale.map((scale, party) =>
    nearest(
      space.values.reduce(
        (sum, issue) =>
          sum + (issue[party] ?? []).map(BigInt).reduce((least, value) => (value < least ? value : least)),
        0n,
      ),
      scale,
    ),
  )
