import type { Span } from '../../language/span.js'

/**
 * A report as the comparison sees it: its words in order, as 32-bit hashes of their stems.
 *
 * Rewrites share few sentences but most names, numbers and turns of the account, so a reading marks those. It is made
 * by one pass over the characters (the NLP library is some twenty times slower, which rules it out at 100,000 reports).
 */
export interface Reading {
  /** Hash of each word's stem, in order. */
  readonly words: Uint32Array
  /** Bits of `mark` for each word. */
  readonly marks: Uint8Array
  /** Index of the first word of each sentence, ascending; a sentence has at least one word. */
  readonly sentences: Uint32Array
}

export const mark = { name: 1, number: 2, quoted: 4 } as const

/** Longest report that is read to its end: what follows (a web page with its archive) is not compared. */
export const wordLimit = 20_000

/** Longest quotation, in words: a mark that is not closed by then was not an opening one. */
const quotationLimit = 150

enum Char {
  Newline = 10,
  Return = 13,
  Space = 32,
  DoubleQuote = 34,
  Apostrophe = 39,
  Comma = 44,
  Stop = 46,
  RightQuote = 0x2019,
  OpenQuote = 0x201c,
  CloseQuote = 0x201d,
}

/** The reading of what `spans` cover of `text`. */
export function read(text: string, spans: readonly Span[]): Reading {
  const writer = new ReadingWriter()
  for (const span of spans) writer.add(text, span)
  return writer.reading()
}

/** The reading of what `spans` cover of `text`, with where in `text` each of its words starts. */
export function readWithPlaces(text: string, spans: readonly Span[]): Reading & { readonly starts: readonly number[] } {
  const starts: number[] = []
  const writer = new ReadingWriter(starts)
  for (const span of spans) writer.add(text, span)
  return { ...writer.reading(), starts }
}

/** Hash of one word's stem, as in `Reading.words`. */
export function wordHash(word: string): number {
  const codes = Uint16Array.from(word, char => lower(char.charCodeAt(0)))
  return stemHash(codes, codes.length)
}

/** Grows the three columns of a reading. A class because the columns share one growing length. */
class ReadingWriter {
  #words = new Uint32Array(512)
  #marks = new Uint8Array(512)
  #sentences: number[] = []
  #length = 0
  #openSentence = true
  #capitalised = 0
  #quoteAt = -1
  readonly #codes = new Uint16Array(64)
  readonly #starts: number[] | undefined

  constructor(starts?: number[]) {
    this.#starts = starts
  }

  add(text: string, span: Span): void {
    this.#endSentence()
    this.#quoteAt = -1
    let at = span.start
    while (at < span.end && this.#length < wordLimit) {
      const code = text.charCodeAt(at)
      if (isWordChar(code)) at = this.#word(text, at, span.end)
      else at = this.#between(text, at, code, span.end)
    }
    this.#endSentence()
  }

  reading(): Reading {
    this.#nameSentenceStarts()
    return {
      words: this.#words.slice(0, this.#length),
      marks: this.#marks.slice(0, this.#length),
      sentences: Uint32Array.from(this.#sentences),
    }
  }

  /** Reads the word that starts at `at`; returns where it ends. */
  #word(text: string, at: number, end: number): number {
    const first = text.charCodeAt(at)
    let length = 0
    let digits = 0
    let next = at
    for (; next < end; next++) {
      const code = text.charCodeAt(next)
      if (!isWordChar(code)) {
        const inNumber = digits > 0 && (code === Char.Comma || code === Char.Stop) && isDigit(text.charCodeAt(next + 1))
        if (inNumber && code === Char.Comma) continue
        if (!inNumber) break
      }
      if (isDigit(code)) digits++
      if (length < 64) this.#codes[length++] = lower(code)
    }
    const starts = this.#openSentence
    if (starts) {
      this.#sentences.push(this.#length)
      this.#openSentence = false
      this.#capitalised = 0
    }
    this.#starts?.push(at)
    const upper = isUpper(first)
    if (upper) this.#capitalised++
    let marks = 0
    if (digits > 0) marks |= mark.number
    else if (upper && !starts && length > 1) marks |= mark.name
    this.#push(digits > 0 ? fullHash(this.#codes, length) : stemHash(this.#codes, length), marks)
    // The possessive is no word of its own.
    const after = text.charCodeAt(next)
    if ((after === Char.Apostrophe || after === Char.RightQuote) && lower(text.charCodeAt(next + 1)) === 115) {
      if (!isWordChar(text.charCodeAt(next + 2))) return next + 2
    }
    return next
  }

