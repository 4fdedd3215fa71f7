import { type Choices, choices, ranks } from './choices.js'
import { type Maxima, maxima } from './maxima.js'
import { nearest } from './ratio.js'
import { packageCount, partyCount, type Space, type Whole } from './space.js'

/** The outcomes that no other outcome dominates: better for one party always means worse for another. */
export interface Frontier {
  readonly space: Space
  /** How many different points: outcomes that give every party the same are one point. */
  readonly count: number
  /** [party][point], in the space's whole numbers; points in falling lexicographic order. */
  readonly values: readonly Values[]
  /** How each point was made, issue after issue: see `packages`. */
  readonly layers: readonly Layer[]
}

type Values = Float64Array | readonly bigint[]

/** One issue added: for every point the points before it and the options that lead to it. */
interface Layer {
  readonly issue: number
  /** Where the ways to a point start in `before` and `option`, and after the last their number. */
  readonly start: Int32Array
  readonly before: Int32Array
  /** The index of the class of equal options. */
  readonly option: Int32Array
  /** [class]: the options of the issue that are worth the same to every party. */
  readonly options: readonly (readonly number[])[]
}

/**
 * The Pareto frontier over all packages, with every tie.
 *
 * Adds issue after issue and drops what is dominated so far: a dominated part stays dominated whatever follows, since
 * values add up. Exact: comparisons are of whole numbers, as doubles where these hold them, by rank otherwise.
 */
export function frontier(space: Space): Frontier {
  return frontierWithin(space, Number.POSITIVE_INFINITY) as Frontier
}

/** The frontier, or null when one step would have to compare more than `limit` candidates. */
export const frontierWithin = (space: Space, limit: number): Frontier | null =>
  layered(space, choices(space), { limit })

/**
 * The points of the frontier whose weighted sum is at least `least`: where only these can matter, far fewer are made.
 *
 * The space's whole numbers must be doubles, the weights positive.
 */
export const frontierAbove = (
  space: Space,
  picks: readonly Choices[],
  weights: readonly number[],
  least: number,
): Frontier => layered(space, picks, { limit: Number.POSITIVE_INFINITY, above: { weights, least } }) as Frontier

interface Bounds {
  readonly limit: number
  readonly above?: { readonly weights: readonly number[]; readonly least: number }
}

function layered(space: Space, picks: readonly Choices[], { limit, above }: Bounds): Frontier | null {
  const parties = partyCount(space)
  const big = typeof space.values[0]?.[0]?.[0] === 'bigint'
  let points: Values[] = Array.from({ length: parties }, () => (big ? [0n] : new Float64Array(1)))
  let count = packageCount(space) === 0n ? 0 : 1
  const layers: Layer[] = []
  if (count === 0) return { space, count, values: points.map(() => []), layers }
  // The issues with the most choices first: the longest sums then meet the fewest choices.
  const issues = [...picks].sort((a, b) => b.classes.length - a.classes.length || a.issue - b.issue)
  let reach = above ? issues.reduce((sum, one) => sum + mostWeighted(one, above.weights), 0) : 0
  for (const one of issues) {
    const { issue, classes, values } = one
    if (classes.length * count > limit) return null
    const added = big
      ? sumsByRank(points as bigint[][], values as bigint[][], count)
      : sums(points as Float64Array[], values as number[][], count)
    let best = maxima(added.comparable, classes.length, count)
    if (above) {
      reach -= mostWeighted(one, above.weights)
      best = heavyEnough(best, added.comparable, above.weights, above.least - reach)
    }
    points = added.valuesAt(best)
    layers.push(layerOf(issue, classes, best, count))
    count = best.groups
    if (count === 0) return { space, count, values: points, layers }
  }
  return { space, count, values: points, layers }
}

/** The highest weighted sum that a choice of the issue adds. */
function mostWeighted({ classes, values }: Choices, weights: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < classes.length; k++) {
    let sum = 0
    for (let p = 0; p < weights.length; p++) sum += (weights[p] as number) * (values[p]?.[k] as number)
    if (sum > most) most = sum
  }
  return most
}

