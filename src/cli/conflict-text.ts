import pc from 'picocolors'
import type {
  Coalition,
  ConflictAnswer,
  InverseAnswer,
  StateAnswer,
  Step,
} from '../settlements/stability/conflict-answer.js'

/** States beyond this many are told only where they are stable by some concept: the rest is in the JSON. */
const listed = 32

/** A conflict's answer as a person reads it in a terminal. */
export function conflictText(answer: ConflictAnswer, { color }: { readonly color: boolean }): string {
  const ink = pc.createColors(color)
  const shown = answer.states.length > listed ? answer.states.filter(state => state.stableBy.length > 0) : answer.states
  const sections = [
    `${ink.bold(answer.name)}\n${answer.states.length} states, ${answer.decisionMakers.join(', ')}. A state lasts by a concept when everyone stays in it: Nash, nobody can improve by a move of its own; GMR, whoever improves can be put where it is no better off; SMR, and has no way out of that; SEQ and SSEQ, the same with sanctions that serve those who make them.`,
    equilibriaText(answer),
    ...(shown.length < answer.states.length
      ? [`Of ${answer.states.length} states the ${shown.length} that last by some concept:`]
      : []),
    ...shown.map(state => stateLines(state, answer, ink.bold)),
    ...(answer.inverse ? [inverseText(answer.inverse)] : []),
  ]
  return `${sections.join('\n\n')}\n`
}

function equilibriaText({ equilibria }: ConflictAnswer): string {
  const line = (name: string, states: readonly number[]) => `${name}: ${states.length > 0 ? states.join(', ') : 'none'}`
  return [
    'States that last, by concept',
    ...(['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'] as const).map(concept => `  ${line(concept, equilibria[concept])}`),
    `  ${line('no group would leave (coalition Nash)', equilibria.coalitionNash)}`,
  ].join('\n')
}

function stateLines(state: StateAnswer, answer: ConflictAnswer, bold: (text: string) => string): string {
  const now = state.state === answer.statusQuo ? ' (now)' : ''
  return [
    bold(`State ${state.state}${now}: ${state.text}`),
    `  lasts by ${state.stableBy.length > 0 ? state.stableBy.join(', ') : 'no concept'}`,
    ...state.verdicts.flatMap(({ by, temptations }) =>
      temptations.length === 0
        ? [`  ${by} stays: it has nowhere better to go`]
        : temptations.map(({ to, sanctions }) => `  ${by} would rather move to ${to}; ${deterrence(sanctions)}`),
    ),
    ...(state.leftBy && state.leftBy.coalition.length > 1 ? [`  ${coalitionText(state.leftBy)}`] : []),
    ...(state.attainment && state.state !== answer.statusQuo ? [`  ${attainmentText(state.attainment)}`] : []),
  ].join('\n')
}

/** Sanctions that are the same by several concepts are told once. */
function deterrence(sanctions: Readonly<Record<string, readonly Step[] | null>>): string {
  const byPath = new Map<string, string[]>()
  for (const [concept, path] of Object.entries(sanctions)) {
    if (path) byPath.set(pathText(path), [...(byPath.get(pathText(path)) ?? []), concept])
  }
  if (byPath.size === 0) return 'nothing deters it'
  return `deterred by ${[...byPath].map(([path, concepts]) => `${path} (${concepts.join(', ')})`).join(' or ')}`
}

const pathText = (path: readonly Step[]): string => path.map(({ by, to }) => `${by} to ${to}`).join(', then ')

const coalitionText = ({ coalition, to, path }: Coalition): string =>
  `${coalition.join(' and ')} would leave together for ${to}: ${pathText(path)}`

function attainmentText({ byMoves, byImprovements }: NonNullable<StateAnswer['attainment']>): string {
  if (!byMoves) return 'cannot be reached from how things stand now'
  if (byImprovements) return `reached from now, each step an improvement for who makes it: ${pathText(byImprovements)}`
  return `reached from now only against somebody's own preference: ${pathText(byMoves)}`
}

function inverseText(inverse: readonly InverseAnswer[]): string {
  return [
    'What each would have to prefer for this state to last; the others as they are',
    ...inverse.map(({ concept, by, mustNotPay }) =>
      mustNotPay.length === 0
        ? `  ${concept}, ${by}: whatever it prefers; it cannot move`
        : [
            `  ${concept}, ${by}:`,
            ...mustNotPay.map(
              ({ to, anyOf }) =>
                `    its move to ${to} does not pay: ${anyOf
                  .slice(0, 6)
                  .map(({ noBetter, sanction }) =>
                    noBetter.length === 0
                      ? `it never does (${pathText(sanction)} brings it back)`
                      : `${noBetter.join(', ')} no better for it${sanction.length > 0 ? ` (${pathText(sanction)})` : ''}`,
                  )
                  .join('; or ')}${anyOf.length > 6 ? `; or one of ${anyOf.length - 6} more` : ''}`,
            ),
          ].join('\n'),
    ),
  ].join('\n')
}
