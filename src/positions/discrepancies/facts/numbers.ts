import type { Word } from '../../../language/words.js'
import type { Report } from '../../../reports/report.js'
import { type Clause, eventClass, isCalendarName, isSaying } from './clauses.js'
import { tellsOfChange } from './events.js'
import type { FactKind } from './fact.js'
import data from './facts.json' with { type: 'json' }
import { areOtherAmounts, type Quantity, quantitiesIn } from './quantities.js'

const alike = new Map(data.countedAlike.flatMap(group => group.map(lemma => [lemma, group[0]!] as const)))
const cumulative = new Set(data.cumulative)
const tolls = new Set(['killing', 'wounding'])
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
      // "7 May" counts nothing.
      if (isCalendarName(clause.words[from + 1]?.text ?? '') || isWithinDay(quantity, clause)) return []
      const event = eventOf(clause.words, clause.words[from]!)
      return [{ kind: 'number', report: report.id, clause, key: `${event} ${what}`, value: quantity, words: quantity }]
    })
  },
}

/** What the count is of: a toll where the clause tells of one, else the nearest verb or event, else nothing but the thing. */
function eventOf(words: readonly Word[], number: Word): string {
  const distance = (word: Word) => Math.abs(word.start - number.start)
  const nearest = (of: readonly Word[]) => [...of].sort((a, b) => distance(a) - distance(b))[0]
  const toll = nearest(words.filter(word => tolls.has(eventClass(word) ?? '')))
  const word =
    toll ??
    nearest(
      words.filter(
        one =>
          (one.pos === 'VERB' || (one.pos === 'ADJ' && eventClass(one))) && !isSaying(one) && !light.has(one.lemma),
      ),
    )
  return word ? (eventClass(word) ?? word.lemma) : (words.map(eventClass).find(name => name !== undefined) ?? 'of')
}

function isWithinDay({ start }: Quantity, { day }: Clause): boolean {
  return day !== null && day.start <= start && start < day.end
}

/** Whether neither report can know more than the other: told the same day, and not hours apart. */
function isOneMoment([a, b]: readonly [Report, Report]): boolean {
  if (!a.date || !b.date || a.date.value.slice(0, 10) !== b.date.value.slice(0, 10)) return false
  return a.date.precision !== 'minute' || b.date.precision !== 'minute' || a.date.value === b.date.value
}
