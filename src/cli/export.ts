import { stringify } from 'csv-stringify/sync'
import type { CaseRecord } from '../record/record.js'
import { conditionRows, discrepancyRows, positionRows, type Row, reportRows, statementRows } from '../record/rows.js'
import type { Field } from '../reports/sources/fields.js'
import { type Effects, exit } from './effects.js'
import type { ExportFormat, ExportKind } from './export-kinds.js'
import { deliver } from './output.js'
import { listRefusals, readRecord } from './read-record.js'

export interface ExportOptions {
  readonly what: ExportKind
  readonly format: ExportFormat
  readonly json?: boolean
  readonly output?: string
  readonly field?: Partial<Record<Field, string>>
}

const tables: Record<ExportKind, (record: CaseRecord) => Row[]> = {
  reports: reportRows,
  statements: statementRows,
  positions: positionRows,
  conditions: conditionRows,
  discrepancies: discrepancyRows,
}

/** `parley export PLACES --what TABLE`: exit 0, or 3 when an input was refused (named on standard error). */
export async function runExport(places: readonly string[], options: ExportOptions, effects: Effects): Promise<number> {
  const record = await readRecord(places, effects, { fields: options.field })
  const rows = tables[options.what](record)
  await deliver(options.format === 'csv' && !options.json ? csv(rows) : jsonLines(rows), options.output, effects)
  return listRefusals(record, effects) > 0 ? exit.doneWithRefusals : exit.done
}

function jsonLines(rows: readonly Row[]): string {
  return rows.map(row => `${JSON.stringify(row)}\n`).join('')
}

/** RFC 4180 with a header line; lists are joined by "; ", and what a spreadsheet would run as a formula is quoted with `'`. */
function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const plain = rows.map(row => Object.fromEntries(columns.map(column => [column, cell(row[column])])))
  return stringify(plain, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' })
}

function cell(value: Row[string] | undefined): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '')
}
