import { createHash } from 'node:crypto'
import { partyName } from '../actors/gazetteer.js'
import { codePoints } from '../language/code-points.js'
import { isWithin, type Span, slice } from '../language/span.js'
import type { Act, ActKind } from '../positions/act.js'
import type { CaseRecord } from '../record/record.js'
import type { Report, ReportId } from '../reports/report.js'
import { type CodedActor, codedParty, codedSpeaker } from './coded-actor.js'
import { type DateRange, rangeOf } from './date-range.js'

/** One act as event data count it: who did what to whom, when, and where it is written. */
export interface CodedEvent {
  /** Of its statement. */
  readonly id: string
  readonly kind: ActKind
  readonly act: Act
  readonly report: Report
  readonly lineage: string
  /** The same for one act in all reports of one lineage: events are counted by it, not by record. */
  readonly link: string
  /** Null: who did it cannot be told. */
  readonly source: CodedActor | null
  /** Who told of it, where that is not the source itself. */
  readonly toldBy: string | null
  readonly target: CodedActor | null
  /** The day its lineage first told of it; null: no report of it is dated, or the report puts it in the past. */
  readonly date: DateRange | null
  /** Independent sources of the party's act on its issues that day, the most of any issue; null: it bears on none. */
  readonly sources: number | null
  /** The statement's words. */
  readonly text: string
  /** Their place in the stored text, in Unicode code points. */
  readonly place: Span
}

export interface Events {
  /** In the order of the record. */
  readonly events: readonly CodedEvent[]
  /** Statements whose act is not plain: nothing is made of them. */
  readonly abstained: number
  /** Acts that a report tells twice over: by whom they are, and again by who says so. */
  readonly repeated: number
}

/**
 * The acts of a record as events.
 *
 * A statement without an act is no event. Of two acts of one party, of one kind and in the same words, one stands: event
 * data that count both count a sentence twice. O(acts, times the acts of one report).
 */
export function events(record: CaseRecord): Events {
  const reports = new Map(record.reports.map(report => [report.id, report]))
  const lineages = new Map(record.lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  const firstTold = firstDates(record, lineages)
  const sources = sourcesByStatement(record)
  const points = new Map<ReportId, Uint32Array>()
  const plain = record.acts.filter(({ act }) => act !== null)
  const once = withoutRepeats(plain)
  return {
    abstained: record.acts.length - plain.length,
    repeated: plain.length - once.length,
    events: once.flatMap(act => {
      const report = reports.get(act.statement.report)
      if (!report || act.act === null) return []
      const lineage = lineages.get(report.id) ?? report.id
      const counts = points.get(report.id) ?? codePoints(report.text)
      points.set(report.id, counts)
      const { statement } = act
      return {
        id: statement.id,
        kind: act.act,
        act,
        report,
        lineage,
        link: linkOf(lineage, act),
        ...actors(act, record),
        date: act.mode === 'historical' ? null : (firstTold.get(lineage) ?? null),
        sources: sources.get(statement.id) ?? null,
        text: slice(report.text, statement),
        place: { start: counts[statement.start] ?? 0, end: counts[statement.end] ?? 0 },
      }
    }),
  }
}

function actors({ statement, party, target }: Act, { parties }: CaseRecord) {
  const nameOf = (id: string) => parties.find(known => known.id === id)?.name ?? partyName(id)
  const { speaker, principal } = statement
  return {
    source: codedSpeaker(principal ?? speaker, party, party === null ? null : nameOf(party)),
    toldBy: principal === null ? null : speaker.name,
    target: target === null ? null : codedParty(target, nameOf(target)),
  }
}

/** A rewrite's later date does not make an act later: the earliest dated report of the lineage tells when it was. */
function firstDates(record: CaseRecord, lineages: ReadonlyMap<ReportId, string>): Map<string, DateRange> {
  const found = new Map<string, DateRange>()
  for (const { id, date } of record.reports) {
    if (date === null) continue
    const range = rangeOf(date)
    const lineage = lineages.get(id) ?? id
    const earlier = found.get(lineage)
    if (!earlier || range.from < earlier.from) found.set(lineage, range)
  }
  return found
}

function sourcesByStatement({ positions }: CaseRecord): Map<string, number> {
  const found = new Map<string, number>()
  for (const step of positions.flatMap(({ history }) => history))
    for (const id of step.statements) found.set(id, Math.max(step.sources, found.get(id) ?? 0))
  return found
}

/** Twelve hexadecimal digits of what makes an act in one lineage the same in another report of it. */
function linkOf(lineage: string, { act, party, target, issues }: Act): string {
  const key = JSON.stringify([lineage, party, act, target, [...issues].sort()])
  return createHash('sha256').update(key).digest('hex').slice(0, 12)
}

/** Of acts of one party and kind whose words contain one another, the one that a named voice says, else the longer. */
function withoutRepeats(acts: readonly Act[]): Act[] {
  const alike = new Map<string, Act[]>()
  for (const act of acts) {
    const key = JSON.stringify([act.statement.report, act.party, act.act])
    alike.set(key, [...(alike.get(key) ?? []), act])
  }
  const dropped = new Set<Act>()
  for (const group of alike.values()) {
    const ranked = [...group].sort((a, b) => rank(a) - rank(b) || lengthOf(b) - lengthOf(a))
    const kept: Act[] = []
    for (const act of ranked) {
      if (act.party !== null && kept.some(other => isInside(act, other) || isInside(other, act))) dropped.add(act)
      else kept.push(act)
    }
  }
  return acts.filter(act => !dropped.has(act))
}

const layers = ['statement', 'event', 'attitude', 'headline'] as const
const rank = ({ statement }: Act) => layers.indexOf(statement.layer)
const lengthOf = ({ statement }: Act) => statement.end - statement.start
const isInside = (inner: Act, outer: Act) => isWithin(inner.statement, outer.statement)
