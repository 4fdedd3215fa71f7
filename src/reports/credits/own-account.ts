import type { Span } from '../../language/span.js'
import { creditsIn } from '../credits.js'
import { bodySpans, type Report } from '../report.js'
import { outletNames } from './outlet-names.js'

/** Where more than this share of a report is told with credit, the credits are how it retells: it is compared as a whole. */
const mostCredited = 0.5

/**
 * Says what of a report is its own account: its body without the sentences that it tells by the word of another of these
 * reports' outlets ("according to the Observer").
 *
 * A report that quotes the news of another, with credit, does not derive from it. A credit that covers the whole report
 * (a dateline) takes nothing away: that report is the other's.
 */
export function ownAccount(reports: readonly Report[]): (report: Report) => readonly Span[] {
  const outlets = reports.flatMap(({ outlet }) => outlet ?? [])
  if (outlets.length === 0) return bodySpans
  const nameOf = outletNames(outlets)
  const here = new Set(outlets.map(nameOf))
  return report => {
    const body = bodySpans(report)
    const told = creditsIn(report, nameOf)
      .filter(({ outlet, reach }) => here.has(outlet) && reach === 'sentence')
      .map(({ covers }) => covers)
    if (told.length === 0) return body
    const own = told.reduce(without, body)
    return length(own) < (1 - mostCredited) * length(body) ? body : own
  }
}

function without(spans: readonly Span[], cut: Span): readonly Span[] {
  return spans.flatMap(({ start, end }) =>
    cut.end <= start || cut.start >= end
      ? [{ start, end }]
      : [
          { start, end: cut.start },
          { start: cut.end, end },
        ].filter(span => span.start < span.end),
  )
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
