import type { Span } from '../language/span.js'
import type { ReportId } from '../reports/report.js'
import type { Resolution } from './rulings/ruling.js'

/**
 * `act`: what was done, one way or the opposite. `date`, `number`, `place`: of one event. `name`: who holds an office, or
 * who said words that two reports quote alike. `beneficiary`: whom a promise is for. `polarity`, `modality`: whether, and
 * how bindingly. `title`: former or not. `unconfirmed-claim`: what others say a party did and it has not said itself.
 * `uncorroborated`: a date or number that one rewrite alone adds.
 */
export const discrepancyKinds = [
  'act',
  'unconfirmed-claim',
  'title',
  'date',
  'number',
  'name',
  'place',
  'beneficiary',
  'polarity',
  'modality',
  'uncorroborated',
] as const
export type DiscrepancyKind = (typeof discrepancyKinds)[number]

/** Two lineages, or two reports of one lineage, that cannot both be right. */
export interface Discrepancy {
  readonly id: string
  readonly kind: DiscrepancyKind
  /** In words, both sides named. */
  readonly summary: string
  /** Whether the two sides stand in one lineage (a rewrite's drift) or in several (a contradiction). */
  readonly within: 'lineage' | 'lineages'
  readonly sides: readonly Side[]
  /** What a person decided of it; absent: nobody did. */
  readonly resolution?: Resolution
}

export interface Side {
  readonly says: string
  readonly evidence: readonly (Span & { readonly report: ReportId })[]
  /** Independent sources on this side. */
  readonly sources: number
}
