import type { Move, Step, Wait } from './case-file.js'
import { components } from './components.js'
import { type Deadlock, quotient } from './deadlocks.js'
import { type Feedback, feedbackSets, hasCircle, type WeighedArc } from './feedback.js'

/** One way to open a deadlock. */
export interface WayOut {
  /**
   * `drop`: the waits are given up. `simultaneous`: the points happen in one step. `tranches`: each of `nodes` is done
   * in two parts, the first without waiting, the second after what it waited for; others wait for the first only.
   * `third-party`: somebody else keeps what is awaited or vouches for it, so that the other side need not wait.
   */
  readonly move: Move
  /** The points that it is done to: merged or split; empty where waits are taken out. */
  readonly nodes: readonly string[]
  /** The waits that it weakens, with the weight of each: the sum, times the weight of the move, is the cost. */
  readonly waits: readonly Weighed[]
  readonly cost: number
  /** Whether it touches the agreement's own text, which all parties would have to amend. */
  readonly amendsText: boolean
  /** False: nothing cheaper of this move was found, but it was not proved that there is none. */
  readonly isExact: boolean
}

export interface Weighed extends Wait {
  readonly weight: number
  /** The analyst gave none: 1 for a party's reading; for the text, more than all readings together. */
  readonly isAssumed: boolean
}

/** How many ways of taking waits out are listed. */
const listed = 3
/** Up to this many points, every choice of points to split is tried. */
const exactSplit = 12

/**
 * The ways out of a deadlock, cheapest first; equally cheap ones in the order drop, simultaneous, tranches, third party.
 *
 * Each leaves no circle among the deadlock's points, and each that takes waits out takes out none that could stay.
 *
 * @param all every wait of the case, of whatever reading: the text weighs more than all of them
 * @param moveWeights what a move costs for each point of weight that it touches, by the analyst's judgement; 1 where not said
 */
export function waysOut(
  deadlock: Deadlock,
  steps: readonly Step[],
  all: readonly Wait[],
  moveWeights: Readonly<Partial<Record<Move, number>>>,
): WayOut[] {
  const weighed = deadlock.waits.map(wait => weighedWait(wait, all))
  const own = steps.filter(({ id }) => deadlock.nodes.includes(id))
  const graph = quotient(own, weighed)
  const arcs = bundles(graph.arcs as readonly { from: number; to: number; wait: Weighed }[])
  const way = (move: Move, nodes: readonly string[], waits: readonly Weighed[], isExact: boolean): WayOut => ({
    move,
    nodes,
    waits,
    cost: (moveWeights[move] ?? 1) * sum(waits),
    amendsText: waits.some(({ reading }) => reading === 'text'),
    isExact,
  })
  const cuts = feedbackSets(graph.count, arcs, listed)
  const cutWays = (move: Move, cut: Feedback) =>
    way(
      move,
      [],
      cut.arcs.flatMap(i => arcs[i]?.waits ?? []),
      cut.isExact,
    )
  const split = cheapestSplit(graph.count, arcs, own, graph.members)
  const ways = [
    ...cuts.map(cut => cutWays('drop', cut)),
    ...(weighed.some(({ from, to }) => from === to) ? [] : [way('simultaneous', deadlock.nodes, weighed, true)]),
    ...(split
      ? [
          way(
            'tranches',
            split.nodes.flatMap(node => graph.members[node] ?? []),
            split.arcs.flatMap(({ waits }) => waits),
            split.isExact,
          ),
        ]
      : []),
    ...cuts.slice(0, 1).map(cut => cutWays('third-party', cut)),
  ]
  return ways
    .map((one, i) => ({ one, i }))
    .sort((a, b) => a.one.cost - b.one.cost || a.i - b.i)
    .map(({ one }) => one)
}

/** The waits between two points, which fall together or not at all. */
interface Bundle extends WeighedArc {
  readonly waits: readonly Weighed[]
}

function bundles(arcs: readonly { from: number; to: number; wait: Weighed }[]): Bundle[] {
  const byEnds = new Map<string, { from: number; to: number; waits: Weighed[] }>()
  for (const { from, to, wait } of arcs) {
    const key = `${from}>${to}`
    const known = byEnds.get(key)
    if (known) known.waits.push(wait)
    else byEnds.set(key, { from, to, waits: [wait] })
  }
  return [...byEnds.values()].map(bundle => ({ ...bundle, weight: sum(bundle.waits) }))
}

