import type { Span } from '../language/span.js'

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

/** What of the report is compared and read: its body, or all of its text where no body was marked. */
export function bodySpans(report: Pick<Report, 'body' | 'text'>): readonly Span[] {
  if (report.body.length > 0) return report.body
  return report.text.length > 0 ? [{ start: 0, end: report.text.length }] : []
}
