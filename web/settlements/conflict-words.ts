import type { Coalition, StateAnswer, Step } from '../../src/settlements/stability/conflict-answer.js'
import type { Concept } from '../../src/settlements/stability/stability.js'

export type LastsBy = Concept | 'coalition'

/** What it means to last by a concept, for the one who would move. */
export const meanings: Readonly<Record<LastsBy, string>> = {
  Nash: 'nobody can improve by a move of its own',
  GMR: 'who improves can be put where it is no better off than before',
  SMR: 'the same, and it has no way out of that',
  SEQ: 'as GMR, by moves that serve those who make them',
  SSEQ: 'as SMR, by such moves',
  coalition: 'no group can move to where all its members are better off',
}
export const lastsBy = Object.keys(meanings) as LastsBy[]

export const doesLast = (state: StateAnswer, by: LastsBy): boolean =>
  by === 'coalition' ? state.leftBy === null : state.stableBy.includes(by)

/** A letter a decision maker, since colour and dashes alone are not told apart by everyone. */
export const letterOf = (by: number): string => String.fromCharCode(64 + by)

export const pathText = (path: readonly Step[]): string =>
  path.map(({ by, to }) => `${by} moves to state ${to}`).join(', then ')

export function attainmentText(state: StateAnswer): string {
  if (!state.attainment) return ''
  const { byMoves, byImprovements } = state.attainment
  if (!byMoves) return 'It cannot be reached from today.'
  if (byMoves.length === 0) return 'It is how things stand today.'
  return byImprovements
    ? `It can be reached from today, each step serving who takes it: ${pathText(byImprovements)}.`
    : `It can be reached from today only if somebody moves against its own preference: ${pathText(byMoves)}.`
}

/** Sanctions that are the same by several concepts are told once. */
export function sanctionTexts(sanctions: Readonly<Record<string, readonly Step[] | null>>): string[] {
  const byPath = new Map<string, string[]>()
  for (const [concept, path] of Object.entries(sanctions))
    if (path) byPath.set(pathText(path), [...(byPath.get(pathText(path)) ?? []), concept])
  return [...byPath].map(([path, concepts]) => `${path} (${concepts.join(', ')})`)
}

export const coalitionText = ({ coalition, to, path }: Coalition): string =>
  coalition.length === 1
    ? `${coalition[0]} would leave it for state ${to}.`
    : `${coalition.join(' and ')} would leave it together for state ${to}: ${pathText(path)}.`

export const lastsText = (state: StateAnswer): string =>
  `${state.stableBy.length ? `lasts by ${state.stableBy.join(', ')}` : 'does not last by any concept'}${state.leftBy === null ? ', and no group would leave it' : ''}`
