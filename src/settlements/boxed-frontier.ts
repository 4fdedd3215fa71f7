import { type Found, type Layout, layout, type Search, search } from './box-search.js'
import { type BoxedSpace, folded, reduced } from './boxes.js'

/** The frontier of two parties over packages whose parts depend on each other. */
export interface BoxedFrontier {
  /** Different points, the first party's best first, each with one package that gives it. */
  readonly points: readonly Found[]
  /** Where the search gave up: between two points nothing better is known, nor ruled out. Empty: the frontier is exact. */
  readonly unsearched: readonly {
    readonly atLeast: readonly [number, number]
    readonly below: readonly [number, number]
  }[]
}

/**
 * The exact frontier by filling gaps: between two neighbouring points lies either another point or, proven, none.
 *
 * @param ceiling what counts as each party's best: more than that is no better (GENIUS cuts utilities at the profile's stated maximum)
 * @param nodes how many search nodes each gap may take; what is left open is named in `unsearched`
 */
export function boxedFrontier(
  space: BoxedSpace,
  ceiling: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  nodes = 2_000_000,
): BoxedFrontier {
  const { space: needed, original } = reduced(space)
  const laid = layout(folded(needed))
  const first = extreme(laid, 0, ceiling, nodes)
  const last = extreme(laid, 1, ceiling, nodes)
  const points: Found[] = [first]
  const unsearched: BoxedFrontier['unsearched'][number][] = []
  if (first.values[1] < last.values[1]) {
    fill(laid, first, last, nodes, points, unsearched)
    points.push(last)
  }
  const named = (chosen: readonly number[]) => chosen.map((option, issue) => original[issue]?.[option] ?? 0)
  return { points: nonDominated(points).map(point => ({ ...point, package: named(point.package) })), unsearched }
}

/** A party's best, and among its bests the other party's best. */
function extreme(laid: Layout, party: 0 | 1, ceiling: readonly [number, number], nodes: number): Found {
  const open = Number.NEGATIVE_INFINITY
  const alone = party === 0 ? ([1, 0] as const) : ([0, 1] as const)
  const top = search(laid, { weights: alone, floor: [open, open], atLeast: open, nodes })
  const most = Math.min(top.found?.values[party] ?? open, ceiling[party])
  const floor: [number, number] = party === 0 ? [most, open] : [open, most]
  const othersFirst = 1 + range(laid.space, party)
  const weights: [number, number] = party === 0 ? [1, othersFirst] : [othersFirst, 1]
  const both = search(laid, { weights, floor, atLeast: open, nodes })
  if (!both.found) throw new RangeError('A space without packages has no frontier.')
  const [a, b] = both.found.values
  return { ...both.found, values: [Math.min(a, ceiling[0]), Math.min(b, ceiling[1])] }
}

/** More than any two packages can differ for a party. */
const range = (space: BoxedSpace, party: number): number =>
  space.values.reduce((sum, issue) => sum + Math.max(...(issue[party] ?? [])) - Math.min(...(issue[party] ?? [])), 0) +
  space.boxes.reduce((sum, box) => sum + (box.party === party ? Math.abs(box.value) : 0), 0)

function fill(
  laid: Layout,
  high: Found,
  low: Found,
  nodes: number,
  points: Found[],
  unsearched: BoxedFrontier['unsearched'][number][],
) {
  const floor: [number, number] = [low.values[0] + 1, high.values[1] + 1]
  if (floor[0] >= high.values[0] || floor[1] >= low.values[1]) return
  const weights: [number, number] = [low.values[1] - high.values[1], high.values[0] - low.values[0]]
  const wanted: Search = { weights, floor, atLeast: weights[0] * floor[0] + weights[1] * floor[1], nodes }
  const { found, complete } = search(laid, wanted)
  if (!complete) unsearched.push({ atLeast: floor, below: [high.values[0], low.values[1]] })
  if (!found) return
  fill(laid, high, found, nodes, points, unsearched)
  points.push(found)
  fill(laid, found, low, nodes, points, unsearched)
}

const nonDominated = (points: readonly Found[]): Found[] =>
  points.filter(({ values: [a, b] }) => !points.some(({ values: [x, y] }) => x >= a && y >= b && (x > a || y > b)))
