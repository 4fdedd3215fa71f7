import type { PartyId } from '../actors/actor.js'
import type { Span } from '../language/span.js'
import type { Statement } from '../statements/statement.js'
import type { ActRuling } from './rulings/ruling.js'

/** The closed set; each is defined with rule, cues, PLOVER and CAMEO codes in `acts.json`. */
export const actKinds = [
  'PROPOSE',
  'OFFER',
  'ACCEPT',
  'CONCEDE',
  'SUPPORT',
  'CONSULT',
  'DEMAND',
  'REQUEST',
  'REJECT',
  'THREATEN',
  'ACCUSE',
  'DENY',
  'DOUBT',
  'STATE',
] as const
export type ActKind = (typeof actKinds)[number]

export type IssueId = string

/** How B binds A: `only-after` is an order in time, `must-include` a part without which there is no whole. */
export const conditionKinds = [
  'if',
  'only-if',
  'only-after',
  'unless',
  'in-exchange',
  'as-part-of',
  'provided',
  'must-include',
  'or-else',
] as const

/** "A only if/after B": the words of B, as they stand in the statement or beside it. */
export interface Condition extends Span {
  readonly text: string
  readonly kind: (typeof conditionKinds)[number]
  readonly connective: string
}

/** What a statement does, and on which issues. */
export interface Act {
  readonly statement: Statement
  /** Whose position it is: the principal's party where there is one, else the speaker's; null: unknown. */
  readonly party: PartyId | null
  /** Null: unsure. There is no default act. */
  readonly act: ActKind | null
  /** 0 to 1. */
  readonly confidence: number
  /** The words that decided the act, for the reader who asks why; null where a model decided alone. */
  readonly cue: Span | null
  /** Ids of the taxonomy or of the case's own issues; empty: unknown. */
  readonly issues: readonly IssueId[]
  readonly negated: boolean
  readonly strength: 'firm' | 'plain' | 'hedged'
  readonly mode: 'historical' | 'future' | 'hypothetical' | null
  readonly condition: Condition | null
  /** A firm rejection or demand that its party declares not negotiable. */
  readonly redLine: boolean
  /** Whom it is addressed to or directed against. */
  readonly target: PartyId | null
  readonly beneficiary: PartyId | null
  /** What is said, as the report words it, without the condition. */
  readonly said: string
  /** Issues that the condition names. */
  readonly awaits: readonly IssueId[]
  /** Another party whose act the speaker reports ("Putin had agreed", said by others), with that act; it binds nobody yet. */
  readonly reports: { readonly party: PartyId; readonly act: ActKind } | null
  /** Where a second reader was asked and decided; absent: Parley's own reading. */
  readonly secondReader?: SecondReading
  /** Where a person ruled on it: who, why, and what the machine had read; absent: nobody did. */
  readonly ruling?: ActRuling
}

/** What a second reader decided of an act, and the words it showed for it. */
export interface SecondReading {
  /** The name of its language model. */
  readonly model: string
  readonly decided: readonly ('act' | 'issues')[]
  readonly quote: Span
}
