import { Fault } from '../../fault.js'

/**
 * The text in `bytes`: UTF-8, UTF-16 (with or without its mark), else Windows-1252, of which Latin-1 is a part.
 *
 * `charset`: what the sender says it is, believed where it is known to the decoder.
 * @throws Fault where the bytes are no text.
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  const marked = byMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (looksBinary(bytes))
    throw new Fault('This is not text, whatever its name says.', {
      mend: 'Save it as text, or give the file the ending of its real format (pdf, docx, html).',
    })
  if (charset && !/^utf-?8$/i.test(charset)) {
    const decoder = decoderOf(charset)
    if (decoder) return decoder.decode(bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without its mark: Latin text in it has a zero in every other byte, always at the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 8) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) index % 2 === 0 ? even++ : odd++
  const half = sample.length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Control characters that no text has; a few strays are let through. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192)
  let control = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++
  }
  return control > sample.length * 0.02
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(charset)
  } catch {
    return null
  }
}
