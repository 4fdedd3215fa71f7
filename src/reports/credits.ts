import type { Span } from '../language/span.js'
import { outletNames } from './credits/outlet-names.js'
import { bodySpans, type Report, type ReportId } from './report.js'

/** A place where a report says whose report it rests on. */
export interface Credit extends Span {
  readonly report: ReportId
  /** The outlet's name, the same however it is spelled; never the report's own outlet. */
  readonly outlet: string
  /** The words at `start` to `end`: `according to the Observer`, `(Reuters)`. */
  readonly words: string
  /** What it covers: the sentence it stands in, all of the report (a dateline, a line of credit), or nobody knows which part. */
  readonly reach: 'sentence' | 'report' | 'part'
  /** The same in the text; of a part, the words of the credit alone, since no claim can be laid to it. */
  readonly covers: Span
}

/**
 * The credits of `reports`, in the order of the reports, then of their places.
 *
 * A name counts where it is that of an outlet of these reports or of a known one, or ends as such names do ("Gazette").
 * Linear in the length of the texts.
 */
export function credits(reports: readonly Report[]): Credit[] {
  const nameOf = outletNames(reports.flatMap(({ outlet }) => outlet ?? []))
  return reports.flatMap(report => creditsIn(report, nameOf))
}

/** Words with a capital in a row: a name, perhaps with others before it. */
const capitals = /\p{Lu}[\p{L}\p{N}&’'-]*(?: \p{Lu}[\p{L}\p{N}&’'-]*)*/gu
/** More words than this are a headline. */
const mostWords = 12
/** How much is read before and after a name. */
const reach = 48

const passageBefore =
  /\b(?:according to|told|reported by|quoted by|cited by|citing|quoting|interview(?:ed)? (?:with|to|by|in)|published (?:in|by))\s+(?:(?:the|an?)\s+)?$/i
const passageAfter = /^,?\s+(?:(?:first|had|has|also|earlier|exclusively)\s+)*(?:reported|reports|quoted|revealed)\b/
const wholeBefore = /\b(?:credit|source|via):\s*(?:the\s+)?$/i
/** Whose picture it is says nothing of whose report it is. */
const pictureBefore =
  /\b(?:photo(?:graph)?s?|images?|pictures?|videos?|graphics?|illustration|file|screenshot)[ -]*(?:credit|source|via):\s*(?:the\s+)?$/i
const partBefore = /\bwith (?:additional )?(?:reporting|inputs?|files|material) (?:by|from) (?:the\s+)?$/i
const partAfter = /^\s+(?:also\s+)?contributed\b/
/** A dateline stands in the opening: "KESTREL (Reuters) -". */
const opening = 120
const datelineAfter = /^\)\s*[-–—]/

/** The credits of one report; `nameOf` as `outletNames` makes it. */
export function creditsIn(report: Report, nameOf: (words: string) => string | null): Credit[] {
  const { text } = report
  const own = report.outlet === null ? null : nameOf(report.outlet)
  const body = bodySpans(report)
  const lead = body[0]?.start ?? 0
  const datelines = report.removed.filter(({ reason }) => reason === 'dateline')
  const all = { start: 0, end: text.length }
  const found: Credit[] = []
  for (const match of text.matchAll(capitals)) {
    const name = outletIn(match[0], nameOf)
    if (!name || name.outlet === own) continue
    const start = match.index + name.at
    const end = start + name.length
    const before = text.slice(Math.max(0, start - reach), start)
    const after = text.slice(end, end + reach)
    const add = (reach: Credit['reach'], from: number, to: number) => {
      const span = { start: start - from, end: end + to }
      found.push({
        report: report.id,
        outlet: name.outlet,
        ...span,
        words: text.slice(span.start, span.end).replace(/\s+/g, ' '),
        reach,
        covers: reach === 'report' ? all : reach === 'part' ? span : sentenceAt(text, start),
      })
    }
    const isBody = body.some(span => span.start <= start && end <= span.end)
    const whole = pictureBefore.test(before) ? undefined : wholeBefore.exec(before)?.[0]
    const part = partBefore.exec(before)?.[0] ?? (partAfter.test(after) ? '' : undefined)
    const opens = isBody && start - lead < opening
    const isDateline = datelines.some(span => span.start <= start && end <= span.end)
    const passage = passageBefore.exec(before)?.[0]
    const told = passageAfter.exec(after)?.[0]
    if (whole !== undefined) add('report', whole.length, 0)
    else if (part !== undefined) add('part', part.length, partAfter.exec(after)?.[0].length ?? 0)
    else if (before.endsWith('(') && datelineAfter.test(after) && (opens || isDateline)) add('report', 1, 1)
    else if (!isBody) continue
    else if (passage !== undefined) add('sentence', passage.length, 0)
    else if (told !== undefined) add('sentence', 0, told.length)
    else if (before.endsWith('(') && after.startsWith(')')) add('sentence', 1, 1)
  }
  return found
}

/** The outlet that a run of capitals is or ends with: "On Monday Fox News" ends with one. */
function outletIn(run: string, nameOf: (words: string) => string | null) {
  const words = run.split(' ')
  if (words.length > mostWords) return null
  for (let skip = 0, at = 0; skip < words.length; at += words[skip]!.length + 1, skip++) {
    const name = words
      .slice(skip)
      .join(' ')
      .replace(/['’]s$/, '')
    const outlet = nameOf(name)
    if (outlet) return { outlet, at, length: name.length }
  }
  return null
}

/** From the end of the sentence before to the end of this one; a line break ends a sentence. */
function sentenceAt(text: string, at: number): Span {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && !endsSentence(text, start - 1)) start--
  let end = at
  while (end < text.length && text[end] !== '\n' && !endsSentence(text, end)) end++
  return { start, end: Math.min(text.length, end + 1) }
}

/** A stop with a space and a capital or a quotation mark after it; "Gov. Maron" is taken for an end, which covers less. */
function endsSentence(text: string, at: number): boolean {
  if (!/[.!?]/.test(text[at]!)) return false
  return /^["”’)]?\s+["“‘(]?[\p{Lu}\p{N}]/u.test(text.slice(at + 1, at + 6))
}
