/** A pair of items, `a < b`, and how likely they belong together. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly probability: number
}

/** Between groups with more pairs than this, those pairs that were never compared are left out of the mean. */
const pairLimit = 64

interface Link {
  sum: number
  count: number
}

/**
 * Average linkage: the two groups whose members are most alike on average are joined, as long as that average is at
 * least `threshold`. Returns the group of each item, named by its smallest item.
 *
 * `compare` is asked for pairs that `edges` lacks. The result does not depend on the order of `edges`.
 */
export function averageLinkage(
  size: number,
  edges: readonly Edge[],
  threshold: number,
  compare: (a: number, b: number) => number,
): Int32Array {
  const group = Int32Array.from({ length: size }, (_, item) => item)
  const members = new Map<number, number[]>()
  const links = new Map<number, Map<number, Link>>()
  const heap = new Heap()
  const known = new Set<number>()
  for (const { a, b, probability } of edges) {
    known.add(a * size + b)
    if (probability < threshold / 4) continue
    linksOf(a).set(b, { sum: probability, count: 1 })
    linksOf(b).set(a, { sum: probability, count: 1 })
    heap.push(probability, Math.min(a, b), Math.max(a, b))
  }
  for (let top = heap.pop(); top && top.key >= threshold; top = heap.pop()) {
    const link = links.get(top.a)?.get(top.b)
    if (!link || link.sum / link.count !== top.key) continue
    join(top.a, top.b)
  }
  for (const [first, items] of members) for (const item of items) group[item] = first
  return group

  function linksOf(item: number): Map<number, Link> {
    let found = links.get(item)
    if (!found) {
      found = new Map()
      links.set(item, found)
    }
    return found
  }

  function membersOf(item: number): number[] {
    return members.get(item) ?? [item]
  }

  function join(a: number, b: number): void {
    const ofA = linksOf(a)
    const ofB = linksOf(b)
    const joined = [...membersOf(a), ...membersOf(b)]
    members.set(a, joined)
    members.delete(b)
    ofA.delete(b)
    ofB.delete(a)
    links.delete(b)
    for (const [other, link] of ofB) {
      links.get(other)?.delete(b)
      const old = ofA.get(other)
      if (old) {
        old.sum += link.sum
        old.count += link.count
      } else ofA.set(other, link)
    }
    for (const [other, link] of ofA) {
      const others = membersOf(other)
      if (link.count < joined.length * others.length && joined.length * others.length <= pairLimit) {
        link.sum = 0
        link.count = 0
        for (const x of joined) for (const y of others) addPair(link, x, y)
      }
      linksOf(other).set(a, link)
      heap.push(link.sum / link.count, Math.min(a, other), Math.max(a, other))
    }
  }

  function addPair(link: Link, x: number, y: number): void {
    link.sum += compare(Math.min(x, y), Math.max(x, y))
    link.count++
  }
}

interface Entry {
  readonly key: number
  readonly a: number
  readonly b: number
}

/** Largest key first; equal keys in the order of their items. */
class Heap {
  readonly #entries: Entry[] = []

  push(key: number, a: number, b: number): void {
    const entries = this.#entries
    let at = entries.length
    entries.push({ key, a, b })
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!isBefore(entries[at]!, entries[above]!)) break
      this.#swap(at, above)
      at = above
    }
  }

  pop(): Entry | undefined {
    const entries = this.#entries
    const top = entries[0]
    const last = entries.pop()
    if (entries.length === 0 || !last) return top
    entries[0] = last
    for (let at = 0; ; ) {
      let next = at
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < entries.length && isBefore(entries[below]!, entries[next]!)) next = below
      }
      if (next === at) return top
      this.#swap(at, next)
      at = next
    }
  }

  #swap(i: number, j: number): void {
    const entries = this.#entries
    const held = entries[i]!
    entries[i] = entries[j]!
    entries[j] = held
  }
}

function isBefore(x: Entry, y: Entry): boolean {
  if (x.key !== y.key) return x.key > y.key
  return x.a !== y.a ? x.a < y.a : x.b < y.b
}
