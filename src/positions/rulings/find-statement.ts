import { overlap, type Span } from '../../language/span.js'
import type { Report } from '../../reports/report.js'
import type { Act } from '../act.js'
import type { StatementRuling } from './ruling.js'

/** From this share of common characters on, two spans are the same statement with other edges. */
const sameFrom = 0.5

/**
 * Finds the act that a ruling was made on, or null.
 *
 * The words decide, within the report: offsets only tell repeated words apart, so that a ruling outlives changes of the
 * text around it. A statement whose edges have moved is found by what it has in common with the words; words that stand
 * within one statement alone, by that. A report is known by its place, else by its bytes.
 */
export function statementFinder(
  acts: readonly Act[],
  reports: readonly Report[],
): (ruling: StatementRuling) => Act | null {
  const byPlace = groups(reports, ({ place }) => place)
  const byBytes = groups(reports, ({ sha256 }) => sha256)
  const byReport = groups(acts, ({ statement }) => statement.report)
  return ruling => {
    const named = byPlace.get(ruling.report) ?? (ruling.sha256 ? byBytes.get(ruling.sha256) : undefined) ?? []
    for (const look of [withSameWords, withMovedEdges, aroundWords]) {
      const found = named.flatMap(report => look(ruling, report, byReport.get(report.id) ?? []))
      if (found.length > 0) return nearest(found, ruling)
    }
    return null
  }
}

function withSameWords({ quote }: StatementRuling, { text }: Report, acts: readonly Act[]): Act[] {
  const words = folded(quote)
  return acts.filter(({ statement }) => folded(text.slice(statement.start, statement.end)) === words)
}

function withMovedEdges(ruling: StatementRuling, { text }: Report, acts: readonly Act[]): Act[] {
  const [place] = placesOf(ruling, text)
  if (!place) return []
  const share = ({ statement }: Act) => {
    const common = overlap(place, statement)
    return common / (place.end - place.start + statement.end - statement.start - common)
  }
  const [best] = acts.filter(act => share(act) >= sameFrom).sort((a, b) => share(b) - share(a))
  return best ? [best] : []
}

function aroundWords(ruling: StatementRuling, { text }: Report, acts: readonly Act[]): Act[] {
  const places = placesOf(ruling, text)
  const around = acts.filter(({ statement }) =>
    places.some(({ start, end }) => statement.start <= start && end <= statement.end),
  )
  return around.length === 1 ? around : []
}

/** Where the words stand in the text, the nearest to where they stood first. */
function placesOf({ quote, start = 0 }: StatementRuling, text: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) {
    places.push({ start: at, end: at + quote.length })
  }
  return places.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
}

function nearest(acts: readonly Act[], { start = 0 }: StatementRuling): Act | null {
  const away = ({ statement }: Act) => Math.abs(statement.start - start)
  return [...acts].sort((a, b) => away(a) - away(b))[0] ?? null
}

export const folded = (words: string): string => words.replace(/\s+/g, ' ').trim()

function groups<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const value of values) {
    const group = found.get(key(value))
    if (group) group.push(value)
    else found.set(key(value), [value])
  }
  return found
}
