import { type Conflict, improvementsOf, type Move, movesOf, reachedBy, type State } from './conflict.js'

/** How a state can come about from the status quo. */
export interface Attainment {
  readonly state: State
  /** A shortest legal sequence, or null: it cannot be reached from here. */
  readonly byMoves: readonly Move[] | null
  /** A shortest one in which every mover improves its own position at each step, or null. */
  readonly byImprovements: readonly Move[] | null
}

/** Whether each state can be reached from the status quo, and by whose moves (Li, Kilgour and Hipel 2005). */
export function attainments(conflict: Conflict, statusQuo: State): Attainment[] {
  const everyone = conflict.decisionMakers.map((_, dm) => dm)
  const moves = reachedBy(conflict, everyone, statusQuo, movesOf)
  const improvements = reachedBy(conflict, everyone, statusQuo, improvementsOf)
  return conflict.states.map((_, state) => ({
    state,
    byMoves: state === statusQuo ? [] : (moves.get(state) ?? null),
    byImprovements: state === statusQuo ? [] : (improvements.get(state) ?? null),
  }))
}
