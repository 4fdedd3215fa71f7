import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Fault } from '../../fault.js'
import { makeReport, type Refusal, type Report, type StoredText, sha256 } from '../report.js'
import { decode } from './decode.js'
import type { Field } from './fields.js'
import { type Format, formatOf, formatOfContent, formatOfType, isPacked } from './formats.js'
import { largestCollection, largestFile, largestList, mostPieces } from './limits.js'
import { withinTime } from './time-limit.js'
import { unpackedStream, unpackedWhole } from './unpack.js'
import { type Found, walk } from './walk.js'
import { addressesIn, isAddress } from './web/addresses.js'
import { type Fetched, politeFetch } from './web/fetch.js'
import { type Network, realNetwork } from './web/request.js'

/** What reading yields, one at a time: a report, or an input that could not be read. */
export type Reading =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }

export interface ReadOptions {
  /** What `-` reads. */
  readonly input?: Readable
  /** Which fields of a JSON line are what; default: the report's own names. */
  readonly fields?: Partial<Record<Field, string>>
  /** Bytes of one file that is read whole; default 32 MB. */
  readonly largest?: number
  /** How web addresses are reached; default: the network of this machine. */
  readonly network?: Network
}

/**
 * The reports in files, folders (with all folders in them), standard input (`-`) and at web addresses, in the order given,
 * within a folder in the order of their paths.
 *
 * What cannot be read is yielded as a refusal, and the rest is read. Two inputs with one id are read once.
 */
export async function* readReports(places: readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  const seen = new Set<string>()
  const fetchPage = politeFetch(options.network ?? realNetwork)
  for (const given of places) {
    const found = given === '-' ? [stdin] : isAddress(given) ? [{ path: given, place: given }] : await walk(given)
    for (const entry of found) {
      if ('reason' in entry) yield { kind: 'refusal', refusal: entry }
      else
        for await (const reading of readOne(entry, options, fetchPage)) {
          if (reading.kind === 'report') {
            if (seen.has(reading.report.id)) continue
            seen.add(reading.report.id)
          }
          yield reading
        }
    }
  }
}

const stdin: Found = { path: '-', place: '-' }

type FetchPage = (address: string) => Promise<Fetched>

async function* readOne(file: Found, options: ReadOptions, fetchPage: FetchPage): AsyncGenerator<Reading> {
  try {
    if (isAddress(file.path)) yield* readings(pageTexts(await fetchPage(file.path), file.place, options))
    else if (file.path !== '-' && formatOf(file.path) === 'addresses')
      for (const { address, place } of await addressesOf(file)) {
        if (isAddress(address)) yield* readOne({ path: address, place: address }, options, fetchPage)
        else yield refusal(place, notAnAddress(address))
      }
    else yield* readings(storedTexts(file, options))
  } catch (error) {
    yield refusal(file.place, error)
  }
}

/** The reports in what a parser yields, each within the time limit. */
async function* readings(texts: AsyncGenerator<StoredText | Refusal>): AsyncGenerator<Reading> {
  for await (const stored of withinTime(texts)) {
    if ('reason' in stored) yield { kind: 'refusal', refusal: stored }
    else if (stored.text.trim() === '')
      yield refusal(stored.place, new Fault('It has no text.', { mend: 'Leave it out.' }))
    else yield { kind: 'report', report: makeReport(stored) }
  }
}

/** The addresses in a list file, one a line. */
async function addressesOf(file: Found): Promise<{ address: string; place: string }[]> {
  const { size } = await stat(file.path)
  if (size > largestList) throw tooLarge(size, largestList)
  return addressesIn(decode(await wholeFile(file.path, largestList)), file.place)
}

