import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Span } from '../../language/span.js'
import { judge } from '../clean/clean.js'
import { line } from '../clean/line.js'
import type { KnownDate, Removed } from '../report.js'
import { blocks, markName, type PageNode } from './blocks.js'
import { type Metadata, metadata } from './metadata.js'

/** A web page taken apart. */
export interface Extracted {
  /** All of the page's visible text, one block a line. */
  readonly text: string
  readonly body: readonly Span[]
  readonly headline: Span | null
  readonly removed: readonly Removed[]
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly date: KnownDate | null
  readonly language: string | null
  /** False for a front page, a list of links, a login form. */
  readonly isArticle: boolean
}

/** Elements of a page; a larger one is taken whole, without telling its parts by their place in the page. */
const mostElements = 60_000
/** Letters of prose below which a page is no article. */
const fewestLetters = 200

/**
 * The article in a web page, and what else stands on the page, with the reason why it was put aside.
 *
 * `url`: the page's address where it is known. Never throws on malformed HTML.
 */
export function extract(html: string, url: string | null = null): Extracted {
  const { document } = parseHTML(
    html.includes('<html') || html.includes('<HTML') ? html : `<html><body>${html}</body></html>`,
  )
  const known = metadata(document as unknown as Parameters<typeof metadata>[0], url)
  const page = blocks((document.body ?? document.documentElement) as unknown as PageNode)
  const kept = readableMarks(document)
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const block of page) {
    if (text !== '') text += '\n'
    spans.push({ start: text.length, end: text.length + block.text.length })
    text += block.text
  }
  const verdicts = judge(
    text,
    page.map((block, index) => line(spans[index]!, block.text)),
    known.title,
  )
  const body: Span[] = []
  const removed: Removed[] = []
  let headline: Span | null = null
  for (const [index, span] of spans.entries()) {
    const isReadable = kept.has(page[index]!.mark)
    const reason = verdicts[index] ?? (isReadable ? null : 'navigation')
    if (reason === null) body.push(span)
    else removed.push({ ...span, reason })
    if (reason === 'headline') headline ??= span
  }
  const letters = body.reduce((sum, { start, end }) => sum + end - start, 0)
  return { text, body, headline, removed, ...known, isArticle: letters >= fewestLetters }
}

/** Marks of the elements that Readability takes for the article. */
function readableMarks(document: ReturnType<typeof parseHTML>['document']): Set<string> {
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    maxElemsToParse: mostElements,
    serializer: node => node,
  }).parse()
  const marks = new Set<string>()
  const content = article?.content as { querySelectorAll(css: string): Iterable<PageNode> } | null | undefined
  for (const node of content?.querySelectorAll(`[${markName}]`) ?? []) marks.add(node.getAttribute?.(markName) ?? '')
  return marks
}

export type { Metadata }
