import type { Report } from '../../../reports/report.js'
import { dayOf, likeness } from './clauses.js'
import { areOtherDays } from './days.js'
import type { Fact, FactKind } from './fact.js'
import data from './facts.json' with { type: 'json' }

/** Two facts of two reports about one thing, and how alike their words are. */
export interface Pair<Value> {
  readonly facts: readonly [Fact<Value>, Fact<Value>]
  readonly likeness: number
}

/**
 * The facts of two reports that tell of one event: each is the other's likest of its key, and nothing in their sentences
 * sets the events apart (other names, another level, another round). O(facts of a key squared).
 */
export function aligned<Value>(
  kind: FactKind<Value>,
  here: readonly Fact<Value>[],
  there: readonly Fact<Value>[],
): Pair<Value>[] {
  const best = (fact: Fact<Value>, among: readonly Fact<Value>[]) => {
    const rated = among
      .filter(other => other.key === fact.key)
      .map(other => ({ other, value: likenessOf(kind, fact, other) }))
      .sort((a, b) => b.value - a.value)
    return rated[0] && rated[0].value > 0 ? rated[0] : undefined
  }
  return here.flatMap(fact => {
    const found = best(fact, there)
    if (!found || best(found.other, here)?.other !== fact) return []
    return [{ facts: [fact, found.other] as const, likeness: found.value }]
  })
}

/** The day that a report is dated, in days since 1970; null where it is not known to the day. */
export function dayNumber(report: Report): number | null {
  const day = dayOf(report)
  return day === null ? null : Math.round(Date.parse(day) / 86_400_000)
}

/**
 * The days of reports that may tell of one occasion with a report of `day`: published within a day of each other, or
 * undated. Null: any.
 */
export function nearDays(day: number | null): readonly (number | null)[] | null {
  if (day === null) return null
  const reach = data.reach.occasion
  return [null, ...Array.from({ length: 2 * reach + 1 }, (_, n) => day - reach + n)]
}

/** 0 where they tell of different events. */
function likenessOf<Value>(kind: FactKind<Value>, a: Fact<Value>, b: Fact<Value>): number {
  if (kind.ofOneSpeaker(a.key) && a.clause.speaker !== b.clause.speaker) return 0
  if (areDisjoint(a.clause.marks.levels, b.clause.marks.levels)) return 0
  if (areDisjoint(a.clause.marks.order, b.clause.marks.order)) return 0
  // Two days, two events; of a date it is the very question.
  if (kind.kind !== 'date' && a.clause.day && b.clause.day && areOtherDays(a.clause.day, b.clause.day)) return 0
  if (areDisjoint(a.clause.subject, b.clause.subject)) return 0
  const shared = [...a.clause.names].filter(name => b.clause.names.has(name))
  // Where both name somebody, somebody must be named by both.
  if (a.clause.ownNames.size > 0 && b.clause.ownNames.size > 0 && shared.length === 0) return 0
  const value = Math.max(likeness(a.clause.telling, b.clause.telling), likeness(a.clause.around, b.clause.around))
  const least = kind.least ?? (shared.length > 0 ? data.least.named : data.least.unnamed)
  return value >= least ? value : 0
}

function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some(word => b.has(word))
}
