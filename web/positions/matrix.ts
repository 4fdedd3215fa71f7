import type { ApiOption, ApiOptionPosition, ApiPosition } from '../../src/server/api.js'
import type { Case } from '../state/case.js'
import { leaning } from '../words.js'

export type RowOrder = 'contention' | 'activity' | 'taxonomy'

export interface Row {
  readonly issue: string
  /** By party. */
  readonly cells: ReadonlyMap<string, ApiPosition>
}

/** A row for each issue on which anything was said, in the order asked for; equal ones keep the order of the taxonomy. */
export function matrixRows(case_: Case, positions: readonly ApiPosition[], order: RowOrder): Row[] {
  const byIssue = new Map<string, Map<string, ApiPosition>>(case_.record.issues.map(({ id }) => [id, new Map()]))
  for (const position of positions) {
    const cells = byIssue.get(position.issue) ?? new Map<string, ApiPosition>()
    cells.set(position.party, position)
    byIssue.set(position.issue, cells)
  }
  const rows = [...byIssue].map(([issue, cells]) => ({ issue, cells })).filter(row => row.cells.size > 0)
  if (order === 'taxonomy') return rows
  const measure = order === 'contention' ? contention : activity
  return rows.sort((a, b) => measure(b) - measure(a))
}

/** One option of an issue with who takes a stand on it, by party. */
export interface OptionRow {
  readonly option: ApiOption
  readonly cells: ReadonlyMap<string, ApiOptionPosition>
}

/** The options of an issue on which a party takes a stand, in the order of the record; a mere comment is none. */
export function optionRows(case_: Case, issue: string, positions: readonly ApiPosition[]): OptionRow[] {
  const own = positions.filter(position => position.issue === issue)
  return case_.record.options
    .filter(option => option.issue === issue && option.kind !== 'unspecified')
    .map(option => ({
      option,
      cells: new Map(
        own.flatMap(({ party, options }) =>
          options.flatMap(cell =>
            cell.option === option.id && cell.movements.length > 0 ? [[party, cell] as const] : [],
          ),
        ),
      ),
    }))
    .filter(({ cells }) => cells.size > 0)
}

/** How far apart the parties are: the widest distance between two acts, red lines and voices at odds included. */
function contention({ cells }: Row): number {
  const leanings = [...cells.values()].flatMap(({ latest, redLine, contested }) => [
    leaning[latest] + (redLine ? 0.5 : 0),
    ...(contested ? [leaning[contested]] : []),
  ])
  return Math.max(...leanings) - Math.min(...leanings) + leanings.length / 100
}

function activity({ cells }: Row): number {
  return [...cells.values()].reduce((sum, position) => sum + saidIn(position), 0)
}

function saidIn({ history }: ApiPosition): number {
  return history.reduce((sum, { statements }) => sum + statements.length, 0)
}

/** Parties that hold any position, sides first, then by how much they said. */
export function matrixParties(case_: Case): string[] {
  const said = new Map<string, number>()
  for (const position of case_.record.positions) {
    said.set(position.party, (said.get(position.party) ?? 0) + saidIn(position))
  }
  const roles = ['party', 'mediator', 'guarantor', 'outside', 'unknown']
  return [...said.keys()].sort(
    (a, b) =>
      roles.indexOf(case_.party(a).role) - roles.indexOf(case_.party(b).role) ||
      (said.get(b) ?? 0) - (said.get(a) ?? 0),
  )
}

/** Whether a cell shows a movement: always against another act, and what is new only where a day was chosen to compare with. */
export function hasMoved({ movement }: ApiPosition, isCompared: boolean): boolean {
  return movement !== 'reaffirmed' && (isCompared || movement !== 'new')
}

/** Statements a day, for every day from the first to the last; months and years count on their first day. */
export function density(case_: Case): { readonly day: string; readonly count: number }[] {
  const byDay = new Map<string, number>()
  for (const { report } of case_.record.statements) {
    const date = case_.reports.get(report)?.date?.value
    if (!date) continue
    const day = date.length >= 10 ? date.slice(0, 10) : `${date}-01-01`.slice(0, 10)
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
