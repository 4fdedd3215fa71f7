import type { Span } from '../language/span.js'
import type { ReportId } from './report.js'

/**
 * Reports that derive from one text: copies, rewrites, translations.
 * The number of independent sources of a claim is the number of lineages that carry it.
 */
export interface Lineage {
  /** Made from its members' ids. */
  readonly id: string
  /** In order of date, then of id. */
  readonly members: readonly ReportId[]
  /** Why these belong together, pair by pair; empty for a report that stands alone. */
  readonly bonds: readonly Bond[]
  /** The member that the others derive from, with the reason; null where that is unknown. */
  readonly origin: { readonly report: ReportId; readonly reason: string } | null
}

/** Why two reports are held to derive from one text. */
export interface Bond {
  readonly a: ReportId
  readonly b: ReportId
  /** 0 to 1. */
  readonly probability: number
  /** What they share that independent reports would not, in words: `quotation "solid guarantees"`, `7 of 9 sentences in the same order`. */
  readonly reasons: readonly string[]
}

export type DriftKind = 'date' | 'number' | 'name' | 'title' | 'polarity' | 'modality' | 'quotation' | 'sentence'

/** What one report of a lineage says that the others of it do not, or say differently. */
export interface Drift {
  readonly report: ReportId
  readonly kind: 'added' | 'dropped' | 'changed'
  /** The words in this report; absent for `dropped`. */
  readonly here?: Span
  /** The words it differs from in other members. */
  readonly there: readonly (Span & { readonly report: ReportId })[]
  readonly what: DriftKind
  /** In words: `adds "March 7, 2024"`, `"should" became "would need"`. */
  readonly words: string
}
