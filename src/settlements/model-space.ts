import type { Reading } from './estimates.js'
import type { Group } from './joined-issues.js'
import { isPackage, type Model, type ModelParty, type Package } from './model.js'
import { add, multiply, nearest, type Ratio, ratioOf, zero } from './ratio.js'
import { type Space, spaceOf } from './space.js'

/** A space made from a model: its issues are the model's groups, its options their ways. */
export interface ModelSpace {
  readonly space: Space
  readonly groups: readonly Group[]
}

/** One reading in exact numbers: the digits of the model are what counts. */
export function exactSpace(model: Model, groups: readonly Group[], reading: Reading): ModelSpace {
  const worths = model.parties.map((party, p) => {
    const weighted = model.issues.map((_, i) => weightedValues(model, reading, p, i))
    const together = conditionsOf(model, party)
    return (issues: readonly number[], way: readonly number[]): Ratio =>
      [
        ...issues.map((issue, i) => weighted[issue]?.[way[i] as number] ?? zero),
        ...together.flatMap((when, c) =>
          holds(when, issues, way) ? [ratioOf(reading.combinations[p]?.[c] as number)] : [],
        ),
      ].reduce(add, zero)
  })
  const all = model.issues.map((_, i) => i)
  return {
    groups,
    space: spaceOf(
      groups.map(group => worths.map(worth => group.ways.map(way => worth(group.issues, way)))),
      worths.map((worth, p) => {
        const utility = reading.reserve[p]
        return typeof utility === 'number' ? ratioOf(utility) : worth(all, fallbackOptions(model, p))
      }),
    ),
  }
}

function weightedValues(model: Model, reading: Reading, p: number, i: number): Ratio[] {
  const values = reading.values[p]?.[i] ?? []
  const most = model.convention === 'genius' ? Math.max(...values) : 1
  return values.map(value =>
    multiply(ratioOf(reading.weights[p]?.[i] as number), ratioOf(most === 0 ? 0 : value / most)),
  )
}

/** What must hold of one issue for a combination to count. */
export interface Condition {
  readonly issue: number
  readonly options: readonly number[]
}

/** [combination]: when it counts. */
export const conditionsOf = (model: Model, party: ModelParty): Condition[][] =>
  party.combinations.map(one =>
    Object.entries(one.when).map(([id, wanted]) => {
      const issue = model.issues.findIndex(of => of.id === id)
      return { issue, options: [wanted].flat().map(option => model.issues[issue]?.options.indexOf(option) as number) }
    }),
  )

/** Whether all conditions hold in one way to settle some issues; no: one of them is about another issue. */
export const holds = (when: readonly Condition[], issues: readonly number[], way: readonly number[]): boolean =>
  when.every(({ issue, options }) => {
    const at = issues.indexOf(issue)
    return at >= 0 && options.includes(way[at] as number)
  })

/** The option of every issue that a party has without an agreement. */
export function fallbackOptions(model: Model, party: number): number[] {
  const given = model.parties[party]?.reserve?.given
  const fallback: Package = given !== undefined && isPackage(given) ? given : (model.statusQuo ?? {})
  return model.issues.map(issue => issue.options.indexOf(fallback[issue.id] ?? ''))
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
