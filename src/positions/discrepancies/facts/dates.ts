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
    const found = daysIn(report.text, clause, dayOf(report), tenseOf(clause))
    // A clause with two days has two events in it, and which is whose is not known.
    if (found.length !== 1) return []
    return found.flatMap(value => {
      // "Today" in somebody's own words is counted from the day they were said.
      const isCounted = !/\d/.test(report.text.slice(value.start, value.end))
      if (isCounted && isQuoted(report.text, value.start)) return []
      const at = clause.words.findIndex(({ end }) => end > value.start)
      const key = at < 0 ? undefined : eventAt(clause, at)
      return key ? [{ kind: 'date', report: report.id, clause, key, value, words: value }] : []
    })
  },
}

const longestQuotation = 600

/** Whether a place stands within quotation marks of its paragraph. */
function isQuoted(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - longestQuotation), at)
      .split('\n')
      .at(-1) ?? ''
  const straight = before.split('"').length - 1
  return straight % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”')
}

/** Days further apart than this are those of two events. */
const farthest = 21

function areNear(a: Days, b: Days): boolean {
  const [first, second] = [a.ranges[0]?.[0], b.ranges[0]?.[0]]
  if (!first || !second) return true
  return Math.abs(Date.parse(first) - Date.parse(second)) <= farthest * 86_400_000
}
