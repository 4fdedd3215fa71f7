import { dayOf } from './clauses.js'
import { areOtherDays, type Days, daysIn } from './days.js'
import { eventAt, tellsOfChange, tenseOf } from './events.js'
import type { FactKind } from './fact.js'

/** The day of an event, as a calendar day: "on Monday" means another day in another week's report. */
export const dates: FactKind<Days> = {
  kind: 'date',
  ofOneSpeaker: () => false,
  areApart: (a, b) => areOtherDays(a, b) && areNear(a, b),
  find: (clause, report) => {
    if (tellsOfChange(clause)) return []
    const day =
      report.date && report.date.precision !== 'year' && report.date.precision !== 'month'
        ? report.date.value.slice(0, 10)
        : null
    const found = daysIn(report.text, clause, dayOf(report), tenseOf(clause))
    // A clause with two days has two events in it, and which is whose is not known.
    if (found.length !== 1) return []
    return found.flatMap(value => {
      const at = clause.words.findIndex(({ end }) => end > value.start)
      const key = at < 0 ? undefined : eventAt(clause, at)
      return key ? [{ kind: 'date', report: report.id, clause, key, value, words: value }] : []
    })
  },
}

/** Days further apart than this are those of two events. */
const farthest = 21

function areNear(a: Days, b: Days): boolean {
  const [first, second] = [a.ranges[0]?.[0], b.ranges[0]?.[0]]
  if (!first || !second) return true
  return Math.abs(Date.parse(first) - Date.parse(second)) <= farthest * 86_400_000
}
