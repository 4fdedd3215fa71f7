import type { Span } from '../../language/span.js'

/** A detail that a rewrite must take over or make up: it cannot be paraphrased. */
export interface Fact extends Span {
  readonly kind: 'quotation' | 'date' | 'number' | 'name'
  /** The words, in lower case, without marks: equal for equal facts. */
  readonly key: string
  readonly text: string
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const quotation = /[“"]([^“”"\n]{3,400})[”"]/g
const date = new RegExp(
  `\\b(?:(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})(?:\\s+\\d{4})?|(?:${months}),?\\s+\\d{4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\b`,
  'g',
)
const number =
  /(?:[$€£]\s?)?\b\d[\d,]*(?:\.\d+)?\b(?:\s?%|-(?:point|day|year-old|year|month|week|hour|mile|member)\b|\s(?:percent|per cent|million|billion|thousand|people|troops|days|years|months|weeks)\b)?/g

/** The quotations, dates and numbers of `text` within `span`, in order; a number within a date is not listed again. */
export function facts(text: string, span: Span): Fact[] {
  const part = text.slice(span.start, span.end)
  const found: Fact[] = []
  const add = (kind: Fact['kind'], start: number, words: string) => {
    const end = start + words.length
    if (kind === 'number' && found.some(fact => fact.kind === 'date' && fact.start < end && start < fact.end)) return
    found.push({ kind, start, end, key: factKey(words), text: words })
  }
  for (const match of part.matchAll(quotation))
    add('quotation', span.start + match.index + 1, match[1]!.replace(/[\s,.;]+$/, ''))
  for (const match of part.matchAll(date)) add('date', span.start + match.index, match[0])
  for (const match of part.matchAll(number)) add('number', span.start + match.index, match[0])
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

export function factKey(words: string): string {
  return words
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .replace(/[^\p{L}\p{N}$€£%.]+/gu, ' ')
    .replace(/\.(?!\d)/g, '')
    .trim()
}
