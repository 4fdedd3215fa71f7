import { isAscii } from '../clean/debris.js'
import * as text from '../clean/features.js'
import type { Line } from '../clean/line.js'
import type { Look } from '../clean/look.js'
import { phraseFinder } from '../clean/phrases.js'
import type { Block, Element } from './blocks.js'
import places from './places.json' with { type: 'json' }

const kinds = Object.entries(places).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]))
const tags = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'li',
  'td',
  'div',
  'span',
  'figcaption',
  'blockquote',
  'pre',
  'section',
  'body',
] as const
const around = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'figure',
  'form',
  'table',
  'ul',
  'blockquote',
] as const
const distances = [-2, -1, 1, 2] as const
const far = 12
/** Characters of the page's own copy of its article, which every block is looked for in. */
const longestSaid = 100_000
const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table'])

/** What is measured of a block, in the order of a row: what is measured of a line of text, and its place on the page. */
export const featureNames: readonly string[] = [
  ...text.featureNames,
  ...tags.map(tag => `tag:${tag}`),
  ...around.map(tag => `in:${tag}`),
  ...kinds.map(([kind]) => `names:${kind}`),
  ...kinds.map(([kind]) => `mostNames:${kind}`),
  'linked',
  ...distances.map(distance => `linked@${distance}`),
  ...distances.map(distance => `tag@${distance}`),
  'bold',
  'hidden',
  'depth',
  'siblings',
  'siblingProse',
  'siblingLinks',
  'parentShare',
  'grandparentShare',
  'greatGrandparentShare',
  'stepsToTop',
  'stepsFromTop',
  'topShare',
  'sharedShare',
  'sameShapeShare',
  'sameTagShare',
  'earlierSame',
  'inLinkedData',
  'inDescription',
  'betweenProseOfParent',
  'betweenProseOfGrandparent',
  'betweenProseOfTop',
  'proseBeforeInTop',
  'proseAfterInTop',
  'listBlocks',
  'listLinks',
  'listProse',
]

/** What an element holds, with everything in it. */
interface Held {
  blocks: number
  prose: number
  words: number
  linked: number
  score: number
  /** Places of the first and the last block of prose in it; -1 where there is none. */
  first: number
  last: number
}

/** One row a block. `lines` are the blocks as lines of the page's text, `seen` their looks; `said`: the page's own copy of its article, and its description. */
export function features(
  lines: readonly Line[],
  seen: readonly Look[],
  blocks: readonly Block[],
  said: { readonly article: string | null; readonly description: string | null },
): Float64Array[] {
  const rows = text.features(lines, seen, featureNames.length)
  const proseOf = (index: number) =>
    lines[index]!.sentence && blocks[index]!.linked < 0.5 ? lines[index]!.words.length : 0
  const held = holdings(blocks, proseOf, index => lines[index]!.words.length)
  const top = topElement(held)
  const topLine = top ? chain(top) : []
  const topDepth = new Map(topLine.map((element, steps) => [element, steps]))
  const allProse = Math.max(
    1,
    blocks.reduce((sum, _, index) => sum + proseOf(index), 0),
  )
  const shapesOf = shapeNames(blocks)
  const shapes = shares(shapesOf, proseOf)
  const tagShares = shares(
    blocks.map(({ element }) => element.tag),
    proseOf,
  )
  const namesOf = namesReader()
  const tagsAbove = tagsReader()
  const before = new Map<string, number>()
  const article = said.article === null ? null : squeezed(said.article.slice(0, longestSaid))
  const description = said.description === null ? null : squeezed(said.description.slice(0, longestSaid))
  return blocks.map((block, index) => {
    const { element } = block
    const row: number[] = []
    for (const tag of tags) row.push(element.tag === tag ? 1 : 0)
    const above = chain(element)
    const tagBits = tagsAbove(element)
    for (let bit = 0; bit < around.length; bit++) row.push((tagBits >> bit) & 1)
    const { nearest, hits } = namesOf(element)
    row.push(...nearest, ...hits)
    row.push(block.linked)
    for (const distance of distances) row.push(blocks[index + distance]?.linked ?? -1)
    for (const distance of distances)
      row.push(blocks[index + distance] ? (shapesOf[index + distance] === shapesOf[index] ? 1 : 0) : -1)
    row.push(block.bold ? 1 : 0, element.hidden ? 1 : 0, Math.min(40, element.depth))
    const parent = element.parent ?? element
    const parentHeld = held.get(parent)!
    row.push(
      Math.min(100, parentHeld.blocks),
      parentHeld.prose / parentHeld.blocks,
      parentHeld.linked / Math.max(1, parentHeld.words),
    )
    const grandparent = parent.parent ?? parent
    const greatGrandparent = grandparent.parent ?? grandparent
    for (const one of [parent, grandparent, greatGrandparent]) row.push(held.get(one)!.prose / allProse)
    const steps = above.findIndex(one => topDepth.has(one))
    const meeting = above[steps]
    row.push(Math.min(far, Math.max(0, steps)), Math.min(far, (meeting && topDepth.get(meeting)) ?? far))
    row.push(top ? held.get(top)!.prose / allProse : 0, meeting ? held.get(meeting)!.prose / allProse : 0)
    row.push(shapes.get(shapesOf[index]!)! / allProse, tagShares.get(element.tag)! / allProse)
    const same = squeezed(block.text)
    row.push(Math.min(4, before.get(same) ?? 0))
    before.set(same, (before.get(same) ?? 0) + 1)
    row.push(article === null ? -1 : same.length > 8 && article.includes(same) ? 1 : 0)
    row.push(
      description === null
        ? -1
        : same.length > 20 && (description.includes(same) || same.includes(description))
          ? 1
          : 0,
    )
    const between = [parent, grandparent, top ?? parent].map(one => held.get(one)!)
    for (const { first, last } of between) row.push((first >= 0 && first < index ? 1 : 0) + (last > index ? 2 : 0))
    const inTop = between[2]!
    row.push(inTop.first < 0 ? far : Math.max(-20, Math.min(20, index - inTop.first)))
    row.push(inTop.last < 0 ? far : Math.max(-20, Math.min(20, inTop.last - index)))
    const list = above.find(({ tag }) => lists.has(tag))
    const listed = list ? held.get(list)! : null
    row.push(listed ? Math.min(100, listed.blocks) : 0, listed ? listed.linked / Math.max(1, listed.words) : -1)
    row.push(listed ? listed.prose / Math.max(1, listed.words) : -1)
    const all = rows[index]!
    all.set(row, text.featureNames.length)
    return all
  })
}

