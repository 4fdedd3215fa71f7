import {
  type Conflict,
  type DecisionMaker,
  improvementsOf,
  type Move,
  movesOf,
  reachedBy,
  type State,
} from './conflict.js'
import type { Concept } from './stability.js'

/** For one move that must not tempt: any one of these suffices. */
export interface Deterrent {
  /** The move that must not pay. */
  readonly to: State
  /** Each names states that the decision maker must find no better than the state in question. */
  readonly anyOf: readonly { readonly noBetter: readonly State[]; readonly sanction: readonly Move[] }[]
}

/**
 * What a decision maker would have to prefer for a state to be stable for it (inverse analysis; Kinsara, Kilgour and Hipel 2015).
 *
 * All deterrents must hold, each by any one of its ways; the first way is always "the move itself is no improvement".
 * The other decision makers' preferences are taken as they are.
 */
export function preferencesFor(conflict: Conflict, concept: Concept, dm: DecisionMaker, state: State): Deterrent[] {
  const others = conflict.decisionMakers.map((_, i) => i).filter(i => i !== dm)
  const credible = concept === 'SEQ' || concept === 'SSEQ'
  const withoutWayOut = concept === 'SMR' || concept === 'SSEQ'
  return movesOf(conflict, dm, state).map(to => {
    const sanctions =
      concept === 'Nash' ? [] : [...reachedBy(conflict, others, to, credible ? improvementsOf : movesOf)]
    return {
      to,
      anyOf: [
        { noBetter: [to], sanction: [] },
        ...sanctions.map(([reached, sanction]) => ({
          noBetter: [reached, ...(withoutWayOut ? movesOf(conflict, dm, reached) : [])].filter(
            other => other !== state,
          ),
          sanction,
        })),
      ],
    }
  })
}
