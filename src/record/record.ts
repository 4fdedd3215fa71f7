import type { Party } from '../actors/actor.js'
import type { Pledges } from '../agreements/pledges.js'
import type { Act } from '../positions/act.js'
import type { ConditionGraph } from '../positions/condition-graph.js'
import type { Discrepancy } from '../positions/discrepancy.js'
import type { Option } from '../positions/options/option.js'
import type { Position } from '../positions/position.js'
import type { Proposal } from '../positions/proposals.js'
import type { RulingEffect } from '../positions/rulings/ruling.js'
import type { Drift, Lineage } from '../reports/lineage.js'
import type { Refusal, Report } from '../reports/report.js'
import type { Statement } from '../statements/statement.js'

/** An issue as pages and the brief show it. */
export interface IssueName {
  readonly id: string
  readonly name: string
  readonly group: string
}

/** All that is known of a case: derived from its reports, its case file and the rulings, and from nothing else. */
export interface CaseRecord {
  readonly name: string
  /** Parties that speak or are named in the case file, the most heard first. */
  readonly parties: readonly Party[]
  /** Issues that any act bears on, in the order of the taxonomy; the case's own last. */
  readonly issues: readonly IssueName[]
  readonly reports: readonly Report[]
  readonly refused: readonly Refusal[]
  readonly lineages: readonly Lineage[]
  readonly drift: readonly Drift[]
  readonly statements: readonly Statement[]
  readonly acts: readonly Act[]
  /** What exactly is wanted or refused, issue by issue. */
  readonly options: readonly Option[]
  readonly positions: readonly Position[]
  readonly conditions: ConditionGraph
  readonly discrepancies: readonly Discrepancy[]
  /** In order of their first day. */
  readonly proposals: readonly Proposal[]
  /** Who contributes what to a force or a guarantee, and who rejects it. */
  readonly pledges: Pledges
  /** What persons ruled, and what became of it. */
  readonly rulings: readonly RulingEffect[]
  /** What the machine took for statements and a person ruled to be none: in no other part of the record. */
  readonly struck: readonly Act[]
}
