import type { PartyId } from '../actors/actor.js'
import type { ActKind, IssueId } from './act.js'

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
  readonly movement: 'new' | 'hardened' | 'softened' | 'reaffirmed' | 'changed'
  /** Statement ids, oldest first; undated ones in order of report. Rewrites of one statement stand together. */
  readonly history: readonly Step[]
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
