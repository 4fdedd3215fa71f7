import { contributionKinds } from '../agreements/pledges/kinds.js'
import type { Pledge, PledgeRejection } from '../agreements/pledges.js'
import { slice } from '../language/span.js'
import type { Act, ActKind } from '../positions/act.js'
import type { ConditionLink } from '../positions/condition-graph.js'
import type { Position, Step } from '../positions/position.js'
import type { Resolution } from '../positions/rulings/ruling.js'
import type { CaseRecord } from '../record/record.js'
import type { Lineage } from '../reports/lineage.js'
import type { KnownDate, Refusal, Report } from '../reports/report.js'
import { type BriefProposal, briefProposal } from './brief-proposal.js'

import { type BriefIssue, briefOptions } from './options.js'
import { pledgeSays, rejectionSays } from './pledge-words.js'

/** The record as a document: what a person reads first. Its renderings add nothing to it. */
export interface Brief {
  readonly name: string
  readonly counts: { readonly reports: number; readonly sources: number; readonly statements: number }
  /** First and last day of the dated reports; null where none is dated. */
  readonly period: { readonly from: string; readonly to: string } | null
  readonly undated: number
  readonly sources: readonly BriefSource[]
  readonly parties: readonly BriefParty[]
  readonly issues: readonly BriefIssue[]
  readonly conditions: readonly BriefCondition[]
  /** Each in words: "Elections waits for Ceasefire waits for Elections". */
  readonly circles: readonly string[]
  readonly discrepancies: readonly BriefDiscrepancy[]
  readonly proposals: readonly BriefProposal[]
  readonly pledges: readonly BriefPledge[]
  readonly refused: readonly Refusal[]
}

/** One independent source: a lineage with its reports. */
export interface BriefSource {
  readonly title: string
  readonly reports: readonly BriefReport[]
  /** Why its reports are held to be one source; empty where there is one. */
  readonly why: readonly string[]
  readonly origin: string | null
  readonly drift: readonly { readonly ref: number; readonly words: string }[]
}

export interface BriefReport {
  /** The number by which the brief refers to it, from 1. */
  readonly ref: number
  readonly id: string
  readonly place: string
  readonly outlet: string | null
  readonly title: string | null
  readonly date: KnownDate | null
}

export interface BriefParty {
  readonly id: string
  readonly name: string
  readonly positions: readonly BriefPosition[]
}

export interface BriefPosition {
  readonly issue: { readonly id: string; readonly name: string }
  readonly act: ActKind
  readonly conditional: boolean
  readonly redLine: boolean
  readonly contested: ActKind | null
  readonly movement: Position['movement']
  readonly sources: number
  /** Why lineages that carry it are no sources of their own, in words. */
  readonly restsOn: readonly string[]
  readonly reports: number
  /** The latest act first, then those before it: one sentence for each source of each. */
  readonly evidence: readonly BriefQuote[]
  /** Who ruled on a statement of the latest act; absent: nobody did. */
  readonly ruledBy?: readonly string[]
}

export interface BriefQuote {
  readonly ref: number
  readonly statement: string
  readonly speaker: string
  readonly role: string | null
  readonly act: ActKind | null
  readonly date: string | null
  readonly words: string
}

export interface BriefCondition {
  readonly party: string
  readonly kind: ConditionLink['kind']
  readonly waiting: string
  readonly awaited: string
  readonly sources: number
  readonly refs: readonly number[]
}

/** Who would contribute what, or rejects it: one line each, kind by kind. */
export interface BriefPledge {
  readonly kind: string
  readonly says: string
  readonly sources: number
  readonly refs: readonly number[]
}

export interface BriefDiscrepancy {
  readonly kind: string
  readonly summary: string
  readonly within: 'lineage' | 'lineages'
  /** What a person decided of it, in words; absent: nobody did. */
  readonly resolution?: string
  readonly sides: readonly { readonly says: string; readonly sources: number; readonly refs: readonly number[] }[]
}

