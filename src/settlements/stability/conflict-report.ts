import { Fault } from '../../fault.js'
import type { Conflict, State } from './conflict.js'
import { type ConflictFile, conflictOf } from './conflict-file.js'
import { type Concept, concepts, stability, type Temptation } from './stability.js'
import { type Attainment, attainments } from './status-quo.js'

/** A conflict as a page draws it: every state with who would leave it and what deters them. */
export interface ConflictReport {
  readonly name: string
  readonly decisionMakers: readonly string[]
  readonly options: readonly { readonly name: string; readonly by: string | null }[]
  readonly states: readonly StateReport[]
  readonly moves: readonly { readonly from: State; readonly to: State; readonly by: number; readonly better: boolean }[]
  readonly statusQuo: State | null
}

export interface StateReport {
  /** As the file has it: Y or N an option, or words. */
  readonly text: string
  /** The concepts by which it is stable for everyone. */
  readonly stableBy: readonly Concept[]
  /** No group can move from it to a state that all its members prefer. */
  readonly coalitionProof: boolean
  /** [decision maker]: its rank, 0 for the most preferred. */
  readonly rank: readonly number[]
  /** Where each would rather be, by one move of its own, with what the others would do about it (their sanctions: any moves). */
  readonly temptations: readonly (Temptation & { readonly by: number })[]
  /** From the status quo; null where none is named. */
  readonly attainment: Attainment | null
}

const drawn = 64

/**
 * The stability of every state of a conflict, with the moves and sanctions behind it.
 *
 * @throws Fault naming the field that is wrong, or where there are more states than can be shown
 */
export function conflictReport(file: ConflictFile): ConflictReport {
  const { conflict, statusQuo } = checkedConflict(file)
  const found = stability(conflict)
  const reach = statusQuo === null ? null : attainments(conflict, statusQuo)
  return {
    name: conflict.name,
    decisionMakers: conflict.decisionMakers,
    options: file.options.map((option, o) => ({
      name: typeof option === 'string' ? option : option.name,
      by: ownerOf(file, o),
    })),
    states: conflict.states.map((text, state) => ({
      text,
      stableBy: concepts.filter(concept => found.equilibria[concept].includes(state)),
      coalitionProof: found.coalitionNash.includes(state),
      rank: conflict.rank.map(of => of[state] ?? 0),
      temptations: conflict.decisionMakers.flatMap((_, by) =>
        (found.verdicts.GMR[by]?.[state]?.temptations ?? []).map(temptation => ({ ...temptation, by })),
      ),
      attainment: reach?.[state] ?? null,
    })),
    moves: conflict.moves.flatMap((of, by) =>
      of.flatMap((to, from) =>
        to.map(state => ({
          from,
          to: state,
          by,
          better: (conflict.rank[by]?.[state] ?? 0) < (conflict.rank[by]?.[from] ?? 0),
        })),
      ),
    ),
    statusQuo,
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

function ownerOf(file: ConflictFile, option: number): string | null {
  const owner = file.decisionMakers.find(dm => typeof dm !== 'string' && dm.options.includes(option))
  return owner === undefined ? null : typeof owner === 'string' ? owner : owner.name
}
