import type { PartyId } from '../actors/actor.js'
import type { Statement } from '../statements/statement.js'
import type { ActKind, IssueId } from './act.js'
import type { OptionId } from './options/option.js'

/** A party's latest act on an issue, with its whole history. */
export interface Position {
  readonly party: PartyId
  readonly issue: IssueId
  readonly latest: ActKind
  readonly conditional: boolean
  readonly redLine: boolean
  /** Independent sources that carry the latest act: its lineages, less those that rest on one outlet's report. */
  readonly sources: number
  /** Why these are fewer than the lineages, in words: `both credit Harbour Gazette: …`; empty where they are not. */
  readonly restsOn: readonly string[]
  /** Reports that carry it. */
  readonly reports: number
  /** Two voices of the party at odds in the latest act; the second one's act. */
  readonly contested: ActKind | null
  /** Against the act before it on this issue. */
  readonly movement: PositionMovement
  /** Statement ids, oldest first; undated ones in order of report. Rewrites of one statement stand together. */
  readonly history: readonly Step[]
  /** The same of each option of the issue that the party spoke of, in the order of the options. */
  readonly options: readonly OptionPosition[]
}

/** Against the act before. */
export type PositionMovement = 'new' | 'hardened' | 'softened' | 'reaffirmed' | 'changed'

/** A party's latest act on one option of an issue, with its history. */
export interface OptionPosition {
  readonly option: OptionId
  readonly latest: ActKind
  /** It is what the party waits for: what it gives depends on it. */
  readonly awaited: boolean
  readonly conditional: boolean
  readonly redLine: boolean
  readonly sources: number
  readonly restsOn: readonly string[]
  readonly reports: number
  readonly contested: ActKind | null
  /** Against the stance before it; then a voice at odds; then whether the party came back to it. Empty for what takes no stand. */
  readonly movements: readonly Movement[]
  readonly history: readonly Step[]
}

/**
 * How a party moved on an option, with both sentences.
 *
 * `contradicted`: another voice of the party says the opposite on the same day; `dropped`: at least two later independent
 * sources have the party take a stand on other options of the issue and not on this one; `silent`: only one does, or it was a
 * red line, which nobody gives up by speaking of other things.
 */
export interface Movement {
  readonly kind: PositionMovement | 'contradicted' | 'dropped' | 'silent'
  /** The statement it is measured against; null: there was none. */
  readonly before: Statement['id'] | null
  readonly after: Statement['id'] | null
  /** Of `dropped` and `silent`: the day of the last word on the option. */
  readonly since: string | null
}

/** One act in a position's history: once per lineage, however many reports carry it. */
export interface Step {
  readonly act: ActKind
  readonly date: string | null
  readonly lineages: readonly string[]
  /** As in `Position`. */
  readonly sources: number
  readonly restsOn: readonly string[]
  readonly statements: readonly string[]
  readonly conditional: boolean
  readonly redLine: boolean
}
