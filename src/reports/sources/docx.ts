import mammoth from 'mammoth'
import { Fault } from '../../fault.js'
import type { StoredText } from '../report.js'

/** Bytes that a document may unpack to. */
const largestUnpacked = 200 * 1024 * 1024

/** A Word document: its paragraphs, one a line. */
export async function readDocx(bytes: Uint8Array, place: string): Promise<StoredText> {
  const size = unpackedSize(bytes)
  if (size === null) throw new Fault('This is no Word document.', { mend: 'Save it as .docx (not .doc) or as txt.' })
  if (size > largestUnpacked)
    throw new Fault('The document unpacks to more than 200 MB.', { mend: 'Save its text as txt.' })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  return { place, text: value }
}

/** What the zip's directory says its files unpack to; null where there is no directory. */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) return null
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    size += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}
