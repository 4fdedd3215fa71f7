import { Fault } from '../fault.js'
import type { CaseRecord } from '../record/record.js'
import {
  conditionRows,
  discrepancyRows,
  optionRows,
  pledgeRows,
  positionRows,
  proposalRows,
  type Row,
  reportRows,
  statementRows,
} from '../record/rows.js'

import type { Field } from '../reports/sources/fields.js'
import { csv } from './csv.js'
import { type Effects, exit } from './effects.js'
import { type ExportFormat, type ExportKind, exportFormatsOf, jsonFormats } from './export-kinds.js'
import { deliver } from './output.js'
import { listRefusals, readRecord } from './read-record.js'
import type { ReaderOptions } from './second-reader.js'

export interface ExportOptions extends ReaderOptions {
  readonly what: ExportKind
  /** None named: the first of the kind. */
  readonly format?: ExportFormat
  /** The kind's JSON format. */
  readonly json?: boolean
  /** Of the network: parties alone, joined by what they agree and differ on. */
  readonly oneMode?: boolean
  readonly output?: string
  readonly field?: Partial<Record<Field, string>>
}

/** What is written, and what the reader should know of it. */
interface Export {
  readonly text: string
  readonly notes: readonly string[]
}

/** `parley export PLACES --what TABLE`: exit 0, or 3 when an input was refused (named on standard error). */
export async function runExport(places: readonly string[], options: ExportOptions, effects: Effects): Promise<number> {
  const format = formatOf(options)
  const record = await readRecord(places, effects, { ...options, fields: options.field })
  const { text, notes } = await exported(record, options, format)
  for (const note of notes) effects.err(`${options.what}: ${note}\n`)
  await deliver(text, options.output, effects)
  return listRefusals(record, effects) > 0 ? exit.doneWithRefusals : exit.done
}

/** @throws Fault of wrong usage where the kind is not written in the format that is asked for */
function formatOf({ what, format, json, oneMode }: ExportOptions): ExportFormat {
  const possible: readonly ExportFormat[] = exportFormatsOf[what]
  const asked = json ? possible.find(each => jsonFormats.includes(each)) : (format ?? possible[0])
  if (asked === undefined || !possible.includes(asked)) {
    throw new Fault(`There is no ${json ? 'JSON' : asked} of ${what}.`, {
      mend: `Use --format ${possible.join(' or ')}; ${kindsIn(json ? 'jsonl' : asked)}`,
      exitCode: 2,
    })
  }
  if (oneMode && asked !== 'graphml') {
    throw new Fault('--one-mode is a view of the network as a graph.', {
      mend: 'Use it with --what network --format graphml.',
      exitCode: 2,
    })
  }
  return asked
}

function kindsIn(format: ExportFormat | undefined): string {
  const kinds = (Object.keys(exportFormatsOf) as ExportKind[]).filter(kind =>
    (exportFormatsOf[kind] as readonly string[]).includes(format ?? ''),
  )
  return `--format ${format} goes with --what ${kinds.join(', ')}.`
}

const tables = {
  reports: reportRows,
  statements: statementRows,
  positions: positionRows,
  options: optionRows,
  conditions: conditionRows,
  discrepancies: discrepancyRows,
  pledges: pledgeRows,
  proposals: proposalRows,
} as const

async function exported(record: CaseRecord, { what, oneMode }: ExportOptions, format: ExportFormat): Promise<Export> {
  switch (what) {
    case 'events':
      return format === 'cameo' ? cameo(record) : plover(record)
    case 'network':
      return discourseNetwork(record, format, oneMode === true)
    case 'evidence': {
      const { annotations } = await import('../exchange/annotations.js')
      return { text: `${JSON.stringify(annotations(record), null, 2)}\n`, notes: [] }
    }
    default: {
      const rows: Row[] = tables[what](record)
      return { text: format === 'csv' ? csv(rows) : jsonLines(rows), notes: [] }
    }
  }
}

async function plover(record: CaseRecord): Promise<Export> {
  const { ploverEvents } = await import('../exchange/plover.js')
  const { events, abstained, repeated, untyped } = ploverEvents(record)
  const undated = events.filter(({ date }) => date === null).length
  const unplaced = events.filter(({ source }) => source[0]?.identifier_id === undefined).length
  return {
    text: jsonLines(events),
    notes: [
      ...counts(events.length, abstained, repeated),
      ...note(untyped, 'left out, being statements, denials or doubts, for which PLOVER has no event type'),
      ...unknowns(undated, unplaced),
    ],
  }
}

async function cameo(record: CaseRecord): Promise<Export> {
  const { cameoColumns, cameoEvents } = await import('../exchange/cameo.js')
  const { rows, abstained, repeated } = cameoEvents(record)
  const undated = rows.filter(row => row.story_date === null).length
  const unplaced = rows.filter(row => row.source === null).length
  return {
    text: csv(rows, { columns: cameoColumns }),
    notes: [...counts(rows.length, abstained, repeated), ...unknowns(undated, unplaced)],
  }
}

async function discourseNetwork(record: CaseRecord, format: ExportFormat, oneMode: boolean): Promise<Export> {
  const { network } = await import('../exchange/network.js')
  const found = network(record)
  const notes = [
    `${found.statements.length} signed statements of ${found.actors.length} parties on ${found.concepts.length} issues`,
    ...note(found.leftOut, 'acts left out that take no side, bear on no issue or are of no known party'),
  ]
  if (format === 'csv') {
    const { dnaColumns, dnaStatements } = await import('../exchange/dna.js')
    return { text: csv(dnaStatements(found, record), { columns: dnaColumns, delimiter: ';' }), notes }
  }
  const { oneModeGraphml, twoModeGraphml } = await import('../exchange/graphml.js')
  return { text: oneMode ? oneModeGraphml(found) : twoModeGraphml(found), notes }
}

function counts(written: number, abstained: number, repeated: number): string[] {
  return [
    `${written} written`,
    ...note(abstained, 'statements left out, whose act is not plain'),
    ...note(repeated, 'left out, which their report tells twice in the same words'),
  ]
}

function unknowns(undated: number, unplaced: number): string[] {
  return [
    ...note(undated, 'without a date: no report of theirs is dated, or they are told as past'),
    ...note(unplaced, 'whose source is of no known party'),
  ]
}

function note(count: number, words: string): string[] {
  return count === 0 ? [] : [`${count} ${words}`]
}

function jsonLines(rows: readonly object[]): string {
  return rows.map(row => `${JSON.stringify(row)}\n`).join('')
}
