import type { Report } from '../../../reports/report.js'
import { eventClass, isSaying } from './clauses.js'
import { tellsOfChange } from './events.js'
import type { FactKind } from './fact.js'
import data from './facts.json' with { type: 'json' }
import { areOtherAmounts, type Quantity, quantitiesIn } from './quantities.js'

const alike = new Map(data.countedAlike.flatMap(group => group.map(lemma => [lemma, group[0]!] as const)))
const cumulative = new Set(data.cumulative)
const light = new Set(data.light)

/**
 * A count or measure of one thing in one event. What more becomes known of grows: a later, higher toll is a change.
 */
export const numbers: FactKind<Quantity> = {
  kind: 'number',
  // What happened is one for all who tell of it; what is offered or demanded is each speaker's own.
  ofOneSpeaker: key => !cumulative.has(key.split(' ')[0]!),
  areApart: (a, b, [first], reports) =>
    areOtherAmounts(a, b) && !(cumulative.has(first.key.split(' ')[0]!) && !isOneMoment(reports)),
  find: (clause, report) => {
    if (tellsOfChange(clause)) return []
    const found = quantitiesIn(clause.words)
    return found.flatMap(({ quantity, counted, from }) => {
      const noun = clause.words[counted]
      const what = noun ? (alike.get(noun.lemma) ?? noun.lemma) : quantity.unit
      // Two counts of one thing in a clause: which is whose is not known.
      const same = found.filter(
        other => (clause.words[other.counted]?.lemma ?? other.quantity.unit) === (noun?.lemma ?? quantity.unit),
      )
      if (same.length > 1 || what === 'point') return []
      const verbs = clause.words.filter(word => word.pos === 'VERB' && !isSaying(word) && !light.has(word.lemma))
      const verb = [...verbs].sort(
        (a, b) => Math.abs(a.start - clause.words[from]!.start) - Math.abs(b.start - clause.words[from]!.start),
      )[0]
      const event =
        (verb && (eventClass(verb) ?? verb.lemma)) ?? clause.words.map(eventClass).find(name => name !== undefined)
      if (!event) return []
      return [{ kind: 'number', report: report.id, clause, key: `${event} ${what}`, value: quantity, words: quantity }]
    })
  },
}

/** Whether neither report can know more than the other: told the same day, and not hours apart. */
function isOneMoment([a, b]: readonly [Report, Report]): boolean {
  if (!a.date || !b.date || a.date.value.slice(0, 10) !== b.date.value.slice(0, 10)) return false
  return a.date.precision !== 'minute' || b.date.precision !== 'minute' || a.date.value === b.date.value
}
