import type { Span } from '../../../language/span.js'
import type { Report } from '../../../reports/report.js'
import { eventClass, folded, isCalendarName } from './clauses.js'
import { eventAt, tellsOfChange } from './events.js'
import type { FactKind } from './fact.js'
import data from './facts.json' with { type: 'json' }

/** A place by name. */
interface Place extends Span {
  readonly name: string
}

const buildings = new Set(data.buildings)
const held = new Set(['meeting', 'signing', 'vote', 'exchange', 'attack', 'inauguration', 'visit'])

/**
 * Where an event is held. A place that the other report names, too, may lie within the other's or be a second event's:
 * only where neither names the other's place are they apart.
 */
export const places: FactKind<Place> = {
  kind: 'place',
  ofOneSpeaker: () => false,
  areApart: (a, b, _, [first, second]) =>
    folded(a.name) !== folded(b.name) && !names(first, b.name) && !names(second, a.name),
  find: (clause, report) => {
    if (tellsOfChange(clause)) return []
    const found = clause.words.flatMap((word, at) => {
      if (word.lemma !== 'in' && word.lemma !== 'at') return []
      let until = at + 1
      while (clause.words[until]?.pos === 'PROPN' && /^\p{Lu}/u.test(clause.words[until]!.text)) until++
      const own = clause.words.slice(at + 1, until)
      if (
        own.length === 0 ||
        own.some(({ text, lemma }) => isCalendarName(text) || buildings.has(lemma) || /^[A-Z]{2,}$/.test(text))
      )
        return []
      // "in Moscow's view", "in Arland talks": no place of anything.
      if (
        clause.words[until]?.pos === 'NOUN' ||
        clause.words[until]?.text.startsWith('’') ||
        clause.words[until]?.text.startsWith("'")
      )
        return []
      const key = eventAt(clause, at)
      if (!key || !held.has(key) || !clause.words.slice(0, at).some(eventClass)) return []
      const words = { start: own[0]!.start, end: own.at(-1)!.end }
      return [
        {
          kind: 'place' as const,
          report: report.id,
          clause,
          key,
          value: { ...words, name: report.text.slice(words.start, words.end) },
          words,
        },
      ]
    })
    return found.length === 1 ? found : []
  },
}

function names(report: Report, place: string): boolean {
  const own = [...report.body, ...report.removed.filter(({ reason }) => reason === 'dateline' || reason === 'headline')]
  return own.some(span => report.text.slice(span.start, span.end).toLowerCase().includes(place.toLowerCase()))
}
