import { type Lineage, lineageMembers } from '../reports/lineage.js'
import { isArticle, type Refusal, type Report } from '../reports/report.js'
import { type Story, stories } from '../reports/story.js'
import type { OpenedCase } from './case-folder.js'

/** What was read of a case, before anything is made of what it says. */
export interface ReportList {
  readonly reports: readonly Report[]
  readonly refused: readonly Refusal[]
  readonly lineages: readonly Pick<Lineage, 'id' | 'members'>[]
  readonly stories: readonly Story[]
}

/** The reports of a case in the record's order, with the lineages and stories of those that are articles; the statements are not read for it. */
export function reportList({ reports: given, refused }: OpenedCase): ReportList {
  const reports = inOrderOfPlace(given)
  const articles = reports.filter(isArticle)
  const lineages = lineageMembers(articles)
  return {
    reports,
    refused,
    lineages,
    stories: stories(
      articles,
      lineages.map(lineage => ({ ...lineage, bonds: [], origin: null })),
    ),
  }
}

/** The order of the record, whatever order the reports were read in. */
export function inOrderOfPlace(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1))
}

/** Whether statements are read in it: it is an article, and in English or in no language that can be told. */
export function isAnalysed(report: Report): boolean {
  return whyNotAnalysed(report) === null
}

/** Why no statements are read in a report, and what its reader can do; null where they are read. */
export function whyNotAnalysed(report: Report): { readonly reason: string; readonly mend: string } | null {
  const { language, removed } = report
  if (!isArticle(report))
    return removed.some(({ reason }) => reason === 'no-article')
      ? {
          reason: 'no article: a page with a few words or a list of others',
          mend: 'If it is a report, save its words as a text file.',
        }
      : { reason: 'no article: there is no full sentence in it', mend: 'Leave it out, or add the text itself.' }
  if (language !== null && language !== 'en')
    return {
      reason: `it is in another language (${language}) than English`,
      mend: 'Parley reads statements in English only: add a translation.',
    }
  return null
}
