import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Span } from '../language/span.js'
import { whyNotAnalysed } from '../record/report-list.js'
import { type Refusal, type Report, wholeText } from '../reports/report.js'
import { formatOf, formatOfContent } from '../reports/sources/formats.js'
import { readReports } from '../reports/sources/read.js'
import { jsonLines, messageOf } from './json-lines.js'
import { textOf } from './stages/statements.js'

/** A text to be read for statements, or an input that cannot be. */
export type GivenText =
  | {
      readonly kind: 'text'
      /** Of the line; of a report, its place. */
      readonly id: string
      readonly text: string
      /** What of it is the report's own account; all of it in a line. */
      readonly body: readonly Span[]
      readonly headline: Span | null
    }
  | { readonly kind: 'bad-line'; readonly id?: unknown; readonly line?: number; readonly error: string }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }

/**
 * The texts at `places`, one at a time: JSON lines `{id, text}` with their ids as they stand, everything else as the
 * reports that are read there. `-` is standard input.
 */
export async function* statementTexts(places: readonly string[], input: Readable): AsyncGenerator<GivenText> {
  for (const place of places) {
    if (place === '-') {
      const { start, whole } = await peeked(input)
      if (isJsonLines(start)) yield* linesOf(whole)
      else yield* reportsAt(place, whole)
    } else if (formatOf(place) === 'json-lines' && existsSync(place)) {
      const bytes = createReadStream(place)
      yield* linesOf(place.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes)
    } else yield* reportsAt(place, input)
  }
}

async function* linesOf(input: Readable): AsyncGenerator<GivenText> {
  for await (const line of jsonLines(input)) {
    if ('error' in line) {
      yield { kind: 'bad-line', ...line }
      continue
    }
    const { id } = line.value
    try {
      const text = textOf(line.value)
      yield { kind: 'text', id, text, body: wholeText(text), headline: null }
    } catch (error) {
      yield { kind: 'bad-line', id, error: messageOf(error) }
    }
  }
}

async function* reportsAt(place: string, input: Readable): AsyncGenerator<GivenText> {
  for await (const reading of readReports([place], { input })) {
    yield reading.kind === 'report' ? textOfReport(reading.report) : reading
  }
}

function textOfReport(report: Report): GivenText {
  const { place, text, body, headline } = report
  const why = whyNotAnalysed(report)
  if (why) return { kind: 'refusal', refusal: { place, reason: why.reason, mend: why.mend } }
  return { kind: 'text', id: place, text, body, headline }
}

/** The beginning of a stream, and the stream with nothing lost. */
async function peeked(input: Readable): Promise<{ start: Uint8Array; whole: Readable }> {
  const chunks: AsyncIterator<unknown> = input[Symbol.asyncIterator]()
  const first = await chunks.next()
  const start = first.done ? new Uint8Array() : Buffer.from(first.value as Uint8Array | string)
  return {
    start,
    whole: Readable.from(
      (async function* () {
        if (!first.done) yield start
        for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
      })(),
    ),
  }
}

/** A first line that is broken must not turn the lines behind it into prose: any early line that opens an object tells. */
function isJsonLines(start: Uint8Array): boolean {
  const format = formatOfContent(start)
  return format === 'json-lines' || (format === 'text' && /^\{[ \t]*"/m.test(new TextDecoder().decode(start)))
}
