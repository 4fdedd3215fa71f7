import type { ApiActKind, ApiPosition, ApiStep } from '../../src/server/api.js'
import { type Case, support } from '../state/case.js'
import { leaning } from '../words.js'

/** What a party wants on an issue, as known on a day. */
export interface Cell {
  readonly position: ApiPosition
  readonly act: ApiActKind
  readonly conditional: boolean
  readonly redLine: boolean
  readonly sources: number
  readonly reports: number
  /** The act of a second voice of the party that is at odds with the first. */
  readonly contested: ApiActKind | null
  /** How it moved, and from which act where that is known; null where it did not. */
  readonly moved: { readonly how: 'new' | 'hardened' | 'softened' | 'changed'; readonly from: ApiActKind | null } | null
}

export interface AsOf {
  /** Day up to which acts count; null: all. Acts without a date always count. */
  readonly at: string | null
  /** Day to compare with; null: with the act before. */
  readonly since: string | null
}

/** The cell of `position`, or null where nothing was said by then. */
export function cellAsOf(case_: Case, position: ApiPosition, { at, since }: AsOf): Cell | null {
  const steps = stepsUntil(position.history, at)
  const last = steps.at(-1)
  if (!last) return null
  const whole = steps.length === position.history.length
  return {
    position,
    act: whole ? position.latest : last.act,
    conditional: whole ? position.conditional : last.conditional,
    redLine: whole ? position.redLine : last.redLine,
    ...(whole ? { sources: position.sources, reports: position.reports } : support(case_, last.statements)),
    contested: whole ? position.contested : null,
    moved: since === null ? (whole ? movedInAll(position) : moved(steps.at(-2), last)) : movedSince(steps, last, since),
  }
}

function stepsUntil(steps: readonly ApiStep[], day: string | null): readonly ApiStep[] {
  return day === null ? steps : steps.filter(({ date }) => date === null || date.slice(0, 10) <= day)
}

function movedInAll({ movement, history }: ApiPosition): Cell['moved'] {
  if (movement === 'reaffirmed' || movement === 'new') return null
  return { how: movement, from: history.at(-2)?.act ?? null }
}

function movedSince(steps: readonly ApiStep[], last: ApiStep, since: string): Cell['moved'] {
  const before = steps.filter(({ date }) => date !== null && date.slice(0, 10) <= since).at(-1)
  if (before) return before === last ? null : moved(before, last)
  return last.date === null ? null : { how: 'new', from: null }
}

function moved(before: ApiStep | undefined, now: ApiStep): Cell['moved'] {
  if (!before) return null
  const difference = hardness(now) - hardness(before)
  if (difference === 0) return before.act === now.act ? null : { how: 'changed', from: before.act }
  return { how: difference > 0 ? 'hardened' : 'softened', from: before.act }
}

function hardness({ act, redLine, conditional }: ApiStep): number {
  return 2 * leaning[act] + (redLine ? 1 : 0) + (conditional ? 0.5 : 0)
}

export type RowOrder = 'contention' | 'activity' | 'taxonomy'

export interface Row {
  readonly issue: string
  /** By party. */
  readonly cells: ReadonlyMap<string, Cell>
}

/** A row for each issue on which anything was said, in the order asked for; equal ones keep the order of the taxonomy. */
export function matrixRows(case_: Case, asOf: AsOf, order: RowOrder): Row[] {
  const byIssue = new Map<string, Map<string, Cell>>(case_.record.issues.map(({ id }) => [id, new Map()]))
  for (const position of case_.record.positions) {
    const cell = cellAsOf(case_, position, asOf)
    if (!cell) continue
    const cells = byIssue.get(position.issue) ?? new Map<string, Cell>()
    cells.set(position.party, cell)
    byIssue.set(position.issue, cells)
  }
  const rows = [...byIssue].map(([issue, cells]) => ({ issue, cells })).filter(row => row.cells.size > 0)
  if (order === 'taxonomy') return rows
  const measure = order === 'contention' ? contention : activity
  return rows.sort((a, b) => measure(b) - measure(a))
}

/** How far apart the parties are: the widest distance between two acts, red lines and voices at odds included. */
function contention({ cells }: Row): number {
  const leanings = [...cells.values()].flatMap(cell => [
    leaning[cell.act] + (cell.redLine ? 0.5 : 0),
    ...(cell.contested ? [leaning[cell.contested]] : []),
  ])
  return Math.max(...leanings) - Math.min(...leanings) + leanings.length / 100
}

function activity({ cells }: Row): number {
  return [...cells.values()].reduce(
    (sum, { position }) => sum + position.history.reduce((all, step) => all + step.statements.length, 0),
    0,
  )
}

/** Parties that hold any position, sides first, then by how much they said. */
export function matrixParties(case_: Case): string[] {
  const said = new Map<string, number>()
  for (const { party, history } of case_.record.positions) {
    said.set(party, (said.get(party) ?? 0) + history.reduce((sum, step) => sum + step.statements.length, 0))
  }
  const roles = ['party', 'mediator', 'guarantor', 'outside', 'unknown']
  return [...said.keys()].sort(
    (a, b) =>
      roles.indexOf(case_.party(a).role) - roles.indexOf(case_.party(b).role) ||
      (said.get(b) ?? 0) - (said.get(a) ?? 0),
  )
}

/** Statements a day, for every day from the first to the last; months and years count on their first day. */
export function density(case_: Case): { readonly day: string; readonly count: number }[] {
  const byDay = new Map<string, number>()
  for (const { report } of case_.record.statements) {
    const date = case_.reports.get(report)?.date?.value
    if (!date) continue
    const day = `${date.slice(0, 10)}-01-01`.slice(0, 10)
    byDay.set(day, (byDay.get(day) ?? 0) + 1)
  }
  const days = [...byDay.keys()].sort()
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last) return []
  const found: { day: string; count: number }[] = []
  const oneDay = 86_400_000
  for (let at = Date.parse(first); at <= Date.parse(last) && found.length < 4000; at += oneDay) {
    const day = new Date(at).toISOString().slice(0, 10)
    found.push({ day, count: byDay.get(day) ?? 0 })
  }
  return found
}
