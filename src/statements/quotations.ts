import type { Span } from '../language/span.js'

/** Words between quotation marks. */
export interface Quotation extends Span {
  /** Between the marks. */
  readonly inner: Span
  /** The closing mark is missing: the quotation ends with its paragraph. */
  readonly open: boolean
}

const openers = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
])

/** Longest quotation in single marks: what would be longer is an apostrophe that nothing closes. */
const longestSingle = 600

/** Longest quotation that is looked for, in characters: beyond, a mark is taken to be unbalanced. */
const longest = 6000

/**
 * The quotations of `text` within `span`, outermost only, in order.
 *
 * Straight marks open after white space or an opening bracket and close otherwise. A paragraph that opens with a mark
 * while a quotation is open continues it, as in speech printed over several paragraphs. A nickname within a name is no
 * quotation. Linear in the text.
 */
export function quotations(text: string, span: Span = { start: 0, end: text.length }): Quotation[] {
  const found: Quotation[] = []
  let at = span.start
  while (at < span.end) {
    const mark = markAt(text, at)
    if (!mark || !canOpen(text, at, span.start, mark)) {
      at += mark?.length ?? 1
      continue
    }
    const close = isSingle(mark) ? closingSingle(text, at, span.end) : closing(text, at + mark.length, span.end, mark)
    if (!close) {
      at += mark.length
      continue
    }
    if (close.inner > at + mark.length && !isNickname(text, at, close))
      found.push({
        start: at,
        end: close.end,
        inner: { start: at + mark.length, end: close.inner },
        open: close.open,
      })
    at = Math.max(close.end, at + mark.length)
  }
  return found
}

function markAt(text: string, at: number): string | null {
  const char = text[at]
  if (char === undefined) return null
  if (char === '"' || char === '‘' || openers.has(char)) return char
  if ((char === "'" || char === '`') && text[at + 1] === char) return char + char
  return char === "'" || char === '`' ? char : null
}

function canOpen(text: string, at: number, from: number, mark: string): boolean {
  const before = at === from ? ' ' : (text[at - 1] ?? ' ')
  if (isSingle(mark)) return /[\s([{—–"“:,]/.test(before) && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
  if (mark === '"' || mark === "''") {
    const after = text[at + mark.length] ?? ' '
    return /[\s([{—–\-‘:,]/.test(before) && !/\s/.test(after)
  }
  return true
}

function closing(text: string, from: number, to: number, mark: string) {
  const limit = Math.min(to, from + longest)
  const closers = openers.get(mark) ?? mark
  for (let at = from; at < limit; at++) {
    const char = text[at] ?? ''
    if (char === '\n') {
      const next = nextParagraph(text, at, limit)
      // A new paragraph that opens with the same mark goes on with the speech; any other ends it.
      if (next < limit && text.startsWith(mark, next)) at = next + mark.length - 1
      else if (isBlankLine(text, at, next)) return { inner: at, end: at, open: true }
      continue
    }
    if (mark.length === 2 ? text.startsWith(mark === '``' ? "''" : mark, at) : closers.includes(char)) {
      return { inner: at, end: at + mark.length, open: false }
    }
  }
  const end = paragraphEnd(text, from, limit)
  return { inner: end, end, open: true }
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === "'" || mark === '`'
}

/**
 * Where a quotation in single marks closes, within its paragraph: at the first mark after a stop or comma, since one
 * within a word or after an "s" may be an apostrophe ("the ministers' plan"); else at the first that ends a word.
 */
function closingSingle(text: string, start: number, to: number) {
  const limit = Math.min(to, start + longestSingle)
  let first: number | null = null
  for (let at = start + 1; at < limit; at++) {
    const char = text[at] ?? ''
    if (char === '\n') break
    if ((char !== '’' && char !== "'") || /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) continue
    // "'Tis all,' he said. 'Truly.'": the next opening mark stands after white space.
    if (/\s/.test(text[at - 1] ?? '')) break
    if (/[.,!?;…]/.test(text[at - 1] ?? '') || /[.,!?;:]/.test(text[at + 1] ?? ''))
      return { inner: at, end: at + 1, open: false }
    first ??= at
  }
  return first === null ? null : { inner: first, end: first + 1, open: false }
}

/** `Anton "Tolly" Brandt`: one or two words in marks between the words of a name. */
function isNickname(text: string, start: number, close: { readonly inner: number; readonly end: number }): boolean {
  const inside = text.slice(start, Math.min(close.end, start + 40)).replaceAll(/["“”„«»‘’'`]/g, '')
  return (
    /^\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?$/u.test(inside) &&
    /(?:^|[\s,(])\p{Lu}[\p{L}.-]* $/u.test(text.slice(Math.max(0, start - 30), start)) &&
    /^ (?:de |van |von |al-)?\p{Lu}\p{Ll}/u.test(text.slice(close.end, close.end + 8))
  )
}

function nextParagraph(text: string, at: number, limit: number): number {
  let next = at
  while (next < limit && /\s/.test(text[next] ?? '')) next++
  return next
}

function isBlankLine(text: string, from: number, to: number): boolean {
  return text.slice(from, to).replaceAll(/[^\n]/g, '').length > 1
}

function paragraphEnd(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 || end > limit ? limit : end
}
