import { WARCParser, type WARCRecord } from 'warcio'
import { Fault } from '../../fault.js'
import type { Refusal, StoredText } from '../report.js'
import { sha256 } from '../report.js'
import { decode } from './decode.js'
import { declaredCharset, readHtml } from './html.js'
import { largestPiece } from './limits.js'
import { readText } from './text.js'

/** The pages of a web archive (.warc, .warc.gz): every response with HTML or plain text that the server answered in full. */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  place: string,
): AsyncGenerator<StoredText | Refusal> {
  let pages = 0
  for await (const record of new WARCParser(chunks)) {
    const type = mediaType(record)
    if (type === null) continue
    const piece = `${place}#${++pages}`
    const bytes = await content(record)
    if (bytes === null) {
      yield { place: piece, reason: `The page is larger than ${largestPiece / 1024 / 1024} MB.`, mend: 'Leave it out.' }
      continue
    }
    try {
      yield { ...page(bytes, type, piece, record.warcTargetURI ?? null), sha256: sha256(bytes) }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      yield { place: piece, reason: error.message, mend: error.mend ?? 'Leave it out.' }
    }
  }
  if (pages === 0)
    throw new Fault('The archive holds no web pages.', { mend: 'Check that it is a WARC file with responses.' })
}

function page(bytes: Uint8Array, type: string, place: string, url: string | null): StoredText {
  const charset = /charset=["']?([\w-]{2,30})/i.exec(type)?.[1] ?? declaredCharset(bytes)
  const text = decode(bytes, charset)
  return /html/i.test(type) ? readHtml(text, place, url) : { ...readText(text, place), url }
}

/** The media type of a response that carries a page; null for every other record. */
function mediaType(record: WARCRecord): string | null {
  if (record.warcType !== 'response' && record.warcType !== 'resource') return null
  if (record.httpHeaders && String(record.httpHeaders.statusCode) !== '200') return null
  const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? ''
  return /^(?:text\/html|application\/xhtml\+xml|text\/plain)/i.test(type) ? type : null
}

/** The record's bytes, unpacked; null where they are too many. */
async function content(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record.contentReader) {
    size += chunk.length
    if (size <= largestPiece) chunks.push(chunk)
  }
  return size > largestPiece ? null : Buffer.concat(chunks)
}
