/** One row of a table, with the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The rows of a CSV text (RFC 4180: quotes doubled, line breaks within quotes). O(text).
 *
 * @param most rows and characters a cell beyond which reading stops with a RangeError
 */
export function csvRows(text: string, most: { rows: number; cell: number }): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [line, begun, at] = [1, 1, text.charCodeAt(0) === 0xfeff ? 1 : 0]
  const end = () => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells })
    if (rows.length > most.rows) throw new RangeError(`There are more than ${most.rows} rows.`)
    cells = []
    begun = line
  }
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      const parts: string[] = []
      at++
      for (;;) {
        const close = text.indexOf('"', at)
        const stop = close < 0 ? text.length : close
        parts.push(text.slice(at, stop))
        at = stop + 1
        if (close < 0 || text[at] !== '"') break
        parts.push('"')
        at++
      }
      cell = parts.join('')
      line += cell.split('\n').length - 1
    }
    const from = at
    while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++
    cell += text.slice(from, at).replace(/\r$/, '')
    if (cell.length > most.cell) throw new RangeError(`A cell on line ${line} has more than ${most.cell} characters.`)
    cells.push(cell)
    if (text[at] === ',') {
      at++
      if (at < text.length && text[at] !== '\n') continue
      cells.push('')
    }
    at++
    line++
    end()
  }
  return rows
}
