import { slice } from '../language/span.js'
import type { Act } from '../positions/act.js'
import type { CaseRecord } from './record.js'

/** One row of an exported table: plain values, and lists where a cell holds several. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[] | readonly number[]>>

/** One row a report, with its lineage; the text itself is not repeated. */
export function reportRows(record: CaseRecord): Row[] {
  const lineageOf = lineageByReport(record)
  return record.reports.map(report => ({
    id: report.id,
    place: report.place,
    outlet: report.outlet,
    title: report.title,
    url: report.url,
    date: report.date?.value ?? null,
    datePrecision: report.date?.precision ?? null,
    dateFrom: report.date?.from ?? null,
    language: report.language,
    lineage: lineageOf.get(report.id) ?? null,
    characters: report.text.length,
    sha256: report.sha256,
  }))
}

/** One row a statement, with its act. Start and end are UTF-16 offsets into the report's stored text. */
export function statementRows(record: CaseRecord): Row[] {
  const acts = new Map(record.acts.map(act => [act.statement.id, act]))
  const reports = new Map(record.reports.map(report => [report.id, report]))
  const lineageOf = lineageByReport(record)
  return record.statements.map(statement => {
    const report = reports.get(statement.report)
    const words = (span: { start: number; end: number }) => slice(report?.text ?? '', span)
    return {
      id: statement.id,
      report: statement.report,
      lineage: lineageOf.get(statement.report) ?? null,
      outlet: report?.outlet ?? null,
      date: report?.date?.value ?? null,
      start: statement.start,
      end: statement.end,
      speaker: statement.speaker.name,
      role: statement.speaker.role,
      layer: statement.layer,
      form: statement.form,
      ...actCells(acts.get(statement.id)),
      confidence: Math.round(statement.confidence * 1000) / 1000,
      words: words(statement),
      source: statement.source.map(words).join(' … '),
      cue: statement.cue.map(words).join(' … '),
      content: statement.content.map(words).join(' … '),
    }
  })
}

function actCells(act: Act | undefined): Row {
  return {
    party: act?.party ?? null,
    act: act?.act ?? null,
    issues: act?.issues ?? [],
    negated: act?.negated ?? false,
    strength: act?.strength ?? null,
    mode: act?.mode ?? null,
    condition: act?.condition?.text ?? null,
    redLine: act?.redLine ?? false,
    target: act?.target ?? null,
    beneficiary: act?.beneficiary ?? null,
    secondReader: act?.secondReader ? `${act.secondReader.model}: ${act.secondReader.decided.join(', ')}` : null,
  }
}

/** One row a party and issue. */
export function positionRows(record: CaseRecord): Row[] {
  return record.positions.map(position => ({
    party: position.party,
    issue: position.issue,
    act: position.latest,
    conditional: position.conditional,
    redLine: position.redLine,
    contested: position.contested,
    movement: position.movement,
    sources: position.sources,
    reports: position.reports,
    statements: position.history.flatMap(step => step.statements),
  }))
}

/** One row a condition: what waits, for what, who says so. */
export function conditionRows(record: CaseRecord): Row[] {
  return record.conditions.links.map(link => ({
    id: link.id,
    party: link.party,
    kind: link.kind,
    waiting: link.waiting.words,
    waitingIssues: link.waiting.issues,
    awaited: link.awaited.words,
    awaitedIssues: link.awaited.issues,
    sources: link.sources,
    circular: record.conditions.circles.some(circle => circle.links.includes(link.id)),
    statements: link.statements,
  }))
}

/** One row a pledge, claim or refusal of a contribution, and one a rejection of what others would contribute. */
export function pledgeRows(record: CaseRecord): Row[] {
  const places = (evidence: readonly { readonly report: string; readonly start: number; readonly end: number }[]) => ({
    reports: evidence.map(({ report }) => report),
    starts: evidence.map(({ start }) => start),
    ends: evidence.map(({ end }) => end),
  })
  return [
    ...record.pledges.pledges.map(one => ({
      id: one.id,
      party: one.party,
      kind: one.kind,
      standing: one.standing,
      by: one.by,
      whose: [],
      conditions: one.conditions,
      sources: one.sources,
      rejectedBy: one.rejectedBy,
      words: one.evidence.map(({ quote }) => quote),
      ...places(one.evidence),
    })),
    ...record.pledges.rejections.map(one => ({
      id: one.id,
      party: one.party,
      kind: one.kind,
      standing: one.act === 'THREATEN' ? 'threatened' : 'rejected',
      by: one.party,
      whose: one.whose,
      conditions: [],
      sources: one.sources,
      rejectedBy: [],
      words: one.evidence.map(({ quote }) => quote),
      ...places(one.evidence),
    })),
  ]
}

/** One row a side of a discrepancy. */
export function discrepancyRows(record: CaseRecord): Row[] {
  return record.discrepancies.flatMap(found =>
    found.sides.flatMap((side, index) => ({
      id: found.id,
      kind: found.kind,
      within: found.within,
      summary: found.summary,
      side: index + 1,
      says: side.says,
      sources: side.sources,
      reports: side.evidence.map(({ report }) => report),
      starts: side.evidence.map(({ start }) => start),
      ends: side.evidence.map(({ end }) => end),
    })),
  )
}

function lineageByReport(record: CaseRecord): ReadonlyMap<string, string> {
  return new Map(record.lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
}
