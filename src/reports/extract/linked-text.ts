import type { Block, Element, Page } from './blocks.js'
import { linkedArticle } from './metadata.js'

/** Letters of a page's own copy of its article below which it is a summary. */
const fewestLetters = 200
/** Words compared at once. */
const run = 6
/** Share of the copy's runs of words that the page shows, from which there is nothing to add. */
const shown = 0.3
/** Paragraphs of a copy that are read. */
const mostParagraphs = 2000

const article: Element = { tag: 'article', names: '', parent: null, depth: 1, hidden: false }

/**
 * The article that a page carries for machines alone (`articleBody` in its JSON-LD), paragraph by paragraph, where what the page
 * shows lacks most of it: a page that a script fills in, or one that shows its first lines only. Empty otherwise.
 */
export function linkedText({ blocks, said }: Page): Block[] {
  const body = linkedArticle(said)?.articleBody
  if (typeof body !== 'string' || body.length < fewestLetters) return []
  const page = new Set(runs(blocks.map(({ text }) => text).join(' ')))
  const own = runs(body)
  if (own.filter(words => page.has(words)).length > shown * own.length) return []
  return body
    .replace(/<[^<>]{0,500}>/g, '\n')
    .split(/[\r\n]+/)
    .map(paragraph => paragraph.replace(/\s+/gu, ' ').trim())
    .filter(paragraph => paragraph !== '')
    .slice(0, mostParagraphs)
    .map(text => ({ text, linked: 0, bold: false, element: { ...article, tag: 'p', parent: article, depth: 2 } }))
}

function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found: string[] = []
  for (let at = 0; at < Math.max(1, words.length - run + 1); at++) found.push(words.slice(at, at + run).join(' '))
  return found
}
