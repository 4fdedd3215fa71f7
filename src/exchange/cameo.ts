import { actDefinitions } from '../positions/definitions.js'
import type { CaseRecord } from '../record/record.js'
import type { Row } from '../record/rows.js'
import type { CodedActor } from './coded-actor.js'
import { codes } from './codes.js'
import { type CodedEvent, type Events, events } from './events.js'

export interface CameoExport extends Omit<Events, 'events'> {
  readonly rows: readonly Row[]
}

/** Every column, in order: those of the Cline Center's Phoenix data first, then what a record knows beyond them. */
export const cameoColumns = [
  'eid',
  'story_date',
  'year',
  'month',
  'day',
  'source',
  'source_root',
  'source_agent',
  'target',
  'target_root',
  'target_agent',
  'code',
  'root_code',
  'quad_class',
  'goldstein',
  'joined_issues',
  'aid',
  'enddate',
  'source_name',
  'target_name',
  'told_by',
  'act',
  'negated',
  'mode',
  'strength',
  'condition',
  'red_line',
  'link',
  'sources',
  'published',
  'publication',
  'url',
  'start',
  'end',
  'text',
] as const

/** The acts of a record as rows of event data with CAMEO codes, one an act, in the order of the record. */
export function cameoEvents(record: CaseRecord): CameoExport {
  const { events: coded, ...left } = events(record)
  return { ...left, rows: coded.map(cameoRow) }
}

function cameoRow(event: CodedEvent): Row {
  const { act, report, date, source, target } = event
  const code = cameoCode(event)
  const day = date !== null && date.from === date.until
  return {
    eid: event.id,
    story_date: date?.from ?? null,
    year: date?.from.slice(0, 4) ?? null,
    month: date && date.from.slice(0, 7) === date.until.slice(0, 7) ? date.from.slice(5, 7) : null,
    day: day ? date.from.slice(8) : null,
    source: source && fullCode(source),
    source_root: source && rootOf(source),
    source_agent: source?.sector ?? null,
    target: target && fullCode(target),
    target_root: target && rootOf(target),
    target_agent: target?.sector ?? null,
    code,
    root_code: code.slice(0, 2),
    quad_class: quadClass(code),
    goldstein: codes.cameo.goldstein[code] ?? null,
    joined_issues: act.issues,
    aid: report.id,
    enddate: day ? null : (date?.until ?? null),
    source_name: source?.name ?? source?.partyName ?? null,
    target_name: target?.partyName ?? null,
    told_by: event.toldBy,
    act: event.kind,
    negated: act.negated,
    mode: act.mode,
    strength: act.strength,
    condition: act.condition?.text ?? null,
    red_line: act.redLine,
    link: event.link,
    sources: event.sources,
    published: report.date?.value ?? null,
    publication: report.outlet,
    url: report.url,
    start: event.place.start,
    end: event.place.end,
    text: event.text,
  }
}

function cameoCode({ kind }: CodedEvent): string {
  const code = actDefinitions.find(({ id }) => id === kind)?.cameo[0]
  if (code === undefined) throw new Error(`The act ${kind} has no CAMEO code.`)
  return code
}

/** The party's code, or its own id where the scheme has none: an invented code would pass for a real one. */
function rootOf({ code, party }: CodedActor): string | null {
  return code ?? party
}

/** `RUSGOV`: code and sector run together only where both are the scheme's. */
function fullCode({ code, sector, party }: CodedActor): string | null {
  return code === null ? party : `${code}${sector ?? ''}`
}

function quadClass(code: string): number | null {
  const root = Number(code.slice(0, 2))
  return codes.cameo.quad.find(({ from, to }) => from <= root && root <= to)?.class ?? null
}
