import { slice } from '../language/span.js'
import type { Act } from '../positions/act.js'
import type { Option } from '../positions/options/option.js'
import type { OptionPosition } from '../positions/position.js'
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
    ruled: act?.ruling?.decided ?? [],
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

/** One row a movement on an option, with both sentences; an option that a party only commented on has one without. */
export function optionRows(record: CaseRecord): Row[] {
  const names = new Map(record.options.map(option => [option.id, option]))
  const statements = new Map(record.statements.map(statement => [statement.id, statement]))
  const texts = new Map(record.reports.map(({ id, text }) => [id, text]))
  const sentence = (id: string | null) => {
    const statement = id === null ? undefined : statements.get(id)
    return statement ? slice(texts.get(statement.report) ?? '', statement) : null
  }
  return record.positions.flatMap(({ party, issue, options }) =>
    options.flatMap(position =>
      (position.movements.length > 0 ? position.movements : [null]).map(movement => ({
        party,
        issue,
        option: position.option,
        optionName: names.get(position.option)?.name ?? null,
        optionKind: names.get(position.option)?.kind ?? null,
        act: position.latest,
        awaited: position.awaited,
        conditional: position.conditional,
        redLine: position.redLine,
        contested: position.contested,
        sources: position.sources,
        reports: position.reports,
        statements: position.history.flatMap(step => step.statements),
        wordings: wordingsOf(names.get(position.option), position),
        movement: movement?.kind ?? null,
        since: movement?.since ?? null,
        before: movement?.before ?? null,
        beforeWords: sentence(movement?.before ?? null),
        after: movement?.after ?? null,
        afterWords: sentence(movement?.after ?? null),
      })),
    ),
  )
}

/** The words by which the party's statements name the option, each once. */
function wordingsOf(option: Option | undefined, { history }: OptionPosition): string[] {
  const own = new Set(history.flatMap(step => step.statements))
  const texts = (option?.acts ?? []).flatMap(({ statement, wording }) =>
    own.has(statement) && wording ? wording.text : [],
  )
  return [...new Set(texts)]
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
      resolution: found.resolution?.resolution ?? null,
      resolvedBy: found.resolution?.by ?? null,
      reason: found.resolution?.why ?? null,
      side: index + 1,
      says: side.says,
      sources: side.sources,
      reports: side.evidence.map(({ report }) => report),
      starts: side.evidence.map(({ start }) => start),
      ends: side.evidence.map(({ end }) => end),
    })),
  )
}

/** One row a proposal, version, answer, point or difference: `row` says which; each with the places it rests on. */
export function proposalRows(record: CaseRecord): Row[] {
  const statements = new Map(record.statements.map(statement => [statement.id, statement]))
  return record.proposals.flatMap(({ id, name, by, to, versions, answers, mentions, sources, reports }) => [
    proposalRow(id, 'proposal', {
      name,
      parties: by.map(({ party }) => party),
      to: to.map(({ party }) => party),
      sources,
      reports,
      ...places(mentions),
    }),
    ...versions.flatMap(version => [
      proposalRow(id, 'version', {
        version: version.id,
        name: version.name,
        marker: version.marker,
        points: version.pointCount,
        date: version.first,
        file: version.file,
        sources: version.sources,
        ...places(version.mentions),
      }),
      ...version.points.map(point =>
        proposalRow(id, 'point', {
          version: version.id,
          words: point.words,
          number: point.number,
          file: version.file,
          sources: point.sources,
          ...places(point.evidence),
        }),
      ),
      ...version.differences.map(({ kind, before, after, from }) =>
        proposalRow(id, 'difference', {
          version: version.id,
          kind,
          from,
          before: before?.words ?? null,
          words: after?.words ?? null,
          ...places([...(before?.evidence ?? []), ...(after?.evidence ?? [])]),
        }),
      ),
    ]),
    ...answers.map(answer =>
      proposalRow(id, 'answer', {
        version: answer.version,
        parties: [answer.party],
        kind: answer.kind,
        act: answer.act,
        conditional: answer.conditional,
        date: answer.date,
        sources: answer.sources,
        statements: answer.statements,
        ...places(answer.statements.flatMap(statement => statements.get(statement) ?? [])),
      }),
    ),
  ])
}

function places(found: readonly { readonly report: string; readonly start: number; readonly end: number }[]): Row {
  return {
    places: found.map(({ report }) => report),
    starts: found.map(({ start }) => start),
    ends: found.map(({ end }) => end),
  }
}

/** Every row has every column, so that a table of them has one shape. */
function proposalRow(proposal: string, row: string, cells: Row): Row {
  const empty = {
    version: null,
    name: null,
    parties: [],
    to: [],
    kind: null,
    act: null,
    conditional: null,
    from: null,
    marker: null,
    points: null,
    number: null,
    before: null,
    words: null,
    date: null,
    file: null,
    sources: null,
    reports: null,
    statements: [],
    places: [],
    starts: [],
    ends: [],
  }
  return { proposal, row, ...empty, ...cells }
}

function lineageByReport(record: CaseRecord): ReadonlyMap<string, string> {
  return new Map(record.lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
}
