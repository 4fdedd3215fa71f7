import type { Mention } from './mentions.js'
import type { Provision } from './provisions.js'
import type { Reader } from './reader.js'

const mark = /^(?:(\d{1,2})[.):]|[-*•·–]|(?:point|article|clause) (\d{1,2})\s?[.:)–-]?)\s+/i

/**
 * The numbered or bulleted lines right behind a mention that leads to them: its line ends with a colon, or is a heading.
 *
 * One line may stand between ("Its points:"). Fewer than two lines are no list.
 */
export function listBehind(mention: Mention, { paragraphs, text }: Reader): Provision[] {
  const at = paragraphs.findIndex(({ end }) => end > mention.place.start)
  const lead = paragraphs[at]
  if (!lead) return []
  const words = text.slice(lead.start, lead.end)
  if (!/:$/.test(words) && words.split(' ').length > longestHeading) return []
  const first = paragraphs.slice(at + 1, at + 3).findIndex(span => mark.test(text.slice(span.start, span.start + 20)))
  if (first < 0) return []
  const found: Provision[] = []
  for (const span of paragraphs.slice(at + 1 + first)) {
    const match = mark.exec(text.slice(span.start, Math.min(span.end, span.start + 20)))
    if (!match) break
    const start = span.start + match[0].length
    if (start < span.end)
      found.push({ span: { start, end: span.end }, stated: null, number: match[1] ?? match[2] ?? null })
  }
  return found.length > 1 ? found : []
}

const longestHeading = 14