export function weighedWait(wait: Wait, all: readonly Wait[]): Weighed {
  if (wait.weight !== null) return { ...wait, weight: wait.weight, isAssumed: false }
  const readings = all.filter(({ reading }) => reading !== 'text')
  const weight = wait.reading === 'text' ? 1 + readings.reduce((total, one) => total + (one.weight ?? 1), 0) : 1
  return { ...wait, weight, isAssumed: true }
}

const sum = (waits: readonly Weighed[]): number => waits.reduce((total, { weight }) => total + weight, 0)

interface Split {
  readonly nodes: readonly number[]
  readonly arcs: readonly Bundle[]
  readonly cost: number
  readonly isExact: boolean
}

/** The points to split for the least weight; only what is done once can be done in parts. */
function cheapestSplit(
  count: number,
  arcs: readonly Bundle[],
  steps: readonly Step[],
  members: readonly (readonly string[])[],
): Split | null {
  const once = new Set(steps.filter(({ kind }) => kind === 'achieve').map(({ id }) => id))
  const candidates = members.flatMap((of, node) => (of.every(id => once.has(id)) ? [node] : []))
  const splitOf = (nodes: readonly number[], isExact: boolean): Split => {
    const split = new Set(nodes)
    const touched = arcs.filter(({ from, to }) => split.has(from) || split.has(to))
    return { nodes, arcs: touched, cost: touched.reduce((total, { weight }) => total + weight, 0), isExact }
  }
  const opens = (nodes: readonly number[]) => {
    const split = new Set(nodes)
    return !hasCircle(
      count,
      arcs.filter(({ from, to }) => !split.has(from) && !split.has(to)),
    )
  }
  if (!opens(candidates)) return null
  if (candidates.length > exactSplit) return splitOf(needed(candidates, opens), false)
  let best: Split | null = null
  for (let set = 1; set < 1 << candidates.length; set++) {
    const one = splitOf(
      candidates.filter((_, i) => set & (1 << i)),
      true,
    )
    const isBetter =
      best === null || one.cost < best.cost || (one.cost === best.cost && one.nodes.length < best.nodes.length)
    if (isBetter && opens(one.nodes)) best = one
  }
  return best
}

function needed(candidates: readonly number[], opens: (nodes: readonly number[]) => boolean): number[] {
  let set = [...candidates]
  for (const node of candidates) {
    const less = set.filter(other => other !== node)
    if (opens(less)) set = less
  }
  return set
}

/** The waits, as pairs of names, that are left once a way out is taken: for checks, and for drawing it. */
export function afterWay(waits: readonly Wait[], way: WayOut): { from: string; to: string }[] {
  const isTouched = (wait: Wait) =>
    way.waits.some(
      one => one.from === wait.from && one.to === wait.to && one.reading === wait.reading && one.kind === wait.kind,
    )
  if (way.move === 'drop' || way.move === 'third-party') return waits.filter(wait => !isTouched(wait))
  const name = (id: string, part: string) => (way.nodes.includes(id) ? part : id)
  if (way.move === 'simultaneous') {
    return waits
      .map(({ from, to }) => ({ from: name(from, way.nodes.join('+')), to: name(to, way.nodes.join('+')) }))
      .filter(({ from, to }) => from !== to)
  }
  return [
    ...way.nodes.map(id => ({ from: `${id}/1`, to: `${id}/2` })),
    ...waits.map(({ from, to }) => ({ from: name(from, `${from}/1`), to: name(to, `${to}/2`) })),
  ]
}

/** Whether pairs of names close a circle. */
export function isCircular(pairs: readonly { from: string; to: string }[]): boolean {
  const number = new Map([...new Set(pairs.flatMap(({ from, to }) => [from, to]))].map((id, i) => [id, i]))
  const arcs = pairs.map(({ from, to }) => ({ from: number.get(from) as number, to: number.get(to) as number }))
  return arcs.some(({ from, to }) => from === to) || components(number.size, arcs).some(({ length }) => length > 1)
}