/** Letters and digits alone: what is left alike where one copy has other quotes or spaces. */
function squeezed(words: string): string {
  const lower = words.toLowerCase()
  // The pattern of all letters takes several times as long, and most pages hardly need it.
  return isAscii(lower) ? lower.replace(/[^a-z0-9]+/g, '') : lower.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The element and those around it, innermost first. */
function chain(element: Element): Element[] {
  const found: Element[] = []
  for (let one: Element | null = element; one; one = one.parent) found.push(one)
  return found
}

function holdings(
  blocks: readonly Block[],
  proseOf: (index: number) => number,
  wordsOf: (index: number) => number,
): Map<Element, Held> {
  const held = new Map<Element, Held>()
  for (const [index, block] of blocks.entries()) {
    const prose = proseOf(index)
    let steps = 0
    for (let one: Element | null = block.element; one; one = one.parent) {
      let own = held.get(one)
      if (!own) {
        own = { blocks: 0, prose: 0, words: 0, linked: 0, score: 0, first: -1, last: -1 }
        held.set(one, own)
      }
      own.blocks++
      own.prose += prose
      if (prose > 0) {
        if (own.first < 0) own.first = index
        own.last = index
      }
      own.words += wordsOf(index)
      own.linked += wordsOf(index) * block.linked
      // As in Readability: a paragraph speaks for its parent, less for the elements further up.
      if (steps > 0 && steps < 4) own.score += prose / steps
      steps++
    }
  }
  return held
}

/** The element that holds the most prose close by, weighed down by links. */
function topElement(held: ReadonlyMap<Element, Held>): Element | null {
  let top: Element | null = null
  let best = 0
  for (const [element, { score, linked, words }] of held) {
    const weighed = score * (1 - linked / Math.max(1, words))
    if (weighed > best) {
      best = weighed
      top = element
    }
  }
  return top
}

/** Per block, tag and names of the element and its parent: blocks set alike have one shape. */
function shapeNames(blocks: readonly Block[]): string[] {
  const known = new Map<Element, string>()
  return blocks.map(({ element }) => {
    const found = known.get(element)
    if (found !== undefined) return found
    const { parent } = element
    const shape = `${element.tag} ${element.names.split(' ', 1)[0]} ${parent?.tag} ${parent?.names.split(' ', 1)[0]}`
    known.set(element, shape)
    return shape
  })
}

function shares(keys: readonly string[], proseOf: (index: number) => number): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, key] of keys.entries()) found.set(key, (found.get(key) ?? 0) + proseOf(index))
  return found
}

interface Names {
  /** Per kind: steps up to the nearest element named so. */
  readonly nearest: readonly number[]
  /** Per kind: how many elements from here up are named so. */
  readonly hits: readonly number[]
}

const kindsIn = phraseFinder(kinds.map(([, parts]) => parts))
const unnamed: Names = { nearest: kinds.map(() => far), hits: kinds.map(() => 0) }

/** Reads an element's names and those above it; each element once. */
function namesReader(): (element: Element) => Names {
  const known = new Map<Element, Names>()
  return function namesOf(element): Names {
    const found = known.get(element)
    if (found) return found
    const above = element.parent ? namesOf(element.parent) : unnamed
    const bits = kindsIn(`${element.tag} ${element.names}`)
    const own = {
      nearest: above.nearest.map((steps, kind) => ((bits >> kind) & 1 ? 0 : Math.min(far, steps + 1))),
      hits: above.hits.map((hits, kind) => Math.min(6, hits + ((bits >> kind) & 1))),
    }
    known.set(element, own)
    return own
  }
}

/** Reads which of the tags in `around` an element stands in, as bits; each element once. */
function tagsReader(): (element: Element) => number {
  const known = new Map<Element, number>()
  return function tagsAbove(element): number {
    const found = known.get(element)
    if (found !== undefined) return found
    const own = (around as readonly string[]).indexOf(element.tag)
    const bits = (own < 0 ? 0 : 1 << own) | (element.parent ? tagsAbove(element.parent) : 0)
    known.set(element, bits)
    return bits
  }
}
