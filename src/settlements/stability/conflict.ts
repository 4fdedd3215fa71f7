/**
 * A conflict as the Graph Model for Conflict Resolution sees it (Fang, Hipel and Kilgour 1993).
 *
 * States are numbered from 0 here; files and answers number them from 1.
 */
export interface Conflict {
  readonly name: string
  readonly decisionMakers: readonly string[]
  /** What each state is, in words or as Y/N per option. */
  readonly states: readonly string[]
  /** [decision maker][state]: the states it can move to in one step by itself. */
  readonly moves: readonly (readonly (readonly number[])[])[]
  /** [decision maker][state]: 0 for its most preferred; equal numbers are equally preferred. */
  readonly rank: readonly (readonly number[])[]
}

export type DecisionMaker = number
export type State = number

/** Whether the decision maker prefers state `to` to state `from`. */
export const isBetter = (conflict: Conflict, dm: DecisionMaker, to: State, from: State): boolean =>
  rankOf(conflict, dm, to) < rankOf(conflict, dm, from)

/** One-step moves of one decision maker, in the order of states. */
export const movesOf = (conflict: Conflict, dm: DecisionMaker, state: State): readonly State[] =>
  conflict.moves[dm]?.[state] ?? []

/** One-step moves to a state that the mover prefers. */
export const improvementsOf = (conflict: Conflict, dm: DecisionMaker, state: State): readonly State[] =>
  movesOf(conflict, dm, state).filter(to => isBetter(conflict, dm, to, state))

const rankOf = (conflict: Conflict, dm: DecisionMaker, state: State): number => conflict.rank[dm]?.[state] ?? 0

/** A state and the moves that lead to it. */
export interface Reached {
  readonly state: State
  readonly path: readonly Move[]
}

export interface Move {
  readonly by: DecisionMaker
  readonly to: State
}

/**
 * Every state that a group can bring about from a state by a legal sequence: any number of moves by any of its members,
 * in any order, none moving twice running. Each comes with a shortest sequence.
 *
 * @param step which moves count: all, or only improvements for the mover
 */
export function reachedBy(
  conflict: Conflict,
  group: readonly DecisionMaker[],
  from: State,
  step: (conflict: Conflict, dm: DecisionMaker, state: State) => readonly State[],
): ReadonlyMap<State, readonly Move[]> {
  const found = new Map<State, readonly Move[]>()
  const seen = new Set<string>()
  let edge: { state: State; last: DecisionMaker; path: readonly Move[] }[] = [{ state: from, last: -1, path: [] }]
  while (edge.length > 0) {
    const next: typeof edge = []
    for (const { state, last, path } of edge) {
      for (const by of group) {
        if (by === last) continue
        for (const to of step(conflict, by, state)) {
          const key = `${to}/${by}`
          if (seen.has(key)) continue
          seen.add(key)
          const longer = [...path, { by, to }]
          if (!found.has(to)) found.set(to, longer)
          next.push({ state: to, last: by, path: longer })
        }
      }
    }
    edge = next
  }
  return found
}
