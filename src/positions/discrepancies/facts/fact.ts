import type { Span } from '../../../language/span.js'
import type { Report, ReportId } from '../../../reports/report.js'
import type { DiscrepancyKind } from '../../discrepancy.js'
import type { Clause } from './clauses.js'

/** One detail that a clause gives of an event or of what someone said: its day, a count, its place, whom it is for. */
export interface Fact<Value = unknown> {
  readonly kind: DiscrepancyKind
  readonly report: ReportId
  readonly clause: Clause
  /** What it is a detail of: facts of different keys are never compared. */
  readonly key: string
  readonly value: Value
  /** The words that show the value, as short as they can be understood. */
  readonly words: Span
}

/** How details of one kind are found and compared. */
export interface FactKind<Value> {
  readonly kind: DiscrepancyKind
  readonly find: (clause: Clause, report: Report) => readonly Fact<Value>[]
  /** Whether two values cannot both be right; false where that is unknown. */
  readonly areApart: (
    a: Value,
    b: Value,
    of: readonly [Fact<Value>, Fact<Value>],
    reports: readonly [Report, Report],
  ) => boolean
  /** Only one speaker's words are compared: others may demand and promise something else. */
  readonly ofOneSpeaker: (key: string) => boolean
  /** Least likeness of the clauses' words where it is not the usual one. */
  readonly least?: number
}
