import { Parser } from 'htmlparser2'

/** A run of a page's text that a browser sets as one block: a paragraph, a heading, a list item, a cell. */
export interface Block {
  readonly text: string
  /** Share of its characters that are link text, 0 to 1. */
  readonly linked: number
  /** Whether any of it is set in bold. */
  readonly bold: boolean
  /** The element whose text it is. */
  readonly element: Element
}

/** An element that breaks lines, in its place on the page. */
export interface Element {
  readonly tag: string
  /** Its class, id and role, in lower case. */
  readonly names: string
  readonly parent: Element | null
  /** 0 at the page's body. */
  readonly depth: number
  readonly hidden: boolean
}

/** What the head and the elements of a page say of it, as they stand there. */
export interface Said {
  readonly title: string
  readonly language: string | null
  readonly canonical: string | null
  /** The first value of each `meta`, by its property, name or itemprop in lower case. */
  readonly meta: ReadonlyMap<string, string>
  /** JSON-LD scripts. */
  readonly linkedData: readonly string[]
  /** Values of `time` and of elements marked as the date of publication. */
  readonly times: readonly string[]
}

export interface Page {
  readonly blocks: readonly Block[]
  readonly said: Said
}

const unseen = new Set(
  'script style noscript template svg iframe object canvas select textarea math audio video map datalist head'.split(
    ' ',
  ),
)
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr img input picture source link meta'.split(
    ' ',
  ),
)
/** Elements that hold words rather than other blocks. */
const textual = new Set('p li h1 h2 h3 h4 h5 h6 td dt dd figcaption'.split(' '))
/** Elements within elements; the text of deeper ones is counted to the deepest. */
const deepest = 256
/** Blocks of one page; what follows is left out. */
const mostBlocks = 20_000

/** Elements open at once; the parser's cost grows with the square of them. */
const mostOpen = 2048

/** The blocks of a page in order, and what the page says of itself. One pass over the page; never throws. */
export function readPage(html: string): Page {
  return pageOf(html) ?? pageOf(flattened(html)) ?? { blocks: [], said: nothingSaid }
}

const nothingSaid: Said = { title: '', language: null, canonical: null, meta: new Map(), linkedData: [], times: [] }

/** A page whose elements are nested beyond all sense, with each of them as a break between blocks. */
function flattened(html: string): string {
  return html.replace(/<(?!\/?(?:script|style|title|textarea)\b|!--)[^<>]*>/gi, '<br>')
}

/** Null where more elements are open at once than any page has. */
function pageOf(html: string): Page | null {
  const blocks: Block[] = []
  const meta = new Map<string, string>()
  const linkedData: string[] = []
  const times: string[] = []
  let title = ''
  let language: string | null = null
  let canonical: string | null = null

  let element: Element = { tag: 'body', names: '', parent: null, depth: 0, hidden: false }
  const open: { name: string; block: boolean; skips: boolean }[] = []
  let skipping = 0
  let drawings = 0
  let isTooDeep = false
  let script: string[] | null = null
  let inTitle = false
  let links = 0
  let bolds = 0
  let text = ''
  let linkedCharacters = 0
  let hasBold = false

  const flush = () => {
    const words = text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim()
    if (words !== '' && blocks.length < mostBlocks)
      blocks.push({ text: words, linked: Math.min(1, linkedCharacters / words.length), bold: hasBold, element })
    text = ''
    linkedCharacters = 0
    hasBold = false
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'html') language ??= attributes.lang ?? null
        else if (name === 'meta') {
          const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase()
          if (key && attributes.content && !meta.has(key)) meta.set(key, attributes.content.trim())
        } else if (name === 'link' && attributes.rel === 'canonical') canonical ??= attributes.href ?? null
        else if (name === 'script' && attributes.type?.includes('ld+json')) script = []
        else if (name === 'title') inTitle = title === '' && drawings === 0
        else if (name === 'br' || name === 'hr') flush()
        const isDate =
          attributes.itemprop === 'datePublished' || (name === 'time' && attributes.itemprop !== 'dateModified')
        if (isDate && skipping === 0) {
          const stated = attributes.datetime ?? attributes.content
          if (stated) times.push(stated)
        }
        if (name === 'body') {
          // A head that nobody closed would hide the page.
          skipping = 0
          for (const above of open) above.skips = false
        }
        if (name === 'a') links++
        if (name === 'b' || name === 'strong') bolds++
        const skips = unseen.has(name)
        // A browser sets an element that it does not know within its line.
        const isUnknown = name.includes('-') && textual.has(element.tag)
        const block = !inline.has(name) && !isUnknown && !skips && open.length < deepest
        if (skips) skipping++
        if (block) {
          flush()
          element = {
            tag: name,
            names: `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.role ?? ''}`
              .slice(0, 300)
              .toLowerCase(),
            parent: element,
            depth: element.depth + 1,
            hidden: element.hidden || isHidden(attributes),
          }
        }
        if (name === 'svg') drawings++
        open.push({ name, block, skips })
        if (open.length > mostOpen) {
          isTooDeep = true
          parser.pause()
        }
      },
      ontext(words) {
        if (script) script.push(words)
        if (inTitle) title += words
        if (skipping > 0) return
        text += words
        if (links > 0) linkedCharacters += words.trim().length
        if (bolds > 0 && words.trim() !== '') hasBold = true
      },
      onclosetag(name) {
        const closed = open.pop()
        if (name === 'svg') drawings--
        if (name === 'a') links--
        if (name === 'b' || name === 'strong') bolds--
        if (name === 'title') inTitle = false
        if (name === 'script' && script) {
          linkedData.push(script.join(''))
          script = null
        }
        if (closed?.skips) skipping--
        if (closed?.block) {
          flush()
          element = element.parent ?? element
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  if (isTooDeep) return null
  flush()
  return { blocks, said: { title: title.trim(), language, canonical, meta, linkedData, times } }
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none/i.test(attributes.style ?? '')
  )
}
