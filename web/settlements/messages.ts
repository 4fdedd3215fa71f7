import type { Model } from '../../src/settlements/model.js'
import type { Settlements } from '../../src/settlements/settlement.js'
import type { ConflictReport } from '../../src/settlements/stability/conflict-report.js'
import type { Standard } from '../../src/settlements/standards.js'
import type { Shares } from '../../src/settlements/what-if.js'

export interface Question {
  readonly text: string
  readonly shares: Shares
  readonly standard: Standard | null
  /** 0 while something is being dragged: how sure it is comes when it rests. */
  readonly draws: number
}

export interface Solved {
  readonly model: Model
  readonly answer: Settlements
  readonly conflict: ConflictReport | null
}

export type Reply = { readonly solved: Solved } | { readonly fault: string }
