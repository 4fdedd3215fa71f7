import { abbreviations, beforeNames, starters } from './abbreviations.js'
import { character, classOf } from './characters.js'
import { gap, type Tokens } from './tokens.js'

/** Longer sentences are cut here: lists and tables without full stops must not cost more than prose. */
const longest = 240

/** Index of the first token of each sentence, then the number of tokens. */
export function sentenceStarts(tokens: Omit<Tokens, 'sentences'>): Int32Array {
  const starts: number[] = []
  let from = 0
  for (let i = 0; i < tokens.count; i++) {
    if (i === 0 || endsBefore(tokens, from, i) || i - from >= longest) {
      starts.push(i)
      from = i
    }
  }
  starts.push(tokens.count)
  return Int32Array.from(starts)
}

function endsBefore(tokens: Omit<Tokens, 'sentences'>, from: number, i: number): boolean {
  const { text, start, end } = tokens
  const before = tokens.gap[i]!
  if (before === gap.blankLine) return true
  const first = text.charCodeAt(start[i]!)
  if (before === gap.line) return !isLower(first) || isTerminal(text, end[i - 1]! - 1)
  // The mark that ends it may be followed by closing quotation marks and brackets.
  let last = i - 1
  let isQuoted = false
  while (last > from && isClosing(tokens, last)) {
    last--
    isQuoted = true
  }
  if (!isTerminal(text, end[last]! - 1)) return false
  const opens = isOpening(text, start[i]!, end[i]!)
  if (before === gap.none && !(isQuoted && opens)) return false
  if (isLower(first)) return false
  if (!(isUpper(first) || opens || classOf(first) === character.digit)) return false
  const length = end[last]! - start[last]!
  if (length === 1) return true
  if (text[start[last]!] === '.') return true
  // An abbreviation with its full stop.
  const word = text.slice(start[last]!, end[last]! - 1).toLowerCase()
  if (beforeNames.has(word)) return false
  if (/^\p{L}$/u.test(word)) return isQuoted
  if (!abbreviations.has(word) && !/^\p{L}(\.\p{L})*$/u.test(word)) return true
  return isQuoted || starters.has(text.slice(start[i]!, end[i]!).toLowerCase())
}

function isTerminal(text: string, at: number): boolean {
  const char = text[at]!
  return char === '.' || char === '!' || char === '?' || char === '…'
}

function isClosing(tokens: Omit<Tokens, 'sentences'>, i: number): boolean {
  if (tokens.gap[i] !== gap.none) return false
  return /^(?:["”»›’')\]]|'')$/u.test(
    tokens.text.slice(tokens.start[i]!, Math.min(tokens.end[i]!, tokens.start[i]! + 3)),
  )
}

function isOpening(text: string, start: number, end: number): boolean {
  return end - start <= 2 && /^[“"„«‹‘'`([‛@#]/u.test(text.slice(start, end))
}

function isLower(unit: number): boolean {
  return classOf(unit) === character.letter && /\p{Ll}/u.test(String.fromCharCode(unit))
}

function isUpper(unit: number): boolean {
  return classOf(unit) === character.letter && !/\p{Ll}/u.test(String.fromCharCode(unit))
}
