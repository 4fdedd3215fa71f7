import { stringify } from 'csv-stringify/sync'
import type { Row } from '../record/rows.js'

/**
 * RFC 4180 with a header line; lists are joined by "; ", and what a spreadsheet would run as a formula is quoted with `'`.
 *
 * `columns`: all there are, in order; none given: those of the rows.
 */
export function csv(
  rows: readonly Row[],
  { columns, delimiter = ',' }: { readonly columns?: readonly string[]; readonly delimiter?: ',' | ';' } = {},
): string {
  const names = [...(columns ?? new Set(rows.flatMap(row => Object.keys(row))))]
  const plain = rows.map(row => Object.fromEntries(names.map(column => [column, cell(row[column])])))
  return stringify(plain, {
    header: true,
    columns: names,
    delimiter,
    record_delimiter: 'windows',
  })
}

/** What a spreadsheet takes for the beginning of a formula, in both widths. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

function cell(value: Row[string] | undefined): string {
  // A negative number is no formula.
  if (typeof value === 'number') return String(value)
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '')
  return formula.test(text) ? `'${text}` : text
}
