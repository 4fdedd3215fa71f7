import type { ApiAct, ApiStatement } from '../../src/server/api.js'
import { type Case, reportName } from '../state/case.js'

/** One line of the statements table: a statement and its first act. */
export interface StatementRow {
  readonly statement: ApiStatement
  readonly act: ApiAct | undefined
  readonly date: string
  /** Independent sources that carry what was said; one where it is in no position. */
  readonly sources: number
  /** By facet: the values under which the row is found. */
  readonly facets: Readonly<Record<FacetName, readonly string[]>>
}

export const facetNames = ['party', 'act', 'issue', 'outlet', 'form', 'mark', 'ruled'] as const
export type FacetName = (typeof facetNames)[number]

/** What cannot be told stands under this value. */
export const unknown = '?'

/** Of the facet `ruled`: rows that a person ruled to be no statement; they show where they are asked for. */
export const struck = 'struck'

export function statementRows(case_: Case): StatementRow[] {
  const sources = new Map(
    case_.record.positions.flatMap(({ history }) =>
      history.flatMap(step => step.statements.map(id => [id, step.lineages.length] as const)),
    ),
  )
  return [...case_.record.statements, ...case_.record.struck.statements].map(statement => {
    const act = case_.acts.get(statement.id)?.[0]
    const report = case_.reports.get(statement.report)
    return {
      statement,
      act,
      date: report?.date?.value ?? '',
      sources: sources.get(statement.id) ?? 1,
      facets: {
        party: [act?.party ?? statement.speaker.party ?? unknown],
        act: [act?.act ?? unknown],
        issue: act?.issues.length ? act.issues : [unknown],
        outlet: [reportName(report)],
        form: [statement.form],
        ruled: [!act?.ruling ? 'unruled' : act.ruling.notAStatement ? struck : 'ruled'],
        mark: [
          ...(act?.redLine ? ['red'] : []),
          ...(act?.condition ? ['if'] : []),
          ...(statement.hearsay ? ['hearsay'] : []),
          ...(statement.layer === 'statement' ? [] : [statement.layer]),
        ],
      },
    }
  })
}

export type Choice = Readonly<Partial<Record<FacetName, ReadonlySet<string>>>>

export interface Selection {
  readonly rows: StatementRow[]
  /** By facet and value: how many rows would show if this value alone were chosen in its facet. */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
}

/** The rows that meet every facet's choice and hold `words` (lower case, in what was said or who said it). */
export function select(rows: readonly StatementRow[], choice: Choice, words: string): Selection {
  const counts = Object.fromEntries(facetNames.map(name => [name, new Map<string, number>()])) as Record<
    FacetName,
    Map<string, number>
  >
  const found: StatementRow[] = []
  const asked = facetNames.filter(name => choice[name]?.size)
  for (const row of rows) {
    if (words !== '' && !textOf(row).includes(words)) continue
    const missed = asked.filter(name => !row.facets[name].some(value => choice[name]?.has(value)))
    if (row.facets.ruled[0] === struck && !choice.ruled?.size) missed.push('ruled')
    if (missed.length === 0) found.push(row)
    // A facet's own choice does not lower the counts of its other values.
    for (const name of facetNames) {
      if (missed.some(other => other !== name)) continue
      for (const value of row.facets[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1)
    }
  }
  return { rows: found, counts }
}

function textOf({ statement }: StatementRow): string {
  return `${statement.speaker.name} ${statement.quote.text}`.toLowerCase()
}

export type Order = 'date' | 'party' | 'act' | 'sources' | 'confidence'

/** Rows in order; equal ones keep the order of the record, undated ones stand last. */
export function ordered(case_: Case, rows: readonly StatementRow[], order: Order, descending: boolean): StatementRow[] {
  const value: Record<Order, (row: StatementRow) => string | number> = {
    date: row => row.date,
    party: row => case_.party(row.facets.party[0] === unknown ? null : (row.facets.party[0] ?? null)).name,
    act: row => row.act?.act ?? '',
    sources: row => row.sources,
    confidence: row => row.statement.confidence,
  }
  const key = value[order]
  const sign = descending ? -1 : 1
  const known = rows.filter(row => key(row) !== '')
  const rest = rows.filter(row => key(row) === '')
  return [...known.sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0)), ...rest]
}

/** What was said, without the speaker: its content, the pieces joined. */
export function saidWords({ quote, content }: ApiStatement): string {
  return content
    .map(({ start, end }) => quote.text.slice(Math.max(0, start - quote.start), end - quote.start))
    .join(' … ')
}