/** The brief of a record; the same record gives the same brief. */
export function brief(record: CaseRecord): Brief {
  const find = finder(record)
  const days = record.reports.flatMap(report => (report.date ? [report.date.value.slice(0, 10)] : [])).sort()
  const [from, to] = [days[0], days.at(-1)]
  return {
    name: record.name,
    counts: { reports: record.reports.length, sources: record.lineages.length, statements: record.statements.length },
    period: from && to ? { from, to } : null,
    undated: record.reports.length - days.length,
    sources: record.lineages.map(lineage => source(lineage, record, find)),
    parties: parties(record, find),
    issues: briefOptions(record, {
      ...find,
      refsOf: ids => find.refs(ids.flatMap(id => find.act(id)?.statement.report ?? [])),
      quote: id => {
        const act = find.act(id)
        return act ? quote(act, find.date(act.statement.report), find) : null
      },
    }),
    conditions: record.conditions.links.map(link => condition(link, find)),
    circles: record.conditions.circles.map(({ issues }) =>
      [...issues, issues[0] ?? ''].map(find.issueName).join(' waits for '),
    ),
    discrepancies: record.discrepancies.map(({ kind, summary, within, sides, resolution }) => ({
      kind,
      summary,
      within,
      ...(resolution && { resolution: resolutionLine(resolution) }),
      sides: sides.map(({ says, sources, evidence }) => ({
        says,
        sources,
        refs: find.refs(evidence.map(at => at.report)),
      })),
    })),
    proposals: record.proposals.map(proposal => briefProposal(proposal, id => find.act(id)?.statement.report, find)),
    pledges: pledgeLines(record, find),
    refused: record.refused,
  }
}

function pledgeLines({ pledges: { pledges, rejections } }: CaseRecord, find: Finder): BriefPledge[] {
  const line = (says: string, { kind, sources, evidence }: Pledge | PledgeRejection): BriefPledge => ({
    kind: contributionKinds.find(({ id }) => id === kind)?.name ?? kind,
    says,
    sources,
    refs: find.refs(evidence.map(({ report }) => report)),
  })
  return contributionKinds.flatMap(({ id }) => [
    ...pledges.filter(({ kind }) => kind === id).map(one => line(pledgeSays(one, find.partyName), one)),
    ...rejections.filter(({ kind }) => kind === id).map(one => line(rejectionSays(one, find.partyName), one)),
  ])
}

const resolved: Readonly<Record<Resolution['resolution'], string>> = {
  first: 'the first side is right',
  second: 'the second side is right',
  both: 'both are right, at different times',
  'no-contradiction': 'not a contradiction',
  open: 'left open',
}

function resolutionLine({ by, on, why, resolution, right }: Resolution): string {
  const what = right === null ? resolved[resolution] : resolved[right === 0 ? 'first' : 'second']
  return `${what}, ruled by ${[by, on].filter(Boolean).join(', ')}: ${why}`
}

/** Look-ups that every part of the brief needs, made once. */
interface Finder {
  readonly report: (id: string) => Report | undefined
  readonly lineage: (report: string) => string
  readonly act: (statement: string) => Act | undefined
  /** The day of the report that says it. */
  readonly date: (report: string) => string | null
  readonly ref: (report: string) => number
  readonly refs: (reports: readonly string[]) => number[]
  readonly partyName: (id: string | null) => string
  readonly issueName: (id: string) => string
}

function finder(record: CaseRecord): Finder {
  const reports = new Map(record.reports.map(report => [report.id, report]))
  const lineages = new Map(record.lineages.flatMap(lineage => lineage.members.map(member => [member, lineage.id])))
  const acts = new Map(record.acts.map(act => [act.statement.id, act]))
  // Reports are numbered in the order in which the brief lists them: lineage by lineage.
  const numbers = new Map(record.lineages.flatMap(lineage => lineage.members).map((id, index) => [id, index + 1]))
  const parties = new Map(record.parties.map(party => [party.id, party.name]))
  const issues = new Map(record.issues.map(issue => [issue.id, issue.name]))
  return {
    report: id => reports.get(id),
    lineage: report => lineages.get(report) ?? report,
    act: statement => acts.get(statement),
    date: id => reports.get(id)?.date?.value.slice(0, 10) ?? null,
    ref: report => numbers.get(report) ?? 0,
    refs: ids => [...new Set(ids.flatMap(id => numbers.get(id) ?? []))].sort((a, b) => a - b),
    partyName: id => (id === null ? 'Unknown' : (parties.get(id) ?? id)),
    issueName: id => issues.get(id) ?? id,
  }
}

