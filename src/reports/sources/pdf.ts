import { getDocumentProxy, getMeta } from 'unpdf'
import { Fault } from '../../fault.js'
import type { StoredText } from '../report.js'

/** Pages of one report; what follows is left out of it with a refusal of the whole. */
const mostPages = 500

/** A PDF with text in it (not a scan): its lines, joined to paragraphs. */
export async function readPdf(bytes: Uint8Array, place: string): Promise<StoredText> {
  const document = await open(bytes)
  try {
    if (document.numPages > mostPages)
      throw new Fault(`The document has ${document.numPages} pages, at most ${mostPages} are read.`, {
        mend: 'Cut out the pages that matter.',
      })
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(joinLines(items.flatMap(item => ('str' in item ? [item] : []))))
      // pdf.js works in promises alone: give the time limit a turn.
      await new Promise(resolve => setImmediate(resolve))
    }
    const text = pages.join('\n\n').trim()
    if (text === '')
      throw new Fault('The document holds pictures of pages, no text.', {
        mend: 'Run a text recognition (OCR) over it.',
      })
    const { info } = await getMeta(document)
    const title = typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null
    return { place, text, title }
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Uint8Array) {
  try {
    // pdf.js takes the buffer over; the caller's stays as it is.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new Fault(isLocked ? 'The document is locked with a password.' : 'This is no PDF, or it is damaged.', {
      mend: isLocked
        ? 'Save a copy without the password.'
        : 'Open it in a viewer and save it again, or save its text as txt.',
      cause: error,
    })
  }
}

interface Piece {
  readonly str: string
  readonly hasEOL: boolean
  readonly transform: readonly number[]
  readonly height: number
}

/** Lines become paragraphs: a new one starts where the gap between lines is wider than usual or a line ends early after a full stop. */
function joinLines(pieces: readonly Piece[]): string {
  const lines: { text: string; y: number }[] = []
  let text = ''
  for (const piece of pieces) {
    text += piece.str
    if (!piece.hasEOL) continue
    lines.push({ text: text.replace(/\s+/gu, ' ').trim(), y: piece.transform[5] ?? 0 })
    text = ''
  }
  if (text.trim() !== '') lines.push({ text: text.replace(/\s+/gu, ' ').trim(), y: pieces.at(-1)?.transform[5] ?? 0 })
  const full = lines.filter(line => line.text !== '')
  const gaps = full
    .slice(1)
    .map((line, index) => Math.abs(full[index]!.y - line.y))
    .filter(gap => gap > 1)
  const usual = gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0
  const width = Math.max(0, ...full.map(line => line.text.length))
  let joined = ''
  for (const [index, line] of full.entries()) {
    const before = full[index - 1]
    if (!before) joined = line.text
    else if (
      Math.abs(before.y - line.y) > usual * 1.4 ||
      (before.text.length < width * 0.7 && /[.!?:"”]$/.test(before.text))
    )
      joined += `\n${line.text}`
    else if (/\p{Ll}-$/u.test(joined) && /^\p{Ll}/u.test(line.text)) joined = joined.slice(0, -1) + line.text
    else joined += ` ${line.text}`
  }
  return joined
}
