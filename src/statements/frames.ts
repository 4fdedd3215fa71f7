import { hull, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { isCue } from './lexicon.js'
import { isPossessive, phraseEndingAt, phraseStartingAt, type Run, spanOf } from './phrases.js'

/**
 * The attribution whose cue is an adverbial, or null: "according to NAME", "per NAME", "in NAME's words", "for NAME, X is
 * unacceptable". What is said is the rest of the sentence; within a clause that a colon or semicolon opens, of that clause.
 */
export function framedAttribution(sentence: Sentence, agency: Agency): Found | null {
  for (let at = 0; at < sentence.words.length - 1; at++) {
    const frame = accordingTo(sentence, at) ?? inWordsOf(sentence, at) ?? judgedFor(sentence, at)
    if (!frame || !agency.canSpeak(sentence, frame.source)) continue
    const content = contentAround(sentence, frame)
    const source = spanOf(sentence, frame.source)
    const cue = spanOf(sentence, frame.cue)
    const clause = hull([source, cue, ...content])
    if (content.length === 0 || !clause) continue
    return {
      source: [source],
      cue: [cue],
      content,
      direct: false,
      confidence: 0.9,
      layer: 'statement',
      hearsay: false,
      shared: false,
      clause,
      principal: null,
      nominal: false,
    }
  }
  return null
}

interface Frame {
  readonly cue: Run
  readonly source: Run
  /** The whole adverbial. */
  readonly all: Run
  /** It may stand between what is said and what is said. */
  readonly within: boolean
}

/** "according to NAME"; ", per NAME", where "per" is no rate. */
function accordingTo(sentence: Sentence, at: number): Frame | null {
  const { words } = sentence
  const word = lower(words[at])
  const isPer =
    word === 'per' && (at === 0 || words[at - 1]?.text === ',') && !/^(?:cent|day|year)$/.test(lower(words[at + 1]))
  if (!isPer && (word !== 'according' || lower(words[at + 1]) !== 'to')) return null
  const cue = { from: at, to: isPer ? at : at + 1 }
  const source = phraseStartingAt(sentence, cue.to + 1)
  return source && { cue, source, all: { from: at, to: source.to }, within: false }
}

/** "in NAME's words", "in the view of NAME". */
function inWordsOf(sentence: Sentence, at: number): Frame | null {
  const { words } = sentence
  if (lower(words[at]) !== 'in') return null
  for (let noun = at + 2; noun < Math.min(words.length, at + 9); noun++) {
    if (!isCue('viewNouns', lower(words[noun]))) continue
    if (isPossessive(words[noun - 1])) {
      const source = phraseEndingAt(sentence, noun - 2)
      if (!source || source.from !== at + 1) return null
      return { cue: { from: noun, to: noun }, source, all: { from: at, to: noun }, within: true }
    }
    if (lower(words[noun + 1]) !== 'of' || lower(words[noun - 1]) !== 'the' || noun !== at + 2) return null
    const source = phraseStartingAt(sentence, noun + 2)
    return source && { cue: { from: noun, to: noun }, source, all: { from: at, to: source.to }, within: true }
  }
  return null
}

/** "For NAME, that is unacceptable": what a party finds of something. */
function judgedFor(sentence: Sentence, at: number): Frame | null {
  const { words } = sentence
  if (lower(words[at]) !== 'for' || (at > 0 && !/^(?:but|and|[,;:])$/i.test(words[at - 1]?.text ?? ''))) return null
  const source = phraseStartingAt(sentence, at + 1)
  if (!source || words[source.to + 1]?.text !== ',') return null
  const copula = words.findIndex((word, n) => n > source.to + 1 && isCue('copulas', word.lemma))
  if (copula < 0) return null
  const judged = words.findIndex((word, n) => n > copula && n < copula + 5 && isCue('verdicts', lower(word)))
  return judged < 0
    ? null
    : { cue: { from: judged, to: judged }, source, all: { from: at, to: source.to }, within: false }
}

/** What is said around an adverbial: after one that opens the sentence, else before it; around one that stands within. */
function contentAround({ words }: Sentence, { all, within }: Frame): Span[] {
  const stretch = (from: number, to: number): Span[] => {
    const [first, last] = [words[from], words[to]]
    return from >= 0 && from <= to && first && last ? [{ start: first.start, end: last.end }] : []
  }
  const start = within ? words.findLastIndex(({ text }, n) => n < all.from && /^[;:]$/.test(text)) + 1 : 0
  if (all.from - start < 2) {
    const comma = words.findIndex(({ text }, n) => n > all.to && text === ',')
    return comma < 0 ? [] : stretch(comma + 1, words.length - 1)
  }
  const before = stretch(start, words[all.from - 1]?.text === ',' ? all.from - 2 : all.from - 1)
  const rest = within && words[all.to + 1]?.text === ',' ? stretch(all.to + 2, words.length - 1) : []
  return [...before, ...rest]
}

function lower(word: Word | undefined): string {
  return word?.text.toLowerCase() ?? ''
}
