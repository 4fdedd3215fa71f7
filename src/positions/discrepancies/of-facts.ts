import { overlap, type Span } from '../../language/span.js'
import type { Report } from '../../reports/report.js'
import type { Act } from '../act.js'
import type { Discrepancy, Side } from '../discrepancy.js'
import { aligned, dayNumber, nearDays } from './facts/align.js'
import { beneficiaries } from './facts/beneficiaries.js'
import { type Clause, clausesOf } from './facts/clauses.js'
import { dates } from './facts/dates.js'
import { modalities, polarities } from './facts/duties.js'
import type { Fact, FactKind } from './facts/fact.js'
import { numbers } from './facts/numbers.js'
import { places } from './facts/places.js'
import { brief, type Sources } from './sources.js'

/**
 * Details of one event, or of what one speaker said, that cannot both be right: its day, a count, its place, for whom it
 * is, how bindingly and whether it was said.
 *
 * Facts are aligned between reports published within a day of each other; what changes later is a change. Values that a
 * bound, an approximation, a rounding or a wider name reconciles are no discrepancy. Neither the order of the reports nor
 * copies of them change what is found. O(pairs of reports that are near in time and give a detail of one thing).
 */
export function ofFacts(acts: readonly Act[], reports: readonly Report[], sources: Sources): Discrepancy[] {
  const ordered = [...reports].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const speakers = speakersOf(acts)
  const told = ordered.map(report => ({ report, clauses: clausesOf(report, place => speakers(report.id, place)) }))
  return [
    ...found(dates, told, sources),
    ...found(numbers, told, sources),
    ...found(places, told, sources),
    ...found(beneficiaries, told, sources),
    ...found(polarities, told, sources),
    ...found(modalities, told, sources),
  ]
}

interface Told {
  readonly report: Report
  readonly clauses: readonly Clause[]
}

/** The contradicting pairs of facts of one kind, those that share a fact as one discrepancy of two sides. */
function found<Value>(kind: FactKind<Value>, told: readonly Told[], sources: Sources): Discrepancy[] {
  const facts = told.map(({ report, clauses }) => ({
    report,
    own: clauses.flatMap(clause => kind.find(clause, report)),
  }))
  const candidates = candidatesAmong(facts)
  const same = new Map<Fact<Value>, Fact<Value>[]>()
  const clashes: (readonly [Fact<Value>, Fact<Value>])[] = []
  facts.forEach(({ report, own }, at) => {
    for (const next of candidates(at)) {
      const { report: other, own: theirs } = facts[next]!
      for (const { facts: pair } of aligned(kind, own, theirs)) {
        const [a, b] = pair
        if (kind.areApart(a.value, b.value, pair, [report, other])) {
          if (!isToldElsewhere(kind, a, theirs, other, report) && !isToldElsewhere(kind, b, own, report, other))
            clashes.push(pair)
        } else {
          same.set(a, [...(same.get(a) ?? []), b])
          same.set(b, [...(same.get(b) ?? []), a])
        }
      }
    }
  })
  const reported = new Set<Fact<Value>>()
  return clashes.flatMap(([a, b]) => {
    if (reported.has(a) || reported.has(b)) return []
    const sides = [a, b].map(fact => [fact, ...(same.get(fact) ?? [])])
    // Who else clashes with one side stands on the other, where it does not contradict it.
    for (const [c, d] of clashes) {
      if (sides[1]!.includes(d) === false && sides[0]!.includes(c)) sides[1]!.push(d)
      if (sides[0]!.includes(c) === false && sides[1]!.includes(d)) sides[0]!.push(c)
    }
    for (const fact of sides.flat()) reported.add(fact)
    return [discrepancyOf(kind, sides, sources)]
  })
}

/** The later reports that may be compared with one: those that give a detail of the same thing, near in time, in order. */
function candidatesAmong(facts: readonly { readonly report: Report; readonly own: readonly Fact[] }[]) {
  const keys = facts.map(({ own }) => new Set(own.map(({ key }) => key)))
  /** By key and day, the places of the reports that give a detail of it. */
  const byKey = new Map<string, Map<number | null, number[]>>()
  const days = facts.map(({ report }) => dayNumber(report))
  keys.forEach((own, at) => {
    for (const key of own) {
      const byDay = byKey.get(key) ?? new Map<number | null, number[]>()
      byKey.set(key, byDay)
      const places = byDay.get(days[at]!) ?? []
      byDay.set(days[at]!, places)
      places.push(at)
    }
  })
  return (at: number): number[] => {
    const near = nearDays(days[at]!)
    const found = new Set<number>()
    for (const key of keys[at]!) {
      const byDay = byKey.get(key)!
      for (const day of near ?? byDay.keys()) for (const other of byDay.get(day) ?? []) if (other > at) found.add(other)
    }
    return [...found].sort((a, b) => a - b)
  }
}

/** Whether a report gives the other's value of the same thing as well: then it tells of both, and contradicts nobody. */
function isToldElsewhere<Value>(
  kind: FactKind<Value>,
  fact: Fact<Value>,
  among: readonly Fact<Value>[],
  there: Report,
  here: Report,
): boolean {
  return among.some(
    other => other.key === fact.key && !kind.areApart(fact.value, other.value, [fact, other], [here, there]),
  )
}

function discrepancyOf<Value>(
  kind: FactKind<Value>,
  sides: readonly (readonly Fact<Value>[])[],
  sources: Sources,
): Discrepancy {
  const shown = sides.map((side): Side => {
    const evidence = side.map(({ report, clause }) => ({ report, start: clause.start, end: clause.end }))
    return {
      says: brief(sources.text(evidence[0]!.report).slice(evidence[0]!.start, evidence[0]!.end)),
      evidence,
      sources: sources.count(evidence),
    }
  })
  const [first, second] = sides.map(side => `“${brief(wordsOf(side[0]!, sources), 60)}”`)
  const lineages = new Set(sides.flat().map(({ report }) => sources.of(report)))
  const within = lineages.size === 1 ? 'lineage' : 'lineages'
  const places = sides.map(side => `${side[0]!.report}:${side[0]!.words.start}`)
  return {
    id: `${kind.kind}:${places.join(':')}`,
    kind: kind.kind,
    summary:
      within === 'lineage'
        ? `One rewrite has ${first} against ${second}.`
        : `${first} in one account, ${second} in another.`,
    within,
    sides: shown,
  }
}

function wordsOf({ report, words }: Fact, sources: Sources): string {
  return sources.text(report).slice(words.start, words.end)
}

/** Who speaks at a place, by surname in lower case: the statement that covers most of it. */
function speakersOf(acts: readonly Act[]): (report: string, place: Span) => string | null {
  const byReport = new Map<string, Act[]>()
  for (const act of acts) byReport.set(act.statement.report, [...(byReport.get(act.statement.report) ?? []), act])
  return (report, place) => {
    const covering = (byReport.get(report) ?? [])
      .map(({ statement }) => ({ statement, shared: overlap(statement, place) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || a.statement.start - b.statement.start)[0]
    if (!covering) return null
    const { speaker, principal } = covering.statement
    return (principal ?? speaker).name.split(' ').at(-1)?.toLowerCase() ?? null
  }
}
