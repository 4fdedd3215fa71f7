import { paragraphs } from '../../language/paragraphs.js'
import type { Span } from '../../language/span.js'
import { slice } from '../../language/span.js'
import { isAscii } from './debris.js'

/** One line of a text, with what its shape tells. */
export interface Line extends Span {
  readonly words: readonly string[]
  /** At least four words, most of them in lower case, closed by a full stop, or long enough to be prose without one. */
  readonly sentence: boolean
}

/** The lines of `text`, without the empty ones. */
export function lines(text: string): Line[] {
  return paragraphs(text).map(span => line(span, slice(text, span)))
}

const closed = /[.!?…。！？:;][\s"'”’»)\]*]*$/u
const prose = /[.!?…][\s"'”’»)\]*]*$/u

/** `words` is what stands at `span`. */
export function line(span: Span, words: string): Line {
  const tokens = wordsIn(words)
  const lower = tokens.filter(token => /^\p{Ll}/u.test(token)).length
  const cased = tokens.filter(token => /^\p{L}/u.test(token)).length
  const running = cased > 0 && lower / cased >= 0.4
  const sentence =
    (tokens.length >= 4 && running && prose.test(words)) ||
    (tokens.length >= 9 && running && closed.test(words)) ||
    (tokens.length >= 25 && running) ||
    isUncasedProse(words)
  return { start: span.start, end: span.end, words: tokens, sentence }
}

const word = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’.-]*"
/** Letters of scripts that set no space between words. */
const letter = `[${['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map(script => `\\p{Script=${script}}`).join('')}]`
const spaced = new RegExp(word, 'gu')
const unspaced = new RegExp(letter, 'u')
/** Two such letters are about a word. */
const either = new RegExp(`(?:${letter}\\p{M}*){1,2}|${word}`, 'gu')

function wordsIn(words: string): readonly string[] {
  return words.match(!isAscii(words) && unspaced.test(words) ? either : spaced) ?? []
}

/** Scripts without capitals or spaces (Chinese, Japanese, Thai, Arabic, Hindi): length and a full stop decide. */
function isUncasedProse(words: string): boolean {
  if (isAscii(words)) return false
  const uncased = words.match(/[\p{Lo}\p{M}]/gu)?.length ?? 0
  const letters = words.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0
  if (uncased <= letters / 2) return false
  return uncased >= 60 || (uncased >= 15 && /[。！？।؟۔.!?…][\s"'”’」』»）)]*$/u.test(words))
}