function heavyEnough(
  best: Maxima,
  comparable: readonly Float64Array[],
  weights: readonly number[],
  least: number,
): Maxima {
  const order = new Int32Array(best.order.length)
  const start = new Int32Array(best.groups + 1)
  let groups = 0
  let filled = 0
  for (let group = 0; group < best.groups; group++) {
    const from = best.start[group] as number
    let sum = 0
    for (let p = 0; p < weights.length; p++)
      sum += (weights[p] as number) * (comparable[p]?.[best.order[from] as number] as number)
    if (sum < least) continue
    start[groups++] = filled
    for (let k = from; k < (best.start[group + 1] as number); k++) order[filled++] = best.order[k] as number
  }
  start[groups] = filled
  return { order: order.subarray(0, filled), start: start.subarray(0, groups + 1), groups }
}

interface Sums {
  /** [party][class * points + point]: numbers that compare as the sums do. */
  readonly comparable: readonly Float64Array[]
  valuesAt(best: Maxima): Values[]
}

function sums(points: readonly Float64Array[], values: readonly (readonly number[])[], count: number): Sums {
  const comparable = points.map((of, party) => {
    const add = values[party] as readonly number[]
    const all = new Float64Array(count * add.length)
    for (let k = 0, at = 0; k < add.length; k++) {
      const value = add[k] as number
      for (let i = 0; i < count; i++) all[at++] = (of[i] as number) + value
    }
    return all
  })
  return { comparable, valuesAt: best => comparable.map(all => firsts(best, at => all[at] as number)) }
}

const firsts = (best: Maxima, value: (candidate: number) => number): Float64Array => {
  const of = new Float64Array(best.groups)
  for (let group = 0; group < best.groups; group++) of[group] = value(best.order[best.start[group] as number] as number)
  return of
}

function sumsByRank(points: readonly bigint[][], values: readonly (readonly bigint[])[], count: number): Sums {
  const all = points.map((of, party) =>
    (values[party] as readonly bigint[]).flatMap(value => of.slice(0, count).map(point => point + value)),
  )
  return {
    comparable: all.map(ranks),
    valuesAt: best =>
      all.map(of =>
        Array.from({ length: best.groups }, (_, g) => of[best.order[best.start[g] as number] as number] as bigint),
      ),
  }
}

function layerOf(issue: number, classes: readonly (readonly number[])[], best: Maxima, count: number): Layer {
  const before = new Int32Array(best.order.length)
  const option = new Int32Array(best.order.length)
  for (let i = 0; i < before.length; i++) {
    const candidate = best.order[i] as number
    before[i] = candidate % count
    option[i] = (candidate / count) | 0
  }
  return { issue, start: best.start, before, option, options: classes }
}

/** How many packages give each point, all points together: the outcomes on the frontier. */
export function outcomesOn(front: Frontier): bigint {
  let ways: bigint[] = [1n]
  for (const layer of front.layers) {
    ways = Array.from({ length: layer.start.length - 1 }, (_, point) => {
      let sum = 0n
      for (let k = layer.start[point] as number; k < (layer.start[point + 1] as number); k++) {
        const options = layer.options[layer.option[k] as number] ?? []
        sum += (ways[layer.before[k] as number] ?? 0n) * BigInt(options.length)
      }
      return sum
    })
  }
  return front.count === 0 ? 0n : ways.reduce((a, b) => a + b, 0n)
}

/** The packages that give a point, one option index an issue, in a fixed order; there may be very many: take what you need. */
export function* packages(front: Frontier, point: number): Generator<readonly number[]> {
  const chosen = new Array<number>(front.layers.length).fill(0)
  function* back(depth: number, at: number): Generator<readonly number[]> {
    const layer = front.layers[depth]
    if (!layer) {
      yield [...chosen]
      return
    }
    for (let k = layer.start[at] as number; k < (layer.start[at + 1] as number); k++) {
      for (const option of layer.options[layer.option[k] as number] ?? []) {
        chosen[layer.issue] = option
        yield* back(depth - 1, layer.before[k] as number)
      }
    }
  }
  yield* back(front.layers.length - 1, point)
}

/** A point's value for every party in the space's whole numbers. */
export const wholeValues = (front: Frontier, point: number): bigint[] =>
  front.values.map(of => BigInt(of[point] as Whole))

/** A point's utility for every party: the double nearest to the exact one. */
export const utilities = (front: Frontier, point: number): number[] =>
  wholeValues(front, point).map((value, party) => nearest(value, front.space.scale[party]))
