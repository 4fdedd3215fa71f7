import pc from 'picocolors'
import reasons from '../reports/removed-reasons.json' with { type: 'json' }
import type { KnownDate } from '../reports/report.js'
import type { ListedReport, ListedReports } from './reports.js'

/** Characters of a line put aside that are shown. */
const longest = 160

const dateSources: Readonly<Record<KnownDate['from'], string>> = {
  given: 'as given',
  'json-ld': "from the page's data",
  meta: "from the page's head",
  feed: 'from the feed',
  header: 'from the header',
  byline: 'from the byline',
  text: 'from the dateline',
  'file-name': 'from the file name',
}

/** The list of reports for a terminal. Control characters are left out, so that a report cannot steer it. */
export function reportsText(
  { reports, lineages, stories, refused }: ListedReports,
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string {
  const paint = pc.createColors(color)
  const isNone = reports.filter(({ isArticle }) => !isArticle).length
  const lineageNumbers = numbered(lineages)
  const storyNumbers = numbered(stories)
  const cut = (text: string, indent: number) => shortened(plain(text), Math.max(20, columns - indent))

  const reportLines = (report: ListedReport) => [
    '',
    paint.bold(cut(report.title ?? 'untitled', 0)),
    `  ${cut(known([report.outlet ?? 'outlet unknown', report.byline && `by ${report.byline}`, dateWords(report.date), report.language ?? 'language unknown']), 2)}`,
    `  ${cut(
      known([
        report.lineage === null ? 'no source' : groupWords('source', lineageNumbers.get(report.lineage)),
        report.story !== null && groupWords('story', storyNumbers.get(report.story)),
        `${count(report.words.kept, 'word')} kept, ${report.words.removed} put aside`,
      ]),
      2,
    )}`,
    ...(report.notAnalysed === null ? [] : [`  ${paint.yellow(`not analysed: ${report.notAnalysed}`)}`]),
    `  ${paint.dim(cut(known([report.place, report.url !== report.place && report.url]), 2))}`,
    ...(report.removed ?? []).map(
      ({ reason, words }) =>
        `    ${paint.dim('-')} ${shortened(plain(words), longest)} ${paint.dim(`(${reasons[reason]})`)}`,
    ),
  ]

  return `${[
    known([
      count(reports.length, 'report'),
      isNone > 0 && `${isNone} no article`,
      count(lineages.length, 'independent source'),
      count(stories.length, 'story', 'stories'),
      refused.length > 0 && `${count(refused.length, 'input')} refused`,
    ]),
    ...reports.flatMap(reportLines),
    ...(refused.length > 0 ? ['', paint.bold('REFUSED'), ''] : []),
    ...refused.map(({ place, reason, mend }) => `  ${plain(`${place}: ${reason} ${mend}`)}`),
  ].join('\n')}\n`
}

interface Numbered {
  readonly number: number
  readonly size: number
}

function numbered(
  groups: readonly { readonly id: string; readonly members: readonly string[] }[],
): ReadonlyMap<string, Numbered> {
  return new Map(groups.map(({ id, members }, index) => [id, { number: index + 1, size: members.length }]))
}

function groupWords(name: string, group: Numbered | undefined): string {
  if (!group) return `no ${name}`
  return group.size === 1 ? `${name} ${group.number}` : `${name} ${group.number} (${group.size} reports)`
}

function dateWords(date: KnownDate | null): string {
  return date === null ? 'date unknown' : `${date.value} ${dateSources[date.from]}`
}

function known(parts: readonly (string | false | null)[]): string {
  return parts.filter(Boolean).join(' · ')
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`
}

function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}
