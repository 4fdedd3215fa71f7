/** Arcs between nodes that are numbered from 0. */
export interface Arc {
  readonly from: number
  readonly to: number
}

/**
 * The strongly connected components of a graph of `count` nodes, after Tarjan (1972), without recursion.
 *
 * Each component lists its nodes in rising order; components come in the order of their first node. O(nodes + arcs).
 */
export function components(count: number, arcs: readonly Arc[]): number[][] {
  const next = neighbours(count, arcs)
  const index = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const isOpen = new Uint8Array(count)
  const open: number[] = []
  const found: number[][] = []
  let counter = 0
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue
    const path: { node: number; at: number }[] = [{ node: root, at: 0 }]
    while (path.length > 0) {
      const frame = path[path.length - 1] as { node: number; at: number }
      const { node } = frame
      if (frame.at === 0) {
        index[node] = low[node] = counter++
        open.push(node)
        isOpen[node] = 1
      }
      const to = next[node]?.[frame.at++]
      if (to !== undefined) {
        if (index[to] === -1) path.push({ node: to, at: 0 })
        else if (isOpen[to]) low[node] = Math.min(low[node] as number, index[to] as number)
        continue
      }
      path.pop()
      const parent = path.at(-1)?.node
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number)
      if (low[node] === index[node]) {
        const members = open.splice(open.lastIndexOf(node))
        for (const member of members) isOpen[member] = 0
        found.push(members.sort((a, b) => a - b))
      }
    }
  }
  return found.sort((a, b) => (a[0] as number) - (b[0] as number))
}

/** A shortest circle: the positions of its arcs in order; null where there is none. O(nodes · arcs). */
export function shortestCircle(count: number, arcs: readonly Arc[]): number[] | null {
  const leaving: number[][] = Array.from({ length: count }, () => [])
  for (const [i, { from }] of arcs.entries()) leaving[from]?.push(i)
  let best: number[] | null = null
  for (let root = 0; root < count; root++) {
    const circle = circleThrough(root, arcs, leaving)
    if (circle && (best === null || circle.length < best.length)) best = circle
    // None is shorter than one wait for itself, and few are shorter than two for each other.
    if (best && best.length <= 2) break
  }
  return best
}

function circleThrough(root: number, arcs: readonly Arc[], leaving: readonly number[][]): number[] | null {
  const by = new Map<number, number>()
  const queue = [root]
  for (const node of queue) {
    for (const i of leaving[node] ?? []) {
      const { to } = arcs[i] as Arc
      if (to === root) {
        const circle = [i]
        for (let at = node; at !== root; at = (arcs[circle[0] as number] as Arc).from)
          circle.unshift(by.get(at) as number)
        return circle
      }
      if (!by.has(to)) {
        by.set(to, i)
        queue.push(to)
      }
    }
  }
  return null
}

function neighbours(count: number, arcs: readonly Arc[]): number[][] {
  const next: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to } of arcs) next[from]?.push(to)
  return next
}
