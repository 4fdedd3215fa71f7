import type { Actor } from '../actors/actor.js'
import type { Span } from '../language/span.js'
import type { ReportId } from '../reports/report.js'

/**
 * An attribution relation (PARC, PolNeAR): who is said to have said, thought or wanted what.
 * Each part may be discontinuous; spans are in order and do not overlap within a part.
 */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Whether the content is words in quotation marks. */
  readonly direct: boolean
  /** 0 to 1, calibrated: of those at .8, about 80 % are right. */
  readonly confidence: number
}

/** An attribution whose speaker is resolved to an actor. Start and end cover source, cue and content. */
export interface Statement extends Attribution, Span {
  /** `reportId:start-end`. */
  readonly id: string
  readonly report: ReportId
  /** `statement`: words or a declared stance; `attitude`: a reported feeling of a party; `headline`: stands in the headline; `event`: a reported contact. */
  readonly layer: 'statement' | 'attitude' | 'headline' | 'event'
  readonly form: 'direct' | 'indirect' | 'mixed'
  readonly speaker: Actor
  /** Where the report names the speaker: the antecedent where the source is a pronoun, or null. */
  readonly mention: Span | null
  /** Whose stance it is, where the speaker reports another's ("Lavrov announced that Putin is open to ..."). */
  readonly principal: Actor | null
  /** The report itself marks it as second hand ("reportedly", "is said to"). */
  readonly hearsay: boolean
}
