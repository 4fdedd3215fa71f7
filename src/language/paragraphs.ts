import type { Span } from './span.js'

/** Runs of text between line breaks within `span` (default: all of `text`), without the white space around them. */
export function paragraphs(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = []
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const trimmed = trim(text, { start: span.start + match.index, end: span.start + match.index + match[0].length })
    if (trimmed) found.push(trimmed)
  }
  return found
}

/** `span` without the white space at its ends; undefined where nothing else is in it. */
export function trim(text: string, span: Span): Span | undefined {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  const end = start + words.trim().length
  return end > start ? { start, end } : undefined
}
