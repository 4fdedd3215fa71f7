import type { Model } from '../../src/settlements/model.js'
import type { Settlements } from '../../src/settlements/settlement.js'
import type { InverseAnswer } from '../../src/settlements/stability/conflict-answer.js'
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
  /** Left out where the page has it already: it hangs on the text alone. */
  readonly conflict?: ConflictReport | null
}

/** What would have to be preferred for one state of the conflict to last; states count from 1. */
export interface InverseQuestion {
  readonly text: string
  readonly state: number
}

export interface Inverse {
  readonly state: number
  readonly answers: readonly InverseAnswer[]
}

export type Reply = { readonly solved: Solved } | { readonly inverse: Inverse } | { readonly fault: string }
