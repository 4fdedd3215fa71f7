import type { PartyId } from '../actors/actor.js'
import type { Condition, IssueId } from './act.js'

/** "A only if/after B", as a party asserts it: A waits for B. */
export interface ConditionLink {
  /** Made from what waits, what is awaited and who says so. */
  readonly id: string
  /** Whose condition it is; null: unknown. */
  readonly party: PartyId | null
  readonly kind: Condition['kind']
  /** A: what waits. */
  readonly waiting: ConditionSide
  /** B: what it waits for. */
  readonly awaited: ConditionSide
  /** Ids of the statements that assert it. */
  readonly statements: readonly string[]
  /** Lineages that carry it. */
  readonly sources: number
}

export interface ConditionSide {
  /** As the report words it. */
  readonly words: string
  readonly issues: readonly IssueId[]
}

/** What waits for what, across all parties. */
export interface ConditionGraph {
  readonly links: readonly ConditionLink[]
  /** Each circle in order: every issue waits for the next, the last for the first. */
  readonly circles: readonly Circle[]
}

export interface Circle {
  readonly issues: readonly IssueId[]
  /** Ids of the links that make it, in order. */
  readonly links: readonly string[]
}
