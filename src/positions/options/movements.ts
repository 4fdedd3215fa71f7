import type { Independence } from '../../reports/independence.js'
import { type Moment, movementBetween, type Standing } from '../history.js'
import type { Movement, Step } from '../position.js'
import { isStance } from '../stance.js'
import type { Option } from './option.js'

/** What one party said of one option. */
export interface Told extends Standing {
  readonly option: Option
  readonly moments: readonly Moment[]
}

/** Later sources that pass an option over, from which on it counts as dropped. */
const enough = 2

/**
 * How a party moved on an option: against its stance before, against another voice of its own, and whether it came back to it.
 *
 * `all`: what the party said of the options of this issue. Nothing moves on what is unspecified, nor by a mere comment.
 */
export function movements(
  told: Told,
  before: Step | undefined,
  all: readonly Told[],
  standing: Independence,
): Movement[] {
  const { latest, option, contestedBy } = told
  if (option.kind === 'unspecified' || !isStance(latest.act)) return []
  const after = first(latest)
  const moved = {
    kind: movementBetween(before, latest),
    before: before ? (before.statements.at(-1) ?? null) : null,
    after,
    since: null,
  }
  const contradicted = contestedBy
    ? [{ kind: 'contradicted' as const, before: after, after: first(contestedBy), since: null }]
    : []
  return [moved, ...contradicted, ...left(told, all, standing)]
}

function first({ statements }: Step): string | null {
  return statements[0] ?? null
}

/** `dropped` or `silent` where the party later took a stand on other options of the issue, and not on this one. */
function left(told: Told, all: readonly Told[], standing: Independence): Movement[] {
  const { date } = told.latest
  if (date === null) return []
  const here = new Set(told.moments.flatMap(({ source, date: day }) => (isLater(day, date) ? [source] : [])))
  const later = all
    .filter(other => other !== told && other.option.kind !== 'unspecified')
    .flatMap(({ moments }) => moments)
    .filter(({ kind, date: day, source }) => isStance(kind) && isLater(day, date) && !here.has(source))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? a.order - b.order : 1))
  const next = later[0]
  if (!next) return []
  const { sources } = standing.support(later.map(({ act }) => act.statement))
  // Who talks of other things has not given up what it declared not negotiable.
  const kind =
    sources >= enough && !told.history.some(({ redLine }) => redLine) ? ('dropped' as const) : ('silent' as const)
  return [{ kind, before: first(told.latest), after: next.act.statement.id, since: date }]
}

function isLater(day: string | null, date: string): boolean {
  return day !== null && day > date
}
