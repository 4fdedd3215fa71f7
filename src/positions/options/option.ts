import type { Span } from '../../language/span.js'
import type { ReportId } from '../../reports/report.js'
import type { Statement } from '../../statements/statement.js'
import type { ActKind, IssueId } from '../act.js'

/** `ISSUE/words-of-its-name`. */
export type OptionId = string

/** What exactly is wanted or refused of an issue, as the reports word it. */
export interface Option {
  readonly id: OptionId
  readonly issue: IssueId
  /** The words that most sources use for it, or the name that `case.yaml` gives it. */
  readonly name: string
  /** `told`: grouped by what the reports say; `ruled`: named in `case.yaml`; `unspecified`: the issue is spoken of, and no more. */
  readonly kind: 'told' | 'ruled' | 'unspecified'
  /** Every act that bears on it, in the order of the acts. */
  readonly acts: readonly OptionAct[]
}

/** An act as it bears on one option. */
export interface OptionAct {
  readonly statement: Statement['id']
  /** The words that say which option is meant; null where nothing does. */
  readonly wording: OptionWording | null
  /** What is done about this option: that which only conditions an offer is demanded by it, a mere mention is stated. */
  readonly act: ActKind | null
  /** It is what the party waits for: "will sign only after [it]". */
  readonly awaited: boolean
}

/** Words of a report; they stand before the statement where it takes them up again ("such a deployment"). */
export interface OptionWording extends Span {
  readonly report: ReportId
  readonly text: string
}

/** Acts that want a thing; those that refuse it. The others say nothing of what a party would have. */
export const wanting: ReadonlySet<ActKind> = new Set([
  'PROPOSE',
  'OFFER',
  'ACCEPT',
  'CONCEDE',
  'SUPPORT',
  'DEMAND',
  'REQUEST',
])
export const refusing: ReadonlySet<ActKind> = new Set(['REJECT'])

/** What a person rules in `case.yaml`: the words that belong to one option of an issue. */
export interface OptionRuling {
  readonly issue: IssueId
  readonly id: string
  readonly name: string
  /** Terms as an issue has them (`*` any ending, alone up to three words), or ids of options that were found. */
  readonly wordings: readonly string[]
}
