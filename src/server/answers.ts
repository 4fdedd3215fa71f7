import { hull, type Span } from '../language/span.js'
import type { Act } from '../positions/act.js'
import type { CaseRecord } from '../record/record.js'
import { whyNotAnalysed } from '../record/report-list.js'
import type { Report } from '../reports/report.js'
import type { Statement } from '../statements/statement.js'
import type { ApiAct, ApiRecord, ApiReportText, ApiStatement } from './api.js'
import { positionAnswer } from './positions-as-of.js'
import { quote } from './quote.js'

/** The record as `/api/record` sends it: every statement with its sentence, no report's whole text. */
export function recordAnswer(record: CaseRecord): ApiRecord {
  const texts = new Map(record.reports.map(report => [report.id, report.text]))
  const textOf = (report: string) => texts.get(report) ?? ''
  const lineages = new Map(record.lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  return {
    name: record.name,
    range: range(record.reports),
    parties: record.parties.map(({ id, name, role }) => ({ id, name, role })),
    issues: [...record.issues],
    reports: record.reports.map(report => ({
      ...head(report),
      lineage: lineages.get(report.id) ?? null,
      words: wordCount(report),
      notAnalysed: whyNotAnalysed(report)?.reason ?? null,
    })),
    refused: [...record.refused],
    lineages: record.lineages.map(({ id, members, bonds, origin }) => ({
      id,
      members: [...members],
      bonds: bonds.map(({ a, b, probability, reasons }) => ({ a, b, probability, reasons: [...reasons] })),
      origin,
    })),
    drift: record.drift.map(drift => ({ ...drift, there: [...drift.there] })),
    statements: record.statements.map(statement => statementAnswer(statement, textOf(statement.report))),
    acts: record.acts.map(actAnswer),
    options: record.options.map(option => ({ ...option, acts: option.acts.map(act => ({ ...act })) })),
    positions: record.positions.map(position => positionAnswer(position)),
    conditions: {
      links: record.conditions.links.map(link => ({
        ...link,
        waiting: { ...link.waiting, issues: [...link.waiting.issues] },
        awaited: { ...link.awaited, issues: [...link.awaited.issues] },
        statements: [...link.statements],
      })),
      circles: record.conditions.circles.map(circle => ({ issues: [...circle.issues], links: [...circle.links] })),
    },
    discrepancies: record.discrepancies.map(discrepancy => ({
      ...discrepancy,
      sides: discrepancy.sides.map(side => ({
        ...side,
        evidence: side.evidence.map(place => ({ ...place, quote: quote(textOf(place.report), place) })),
      })),
    })),
    rulings: record.rulings.map(ruling => ({
      ...ruling,
      quotes: [...ruling.quotes],
      reports: [...ruling.reports],
      decides: [...ruling.decides],
    })),
    struck: {
      statements: record.struck.map(({ statement }) => statementAnswer(statement, textOf(statement.report))),
      acts: record.struck.map(actAnswer),
    },
  }
}

function statementAnswer(statement: Statement, text: string): ApiStatement {
  return {
    id: statement.id,
    report: statement.report,
    start: statement.start,
    end: statement.end,
    source: [...statement.source],
    cue: [...statement.cue],
    content: [...statement.content],
    confidence: statement.confidence,
    layer: statement.layer,
    form: statement.form,
    speaker: statement.speaker,
    principal: statement.principal,
    hearsay: statement.hearsay,
    quote: quote(text, hull([statement, ...statement.source, ...statement.content]) ?? statement),
  }
}

function actAnswer({ secondReader, ruling, ...act }: Act): ApiAct {
  return {
    ...act,
    statement: act.statement.id,
    issues: [...act.issues],
    ...(secondReader && { secondReader: { ...secondReader, decided: [...secondReader.decided] } }),
    ...(ruling && {
      ruling: {
        ...ruling,
        decided: [...ruling.decided],
        machine: { ...ruling.machine, issues: [...ruling.machine.issues] },
      },
    }),
  }
}

/** One report with its text. */
export function reportAnswer(report: Report): ApiReportText {
  return {
    ...head(report),
    text: report.text,
    sha256: report.sha256,
    headline: report.headline,
    body: [...report.body],
    removed: [...report.removed],
  }
}

function head({ id, place, outlet, url, title, byline, date, language }: Report) {
  return { id, place, outlet, url: webAddress(url), title, byline, date, language }
}

/** Only addresses of the web are passed on: the pages make links of them. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}

function range(reports: readonly Report[]): { from: string; to: string } | null {
  const days = reports.flatMap(({ date }) => (date ? [date.value.slice(0, 10)] : [])).sort()
  const from = days[0]
  const to = days.at(-1)
  return from && to ? { from, to } : null
}

function wordCount({ text, body }: Report): number {
  return body.reduce((sum, span) => sum + countWords(text, span), 0)
}

function countWords(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/\S+/g)?.length ?? 0
}
