import type {
  ApiAct,
  ApiIssue,
  ApiLineage,
  ApiOption,
  ApiParty,
  ApiRecord,
  ApiReport,
  ApiStatement,
} from '../../src/server/api.js'

/** The record with everything findable by its id. */
export interface Case {
  readonly record: ApiRecord
  readonly reports: ReadonlyMap<string, ApiReport>
  readonly statements: ReadonlyMap<string, ApiStatement>
  readonly acts: ReadonlyMap<string, readonly ApiAct[]>
  readonly lineages: ReadonlyMap<string, ApiLineage>
  readonly options: ReadonlyMap<string, ApiOption>
  readonly statementsOf: ReadonlyMap<string, readonly ApiStatement[]>
  party(id: string | null): ApiParty
  issue(id: string): ApiIssue
}

export function indexCase(record: ApiRecord): Case {
  const parties = byId(record.parties)
  const issues = byId(record.issues)
  const unknown: ApiParty = { id: '', name: 'Unknown party', role: 'unknown' }
  return {
    record,
    reports: byId(record.reports),
    // What was ruled to be no statement can still be looked at by its id.
    statements: byId([...record.statements, ...record.struck.statements]),
    acts: groupBy([...record.acts, ...record.struck.acts], act => act.statement),
    lineages: byId(record.lineages),
    options: byId(record.options),
    statementsOf: groupBy(record.statements, statement => statement.report),
    party: id => (id === null ? unknown : (parties.get(id) ?? { id, name: id, role: 'unknown' })),
    issue: id => issues.get(id) ?? { id, name: id, group: '' },
  }
}

function byId<T extends { id: string }>(values: readonly T[]): Map<string, T> {
  return new Map(values.map(value => [value.id, value]))
}

export function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group) group.push(value)
    else groups.set(key(value), [value])
  }
  return groups
}

/** How many reports and independent sources stand behind statements. */
export function support(case_: Case, statements: readonly string[]): { sources: number; reports: number } {
  const reports = new Set(statements.flatMap(id => case_.statements.get(id)?.report ?? []))
  const sources = new Set([...reports].map(id => case_.reports.get(id)?.lineage ?? id))
  return { sources: sources.size, reports: reports.size }
}

/** `2 src · 3 rep`, sources first. */
export function counts({ sources, reports }: { sources: number; reports: number }): string {
  return `${sources} src · ${reports} rep`
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `7 Mar 2025`, `Mar 2025`, `2025`, as far as the date is known; `undated` where it is not. */
export function showDate(date: string | null | undefined): string {
  if (!date) return 'undated'
  const [year = '', month, day] = date.slice(0, 10).split('-')
  const name = month ? monthNames[Number(month) - 1] : undefined
  if (!name) return year
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`
}

export function reportName(report: ApiReport | undefined): string {
  return report?.outlet ?? report?.place ?? 'unknown outlet'
}
