import type { PartyId } from '../actors/actor.js'
import { partyName } from '../actors/gazetteer.js'
import type { Independence } from '../reports/independence.js'
import type { Report, ReportId } from '../reports/report.js'
import type { Act, ActKind } from './act.js'
import type { PositionMovement, Step } from './position.js'
import { areOpposed, hardnessOf, isStance } from './stance.js'

/** One act on one thing, placed in time and in its lineage. */
export interface Moment {
  readonly act: Act
  /** What is done about this thing. */
  readonly kind: ActKind
  readonly party: PartyId
  readonly source: string
  readonly date: string | null
  /** The place of its report among the reports. */
  readonly order: number
  /** The thing is what the party waits for. */
  readonly awaited: boolean
}

/** Where acts on one thing lead to: the step that stands, and all steps. */
export interface Standing {
  readonly latest: Step
  readonly history: readonly Step[]
  readonly reports: number
  /** The step of another voice at odds with `latest`. */
  readonly contestedBy: Step | undefined
}

/** Places an act in time: by the first dated report of its lineage, which a later rewrite does not move. */
export function momentMaker(reports: readonly Report[], standing: Independence) {
  const dates = firstDates(reports, standing.lineageOf)
  const order = new Map(reports.map((report, i) => [report.id, i]))
  return (act: Act, kind: ActKind | null, awaited = false): Moment | undefined => {
    const { party, statement } = act
    if (party === null || kind === null || statement.layer === 'event') return undefined
    const source = standing.lineageOf(statement.report)
    const date = act.mode === 'historical' ? null : (dates.get(source) ?? null)
    return { act, kind, party, source, date, order: order.get(statement.report) ?? 0, awaited }
  }
}

/** What acts of one party on one thing come to; undefined where there are none. */
export function standingOf(moments: readonly Moment[], standing: Independence): Standing | undefined {
  const history = stepsOf(moments, standing)
  const latest = latestOf(history)
  if (!latest) return undefined
  const carrying = new Set(latest.statements)
  const carried = moments.filter(moment => carrying.has(moment.act.statement.id))
  return {
    latest,
    history,
    reports: new Set(carried.map(moment => moment.act.statement.report)).size,
    contestedBy: contestedBy(latest, history, moments),
  }
}

/** When each lineage first told its story: the day of its earliest dated report. */
function firstDates(reports: readonly Report[], lineageOf: (report: ReportId) => string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, date } of reports) {
    if (!date) continue
    const source = lineageOf(id)
    const day = date.value.slice(0, 10)
    const earlier = found.get(source)
    if (earlier === undefined || day < earlier) found.set(source, day)
  }
  return found
}

/** The history: acts of one kind on one day are one step, however many reports tell it. Undated ones first. */
function stepsOf(moments: readonly Moment[], standing: Independence): Step[] {
  const sorted = [...moments].sort(
    (a, b) => compare(a.date ?? '', b.date ?? '') || a.order - b.order || a.act.statement.start - b.act.statement.start,
  )
  const grouped = new Map<string, Moment[]>()
  for (const moment of sorted) {
    const key = `${moment.date}\0${moment.kind}`
    grouped.set(key, [...(grouped.get(key) ?? []), moment])
  }
  return [...grouped.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const { sources, shared } = standing.support(group.map(({ act }) => act.statement))
    return [
      {
        act: first.kind,
        date: first.date,
        lineages: [...new Set(group.map(({ source }) => source))].sort(compare),
        sources,
        restsOn: shared.map(({ reason }) => reason),
        statements: group.map(({ act }) => act.statement.id),
        conditional: group.some(({ act, awaited }) => act.condition !== null && !awaited),
        redLine: group.some(({ act }) => act.redLine),
      },
    ]
  })
}

/** The step that stands for the position: of the latest day, the best attested, then the firmest. */
export function latestOf(steps: readonly Step[]): Step | undefined {
  const stances = steps.filter(step => isStance(step.act))
  const candidates = stances.length > 0 ? stances : steps
  const day = candidates.reduce((latest, { date }) => (date !== null && date > latest ? date : latest), '')
  return candidates
    .filter(step => (step.date ?? '') === day)
    .sort((a, b) => b.sources - a.sources || hardnessOf(b) - hardnessOf(a) || compare(a.act, b.act))[0]
}

/** What another voice of the party on the same day says that cannot be its line too; of that step only its own statements. */
function contestedBy(latest: Step, steps: readonly Step[], moments: readonly Moment[]): Step | undefined {
  const voices = new Map(moments.map(({ act }) => [act.statement.id, voicesOf(act)]))
  const own = new Set(latest.statements.flatMap(id => voices.get(id) ?? []))
  for (const step of steps) {
    if (step.date !== latest.date || !areOpposed(step.act, latest.act)) continue
    const others = step.statements.filter(id => {
      const theirs = voices.get(id) ?? []
      return theirs.length > 0 && !theirs.some(voice => own.has(voice))
    })
    if (others.length > 0) return { ...step, statements: others }
  }
  return undefined
}

/** Who speaks and for whom; one person is one voice, named in full or by surname alone. The party's own name is nobody's voice. */
function voicesOf({ party, statement: { speaker, principal } }: Act): string[] {
  const own = party === null ? [] : [party.toLowerCase(), partyName(party).toLowerCase()]
  return [speaker, ...(principal ? [principal] : [])]
    .filter(({ name }) => !own.includes(name.toLowerCase()))
    .map(({ name }) => name.split(' ').at(-1)?.toLowerCase() ?? name)
}

/** The stance that `latest` is measured against: the one before its day; undefined where there is none. */
export function stanceBefore(latest: Step, steps: readonly Step[]): Step | undefined {
  const { date } = latest
  // Without a date there is no before and after.
  if (date === null) return undefined
  return latestOf(steps.filter(step => step.date !== null && step.date < date && isStance(step.act)))
}

/** How a position moved from one step to another. */
export function movementBetween(before: Step | undefined, latest: Step): PositionMovement {
  if (!before) return 'new'
  const change = hardnessOf(latest) - hardnessOf(before)
  if (change > 0) return 'hardened'
  if (change < 0) return 'softened'
  return before.act === latest.act ? 'reaffirmed' : 'changed'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
