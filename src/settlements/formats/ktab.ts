import { Fault } from '../../fault.js'
import type { Stakeholder } from '../influence.js'
import { ratioOf } from '../ratio.js'

/** The columns by the names that KTAB's files give them. */
const columns = {
  name: ['actor', 'stakeholder', 'name'],
  capability: ['capability', 'resources', 'power', 'influence'],
  position: ['position'],
  salience: ['salience'],
} as const

/**
 * Reads a KTAB table of actors with capability, position and salience on one question.
 *
 * @throws Fault with the line of what cannot be read
 */
export function readKtab(text: string, place: string): Stakeholder[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ cells: cellsOf(line), line: i + 1 }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
  const [head, ...body] = rows
  if (!head) throw new Fault('The table is empty.', { place })
  const names = head.cells.map(cell => cell.toLowerCase())
  const at = (field: keyof typeof columns): number => {
    const found = names.findIndex(name => (columns[field] as readonly string[]).includes(name))
    if (found >= 0) return found
    throw new Fault(`There is no column for the ${field}.`, {
      place: `${place}:${head.line}`,
      mend: `Name a column ${columns[field].join(' or ')}.`,
    })
  }
  const fields = { name: at('name'), capability: at('capability'), position: at('position'), salience: at('salience') }
  return body.map(({ cells, line }) => {
    const number = (field: 'capability' | 'position' | 'salience') => {
      try {
        return ratioOf(cells[fields[field]] ?? '')
      } catch {
        throw new Fault(`The ${field} is "${cells[fields[field]] ?? ''}".`, {
          place: `${place}:${line}`,
          mend: 'Write a number.',
        })
      }
    }
    return {
      name: cells[fields.name] ?? '',
      capability: number('capability'),
      position: number('position'),
      salience: number('salience'),
    }
  })
}

/** One line's cells; a quoted cell may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      let cell = ''
      for (at++; at < line.length; at++) {
        if (line[at] !== '"') cell += line[at]
        else if (line[at + 1] === '"') cell += line[at++]
        else break
      }
      cells.push(cell.trim())
      const comma = line.indexOf(',', at)
      at = comma < 0 ? line.length + 1 : comma + 1
    } else {
      const comma = line.indexOf(',', at)
      cells.push(line.slice(at, comma < 0 ? undefined : comma).trim())
      at = comma < 0 ? line.length + 1 : comma + 1
    }
  }
  return cells
}
