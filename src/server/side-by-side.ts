import { type Span, slice } from '../language/span.js'
import { sentences } from '../language/words.js'
import type { Report } from '../reports/report.js'
import { reportAnswer } from './answers.js'
import type { ApiComparison } from './api.js'

/** Share of words that two sentences must have in common to stand in one row (Dice, content words). */
const alike = 0.34

/** Sentences a report that are compared at most: the table is quadratic. */
const limit = 600

/**
 * Two reports sentence by sentence, in the order of both.
 *
 * Pairs are chosen so that the words shared in all are most; a sentence that moved to another place stands alone in its row.
 */
export function sideBySide(a: Report, b: Report): ApiComparison {
  const left = sentencesOf(a)
  const right = sentencesOf(b)
  return { a: reportAnswer(a), b: reportAnswer(b), rows: rows(left, right) }
}

interface Read extends Span {
  readonly terms: ReadonlySet<string>
}

function sentencesOf({ text, headline, body }: Report): Read[] {
  const spans = headline ? [headline, ...body] : body
  return spans
    .flatMap(span => sentences(text, span))
    .slice(0, limit)
    .map(({ start, end }) => ({ start, end, terms: terms(slice(text, { start, end })) }))
}

/** Words that carry meaning: longer than three letters, or with a digit or a capital. */
function terms(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter(word => word.length > 3 || /[\p{N}\p{Lu}]/u.test(word)).map(word => word.toLowerCase()))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return (2 * shared) / (a.size + b.size)
}

function rows(a: readonly Read[], b: readonly Read[]): ApiComparison['rows'] {
  // best[i][j]: the most that sentences i.. of a and j.. of b can share.
  const width = b.length + 1
  const best = new Float64Array((a.length + 1) * width)
  const pair = new Float64Array((a.length + 1) * width)
  const at = (i: number, j: number) => i * width + j
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const likeness = dice(a[i]!.terms, b[j]!.terms)
      pair[at(i, j)] = likeness
      const together = likeness >= alike ? likeness + best[at(i + 1, j + 1)]! : 0
      best[at(i, j)] = Math.max(together, best[at(i + 1, j)]!, best[at(i, j + 1)]!)
    }
  }
  const found: ApiComparison['rows'] = []
  const span = ({ start, end }: Span) => ({ start, end })
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const one = a[i]
    const other = b[j]
    const likeness = one && other ? pair[at(i, j)]! : 0
    if (one && other && likeness >= alike && best[at(i, j)] === likeness + best[at(i + 1, j + 1)]!) {
      found.push({ a: span(one), b: span(other) })
      i++
      j++
    } else if (one && (!other || best[at(i, j)] === best[at(i + 1, j)])) {
      found.push({ a: span(one), b: null })
      i++
    } else if (other) {
      found.push({ a: null, b: span(other) })
      j++
    }
  }
  return found
}
