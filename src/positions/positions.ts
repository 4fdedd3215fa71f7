import type { PartyId } from '../actors/actor.js'
import { type Independence, independence } from '../reports/independence.js'
import type { Lineage } from '../reports/lineage.js'
import type { Report, ReportId } from '../reports/report.js'
import type { Act, ActKind, IssueId } from './act.js'
import type { Position, Step } from './position.js'
import { areOpposed, hardnessOf, isStance } from './stance.js'

/**
 * Where each party stands on each issue: its latest act with all that came before, sorted by party, then issue.
 *
 * Sources are lineages, never reports: a rewrite adds none, and its later date does not make the act later; nor does a
 * lineage add one that credits the outlet of another. Undated acts
 * come first in the history and are the latest only where none is dated; among acts of one day, or of no known day, the
 * one with the most sources stands for the position, then the firmest. Reported contacts are no positions, and a comment
 * never displaces a stance. O(acts log acts).
 */
export function positions(acts: readonly Act[], reports: readonly Report[], lineages: readonly Lineage[]): Position[] {
  const standing = independence(reports, lineages)
  const dates = firstDates(reports, standing.lineageOf)
  const order = new Map(reports.map((report, i) => [report.id, i]))
  const byCell = new Map<string, Moment[]>()
  for (const act of acts) {
    const { party, act: kind, statement } = act
    if (party === null || kind === null || statement.layer === 'event') continue
    const source = standing.lineageOf(statement.report)
    const date = act.mode === 'historical' ? null : (dates.get(source) ?? null)
    for (const issue of act.issues) {
      const key = `${party}\0${issue}`
      const moment = { act, kind, party, issue, source, date, order: order.get(statement.report) ?? 0 }
      byCell.set(key, [...(byCell.get(key) ?? []), moment])
    }
  }
  return [...byCell].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, moments]) => positionOf(moments, standing) ?? [])
}

/** One act on one issue, placed in time and in its lineage. */
interface Moment {
  readonly act: Act
  readonly kind: ActKind
  readonly party: PartyId
  readonly issue: IssueId
  readonly source: string
  readonly date: string | null
  readonly order: number
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

function positionOf(moments: readonly Moment[], standing: Independence): Position | undefined {
  const steps = stepsOf(moments, standing)
  const latest = latestOf(steps)
  const first = moments[0]
  if (!latest || !first) return undefined
  const carried = moments.filter(moment => latest.statements.includes(moment.act.statement.id))
  return {
    party: first.party,
    issue: first.issue,
    latest: latest.act,
    conditional: latest.conditional,
    redLine: latest.redLine,
    sources: latest.sources,
    restsOn: latest.restsOn,
    reports: new Set(carried.map(moment => moment.act.statement.report)).size,
    contested: contestedBy(latest, steps, moments),
    movement: movementBetween(stanceBefore(latest, steps), latest),
    history: steps,
  }
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
        conditional: group.some(({ act }) => act.condition !== null),
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

/** The act of another voice of the party on the same day that cannot be its line too. */
function contestedBy(latest: Step, steps: readonly Step[], moments: readonly Moment[]): ActKind | null {
  const voices = (step: Step) =>
    new Set(
      moments
        .filter(({ act }) => step.statements.includes(act.statement.id))
        .map(({ act }) => (act.statement.principal ?? act.statement.speaker).name),
    )
  const own = voices(latest)
  const other = steps.find(
    step =>
      step.date === latest.date &&
      areOpposed(step.act, latest.act) &&
      [...voices(step)].some(name => !own.has(name) && [...own].some(mine => mine !== name)),
  )
  return other?.act ?? null
}

/** The stance that `latest` is measured against: the one before its day; undefined where there is none. */
export function stanceBefore(latest: Step, steps: readonly Step[]): Step | undefined {
  const { date } = latest
  // Without a date there is no before and after.
  if (date === null) return undefined
  return latestOf(steps.filter(step => step.date !== null && step.date < date && isStance(step.act)))
}

/** How a position moved from one step to another. */
export function movementBetween(before: Step | undefined, latest: Step): Position['movement'] {
  if (!before) return 'new'
  const change = hardnessOf(latest) - hardnessOf(before)
  if (change > 0) return 'hardened'
  if (change < 0) return 'softened'
  return before.act === latest.act ? 'reaffirmed' : 'changed'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
