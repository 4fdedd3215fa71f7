import { createHash } from 'node:crypto'
import { trim } from '../language/paragraphs.js'
import type { Span } from '../language/span.js'
import { slice } from '../language/span.js'
import { clean } from './clean/clean.js'
import { findDateline } from './clean/dateline.js'
import { fileNameDate } from './clean/file-name-date.js'
import { datelineDate, statedByline, statedDate } from './clean/stated.js'
import { languageOf } from './language.js'
import { plainTitle } from './plain-title.js'
import { unwrap } from './unwrap.js'

/** Made from the place it was read and its words, 12 hexadecimal digits; in a pipeline, the id that came in. */
export type ReportId = string

/** A date as far as it is known, and how it is known. */
export interface KnownDate {
  /** ISO 8601, cut to its precision: `2025`, `2025-03`, `2025-03-07` or `2025-03-07T14:05:00Z`. */
  readonly value: string
  readonly precision: 'year' | 'month' | 'day' | 'minute'
  /** `given`: by the user or the pipeline; the others: where in the input it stood. */
  readonly from: 'given' | 'json-ld' | 'meta' | 'feed' | 'header' | 'byline' | 'text' | 'file-name'
}

/** A stretch of the stored text that is not the report's own account, and why. */
export interface Removed extends Span {
  readonly reason: RemovedReason
}

export type RemovedReason =
  | 'headline'
  | 'repeated-title'
  | 'byline'
  | 'dateline'
  | 'slug'
  | 'share'
  | 'navigation'
  | 'caption'
  | 'related'
  | 'continue-reading'
  | 'chat-widget'
  | 'copyright'
  | 'subscribe'
  | 'advert'
  | 'comment'
  | 'source-link'
  | 'no-article'
  | 'junk'

/** One published text. */
export interface Report {
  readonly id: ReportId
  /** Where it was read: a path relative to the case folder, `-` for standard input; `#n` for the n-th in a file of several. */
  readonly place: string
  readonly outlet: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly date: KnownDate | null
  /** ISO 639-1, or null where it cannot be told. Only `en` is analysed. */
  readonly language: string | null
  /** The stored text. Every offset in the record is a UTF-16 offset into it. */
  readonly text: string
  /** SHA-256 of the raw bytes, hexadecimal. */
  readonly sha256: string
  /** What of `text` is the article, in order, not overlapping; empty where it is no article. */
  readonly body: readonly Span[]
  /** The headline's place in `text`, if it stands there. */
  readonly headline: Span | null
  /** What of `text` was put aside. `body` and `removed` cover all of it but white space. */
  readonly removed: readonly Removed[]
}

/** An input that could not be read, with the reason and the way out. */
export interface Refusal {
  readonly place: string
  readonly reason: string
  readonly mend: string
}

/** What of the report is compared and read: its body alone, and so nothing of a report that is no article. */
export function bodySpans(report: Pick<Report, 'body'>): readonly Span[] {
  return report.body
}

/** Whether there is an article in it: only then it counts as a source. A short text is one if it has a sentence. */
export function isArticle(report: Pick<Report, 'body'>): boolean {
  return report.body.length > 0
}

/** All of a text, for one that is known to be nothing but the report's own account. */
export function wholeText(text: string): readonly Span[] {
  return text.length > 0 ? [{ start: 0, end: text.length }] : []
}

/** What a source hands over: a text and what came with it. */
export interface StoredText {
  readonly place: string
  readonly text: string
  /** SHA-256 of the raw bytes, hexadecimal; of the text where it is left out. */
  readonly sha256?: string
  readonly id?: ReportId
  readonly outlet?: string | null
  readonly url?: string | null
  readonly title?: string | null
  readonly byline?: string | null
  readonly date?: KnownDate | null
  /** ISO 639-1, where the input says so. */
  readonly language?: string | null
  /** What of `text` is the article, where the source has told it apart already (a web page's blocks). */
  readonly parts?: Pick<Report, 'body' | 'headline' | 'removed'>
}

/**
 * The report in a stored text: cleaned, dated, its language told.
 *
 * Text that is wrapped at a fixed width is unwrapped: a line break within a paragraph becomes a space, so that offsets stay.
 */
export function makeReport(stored: StoredText): Report {
  const text = stored.parts ? stored.text : unwrap(stored.text)
  const parts = withoutDateline(text, stored.parts ?? clean(text, stored.title ?? null))
  const url = stored.url ?? null
  return {
    id: stored.id ?? sha256(`${stored.place}\0${text}`).slice(0, 12),
    place: stored.place,
    outlet: stored.outlet ?? (url === null ? null : hostOf(url)),
    url,
    title: stored.title
      ? plainTitle(stored.title, stored.outlet ?? null)
      : parts.headline
        ? slice(text, parts.headline)
        : null,
    byline: stored.byline ?? statedByline(text, parts.removed),
    date:
      stored.date ?? statedDate(text, parts.removed) ?? datelineDate(text, parts.removed) ?? fileNameDate(stored.place),
    language: stored.language ?? languageOf(parts.body.map(span => slice(text, span)).join('\n')),
    text,
    sha256: stored.sha256 ?? sha256(stored.text),
    body: parts.body,
    headline: parts.headline,
    removed: parts.removed,
  }
}

/** Paragraphs of the body that may open with a dateline: a standfirst may stand before the one that does. */
const mayOpen = 3

/** Place, day and agency before the first sentence are nobody's words: they are put aside. */
function withoutDateline(text: string, parts: Pick<Report, 'body' | 'headline' | 'removed'>): typeof parts {
  for (const [index, paragraph] of parts.body.slice(0, mayOpen).entries()) {
    const found = findDateline(text, paragraph)
    if (!found) continue
    return {
      ...parts,
      body: parts.body.map((span, at) => (at === index ? { start: found.end, end: span.end } : span)),
      removed: [...parts.removed, trim(text, found)!]
        .map(span => ('reason' in span ? (span as Removed) : { ...span, reason: 'dateline' as const }))
        .sort((a, b) => a.start - b.start),
    }
  }
  return parts
}

/** SHA-256, hexadecimal, of bytes or of a text in UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The host of an address without `www.`, or null where it is no address. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null
}
