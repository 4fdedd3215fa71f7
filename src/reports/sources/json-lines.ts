import { Fault } from '../../fault.js'
import { knownDate } from '../date.js'
import type { Refusal, StoredText } from '../report.js'
import { sha256 } from '../report.js'
import type { Field } from './fields.js'
import { readHtml } from './html.js'
import { largestPiece } from './limits.js'

/** One report a line; `fields` says which field of the line is which of ours. A line that cannot be read is refused. */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  place: string,
  fields: Partial<Record<Field, string>>,
): AsyncGenerator<StoredText | Refusal> {
  let number = 0
  for await (const line of lines(chunks)) {
    number++
    const piece = `${place}#${number}`
    if (line === null) {
      yield {
        place: piece,
        reason: `The line is longer than ${largestPiece / 1024 / 1024} MB.`,
        mend: 'Split the report.',
      }
      continue
    }
    if (line.trim() === '') continue
    try {
      yield { ...readLine(line, piece, fields), sha256: sha256(line) }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      yield { place: piece, reason: error.message, mend: error.mend ?? 'Mend the line.' }
    }
  }
}

function readLine(line: string, place: string, fields: Partial<Record<Field, string>>): StoredText {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Fault('The line is not JSON.', { mend: 'Write one JSON object a line.', cause: error })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault('The line is not a JSON object.', { mend: 'Write one JSON object a line.' })
  const row = value as Record<string, unknown>
  const field = (name: Field) => {
    const found = row[fields[name] ?? name]
    return (typeof found === 'string' && found.trim() !== '') || typeof found === 'number' ? String(found) : null
  }
  const text = field('text')
  const html = field('html')
  if (text === null && html === null)
    throw new Fault(`The line has no field "${fields.text ?? 'text'}".`, {
      mend: `Its fields are ${Object.keys(row).slice(0, 12).join(', ')}: say which one is the text (--field text=NAME).`,
    })
  const stored: StoredText = text === null ? readHtml(html ?? '', place, field('url')) : { place, text }
  const date = field('date')
  const id = field('id')
  return {
    ...stored,
    ...(id === null ? {} : { id }),
    outlet: field('outlet') ?? stored.outlet ?? null,
    url: field('url') ?? stored.url ?? null,
    title: field('title') ?? stored.title ?? null,
    byline: field('byline') ?? stored.byline ?? null,
    date: (date === null ? null : knownDate(date, 'given')) ?? stored.date ?? null,
    language: field('language') ?? stored.language ?? null,
  }
}

/** Lines of bytes as text; null for a line that is too long, which is skipped without being kept. */
async function* lines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string | null> {
  let held: Uint8Array[] = []
  let size = 0
  let tooLong = false
  const take = () => {
    const line = tooLong ? null : new TextDecoder().decode(held.length === 1 ? held[0] : Buffer.concat(held))
    held = []
    size = 0
    tooLong = false
    return line
  }
  const keep = (bytes: Uint8Array) => {
    size += bytes.length
    if (size > largestPiece) {
      tooLong = true
      held = []
    } else held.push(bytes)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (size > 0) yield take()
}
