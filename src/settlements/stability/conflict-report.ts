import { Fault } from '../../fault.js'
import type { Conflict, State } from './conflict.js'
import { type ConflictAnswer, conflictAnswer } from './conflict-answer.js'
import { type ConflictFile, conflictOf } from './conflict-file.js'

/** A conflict as a page draws it: the answer state by state, and every move between states. */
export interface ConflictReport {
  readonly answer: ConflictAnswer
  readonly moves: readonly DrawnMove[]
}

/** A move in one step. States and decision makers count from 1, as in the answer. */
export interface DrawnMove {
  readonly from: number
  readonly to: number
  readonly by: number
  /** Whether the mover prefers where it leads. */
  readonly better: boolean
}

const drawn = 64

/**
 * The stability of every state of a conflict with the moves and sanctions behind it, and the moves to be drawn.
 *
 * @throws Fault naming the field that is wrong, or where there are more states than can be shown
 */
export function conflictReport(file: ConflictFile): ConflictReport {
  const { conflict } = checkedConflict(file)
  return {
    answer: conflictAnswer(file),
    moves: conflict.moves.flatMap((of, by) =>
      of.flatMap((to, from) =>
        to.map(state => ({
          from: from + 1,
          to: state + 1,
          by: by + 1,
          better: (conflict.rank[by]?.[state] ?? 0) < (conflict.rank[by]?.[from] ?? 0),
        })),
      ),
    ),
  }
}

/**
 * The conflict with its status quo, without looking at stability.
 *
 * @throws Fault as `conflictReport` does
 */
export function checkedConflict(file: ConflictFile): { conflict: Conflict; statusQuo: State | null } {
  const conflict = conflictOf(file)
  if (conflict.states.length > drawn)
    throw new Fault(`The conflict has ${conflict.states.length} states; at most ${drawn} are shown.`)
  return { conflict, statusQuo: statusQuoOf(file, conflict) }
}

function statusQuoOf(file: ConflictFile, conflict: Conflict): State | null {
  if (file.statusQuo === undefined) return null
  if (file.statusQuo > conflict.states.length)
    throw new Fault(`Field \`statusQuo\`: there is no state ${file.statusQuo}; the last is ${conflict.states.length}.`)
  return file.statusQuo - 1
}