  /** Reads what stands between words: ends of sentences and quotation marks. Returns the next position. */
  #between(text: string, at: number, code: number, end: number): number {
    if (code === Char.Newline || code === Char.Return) {
      this.#endSentence()
      this.#quoteAt = -1
    } else if (code === Char.OpenQuote) this.#quoteAt = this.#length
    else if (code === Char.CloseQuote) this.#closeQuote()
    else if (code === Char.DoubleQuote) {
      const opens = at + 1 < end && isWordChar(text.charCodeAt(at + 1)) && !isWordChar(text.charCodeAt(at - 1))
      if (opens && this.#quoteAt < 0) this.#quoteAt = this.#length
      else this.#closeQuote()
    } else if ((code === Char.Stop || code === 33 || code === 63) && this.#endsSentence(text, at, end)) {
      this.#endSentence()
    }
    return at + 1
  }

  #closeQuote(): void {
    if (this.#quoteAt >= 0 && this.#length - this.#quoteAt <= quotationLimit) {
      for (let word = this.#quoteAt; word < this.#length; word++) this.#marks[word]! |= mark.quoted
    }
    this.#quoteAt = -1
  }

  #endsSentence(text: string, at: number, end: number): boolean {
    let next = at + 1
    while (next < end && isClosing(text.charCodeAt(next))) next++
    if (next < end && text.charCodeAt(next) > Char.Space && !isUpper(text.charCodeAt(next))) return false
    while (next < end && text.charCodeAt(next) === Char.Space) next++
    const follows = text.charCodeAt(next)
    if (next < end && follows >= 97 && follows <= 122) return false
    if (text.charCodeAt(at) !== Char.Stop) return true
    return !isAbbreviation(text, at)
  }

  /** A sentence most of whose words are capitalised is a headline: its capitals do not make names. */
  #endSentence(): void {
    if (this.#openSentence) return
    const start = this.#sentences.at(-1) ?? 0
    const length = this.#length - start
    if (length >= 4 && this.#capitalised > 0.6 * length) {
      for (let word = start; word < this.#length; word++) this.#marks[word]! &= ~mark.name
    }
    this.#openSentence = true
  }

  /** The first word of a sentence, or a word of a headline, is a name where the report writes it as one elsewhere. */
  #nameSentenceStarts(): void {
    const names = new Set<number>()
    for (let word = 0; word < this.#length; word++) if (this.#marks[word]! & mark.name) names.add(this.#words[word]!)
    for (let word = 0; word < this.#length; word++) if (names.has(this.#words[word]!)) this.#marks[word]! |= mark.name
  }

  #push(hash: number, marks: number): void {
    if (this.#length === this.#words.length) {
      const words = new Uint32Array(2 * this.#length)
      words.set(this.#words)
      this.#words = words
      const grown = new Uint8Array(2 * this.#length)
      grown.set(this.#marks)
      this.#marks = grown
    }
    this.#words[this.#length] = hash
    this.#marks[this.#length++] = marks
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isUpper(code: number): boolean {
  return (
    (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code >= 0x410 && code <= 0x42f)
  )
}

function isWordChar(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code)
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f)
  )
}

function isClosing(code: number): boolean {
  return (
    code === Char.DoubleQuote ||
    code === Char.CloseQuote ||
    code === Char.RightQuote ||
    code === Char.Apostrophe ||
    code === 41
  )
}

function lower(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

const abbreviations = new Set(
  'mr mrs ms dr sen rep gov gen lt col sgt capt prof st jr sr inc corp co no vs jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
)

/** Whether the full stop at `at` ends "Mr", "Sen" or an initial rather than a sentence. */
function isAbbreviation(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 6 && isWordChar(text.charCodeAt(start - 1))) start--
  const word = text.slice(start, at)
  if (word.length === 1) return isUpper(word.charCodeAt(0))
  return abbreviations.has(word.toLowerCase())
}

/** Ends that are cut from a word, longest first; "ed" and "ing" only where a stem of four letters stays. */
function stemLength(codes: Uint16Array, length: number): number {
  const last = codes[length - 1]
  const before = codes[length - 2]
  let kept = length
  if (length >= 7 && last === 103 && before === 110 && codes[length - 3] === 105) kept = length - 3
  else if (length >= 6 && last === 100 && before === 101) kept = length - 2
  else if (length >= 6 && last === 115 && before === 101) kept = length - 2
  else if (length >= 4 && last === 115 && before !== 115) kept = length - 1
  else if (length >= 6 && last === 121 && before === 108) kept = length - 2
  if (kept >= 5 && codes[kept - 1] === 101) kept--
  return Math.min(kept, 7)
}

function stemHash(codes: Uint16Array, length: number): number {
  return fullHash(codes, stemLength(codes, length))
}

/** FNV-1a, 32 bits. */
function fullHash(codes: Uint16Array, length: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ codes[at]!, 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}
