import type { Reading } from './estimates.js'
import type { Group } from './joined-issues.js'
import type { Model } from './model.js'
import { add, multiply, nearest, type Ratio, ratioOf, zero } from './ratio.js'
import { type Space, spaceOf } from './space.js'

/** A space made from a model: its issues are the model's groups, its options their ways. */
export interface ModelSpace {
  readonly space: Space
  readonly groups: readonly Group[]
}

/** One reading in exact numbers: the digits of the model are what counts. */
export function exactSpace(model: Model, groups: readonly Group[], reading: Reading): ModelSpace {
  const worth = wayWorth<Ratio>(model, reading, {
    zero,
    add,
    product: (a, b) => multiply(ratioOf(a), ratioOf(b)),
    plain: ratioOf,
  })
  const reserve = model.parties.map((_, party) => reserveOf(model, reading, party, worth, ratioOf))
  return {
    groups,
    space: spaceOf(
      groups.map(group => model.parties.map((_, party) => group.ways.map(way => worth(party, group.issues, way)))),
      reserve,
    ),
  }
}

/** One drawn reading, rounded to whole numbers of a millionth of a millionth of the largest utility: fast, and as exact as a draw needs. */
export function drawnSpace(model: Model, groups: readonly Group[], reading: Reading): ModelSpace {
  const worth = wayWorth<number>(model, reading, {
    zero: 0,
    add: (a, b) => a + b,
    product: (a, b) => a * b,
    plain: a => a,
  })
  const values = groups.map(group =>
    model.parties.map((_, party) => group.ways.map(way => worth(party, group.issues, way))),
  )
  const reserve = model.parties.map((_, party) => reserveOf(model, reading, party, worth, a => a))
  const largest = values.reduce((sum, issue) => sum + Math.max(0, ...issue.flat().map(Math.abs)), 1)
  const grid = 2 ** Math.floor(Math.log2(1e12 / largest))
  const scale = grid >= 1 ? BigInt(grid) : 1n
  const whole = (value: number) => Math.round(value * Math.max(1, grid))
  return {
    groups,
    space: {
      values: values.map(issue => issue.map(options => options.map(whole))),
      scale: model.parties.map(() => scale),
      reserve: reserve.map(value => BigInt(whole(value))),
    },
  }
}

interface Arithmetic<T> {
  readonly zero: T
  add(a: T, b: T): T
  product(a: number, b: number): T
  plain(a: number): T
}

/** What settling some issues in some way is worth to a party: weighted values and the combinations among these issues. */
function wayWorth<T>(model: Model, reading: Reading, { zero, add, product, plain }: Arithmetic<T>) {
  const index = new Map(model.issues.map((issue, i) => [issue.id, i]))
  const values = model.parties.map((_, p) =>
    model.issues.map((_, i) => {
      const of = reading.values[p]?.[i] ?? []
      const most = model.convention === 'genius' ? Math.max(...of) : 1
      return of.map(value => product(reading.weights[p]?.[i] ?? 0, most === 0 ? 0 : value / most))
    }),
  )
  const combinations = model.parties.map((party, p) =>
    party.combinations.map((one, i) => ({
      value: plain(reading.combinations[p]?.[i] ?? 0),
      conditions: Object.entries(one.when).map(([issue, options]) => {
        const at = index.get(issue) as number
        return {
          issue: at,
          options: [options].flat().map(option => model.issues[at]?.options.indexOf(option) as number),
        }
      }),
    })),
  )
  return (party: number, issues: readonly number[], way: readonly number[]): T => {
    let sum = zero
    issues.forEach((issue, i) => {
      sum = add(sum, values[party]?.[issue]?.[way[i] as number] ?? zero)
    })
    for (const { value, conditions } of combinations[party] ?? []) {
      const at = conditions.map(({ issue }) => issues.indexOf(issue))
      if (at.every((i, c) => i >= 0 && conditions[c]?.options.includes(way[i] as number))) sum = add(sum, value)
    }
    return sum
  }
}

function reserveOf<T>(
  model: Model,
  reading: Reading,
  party: number,
  worth: (party: number, issues: readonly number[], way: readonly number[]) => T,
  plain: (value: number) => T,
): T {
  const utility = reading.reserve[party]
  if (typeof utility === 'number') return plain(utility)
  const given = model.parties[party]?.reserve?.given
  const fallback = typeof given === 'object' && !Array.isArray(given) ? given : (model.statusQuo ?? {})
  return worth(
    party,
    model.issues.map((_, i) => i),
    model.issues.map(issue => issue.options.indexOf(fallback[issue.id] ?? '')),
  )
}

/** The option of every issue, from one way a group. */
export function optionsOf(groups: readonly Group[], ways: readonly number[]): number[] {
  const options: number[] = []
  groups.forEach((group, g) => {
    group.issues.forEach((issue, i) => {
      options[issue] = group.ways[ways[g] as number]?.[i] as number
    })
  })
  return options
}

/** What a package of option indices gives each party, or null when a red line forbids it. */
export function utilitiesOf({ space, groups }: ModelSpace, options: readonly number[]): number[] | null {
  const ways = waysOf(groups, options)
  if (ways === null) return null
  return space.scale.map((scale, party) =>
    nearest(
      ways.reduce((sum, way, g) => sum + BigInt(space.values[g]?.[party]?.[way] ?? 0), 0n),
      scale,
    ),
  )
}

/** The way of every group that a package takes, or null when a red line forbids it. */
export function waysOf(groups: readonly Group[], options: readonly number[]): number[] | null {
  const ways = groups.map(group =>
    group.ways.findIndex(way => way.every((option, i) => option === options[group.issues[i] as number])),
  )
  return ways.includes(-1) ? null : ways
}
