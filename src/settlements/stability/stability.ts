import {
  type Conflict,
  type DecisionMaker,
  improvementsOf,
  isBetter,
  type Move,
  movesOf,
  reachedBy,
  type State,
} from './conflict.js'

/** Stability concepts, from the least foresight to the most careful sanction. */
export const concepts = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'] as const
export type Concept = (typeof concepts)[number]

/** One way to improve, and what the others would do about it. */
export interface Temptation {
  /** Where the decision maker could move. */
  readonly to: State
  /** The others' moves that leave it no better off than it was, or null: nothing deters it. */
  readonly sanction: readonly Move[] | null
}

/** Whether a decision maker stays in a state, by one concept, and why. */
export interface Verdict {
  readonly stable: boolean
  /** Its improvements; none: it has nowhere better to go. */
  readonly temptations: readonly Temptation[]
}

export interface Stability {
  /** [concept][decision maker][state] */
  readonly verdicts: Readonly<Record<Concept, readonly (readonly Verdict[])[]>>
  /** States that are stable for every decision maker. */
  readonly equilibria: Readonly<Record<Concept, readonly State[]>>
  /** States from which no group can move to one that all its members prefer. */
  readonly coalitionNash: readonly State[]
}

/**
 * Which states would last, by the concepts of Fang, Hipel and Kilgour (1993) for n decision makers, over full legal sequences.
 *
 * A state is stable for a decision maker when every improvement of its own is deterred by a sanction of the others:
 * - Nash: it has no improvement.
 * - GMR: the others can move to where it is no better off.
 * - SMR: the same, and it has no way out of that by a move of its own.
 * - SEQ: as GMR, with moves that are improvements for those who make them.
 * - SSEQ: as SMR, with such moves.
 */
export function stability(conflict: Conflict): Stability {
  const verdicts = Object.fromEntries(
    concepts.map(concept => [
      concept,
      conflict.decisionMakers.map((_, dm) => conflict.states.map((_, state) => verdict(conflict, concept, dm, state))),
    ]),
  ) as unknown as Stability['verdicts']
  const equilibria = Object.fromEntries(
    concepts.map(concept => [
      concept,
      conflict.states.map((_, state) => state).filter(state => verdicts[concept].every(of => of[state]?.stable)),
    ]),
  ) as unknown as Stability['equilibria']
  return {
    verdicts,
    equilibria,
    coalitionNash: conflict.states.map((_, state) => state).filter(state => coalitionMove(conflict, state) === null),
  }
}

/** One decision maker's view of one state by one concept. */
export function verdict(conflict: Conflict, concept: Concept, dm: DecisionMaker, state: State): Verdict {
  const temptations = improvementsOf(conflict, dm, state).map(to => ({
    to,
    sanction: concept === 'Nash' ? null : sanction(conflict, concept, dm, state, to),
  }))
  return { stable: temptations.every(temptation => temptation.sanction !== null), temptations }
}

function sanction(
  conflict: Conflict,
  concept: Exclude<Concept, 'Nash'>,
  dm: DecisionMaker,
  from: State,
  to: State,
): readonly Move[] | null {
  const others = conflict.decisionMakers.map((_, i) => i).filter(i => i !== dm)
  const credible = concept === 'SEQ' || concept === 'SSEQ'
  const withoutWayOut = concept === 'SMR' || concept === 'SSEQ'
  for (const [state, path] of reachedBy(conflict, others, to, credible ? improvementsOf : movesOf)) {
    if (isBetter(conflict, dm, state, from)) continue
    if (withoutWayOut && movesOf(conflict, dm, state).some(out => isBetter(conflict, dm, out, from))) continue
    return path
  }
  return null
}

/** A group of two or more, and where it would move together. A single decision maker is a group of one. */
export interface CoalitionMove {
  readonly coalition: readonly DecisionMaker[]
  readonly to: State
  readonly path: readonly Move[]
}

/** The first group, smallest first, that can move to a state that all its members prefer; null: none can. */
export function coalitionMove(conflict: Conflict, state: State): CoalitionMove | null {
  for (const coalition of coalitions(conflict.decisionMakers.length)) {
    for (const [to, path] of reachedBy(conflict, coalition, state, movesOf)) {
      if (coalition.every(dm => isBetter(conflict, dm, to, state))) return { coalition, to, path }
    }
  }
  return null
}

/** Every group of decision makers, smallest first. */
function coalitions(count: number): DecisionMaker[][] {
  return Array.from({ length: 2 ** count - 1 }, (_, i) => i + 1)
    .map(bits => Array.from({ length: count }, (_, dm) => dm).filter(dm => (bits >> dm) & 1))
    .sort((a, b) => a.length - b.length)
}