function source(lineage: Lineage, record: CaseRecord, find: Finder): BriefSource {
  const reports = lineage.members.flatMap(id => find.report(id) ?? [])
  return {
    title: reports.find(report => report.title)?.title ?? reports[0]?.place ?? lineage.id,
    reports: reports.map(({ id, place, outlet, title, date }) => ({
      ref: find.ref(id),
      id,
      place,
      outlet,
      title,
      date,
    })),
    why: tellingReasons(lineage),
    origin: lineage.origin && `[${find.ref(lineage.origin.report)}]: ${lineage.origin.reason}`,
    drift: record.drift
      .filter(drift => lineage.members.includes(drift.report))
      .map(drift => ({ ref: find.ref(drift.report), words: drift.words })),
  }
}

/** Of each pair the two strongest reasons, each reason once, so that the first lines carry the most. */
function tellingReasons({ bonds }: Lineage): string[] {
  const reasons = [...new Set(bonds.flatMap(bond => bond.reasons.slice(0, 2)))]
  return reasons.slice(0, mostReasons)
}

/** More than these are for the page, where they stand pair by pair. */
const mostReasons = 4

function parties(record: CaseRecord, find: Finder): BriefParty[] {
  const order = new Map(record.issues.map((issue, index) => [issue.id, index]))
  return record.parties
    .map(({ id, name }) => ({
      id,
      name,
      positions: record.positions
        .filter(position => position.party === id)
        .sort((a, b) => (order.get(a.issue) ?? 0) - (order.get(b.issue) ?? 0))
        .map(position => briefPosition(position, find)),
    }))
    .filter(party => party.positions.length > 0)
}

function briefPosition(position: Position, find: Finder): BriefPosition {
  const { issue, latest, history, party: _, options: __, ...rest } = position
  const standing = history.filter(({ act }) => act === latest).flatMap(({ statements }) => statements)
  const ruledBy = [...new Set(standing.flatMap(id => find.act(id)?.ruling?.by ?? []))]
  return {
    issue: { id: issue, name: find.issueName(issue) },
    act: latest,
    ...rest,
    ...(ruledBy.length > 0 && { ruledBy }),
    evidence: latestFirst(history, latest).flatMap(step =>
      oneOfEachLineage(
        step.statements.flatMap(id => find.act(id) ?? []),
        find,
      ).map(act => quote(act, step.date, find)),
    ),
  }
}

/** Steps of the latest act lead, each group from new to old: where reports are undated, the last step need not be the position. */
function latestFirst(history: readonly Step[], latest: ActKind): Step[] {
  const backwards = [...history].reverse()
  return [...backwards.filter(({ act }) => act === latest), ...backwards.filter(({ act }) => act !== latest)]
}

/** Rewrites of one story need not be read three times. */
function oneOfEachLineage(acts: readonly Act[], find: Finder): Act[] {
  const seen = new Set<string>()
  return acts.filter(({ statement }) => {
    const lineage = find.lineage(statement.report)
    return seen.has(lineage) ? false : seen.add(lineage)
  })
}

function quote({ act, statement }: Act, date: string | null, find: Finder): BriefQuote {
  const { id, report, speaker } = statement
  return {
    ref: find.ref(report),
    statement: id,
    speaker: speaker.name,
    role: speaker.role,
    act,
    date,
    words: slice(find.report(report)?.text ?? '', statement).replace(/\s+/g, ' '),
  }
}

function condition(link: ConditionLink, find: Finder): BriefCondition {
  const reports = link.statements.flatMap(id => find.act(id)?.statement.report ?? [])
  return {
    party: find.partyName(link.party),
    kind: link.kind,
    waiting: link.waiting.words,
    awaited: link.awaited.words,
    sources: link.sources,
    refs: find.refs(reports),
  }
}
