import type { Span } from '../../language/span.js'
import { judgeByRule } from '../clean/clean.js'
import { type Line, line } from '../clean/line.js'
import { type Look, looks } from '../clean/look.js'
import type { Removed, RemovedReason } from '../report.js'
import { placesAgainst } from './against.js'
import { type Block, type Page, readPage } from './blocks.js'
import { features } from './features.js'
import { linkedText } from './linked-text.js'
import { mainText } from './main-text.js'
import { linkedArticle, type Metadata, metadata } from './metadata.js'
import model from './model.json' with { type: 'json' }

/** A web page taken apart. */
export interface Extracted extends Metadata {
  /** All of the page's visible text, one block a line. */
  readonly text: string
  readonly body: readonly Span[]
  readonly headline: Span | null
  readonly removed: readonly Removed[]
  /** False for a front page, a list of links, a login form. */
  readonly isArticle: boolean
}

/** Blocks of a page that the model is asked about; of a longer one, what stands closest together is taken. */
const mostMeasured = 8000

/**
 * The article in a web page, and what else stands on the page, with the reason why it was put aside.
 *
 * `url`: the page's address where it is known. Never throws on malformed HTML.
 */
export function extract(html: string, url: string | null = null): Extracted {
  const shown = readPage(html)
  const hiddenText = linkedText(shown)
  const page = { ...shown, blocks: [...shown.blocks, ...hiddenText] }
  const known = metadata(page.said, url)
  const { text, lines } = linesOf(page.blocks)
  const seen = looks(text, lines)
  const places = placesOf(page.blocks)
  const read = { blocks: page.blocks, lines, seen, places }
  const { kept, isArticle } =
    hiddenText.length > 0
      ? { kept: lines.map((_, index) => index >= shown.blocks.length), isArticle: true }
      : mainText(model, lines.length > mostMeasured ? null : featuresOf(page, lines, seen), read)
  const byRule = judgeByRule(lines, seen, known.title)
  const body: Span[] = []
  const removed: Removed[] = []
  let headline: Span | null = null
  for (const [index, { start, end }] of lines.entries()) {
    if (kept[index]) {
      body.push({ start, end })
      continue
    }
    const place = places[index]!
    const rule = byRule[index] === 'junk' ? null : byRule[index]
    const reason = place === 'caption' ? place : (rule ?? place ?? 'junk')
    removed.push({ start, end, reason })
    if (reason === 'headline') headline ??= { start, end }
  }
  return { text, body, headline, removed, ...known, isArticle }
}

/** A page's text, one block a line, and its lines. */
export function linesOf(blocks: readonly Block[]): { text: string; lines: Line[] } {
  let at = 0
  const lines = blocks.map(block => {
    const span = { start: at, end: at + block.text.length }
    at = span.end + 1
    return line(span, block.text)
  })
  return { text: blocks.map(block => block.text).join('\n'), lines }
}

/** What is measured of a page's blocks. */
export function featuresOf({ blocks, said }: Page, lines: readonly Line[], seen: readonly Look[]): Float64Array[] {
  const article = linkedArticle(said)?.articleBody
  return features(lines, seen, blocks, {
    article: typeof article === 'string' ? article : null,
    description: said.meta.get('og:description') ?? said.meta.get('description') ?? null,
  })
}

/** Per block, why its place on the page speaks against it. */
export function placesOf(blocks: readonly Block[]): (RemovedReason | null)[] {
  const against = placesAgainst()
  return blocks.map(({ element }) => against(element))
}
