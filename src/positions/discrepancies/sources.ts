import { independence, type Place } from '../../reports/independence.js'
import type { Lineage } from '../../reports/lineage.js'
import type { Report, ReportId } from '../../reports/report.js'
import type { Act } from '../act.js'
import type { Side } from '../discrepancy.js'

/** What the discrepancies need to know of where a report comes from. */
export interface Sources {
  /** The lineage of a report; a report of none is its own. */
  of(report: ReportId): string
  /** How many independent sources stand behind these places. */
  count(places: readonly Place[]): number
  /** The day a report is dated, or null. */
  day(report: ReportId): string | null
  text(report: ReportId): string
}

export function sourcesOf(reports: readonly Report[], lineages: readonly Lineage[]): Sources {
  const { lineageOf, support } = independence(reports, lineages)
  const byId = new Map(reports.map(report => [report.id, report]))
  return {
    of: lineageOf,
    count: places => support(places).sources,
    day: report => {
      const date = byId.get(report)?.date
      return date && (date.precision === 'day' || date.precision === 'minute') ? date.value.slice(0, 10) : null
    },
    text: report => byId.get(report)?.text ?? '',
  }
}

/** The side that these acts stand on, in their reports' own words. */
export function sideOf(acts: readonly Act[], says: string, sources: Sources): Side {
  return {
    says,
    evidence: acts.map(({ statement: { report, start, end } }) => ({ report, start, end })),
    sources: sources.count(acts.map(({ statement }) => statement)),
  }
}

/** At most `length` characters of a text on one line. */
export function brief(text: string, length = 120): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s+\S*$/, '')} …`
}
