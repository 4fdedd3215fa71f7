import { type Lineage, lineageMembers } from '../reports/lineage.js'
import type { Refusal, Report } from '../reports/report.js'
import { type Story, stories } from '../reports/story.js'
import type { OpenedCase } from './case-folder.js'

/** What was read of a case, before anything is made of what it says. */
export interface ReportList {
  readonly reports: readonly Report[]
  readonly refused: readonly Refusal[]
  readonly lineages: readonly Pick<Lineage, 'id' | 'members'>[]
  readonly stories: readonly Story[]
}

/** The reports of a case in the record's order, with their lineages and stories; the statements are not read for it. */
export function reportList({ reports: given, refused }: OpenedCase): ReportList {
  const reports = inOrderOfPlace(given)
  const lineages = lineageMembers(reports)
  return {
    reports,
    refused,
    lineages,
    stories: stories(
      reports,
      lineages.map(lineage => ({ ...lineage, bonds: [], origin: null })),
    ),
  }
}

/** The order of the record, whatever order the reports were read in. */
export function inOrderOfPlace(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1))
}

/** Whether statements are read in it: it is an article, and in English or in no language that can be told. */
export function isAnalysed({ body, language }: Report): boolean {
  return body.length > 0 && (language === null || language === 'en')
}
