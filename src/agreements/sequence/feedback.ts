import { type Arc, components, shortestCircle } from './components.js'

export interface WeighedArc extends Arc {
  /** What it costs to take the arc out; 0 or more. */
  readonly weight: number
}

/** Arcs, by position, without which no circle is left; leaving any of them in closes one. */
export interface Feedback {
  readonly arcs: readonly number[]
  readonly cost: number
  /** No cheaper set exists; false: found by a rule of thumb. */
  readonly isExact: boolean
}

/** Up to this many nodes the cheapest set is computed over all orders, in O(2^n · n²). */
const exactNodes = 14
/** How many partial sets the search opens, and how many steps over arcs it may take for them. */
const stateLimit = 3000
const stepLimit = 4_000_000

/**
 * The cheapest sets of arcs that break every circle (minimum feedback arc sets), cheapest first, at most `wanted`.
 *
 * The first is exact up to 14 nodes, or where the search ends within its limit; the others are the next cheapest that
 * the search found. Ties come in the order of the arcs.
 */
export function feedbackSets(count: number, arcs: readonly WeighedArc[], wanted: number): Feedback[] {
  const searched = search(count, arcs, wanted)
  if (searched.isComplete || searched.found.length > 0) return searched.found
  const removed =
    count <= exactNodes ? backwardArcs(arcs, cheapestOrder(count, arcs)) : backwardArcs(arcs, degreeOrder(count, arcs))
  return [feedback(arcs, minimal(count, arcs, removed), count <= exactNodes)]
}

interface State {
  readonly removed: readonly number[]
  readonly kept: ReadonlySet<number>
  readonly cost: number
}

/** Best first: the cheapest partial set is taken up, a circle left in it found, and one of its arcs removed in turn. */
function search(
  count: number,
  arcs: readonly WeighedArc[],
  wanted: number,
): { found: Feedback[]; isComplete: boolean } {
  const found: Feedback[] = []
  const limit = Math.min(stateLimit, stepLimit / (count * arcs.length + 1))
  let open: State[] = [{ removed: [], kept: new Set(), cost: 0 }]
  for (let opened = 0; opened < limit; opened++) {
    const state = open.shift()
    if (!state || found.length >= wanted) return { found, isComplete: true }
    const left = arcs.flatMap((arc, i) => (state.removed.includes(i) ? [] : [{ ...arc, i }]))
    const circle = shortestCircle(count, left)?.map(at => (left[at] as { i: number }).i)
    if (!circle) {
      if (isMinimal(count, arcs, state.removed)) found.push(feedback(arcs, state.removed, true))
      continue
    }
    const next: State[] = []
    const kept = new Set(state.kept)
    for (const i of circle) {
      if (state.kept.has(i)) continue
      next.push({
        removed: [...state.removed, i],
        kept: new Set(kept),
        cost: state.cost + (arcs[i] as WeighedArc).weight,
      })
      // The sets that remove this arc are all below the state just made: the others keep it.
      kept.add(i)
    }
    open = merged(
      open,
      next.sort((a, b) => a.cost - b.cost),
    )
  }
  return { found, isComplete: false }
}

function merged(a: readonly State[], b: readonly State[]): State[] {
  const all: State[] = []
  let i = 0
  for (const state of a) {
    while (i < b.length && (b[i] as State).cost < state.cost) all.push(b[i++] as State)
    all.push(state)
  }
  return [...all, ...b.slice(i)]
}

const feedback = (arcs: readonly WeighedArc[], removed: readonly number[], isExact: boolean): Feedback => ({
  arcs: [...removed].sort((a, b) => a - b),
  cost: removed.reduce((sum, i) => sum + (arcs[i] as WeighedArc).weight, 0),
  isExact,
})

const isMinimal = (count: number, arcs: readonly Arc[], removed: readonly number[]): boolean =>
  removed.every(i =>
    hasCircle(
      count,
      without(
        arcs,
        removed.filter(other => other !== i),
      ),
    ),
  )

/** The set less what is not needed, the dearest tried first. */
function minimal(count: number, arcs: readonly WeighedArc[], removed: readonly number[]): number[] {
  let set = [...removed]
  for (const i of [...removed].sort((a, b) => (arcs[b] as WeighedArc).weight - (arcs[a] as WeighedArc).weight)) {
    const less = set.filter(other => other !== i)
    if (!hasCircle(count, without(arcs, less))) set = less
  }
  return set
}

export function without<A extends Arc>(arcs: readonly A[], removed: readonly number[]): A[] {
  const set = new Set(removed)
  return arcs.filter((_, i) => !set.has(i))
}

export const hasCircle = (count: number, arcs: readonly Arc[]): boolean =>
  arcs.some(({ from, to }) => from === to) || components(count, arcs).some(({ length }) => length > 1)

/** The arcs that run against an order, and those from a node to itself. */
function backwardArcs(arcs: readonly Arc[], order: readonly number[]): number[] {
  const place = new Map(order.map((node, i) => [node, i]))
  return arcs.flatMap(({ from, to }, i) => ((place.get(from) as number) >= (place.get(to) as number) ? [i] : []))
}

/** The order whose backward arcs weigh least, by dynamic programming over sets of nodes that come first. */
function cheapestOrder(count: number, arcs: readonly WeighedArc[]): number[] {
  const weight = Array.from({ length: count }, () => new Float64Array(count))
  for (const { from, to, weight: w } of arcs) if (from !== to) (weight[from] as Float64Array)[to]! += w
  const best = new Float64Array(1 << count).fill(Number.POSITIVE_INFINITY)
  const last = new Int8Array(1 << count)
  best[0] = 0
  for (let set = 0; set < 1 << count; set++) {
    for (let node = 0; node < count; node++) {
      if (set & (1 << node)) continue
      let cost = best[set] as number
      for (let first = 0; first < count; first++) if (set & (1 << first)) cost += weight[node]?.[first] as number
      const grown = set | (1 << node)
      if (cost < (best[grown] as number)) {
        best[grown] = cost
        last[grown] = node
      }
    }
  }
  const order: number[] = []
  for (let set = (1 << count) - 1; set !== 0; set &= ~(1 << (order[0] as number))) order.unshift(last[set] as number)
  return order
}

/** First those that more leaves than enters, after Eades, Lin and Smyth (1993), in its plainest form. */
function degreeOrder(count: number, arcs: readonly WeighedArc[]): number[] {
  const surplus = new Float64Array(count)
  for (const { from, to, weight } of arcs) {
    surplus[from]! += weight
    surplus[to]! -= weight
  }
  return Array.from({ length: count }, (_, node) => node).sort(
    (a, b) => (surplus[b] as number) - (surplus[a] as number),
  )
}
