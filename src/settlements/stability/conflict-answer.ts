import { Fault } from '../../fault.js'
import type { Conflict, State } from './conflict.js'
import { type ConflictFile, conflictOf } from './conflict-file.js'
import { type Deterrent, preferencesFor } from './inverse.js'
import { type CoalitionMove, type Concept, coalitionMove, concepts, stability } from './stability.js'
import { type Attainment, attainments } from './status-quo.js'

/** All that is asked of a conflict, state by state. States and decision makers count from 1, as files count them. */
export interface ConflictAnswer {
  readonly name: string
  readonly decisionMakers: readonly string[]
  readonly statusQuo: number | null
  /** The states that are stable for everyone, by concept. */
  readonly equilibria: Readonly<Record<Concept | 'coalitionNash', readonly number[]>>
  readonly states: readonly StateAnswer[]
  /** What each decision maker would have to prefer for the state that was asked about to be stable. */
  readonly inverse: readonly InverseAnswer[] | null
}

export interface StateAnswer {
  readonly state: number
  readonly text: string
  readonly stableBy: readonly Concept[]
  /** [decision maker]: what it would rather do, and by which concepts it stays nonetheless. */
  readonly verdicts: readonly VerdictAnswer[]
  /** A group that would leave together; null: none. */
  readonly leftBy: Coalition | null
  /** How it comes about from the status quo; null: no status quo is named. */
  readonly attainment: {
    readonly byMoves: readonly Step[] | null
    readonly byImprovements: readonly Step[] | null
  } | null
}

export interface Step {
  readonly by: string
  readonly to: number
}

export interface Coalition {
  readonly coalition: readonly string[]
  readonly to: number
  readonly path: readonly Step[]
}

export interface VerdictAnswer {
  readonly by: string
  readonly stableBy: readonly Concept[]
  readonly temptations: readonly {
    readonly to: number
    /** The others' moves that deter it, by concept; null: nothing does. */
    readonly sanctions: Readonly<Record<Exclude<Concept, 'Nash'>, readonly Step[] | null>>
  }[]
}

export interface InverseAnswer {
  readonly concept: Concept
  readonly by: string
  /** All of these must not pay; each by any one of its ways. None: it is stable whatever it prefers. */
  readonly mustNotPay: readonly {
    readonly to: number
    readonly anyOf: readonly { readonly noBetter: readonly number[]; readonly sanction: readonly Step[] }[]
  }[]
}

/**
 * Stability with the moves and sanctions behind it, status-quo, coalition and, for one state, inverse analysis.
 *
 * @param asked the state of the inverse analysis, from 1
 * @throws Fault naming the field that is wrong, or a state that is not there
 */
export function conflictAnswer(file: ConflictFile, asked?: number): ConflictAnswer {
  const conflict = conflictOf(file)
  const name = (dm: number) => conflict.decisionMakers[dm] ?? ''
  const steps = (path: readonly { by: number; to: State }[]): Step[] =>
    path.map(({ by, to }) => ({ by: name(by), to: to + 1 }))
  const stepsOrNull = (path: readonly { by: number; to: State }[] | null) => path && steps(path)
  if (file.statusQuo !== undefined) checkState(conflict, file.statusQuo)
  const found = stability(conflict)
  const reached = file.statusQuo === undefined ? null : attainments(conflict, file.statusQuo - 1)
  const sanctionOf = (concept: Concept, dm: number, state: State, at: number): readonly Step[] | null =>
    stepsOrNull(found.verdicts[concept][dm]?.[state]?.temptations[at]?.sanction ?? null)
  return {
    name: conflict.name,
    decisionMakers: conflict.decisionMakers,
    statusQuo: file.statusQuo ?? null,
    equilibria: {
      ...(Object.fromEntries(
        concepts.map(concept => [concept, found.equilibria[concept].map(state => state + 1)]),
      ) as Record<Concept, number[]>),
      coalitionNash: found.coalitionNash.map(state => state + 1),
    },
    states: conflict.states.map((_, state) => ({
      state: state + 1,
      text: stateText(file, conflict.states[state] as string),
      stableBy: concepts.filter(concept => found.equilibria[concept].includes(state)),
      verdicts: conflict.decisionMakers.map((by, dm) => ({
        by,
        stableBy: concepts.filter(concept => found.verdicts[concept][dm]?.[state]?.stable),
        temptations: (found.verdicts.GMR[dm]?.[state]?.temptations ?? []).map(({ to }, at) => ({
          to: to + 1,
          sanctions: {
            GMR: sanctionOf('GMR', dm, state, at),
            SMR: sanctionOf('SMR', dm, state, at),
            SEQ: sanctionOf('SEQ', dm, state, at),
            SSEQ: sanctionOf('SSEQ', dm, state, at),
          },
        })),
      })),
      leftBy: coalitionAnswer(coalitionMove(conflict, state), name, steps),
      attainment: attainmentAnswer(reached?.[state] ?? null, stepsOrNull),
    })),
    inverse: asked === undefined ? null : inverseAnswer(file, asked),
  }
}

/**
 * Inverse analysis of one state: by concept and decision maker, what it would have to prefer for the state to be stable for it.
 *
 * @param asked from 1
 * @throws Fault as `conflictAnswer` does
 */
export function inverseAnswer(file: ConflictFile, asked: number): InverseAnswer[] {
  const conflict = conflictOf(file)
  checkState(conflict, asked)
  return concepts.flatMap(concept =>
    conflict.decisionMakers.map((by, dm) => ({
      concept,
      by,
      mustNotPay: preferencesFor(conflict, concept, dm, asked - 1).map(({ to, anyOf }: Deterrent) => ({
        to: to + 1,
        anyOf: anyOf.map(({ noBetter, sanction }) => ({
          noBetter: noBetter.map(other => other + 1),
          sanction: sanction.map(move => ({ by: conflict.decisionMakers[move.by] ?? '', to: move.to + 1 })),
        })),
      })),
    })),
  )
}

function checkState(conflict: Conflict, number: number): void {
  if (!(number >= 1 && number <= conflict.states.length))
    throw new Fault(`There is no state ${number}; the last is ${conflict.states.length}.`)
}

const coalitionAnswer = (
  move: CoalitionMove | null,
  name: (dm: number) => string,
  steps: (path: CoalitionMove['path']) => Step[],
): Coalition | null => move && { coalition: move.coalition.map(name), to: move.to + 1, path: steps(move.path) }

const attainmentAnswer = (
  of: Attainment | null,
  steps: (path: Attainment['byMoves']) => Step[] | null,
): StateAnswer['attainment'] => of && { byMoves: steps(of.byMoves), byImprovements: steps(of.byImprovements) }

/** The options that are taken in a state, by name; states that are given in words stay as they are. */
function stateText(file: ConflictFile, text: string): string {
  if (file.options.length === 0 || text.length !== file.options.length || /[^YN-]/.test(text)) return text
  const taken = file.options.flatMap((option, o) =>
    text[o] === 'Y' ? [typeof option === 'string' ? option : option.name] : [],
  )
  return taken.length === 0 ? 'nothing is done' : taken.join(' + ')
}
