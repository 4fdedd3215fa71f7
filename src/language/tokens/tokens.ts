import { abbreviations } from './abbreviations.js'
import { character, classOf } from './characters.js'
import { sentenceStarts } from './sentence-starts.js'

/**
 * The tokens of a text in the manner of the Penn Treebank ("doesn't" is "does" and "n't"), and where sentences begin.
 *
 * Arrays instead of objects: the statement engine reads tens of thousands of tokens a second.
 */
export interface Tokens {
  readonly text: string
  readonly count: number
  /** UTF-16 offsets into `text`, one per token, end exclusive. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** What stands before each token: see `gap`. */
  readonly gap: Uint8Array
  /** Index of the first token of each sentence, then `count`. */
  readonly sentences: Int32Array
}

/** What stands between a token and the one before it. The first token of a text follows a blank line. */
export const gap = { none: 0, space: 1, line: 2, blankLine: 3 } as const

const apostrophe = /['’]/

/** The tokens of `text`. Every character that is no white space lies in exactly one token; takes time linear in the text. */
export function tokens(text: string): Tokens {
  const length = text.length
  const start: number[] = []
  const end: number[] = []
  const gaps: number[] = []
  let at = 0
  let before: number = gap.blankLine
  const push = (from: number, to: number) => {
    start.push(from)
    end.push(to)
    gaps.push(before)
    before = gap.none
  }
  while (at < length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === character.space) {
      if (before < gap.space) before = gap.space
      at++
    } else if (kind === character.line) {
      const isPair = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10
      before = before < gap.line ? gap.line : gap.blankLine
      at += isPair ? 2 : 1
    } else if (kind === character.letter || kind === character.digit) {
      const to = endOfWord(text, at)
      pushWord(text, at, to, push)
      at = to
    } else {
      const to = endOfMark(text, at, kind)
      push(at, to)
      at = to
    }
  }
  const found = {
    text,
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    gap: Uint8Array.from(gaps),
  }
  return { ...found, sentences: sentenceStarts(found) }
}

function isWordUnit(unit: number): boolean {
  const kind = classOf(unit)
  return kind === character.letter || kind === character.digit
}

/** A word with its inner hyphens, full stops, commas between digits and apostrophes. */
function endOfWord(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (isWordUnit(unit)) {
      at++
      continue
    }
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32
    if (!isWordUnit(next)) break
    const char = text[at]!
    const isBetweenDigits = classOf(text.charCodeAt(at - 1)) === character.digit && classOf(next) === character.digit
    const joins = char === '-' || char === '\u2011' || char === '.' || char === '&' || apostrophe.test(char)
    if (!(joins || (isBetweenDigits && (char === ',' || char === ':')))) break
    at++
  }
  // "U.S.", "a.m.", "J.": the last full stop belongs to it.
  if (text[at] === '.' && text[at + 1] !== '.' && isAbbreviated(text, from, at)) at++
  return at
}

function isAbbreviated(text: string, from: number, to: number): boolean {
  const word = text.slice(from, Math.min(to, from + 24))
  if (to - from > 24) return false
  if (/^\p{L}(\.\p{L})*$/u.test(word)) return word.length > 1 || (/\p{Lu}/u.test(word) && word !== 'I')
  return abbreviations.has(word.toLowerCase())
}

const clitics = new Set(['s', 're', 've', 'll', 'd', 'm'])

/** Pushes one word, or the parts that the treebank takes apart: "n't", "'s", "can|not", "gon|na". */
function pushWord(text: string, from: number, to: number, push: (from: number, to: number) => void): void {
  for (let at = to - 1; at > from && at >= to - 3; at--) {
    if (!apostrophe.test(text[at]!)) continue
    const tail = text.slice(at + 1, to).toLowerCase()
    if (clitics.has(tail)) {
      pushWord(text, from, at, push)
      push(at, to)
      return
    }
    const isNegation = tail === 't' && /[nN]/.test(text[at - 1]!) && at - 1 > from
    if (isNegation) {
      push(from, at - 1)
      push(at - 1, to)
      return
    }
  }
  const split = to - from === 6 || to - from === 5 ? splitAt(text.slice(from, to).toLowerCase()) : 0
  if (split > 0) push(from, from + split)
  push(from + split, to)
}

function splitAt(word: string): number {
  if (word === 'cannot' || word === 'gonna') return 3
  return word === 'gotta' || word === 'wanna' ? 3 : 0
}

/** Runs of full stops, hyphens and like marks are one token; so are `''`, ``` `` ```, "@name" and "#word". */
function endOfMark(text: string, from: number, kind: number): number {
  if (kind === character.high) return Math.min(text.length, from + 2)
  const char = text[from]!
  if ((char === '@' || char === '#') && classOf(text.charCodeAt(from + 1)) === character.letter) {
    let at = from + 1
    while (at < text.length && isWordUnit(text.charCodeAt(at))) at++
    return at
  }
  let at = from + 1
  if (char === '.' || char === '-' || char === '*' || char === '_' || char === '=') {
    while (at < text.length && text[at] === char) at++
  } else if ((char === "'" || char === '`' || char === '’') && text[at] === char) {
    at++
  } else if (char === "'" || char === '’') {
    // A clitic that stands apart: "the U.S.'s", "Jones 's".
    const tail = /^(?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iu.exec(text.slice(at, at + 4))
    const before = from > 0 ? classOf(text.charCodeAt(from - 1)) : character.space
    if (tail && before !== character.space && before !== character.line) at += tail[0].length
  }
  return at
}
