import type { Element } from './blocks.js'
import { isOpen, type Read } from './fill.js'

/** Steps up from a block to which its words speak for an element. */
const reach = 4

/** The main text of a page as its order alone tells it. */
export interface Densest {
  readonly kept: readonly boolean[]
  /** Words in full sentences. */
  readonly prose: number
}

/**
 * What stands in the element that holds most running words close by, from the first to the last of them, apart from what
 * words or place speak against: the baseline that a model has to beat. Where no block is a sentence, all words count.
 */
export function densest(read: Read): Densest {
  const { blocks, lines } = read
  const open = blocks.map((_, index) => isOpen(read, index))
  const words = lines.map((line, index) => (open[index] ? line.words.length : 0))
  const prose = words.map((count, index) => (lines[index]!.sentence ? count : 0))
  const counted = prose.some(count => count > 0) ? prose : words
  const scores = new Map<Element, number>()
  for (const [index, { element }] of blocks.entries()) {
    if (counted[index] === 0) continue
    let one: Element | null = element
    for (let steps = 0; one && steps < reach; steps++, one = one.parent)
      scores.set(one, (scores.get(one) ?? 0) + counted[index]! / Math.max(1, steps))
  }
  let top: Element | null = null
  let best = 0
  for (const [element, score] of scores)
    if (score > best) {
      best = score
      top = element
    }
  const inTop = insideOf(top)
  const inside = blocks.map(({ element }) => inTop(element))
  const first = counted.findIndex((count, index) => inside[index]! && count > 0)
  const last = counted.findLastIndex((count, index) => inside[index]! && count > 0)
  const kept = blocks.map((_, index) => index >= first && index <= last && inside[index]! && open[index]!)
  return {
    kept,
    prose: prose.reduce((sum, count, index) => sum + (kept[index] ? count : 0), 0),
  }
}

/** Tells whether an element is `around` or within it; each element once. */
function insideOf(around: Element | null): (element: Element) => boolean {
  const known = new Map<Element, boolean>()
  return function isInside(element): boolean {
    const found = known.get(element)
    if (found !== undefined) return found
    const own = element === around || (element.parent !== null && isInside(element.parent))
    known.set(element, own)
    return own
  }
}
