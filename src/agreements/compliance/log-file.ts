import { Fault } from '../../fault.js'
import { type CsvRow, csvRows } from './csv.js'
import formats from './formats.json' with { type: 'json' }
import { entryOf, type LogEntry } from './log.js'

export type LogFormat = keyof Omit<typeof formats, 'note'>
export const logFormats = ['plain', 'ucdp', 'acled'] as const satisfies readonly LogFormat[]

export interface LogFile {
  readonly entries: readonly LogEntry[]
  readonly refused: readonly { readonly place: string; readonly reason: string; readonly mend: string }[]
}

const most = { rows: 1_000_000, cell: 100_000 }

/**
 * Reads a CSV of incidents or events; rows that cannot be read are refused one by one.
 *
 * @param columns ours=theirs, where a column is called otherwise
 * @throws Fault where the file as a whole is no such table
 */
export function readLog(
  text: string,
  place: string,
  { format, columns = {} }: { format?: LogFormat | undefined; columns?: Readonly<Record<string, string>> } = {},
): LogFile {
  const [head, ...rows] = rowsOf(text, place)
  if (!head) return { entries: [], refused: [] }
  const names = head.cells.map(name => name.trim())
  const kind = format ?? formatOf(names)
  const known: Readonly<Record<string, readonly string[]>> = { ...formats.plain.columns, ...formats[kind].columns }
  const own = kind === 'plain' ? formats.plain.columns : formats[kind].columns
  const at = new Map(
    Object.entries({ ...own, ...Object.fromEntries(Object.keys(columns).map(field => [field, []])) }).map(
      ([field, given]) => {
        const wanted = columns[field] === undefined ? given : [columns[field]]
        return [field, names.findIndex(name => (wanted as readonly string[]).includes(name))]
      },
    ),
  )
  const odd = Object.keys(columns).find(field => !(field in known) || (at.get(field) ?? -1) < 0)
  if (odd !== undefined)
    throw new Fault(`There is no column for \`${odd}\`.`, {
      place,
      mend: `Fields: ${Object.keys(known).join(', ')}.`,
      exitCode: 2,
    })
  for (const field of ['id', 'from', 'act'])
    if ((at.get(field) ?? -1) < 0)
      throw new Fault(`The table has no column for \`${field}\`.`, {
        place,
        mend: 'Name it with --column, or the kind of table with --format.',
      })
  const entries: LogEntry[] = []
  const refused: { place: string; reason: string; mend: string }[] = []
  for (const row of rows) {
    const read = entryOf(given(row, at, kind))
    if ('entry' in read) entries.push(read.entry)
    else
      refused.push({
        place: `${place}:${row.line}`,
        reason: `${read.reason}.`,
        mend: 'Mend the row; the others are read.',
      })
  }
  return { entries, refused }
}

function rowsOf(text: string, place: string): CsvRow[] {
  try {
    return csvRows(text, most)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Fault(cause.message, { place, mend: 'Split the file.', cause })
  }
}

const formatOf = (names: readonly string[]): LogFormat =>
  names.includes('type_of_violence') ? 'ucdp' : names.some(name => name.startsWith('event_id_')) ? 'acled' : 'plain'

function given({ cells }: CsvRow, at: ReadonlyMap<string, number>, kind: LogFormat): object {
  const cell = (field: string) => {
    const value = cells[at.get(field) ?? -1]?.trim()
    return value === undefined || value === '' ? undefined : value
  }
  const number = (field: string) => {
    const value = cell(field)
    return value === undefined ? undefined : Number(value)
  }
  const { acts, perpetrator, within } = formats[kind]
  const act = cell('act')
  const isOurs = kind === 'plain' || (perpetrator as readonly string[]).includes(cell('kind') ?? act ?? '')
  const by = isOurs
    ? cell('by')
        ?.split(';')
        .map(one => one.trim())
    : undefined
  return {
    id: cell('id'),
    from: cell('from'),
    to: cell('to'),
    known: cell('known'),
    act: act === undefined ? undefined : ((acts as Readonly<Record<string, string>>)[act] ?? act),
    by,
    attribution: shares(cell('attribution')),
    target: isOurs ? cell('target') : undefined,
    place: cell('place'),
    lat: number('lat'),
    lon: number('lon'),
    verification: cell('verification'),
    exempt: cell('exempt'),
    norm: cell('norm'),
    says: cell('says'),
    foundBy: cell('foundBy'),
    duplicateOf: cell('duplicateOf'),
    sources: number('sources'),
    reportedBy: cell('reportedBy'),
    within: (within as Readonly<Record<string, number>>)[cell('within') ?? ''] ?? number('within'),
    text: cell('text')?.slice(0, 20_000),
  }
}

/** "A 0.6; B 0.1": the rest is unknown. */
function shares(text: string | undefined): Record<string, number> | undefined {
  if (text === undefined) return undefined
  return Object.fromEntries(
    text.split(';').map(part => {
      const cut = Math.max(part.lastIndexOf(':'), part.trimEnd().lastIndexOf(' '))
      return [part.slice(0, cut).replace(/:\s*$/, '').trim(), Number(part.slice(cut + 1))]
    }),
  )
}
