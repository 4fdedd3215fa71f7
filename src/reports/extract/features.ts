import * as text from '../clean/features.js'
import type { Line } from '../clean/line.js'
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
]

/** What an element holds, with everything in it. */
interface Held {
  blocks: number
  prose: number
  words: number
  linked: number
  score: number
}

/** One row a block. `lines` are the blocks as lines of `page`; `said`: the page's own copy of its article, and its description. */
export function features(
  page: string,
  lines: readonly Line[],
  blocks: readonly Block[],
  said: { readonly article: string | null; readonly description: string | null },
): Float64Array[] {
  const rows = text.features(page, lines)
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
  const shapes = shares(blocks, shapeOf, proseOf)
  const tagShares = shares(blocks, ({ element }) => element.tag, proseOf)
  const names = new Map<Element, Names>()
  const seen = new Map<string, number>()
  const article = said.article === null ? null : squeezed(said.article)
  const description = said.description === null ? null : squeezed(said.description)
  return blocks.map((block, index) => {
    const { element } = block
    const row: number[] = []
    for (const tag of tags) row.push(element.tag === tag ? 1 : 0)
    const above = chain(element)
    for (const tag of around) row.push(above.some(one => one.tag === tag) ? 1 : 0)
    const { nearest, hits } = namesOf(element, names)
    row.push(...nearest, ...hits)
    row.push(block.linked)
    for (const distance of distances) row.push(blocks[index + distance]?.linked ?? -1)
    for (const distance of distances)
      row.push(blocks[index + distance] ? (shapeOf(blocks[index + distance]!) === shapeOf(block) ? 1 : 0) : -1)
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
    row.push(shapes.get(shapeOf(block))! / allProse, tagShares.get(element.tag)! / allProse)
    const same = squeezed(block.text)
    row.push(Math.min(4, seen.get(same) ?? 0))
    seen.set(same, (seen.get(same) ?? 0) + 1)
    row.push(article === null ? -1 : same.length > 8 && article.includes(same) ? 1 : 0)
    row.push(
      description === null
        ? -1
        : same.length > 20 && (description.includes(same) || same.includes(description))
          ? 1
          : 0,
    )
    const all = new Float64Array(featureNames.length)
    all.set(rows[index]!)
    all.set(row, rows[index]!.length)
    return all
  })
}

/** Letters and digits alone: what is left alike where one copy has other quotes or spaces. */
function squeezed(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
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
        own = { blocks: 0, prose: 0, words: 0, linked: 0, score: 0 }
        held.set(one, own)
      }
      own.blocks++
      own.prose += prose
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

/** Tag and names of the element and its parent: blocks set alike have one shape. */
function shapeOf({ element }: Block): string {
  return `${element.tag} ${element.names.split(' ')[0]} ${element.parent?.tag} ${element.parent?.names.split(' ')[0]}`
}

function shares(
  blocks: readonly Block[],
  key: (block: Block) => string,
  proseOf: (index: number) => number,
): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, block] of blocks.entries()) found.set(key(block), (found.get(key(block)) ?? 0) + proseOf(index))
  return found
}

interface Names {
  /** Per kind: steps up to the nearest element named so. */
  readonly nearest: readonly number[]
  /** Per kind: how many elements from here up are named so. */
  readonly hits: readonly number[]
}

function namesOf(element: Element, known: Map<Element, Names>): Names {
  const found = known.get(element)
  if (found) return found
  const above = element.parent ? namesOf(element.parent, known) : null
  const words = `${element.tag} ${element.names}`
  const isNamed = kinds.map(([, parts]) => parts.some(part => words.includes(part)))
  const own = {
    nearest: isNamed.map((named, kind) => (named ? 0 : Math.min(far, (above?.nearest[kind] ?? far) + 1))),
    hits: isNamed.map((named, kind) => Math.min(6, (above?.hits[kind] ?? 0) + (named ? 1 : 0))),
  }
  known.set(element, own)
  return own
}
