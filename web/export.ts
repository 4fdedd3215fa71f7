import { stringify } from 'csv-stringify/browser/esm/sync'

export type Row = Readonly<Record<string, string | number | boolean | null>>

/**
 * A table as CSV with a header line. Cells that a spreadsheet would take for a formula are escaped:
 * their words come from anywhere.
 */
export function toCsv(rows: readonly Row[]): string {
  return stringify([...rows], {
    header: true,
    escape_formulas: true,
    bom: true,
    cast: { boolean: value => `${value}` },
  })
}

/** Hands a file to the browser's downloads. */
export function download(name: string, rows: readonly Row[], format: 'csv' | 'json'): void {
  const text = format === 'csv' ? toCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`
  const url = URL.createObjectURL(new Blob([text], { type: format === 'csv' ? 'text/csv' : 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.${format}`
  link.click()
  URL.revokeObjectURL(url)
}