/** The reports in what a web server gave. */
async function* pageTexts(page: Fetched, place: string, options: ReadOptions): AsyncGenerator<StoredText | Refusal> {
  const format = formatOfType(page.type) ?? formatOf(new URL(page.url).pathname) ?? formatOfContent(page.bytes)
  const charset = /charset=["']?([\w-]{2,30})/i.exec(page.type)?.[1]
  yield* piecesOf(format, page.bytes, place, options, { url: page.url, charset })
}

/** A parser's own complaint is passed on: a defect of ours would hide the file from the user otherwise. */
function refusal(place: string, error: unknown): Reading {
  const fault = error instanceof Fault ? error : null
  const reason = fault?.message ?? `It cannot be read: ${error instanceof Error ? error.message : String(error)}`
  const mend = fault?.mend ?? 'Open it in the program that made it and save it as text or PDF.'
  return { kind: 'refusal', refusal: { place: fault?.place ?? place, reason, mend } }
}

async function* storedTexts(file: Found, options: ReadOptions): AsyncGenerator<StoredText | Refusal> {
  if (file.path === '-') {
    if (!options.input) throw new Fault('Standard input is not open.', { mend: 'Pipe a report into the command.' })
    const bytes = await wholeStream(options.input, options.largest ?? largestFile)
    if (bytes.length === 0) throw new Fault('Standard input is empty.', { mend: 'Pipe a report into the command.' })
    const plain = isPacked(bytes) ? await unpackedWhole(bytes, options.largest ?? largestFile) : bytes
    yield* piecesOf(formatOfContent(plain), plain, file.place, options)
    return
  }
  const format = formatOf(file.path)
  if (format === null) throw unreadableFormat(file.place)
  const { size } = await stat(file.path)
  if (size === 0) throw new Fault('The file is empty.', { mend: 'Leave it out.' })
  const isCollection = format === 'json-lines' || format === 'warc'
  const largest = isCollection ? largestCollection : (options.largest ?? largestFile)
  if (size > largest) throw tooLarge(size, largest)
  if (isCollection) yield* collection(format, file, options)
  else {
    const bytes = await wholeFile(file.path, largest)
    yield* piecesOf(format, isPacked(bytes) ? await unpackedWhole(bytes, largest) : bytes, file.place, options)
  }
}

async function* piecesOf(
  format: Format,
  bytes: Uint8Array,
  place: string,
  options: ReadOptions,
  from: { readonly url: string | null; readonly charset?: string | undefined } = { url: null },
): AsyncGenerator<StoredText | Refusal> {
  const hash = sha256(bytes)
  const { url } = from
  const known = url === null ? {} : { url }
  if (format === 'text' || format === 'addresses')
    yield { ...(await import('./text.js')).readText(decode(bytes, from.charset), place), ...known, sha256: hash }
  else if (format === 'html') {
    const { readHtml, declaredCharset } = await import('./html.js')
    yield { ...readHtml(decode(bytes, from.charset ?? declaredCharset(bytes)), place, url), sha256: hash }
  } else if (format === 'mail') yield { ...(await (await import('./mail.js')).readMail(bytes, place)), sha256: hash }
  else if (format === 'docx')
    yield { ...(await (await import('./docx.js')).readDocx(bytes, place)), ...known, sha256: hash }
  else if (format === 'pdf')
    yield { ...(await (await import('./pdf.js')).readPdf(bytes, place)), ...known, sha256: hash }
  else if (format === 'feed') yield* (await import('./feed.js')).readFeed(decode(bytes), place)
  else if (format === 'json-lines')
    yield* (await import('./json-lines.js')).readJsonLines([bytes], place, options.fields ?? {})
  else yield* (await import('./warc.js')).readWarc([bytes], place)
}

async function* collection(
  format: 'json-lines' | 'warc',
  file: Found,
  options: ReadOptions,
): AsyncGenerator<StoredText | Refusal> {
  const bytes = createReadStream(file.path)
  let pieces = 0
  try {
    const texts =
      format === 'warc'
        ? (await import('./warc.js')).readWarc(bytes, file.place)
        : (await import('./json-lines.js')).readJsonLines(unpackedStream(bytes), file.place, options.fields ?? {})
    for await (const stored of texts) {
      if (++pieces > mostPieces)
        throw new Fault(`It holds more than ${mostPieces} reports.`, { mend: 'Split it into several files.' })
      yield stored
    }
  } finally {
    bytes.destroy()
  }
}

/** The file's bytes; never more than `largest`, however it grows while it is read. */
async function wholeFile(path: string, largest: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.allocUnsafe(Math.min(size, largest))
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  } finally {
    await file.close()
  }
}

async function wholeStream(input: Readable, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > largest) throw tooLarge(size, largest)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function notAnAddress(line: string): Fault {
  return new Fault(`"${line.slice(0, 80)}" is no web address.`, {
    mend: 'Write one address a line, with https:// before it.',
  })
}

function tooLarge(size: number, largest: number): Fault {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return new Fault(
    `The file is too large for one report: ${megabytes(size)}, at most ${megabytes(largest)} are read.`,
    {
      mend: 'Split it into one file a report, or into JSON lines (.jsonl).',
    },
  )
}

function unreadableFormat(place: string): Fault {
  const isPicture = /\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|svg)$/i.test(place)
  return new Fault(isPicture ? 'This is a picture.' : 'Parley does not read this kind of file.', {
    mend: isPicture
      ? 'Parley reads words only: add the text itself as txt, docx or pdf.'
      : 'Save it as txt, md, html, eml, docx, pdf, jsonl, a feed (rss, atom, json), warc or a list of addresses (urls).',
  })
}
