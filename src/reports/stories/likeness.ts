import type { Comparisons } from '../lineages/comparisons.js'
import { rowNames } from '../lineages/comparisons.js'
import { wordHash } from '../lineages/reading.js'
import type { Report } from '../report.js'

/** What speaks for two reports being about one event: what they share, how far apart they came out, their titles. */
export const storyNames: readonly string[] = [...rowNames, 'days', 'titles']

/** Letters that begin a text without a title stand for it. */
const titleLength = 80

/** Completes the comparisons of `reports` by dates and titles. */
export function storyRow(reports: readonly Report[], compared: Comparisons): (a: number, b: number) => number[] {
  const titles = reports.map(report => titleWords(report.title ?? report.text.slice(0, titleLength)))
  const days = reports.map(dayOf)
  return (a, b) => [...compared.row(a, b), daysBetween(days[a]!, days[b]!), sharedTitle(titles[a]!, titles[b]!)]
}

function titleWords(title: string): Set<number> {
  return new Set((title.match(/[\p{L}\p{N}]{4,}/gu) ?? []).map(wordHash))
}

function sharedTitle(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / Math.max(1, Math.sqrt(a.size * b.size))
}

/** Days since 1970, or null where the day is not known. */
function dayOf({ date }: Report): number | null {
  if (date === null || date.precision === 'year' || date.precision === 'month') return null
  const time = Date.parse(date.value.slice(0, 10))
  return Number.isNaN(time) ? null : time / 86_400_000
}

/** -1 where one of the days is not known. */
function daysBetween(a: number | null, b: number | null): number {
  return a === null || b === null ? -1 : Math.abs(a - b)
}
