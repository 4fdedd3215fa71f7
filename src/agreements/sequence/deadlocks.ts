import type { Step, Wait } from './case-file.js'
import { type Arc, components, shortestCircle } from './components.js'

/** A set of points each of which waits, over some way, for every other: none of them can come first. */
export interface Deadlock {
  /** Ids in the order of the case. */
  readonly nodes: readonly string[]
  /** A shortest circle in it: each wait leads to the next, the last to the first. */
  readonly circle: readonly Wait[]
  /** All waits inside it that hold it closed. */
  readonly waits: readonly Wait[]
}

/** The points of a case as numbers, those that must happen together as one; what is left are waits between them. */
export interface Quotient {
  readonly count: number
  /** Ids by number. */
  readonly members: readonly (readonly string[])[]
  readonly arcs: readonly (Arc & { readonly wait: Wait })[]
}

/**
 * The deadlocks that a set of waits closes.
 *
 * Points that are to happen together, or to begin together, may wait for each other; a circle is a deadlock where at
 * least one wait in it wants the one before it done. O(steps + waits), apart from the circle shown.
 */
export function deadlocks(steps: readonly Step[], waits: readonly Wait[]): Deadlock[] {
  const graph = quotient(steps, waits)
  return components(graph.count, graph.arcs).flatMap(component => {
    const inside = within(graph.arcs, component)
    if (inside.length === 0) return []
    const nodes = new Set(component.flatMap(node => graph.members[node] ?? []))
    return [
      {
        nodes: steps.map(({ id }) => id).filter(id => nodes.has(id)),
        circle: (shortestCircle(graph.count, inside) ?? []).map(i => (inside[i] as { wait: Wait }).wait),
        waits: inside.map(({ wait }) => wait),
      },
    ]
  })
}

/** The case with what happens together made one point. */
export function quotient(steps: readonly Step[], waits: readonly Wait[]): Quotient {
  const number = new Map(steps.map(({ id }, i) => [id, i]))
  const arcOf = (wait: Wait) => ({ from: number.get(wait.from) as number, to: number.get(wait.to) as number, wait })
  const together = waits
    .filter(({ kind }) => kind !== 'finish-start')
    .flatMap(wait => {
      const arc = arcOf(wait)
      return wait.kind === 'simultaneous' ? [arc, { ...arc, from: arc.to, to: arc.from }] : [arc]
    })
  const groups = components(steps.length, together)
  const group = new Int32Array(steps.length)
  for (const [g, members] of groups.entries()) for (const member of members) group[member] = g
  const arcs = waits
    .map(arcOf)
    .map(arc => ({ ...arc, from: group[arc.from] as number, to: group[arc.to] as number }))
    .filter(({ from, to, wait }) => from !== to || wait.kind === 'finish-start')
  return { count: groups.length, members: groups.map(of => of.map(i => (steps[i] as Step).id)), arcs }
}

function within<A extends Arc>(arcs: readonly A[], component: readonly number[]): A[] {
  const members = new Set(component)
  return arcs.filter(({ from, to }) => members.has(from) && members.has(to))
}
