import type { Drift, DriftKind, Lineage } from '../../reports/lineage.js'
import type { Report } from '../../reports/report.js'
import type { Discrepancy, Side } from '../discrepancy.js'
import { brief } from './sources.js'

/** Which drift makes two reports disagree; added sentences and dropped details are shown with the lineage, not here. */
const kinds: Partial<Record<DriftKind, Discrepancy['kind']>> = {
  date: 'date',
  number: 'number',
  name: 'name',
  title: 'title',
  polarity: 'polarity',
  modality: 'modality',
}

/**
 * Where the rewrites of one story disagree: a changed date, number, name, title, side or duty; and a date or number that
 * one member alone asserts, which is uncorroborated, not wrong.
 */
export function ofDrift(
  drift: readonly Drift[],
  reports: readonly Report[],
  lineages: readonly Lineage[],
): Discrepancy[] {
  const texts = new Map(reports.map(report => [report.id, report.text]))
  const size = new Map(lineages.flatMap(({ members }) => members.map(id => [id, members.length] as const)))
  return drift.flatMap(({ report, kind, what, here, there, words }): Discrepancy[] => {
    const named = kinds[what]
    if (!named || !here) return []
    const spelled = (span: { report: string; start: number; end: number }) =>
      brief((texts.get(span.report) ?? '').slice(span.start, span.end))
    const own: Side = { says: spelled({ report, ...here }), evidence: [{ report, ...here }], sources: 1 }
    const id = `${what}:${report}:${here.start}-${here.end}`
    if (kind === 'changed' && there.length > 0) {
      const other: Side = {
        says: [...new Set(there.map(spelled))].join(' / '),
        evidence: [...there],
        sources: 1,
      }
      return [{ id, kind: named, summary: `One rewrite has ${words}.`, within: 'lineage', sides: [own, other] }]
    }
    if (kind !== 'added' || (what !== 'date' && what !== 'number')) return []
    const others = (size.get(report) ?? 1) - 1
    // Of two, either may have left it out; and a weekday is told from the day of publication.
    if (others < 2 || /^\p{Lu}\p{L}+day$/u.test(own.says)) return []
    const silent: Side = {
      says: `None of the ${others} other reports of this text has it.`,
      evidence: [...there],
      sources: 0,
    }
    const summary = `One rewrite alone ${words}.`
    return [{ id, kind: 'uncorroborated', summary, within: 'lineage', sides: [own, silent] }]
  })
}
