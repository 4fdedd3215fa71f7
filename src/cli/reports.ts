import { type Span, slice } from '../language/span.js'
import { isAnalysed, type ReportList, reportList, whyNotAnalysed } from '../record/report-list.js'
import { isArticle, type KnownDate, type Refusal, type RemovedReason, type Report } from '../reports/report.js'
import type { Field } from '../reports/sources/fields.js'
import { type Effects, exit } from './effects.js'
import { deliver } from './output.js'
import { openedCase } from './read-record.js'
import { reportsText } from './reports-text.js'

export interface ReportsOptions {
  readonly json?: boolean
  /** Say what was put aside of each text, and why. */
  readonly explain?: boolean
  readonly output?: string
  readonly field?: Partial<Record<Field, string>>
}

/** One report as it is listed. */
export interface ListedReport {
  readonly id: Report['id']
  readonly place: string
  readonly outlet: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly date: KnownDate | null
  readonly language: string | null
  /** Of the raw bytes. */
  readonly sha256: string
  /** False for a page of links, a login form, a text without a sentence. */
  readonly isArticle: boolean
  /** Whether statements are read in it: an article in English. */
  readonly isAnalysed: boolean
  /** Why not, in words; null where they are read. */
  readonly notAnalysed: string | null
  /** Null where the report is no article, and so no source. */
  readonly lineage: string | null
  readonly story: string | null
  readonly words: { readonly kept: number; readonly removed: number }
  /** With `explain`: what was put aside, in order, with UTF-16 offsets into the stored text. */
  readonly removed?: readonly (Span & { readonly reason: RemovedReason; readonly words: string })[]
}

/** What `parley reports --json` prints. */
export interface ListedReports {
  readonly reports: readonly ListedReport[]
  readonly lineages: readonly { readonly id: string; readonly members: readonly Report['id'][] }[]
  readonly stories: ReportList['stories']
  readonly refused: readonly Refusal[]
}

/** `parley reports PLACES`: exit 0, or 3 when an input was refused (it is listed with the reason). */
export async function runReports(
  places: readonly string[],
  options: ReportsOptions,
  effects: Effects,
): Promise<number> {
  const listed = listing(reportList(await openedCase(places, effects, { fields: options.field })), options)
  const text = options.json
    ? `${JSON.stringify(listed, null, 2)}\n`
    : reportsText(listed, { color: effects.color && options.output === undefined, columns: effects.columns })
  await deliver(text, options.output, effects)
  return listed.refused.length > 0 ? exit.doneWithRefusals : exit.done
}

function listing({ reports, refused, lineages, stories }: ReportList, { explain }: ReportsOptions): ListedReports {
  const lineageOf = groupByReport(lineages)
  const storyOf = groupByReport(stories)
  return {
    reports: reports.map(report => ({
      id: report.id,
      place: report.place,
      outlet: report.outlet,
      url: report.url,
      title: report.title,
      byline: report.byline,
      date: report.date,
      language: report.language,
      sha256: report.sha256,
      isArticle: isArticle(report),
      isAnalysed: isAnalysed(report),
      notAnalysed: whyNotAnalysed(report)?.reason ?? null,
      lineage: lineageOf.get(report.id) ?? null,
      story: storyOf.get(report.id) ?? null,
      words: { kept: wordCount(report, report.body), removed: wordCount(report, report.removed) },
      ...(explain ? { removed: removedWords(report) } : {}),
    })),
    lineages: lineages.map(({ id, members }) => ({ id, members })),
    stories,
    refused,
  }
}

function removedWords({ text, removed }: Report): ListedReport['removed'] {
  return [...removed]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, reason }) => ({ start, end, reason, words: slice(text, { start, end }) }))
}

function groupByReport(
  groups: readonly { readonly id: string; readonly members: readonly Report['id'][] }[],
): ReadonlyMap<Report['id'], string> {
  return new Map(groups.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
}

function wordCount({ text }: Report, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + (slice(text, span).match(/\S+/gu)?.length ?? 0), 0)
}
