import type { Line } from '../clean/line.js'
import type { Look } from '../clean/look.js'
import type { RemovedReason } from '../report.js'
import type { Block, Element } from './blocks.js'

/** A page's blocks with what was read of each. */
export interface Read {
  readonly blocks: readonly Block[]
  readonly lines: readonly Line[]
  readonly seen: readonly Look[]
  /** Why a block's place speaks against it. */
  readonly places: readonly (RemovedReason | null)[]
}

/** Elements of an article that hold few words: a model that goes by prose thinks little of them. */
const small = new Set('li td th dt dd pre code summary caption'.split(' '))
const subheads = new Set('h2 h3 h4 h5 h6'.split(' '))
/** What an article may close with, besides sentences. */
const closing = new Set(['table', 'pre', 'dl', 'ul', 'ol'])
/** Share of a block that may be link text. */
const mostLinked = 0.5

/**
 * What the trees keep of a page, with what belongs to it by the page's own order: sentences that are set in the very place
 * of others that are kept (the second post of a thread), and lists, tables, code and subheads among kept sentences.
 *
 * Nothing is kept whose words or place speak against it. Linear in the blocks.
 */
export function filled(read: Read, kept: readonly boolean[]): boolean[] {
  return withSmall(read, withAlike(read, kept))
}

/** Whether nothing speaks against a block: neither its words nor its place, and it is no link. */
export function isOpen({ blocks, seen, places }: Read, index: number): boolean {
  const { linked, element } = blocks[index]!
  return linked < mostLinked && !element.hidden && seen[index]!.why === null && places[index] === null
}

function withAlike(read: Read, kept: readonly boolean[]): boolean[] {
  const pathOf = paths()
  const known = new Map<string, { kept: number; all: number }>()
  for (const [index, { element }] of read.blocks.entries()) {
    if (!read.lines[index]!.sentence) continue
    const path = pathOf(element)
    const own = known.get(path) ?? { kept: 0, all: 0 }
    own.all++
    if (kept[index]) own.kept++
    known.set(path, own)
  }
  return kept.map(
    (own, index) =>
      own ||
      (read.lines[index]!.sentence &&
        isOpen(read, index) &&
        (known.get(pathOf(read.blocks[index]!.element))?.kept ?? 0) > 0),
  )
}

/** Reads tag and first name of an element and all those above it, numbers left out; each element once. */
function paths(): (element: Element) => string {
  const known = new Map<Element, string>()
  const numbers = new Map<string, number>()
  return function pathOf(element): string {
    const found = known.get(element)
    if (found !== undefined) return found
    const own = `${element.tag}.${element.names.trim().split(/\s/, 1)[0]!.replace(/\d+/g, '')}`
    const whole = `${own}<${element.parent ? pathOf(element.parent) : ''}`
    // A number for each path, so that a deep page does not make long ones.
    const number = numbers.get(whole) ?? numbers.size
    numbers.set(whole, number)
    known.set(element, String(number))
    return String(number)
  }
}

function withSmall(read: Read, kept: readonly boolean[]): boolean[] {
  const { blocks, lines } = read
  const isKeptProse = (index: number) => kept[index] === true && lines[index]!.sentence
  const before = new Int32Array(blocks.length).fill(-1)
  const after = new Int32Array(blocks.length).fill(-1)
  for (let index = 1; index < blocks.length; index++)
    before[index] = isKeptProse(index - 1) ? index - 1 : before[index - 1]!
  for (let index = blocks.length - 2; index >= 0; index--)
    after[index] = isKeptProse(index + 1) ? index + 1 : after[index + 1]!
  const found = kept.map((own, index) => {
    if (own || before[index]! < 0) return own
    const { element } = blocks[index]!
    if (!small.has(element.tag) || !isOpen(read, index)) return false
    const last = blocks[before[index]!]!.element
    if (after[index]! < 0) return closesWith(element, last)
    const around = meeting(last, blocks[after[index]!]!.element)
    return around !== null && around.tag !== 'body' && isWithin(element, around)
  })
  // From the end, since a subhead may stand above a subhead.
  for (let index = blocks.length - 2; index > 0; index--)
    if (subheads.has(blocks[index]!.element.tag) && before[index]! >= 0 && found[index + 1] && isOpen(read, index))
      found[index] = true
  return found
}

/** Whether a block is of a table or the like that stands beside the last kept sentence, at most in a frame of its own. */
function closesWith(element: Element, last: Element): boolean {
  let one: Element | null = element
  while (one && !closing.has(one.tag)) one = one.parent
  if (!one) return false
  const around = meeting(one, last)
  return around !== null && around !== one && around.tag !== 'body' && around.depth >= one.depth - 2
}

/** The innermost element around both. */
function meeting(one: Element, other: Element): Element | null {
  let left: Element | null = one
  let right: Element | null = other
  while (left !== right && left && right) {
    if (left.depth >= right.depth) left = left.parent
    else right = right.parent
  }
  return left
}

function isWithin(element: Element, around: Element): boolean {
  let one: Element | null = element
  while (one && one !== around) one = one.parent
  return one !== null
}
