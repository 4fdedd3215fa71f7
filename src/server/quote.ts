import type { Span } from '../language/span.js'
import { findDateline } from '../reports/clean/dateline.js'
import type { ApiQuote } from './api.js'

/** Most characters of context on either side, where no sentence ends before. */
const reach = 280

const lineBreak = /[\r\n\u2028\u2029]/

/** Characters shown of what stands before and after the sentence. */
const aside = 150

/** The words of `span` with the rest of their sentence, never beyond their line. */
export function quote(text: string, span: Span): ApiQuote {
  const opening = sentenceStart(text, span.start)
  const end = sentenceEnd(text, span.end)
  // Place, day and agency before the first sentence are nobody's words.
  const dateline = findDateline(text, { start: opening, end })
  const start = dateline && dateline.end <= span.start ? dateline.end : opening
  return { start, text: text.slice(start, end), before: lineBefore(text, start), after: lineAfter(text, end) }
}

function lineBefore(text: string, at: number): string {
  const from = Math.max(0, at - aside)
  const stretch = text.slice(from, at)
  const line = stretch.split(lineBreak).at(-1) ?? ''
  // Cut within the line: not within a word.
  return line.length === stretch.length && from > 0 ? line.replace(/^\S*\s/, '… ') : line
}

function lineAfter(text: string, at: number): string {
  const stretch = text.slice(at, at + aside)
  const line = stretch.split(lineBreak, 1)[0] ?? ''
  return line.length === stretch.length && at + aside < text.length ? line.replace(/\s\S*$/, ' …') : line
}

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - reach)
  let start = from
  for (let i = at - 1; i >= from; i--) {
    const char = text[i] ?? ''
    if (lineBreak.test(char) || isSentenceEnd(text, i)) {
      start = i + 1
      break
    }
  }
  if (start === from && from > 0) start = afterSpace(text, from, at)
  while (start < at && /\s/.test(text[start] ?? '')) start++
  return start
}

function sentenceEnd(text: string, at: number): number {
  const to = Math.min(text.length, at + reach)
  // The words themselves may end the sentence.
  const last = text.slice(Math.max(0, at - 2), at)
  if (/[.!?]["”’»)]?$/.test(last)) return at
  for (let i = at; i < to; i++) {
    if (lineBreak.test(text[i] ?? '')) return i
    if (isSentenceEnd(text, i)) return i + 1
  }
  return to === text.length ? to : beforeSpace(text, at, to)
}

/** Whether the sentence ends with the character at `i`: a mark or a closing quotation mark behind one, then a space and a capital. */
function isSentenceEnd(text: string, i: number): boolean {
  const window = text.slice(Math.max(0, i - 4), i + 4)
  const at = Math.min(4, i)
  const behind = window.slice(0, at + 1)
  const ahead = window.slice(at + 1)
  return (
    /[.!?]["”’»)]?$/.test(behind) &&
    !/(?:^|[\s.])\p{Lu}[a-z]{0,2}\.$/u.test(behind) &&
    /^\s+["“‘«(]?\p{Lu}/u.test(ahead)
  )
}

function afterSpace(text: string, from: number, at: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < at ? space + 1 : at
}

function beforeSpace(text: string, at: number, to: number): number {
  const space = text.lastIndexOf(' ', to)
  return space > at ? space : at
}
