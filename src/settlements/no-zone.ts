import type { Reading } from './estimates.js'
import { frontier, packages, wholeValues } from './frontier.js'
import { groups, type RedLine } from './joined-issues.js'
import type { Model } from './model.js'
import { exactSpace, type ModelSpace, optionsOf } from './model-space.js'
import { nearest } from './ratio.js'
import { rationalPoints } from './solutions.js'

/** What would have to give way for any package to be acceptable to all. */
export interface NoZone {
  /** The smallest sets whose giving way, all of a set together, opens a zone of agreement; all of the smallest size. */
  readonly relaxations: readonly Relaxation[]
  /** False: more sets would have had to be tried than is allowed, and larger ones may do. */
  readonly complete: boolean
  /** For each party alone: the least it would have to accept below its reserve, all red lines kept. */
  readonly concessions: readonly Concession[]
}

export interface Relaxation {
  readonly redLines: readonly RedLine[]
  /** Parties whose reserve gives way. */
  readonly reserves: readonly number[]
  /** A package that becomes possible: option indices. */
  readonly package: readonly number[]
}

export interface Concession {
  readonly party: number
  /** In utility below the reserve; null: however much it gives, the others find no package. */
  readonly below: number | null
  readonly package: readonly number[] | null
}

const tryLimit = 4000

/** Why there is no package that crosses no red line and leaves every party at least its reserve; null when there is one. */
export function noZone(model: Model, reading: Reading): NoZone | null {
  const items: Item[] = model.parties.flatMap((party, p) => [
    ...party.redLines.map((_, line): Item => ({ redLine: { party: p, line } })),
    { reserve: p },
  ])
  if (opened(model, reading, [])) return null
  let tries = 0
  for (let size = 1; size <= items.length; size++) {
    const relaxations: Relaxation[] = []
    for (const set of subsets(items, size)) {
      if (++tries > tryLimit) return { relaxations, complete: false, concessions: concessions(model, reading) }
      const way = opened(model, reading, set)
      if (way) relaxations.push({ ...parts(set), package: way })
    }
    if (relaxations.length > 0) return { relaxations, complete: true, concessions: concessions(model, reading) }
  }
  return { relaxations: [], complete: true, concessions: concessions(model, reading) }
}

type Item = { readonly redLine: RedLine } | { readonly reserve: number }

const parts = (set: readonly Item[]) => ({
  redLines: set.flatMap(item => ('redLine' in item ? [item.redLine] : [])),
  reserves: set.flatMap(item => ('reserve' in item ? [item.reserve] : [])),
})

/** A package that is acceptable once these give way, or null. */
function opened(model: Model, reading: Reading, set: readonly Item[]): number[] | null {
  const { redLines, reserves } = parts(set)
  const made = withoutReserves(exactSpace(model, groups(model, redLines), reading), reserves)
  const front = frontier(made.space)
  const [point] = rationalPoints(front)
  if (point === undefined) return null
  const [ways] = packages(front, point)
  return optionsOf(made.groups, ways ?? [])
}

const withoutReserves = (made: ModelSpace, parties: readonly number[]): ModelSpace => ({
  ...made,
  space: {
    ...made.space,
    reserve: made.space.reserve.map((reserve, party) => (parties.includes(party) ? -(10n ** 60n) : reserve)),
  },
})

function concessions(model: Model, reading: Reading): Concession[] {
  const made = exactSpace(model, groups(model), reading)
  return model.parties.map((_, party): Concession => {
    const front = frontier(withoutReserves(made, [party]).space)
    const best = rationalPoints(front)
      .map(point => ({ point, value: wholeValues(front, point)[party] as bigint }))
      .reduce<{ point: number; value: bigint } | null>((a, b) => (a === null || b.value > a.value ? b : a), null)
    if (!best) return { party, below: null, package: null }
    const [ways] = packages(front, best.point)
    return {
      party,
      below: nearest((made.space.reserve[party] as bigint) - best.value, made.space.scale[party]),
      package: optionsOf(made.groups, ways ?? []),
    }
  })
}

/** All sets of a size, in the order of items. */
function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let i = from; i <= items.length - size; i++) {
    for (const rest of subsets(items, size - 1, i + 1)) yield [items[i] as T, ...rest]
  }
}
