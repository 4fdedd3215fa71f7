import type { Span } from '../language/span.js'
import { actDefinitions } from '../positions/definitions.js'
import type { CaseRecord } from '../record/record.js'
import type { CodedActor } from './coded-actor.js'
import { codes, type QuadClass } from './codes.js'
import { type CodedEvent, type Events, events } from './events.js'

/** An actor object of PLOVER; fields that are not known are left out. */
export interface PloverActor {
  readonly code?: string
  readonly sector?: string
  readonly actor_text?: string
  readonly identifier_id?: string
  readonly identifier_text?: string
  readonly office?: string
}

/** An event record of PLOVER (data fields of the manual of 2021), with one field of our own, `parley`. */
export interface PloverEvent {
  readonly id: string
  /** `YYYY-MM-DD`; null where the day is not known, which the manual does not foresee. */
  readonly date: string | null
  /** The last day it may have been, where the date is known to a month or a year only. */
  readonly enddate?: string
  /** Empty: it cannot be told who. */
  readonly source: readonly PloverActor[]
  readonly recipient: readonly PloverActor[]
  readonly event: readonly [string]
  readonly event_text: readonly [string]
  readonly quad_code: QuadClass
  /** PLOVER's conflict-cooperation score; left out where none is published for the type. */
  readonly event_scale?: number
  readonly mode: readonly string[]
  readonly context: readonly string[]
  readonly link: string
  /** Offsets count Unicode code points. */
  readonly text_info: Span
  readonly cite_info: {
    readonly corpus: string
    readonly citation: string
    readonly url?: string
    readonly title?: string
    readonly language?: string
    readonly publication?: string
    readonly codebook: 'PLOVER 2.0'
  }
  readonly coder: string
  /** What the record knows beyond PLOVER, in its own terms. */
  readonly parley: {
    readonly act: string
    readonly issues: readonly string[]
    readonly negated: boolean
    readonly strength: string
    readonly mode: string | null
    readonly condition: string | null
    readonly red_line: boolean
    readonly beneficiary: string | null
    readonly told_by: string | null
    readonly hearsay: boolean
    readonly layer: string
    readonly confidence: number
    readonly lineage: string
    readonly sources: number | null
    readonly published: string | null
  }
}

export interface PloverExport extends Omit<Events, 'events'> {
  readonly events: readonly PloverEvent[]
  /** Acts for which PLOVER has no event type: statements, denials, doubts. */
  readonly untyped: number
}

/** The acts of a record as PLOVER event records, one an act, in the order of the record. */
export function ploverEvents(record: CaseRecord): PloverExport {
  const { events: coded, ...left } = events(record)
  const typed = coded.flatMap(event => {
    const type = typeOf(event)
    return type === undefined ? [] : [ploverEvent(event, type, record.name)]
  })
  return { ...left, events: typed, untyped: coded.length - typed.length }
}

function typeOf({ kind }: CodedEvent): string | undefined {
  return actDefinitions.find(({ id }) => id === kind)?.plover[0]
}

function ploverEvent(event: CodedEvent, type: string, corpus: string): PloverEvent {
  const { act, report, date } = event
  const scale = codes.plover.scores[type]
  return {
    id: event.id,
    date: date?.from ?? null,
    ...(date && date.until !== date.from && { enddate: date.until }),
    source: event.source ? [ploverActor(event.source)] : [],
    recipient: event.target ? [ploverActor(event.target)] : [],
    event: [type],
    event_text: [event.text],
    quad_code: codes.plover.quad[type]!,
    ...(scale !== undefined && { event_scale: scale }),
    mode: modeOf(event, type),
    context: [
      ...new Set(act.issues.flatMap(issue => codes.plover.contexts[issue] ?? [])),
      ...specialContexts(event, type),
    ],
    link: event.link,
    text_info: event.place,
    cite_info: {
      corpus,
      citation: report.place,
      ...(report.url !== null && { url: report.url }),
      ...(report.title !== null && { title: report.title }),
      ...(report.language !== null && { language: report.language }),
      ...(report.outlet !== null && { publication: report.outlet }),
      codebook: 'PLOVER 2.0',
    },
    coder: 'parley',
    parley: {
      act: event.kind,
      issues: act.issues,
      negated: act.negated,
      strength: act.strength,
      mode: act.mode,
      condition: act.condition?.text ?? null,
      red_line: act.redLine,
      beneficiary: act.beneficiary,
      told_by: event.toldBy,
      hearsay: act.statement.hearsay,
      layer: act.statement.layer,
      confidence: Math.round(act.confidence * 1000) / 1000,
      lineage: event.lineage,
      sources: event.sources,
      published: report.date?.value ?? null,
    },
  }
}

function ploverActor({ code, sector, party, partyName, name, office }: CodedActor): PloverActor {
  return {
    ...(code !== null && { code }),
    ...(sector !== null && { sector }),
    ...(name !== null && { actor_text: name }),
    ...(party !== null && { identifier_id: party }),
    ...(partyName !== null && { identifier_text: partyName }),
    ...(office !== null && { office }),
  }
}

/** What is asked or refused, where its issues agree on it; PLOVER's other modes are not told apart. */
function modeOf({ act }: CodedEvent, type: string): string[] {
  if (type !== 'REQUEST' && type !== 'REJECT') return []
  const modes = new Set(act.issues.flatMap(issue => codes.plover.modes[issue] ?? []))
  return modes.size === 1 ? [...modes] : []
}

/**
 * PLOVER's special contexts. What is promised, asked, refused or threatened lies ahead by its nature, and the manual wants
 * the type alone there; a refusal is the negation itself, and "must not" is a demand like any other.
 */
function specialContexts({ act, kind }: CodedEvent, type: string): string[] {
  const liesAhead = codes.plover.ahead.includes(type) && act.mode !== 'historical'
  const negates = act.negated && kind !== 'REJECT' && kind !== 'DEMAND'
  return [...(act.mode !== null && !liesAhead ? [act.mode] : []), ...(negates ? ['negation'] : [])]
}
