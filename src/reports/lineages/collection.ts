import commonWords from './common-words.json' with { type: 'json' }
import { mark, type Reading, wordHash } from './reading.js'

/**
 * Readings that are compared with each other, and how telling each of their words is among them.
 *
 * The weights come from the collection itself: in a case about one conflict every report has its names, so they say
 * little about who copied whom. Below some dozen reports the general frequency of English words stands in.
 */
export interface Collection {
  readonly profiles: readonly Profile[]
  /** Weight of each term: 0 (in every report) to 1 (in one alone). */
  readonly weights: Float32Array
  /** In how many reports each term stands. */
  readonly frequencies: Uint32Array
}

/** A reading with its words as terms of the collection. */
export interface Profile {
  /** Term of each word, in order. */
  readonly words: Uint32Array
  readonly marks: Uint8Array
  readonly sentences: Uint32Array
  /** The distinct terms but the commonest, ascending. */
  readonly terms: Uint32Array
  /** How often each of `terms` stands here. */
  readonly counts: Uint16Array
  /** The first word that has each of `terms`. */
  readonly firsts: Uint16Array
  /** Marks of each of `terms`, of all its places together. */
  readonly kinds: Uint8Array
}

/** How many reports' worth of general English the collection's own counts are mixed with. */
const prior = 8
/** Share of reports that a word has which is not among the common ones. */
const rareShare = 0.002
/** Words in more than this share of English reports ("with", "after") are not terms. */
const stopShare = 0.4

const shareOfHash = new Map(Object.entries(commonWords).map(([word, share]) => [wordHash(word), share]))

/** Share of English reports that have the word, in any of its forms; a small share for words that are not common. */
export function commonShare(word: string): number {
  return shareOfHash.get(wordHash(word)) ?? rareShare
}

/** A vocabulary that grows as readings are added. */
export interface Vocabulary {
  readonly termOfHash: Map<number, number>
  /** How many reports have each term. */
  readonly frequencies: number[]
  /** Share of English reports that have each term. */
  readonly shares: number[]
}

export function emptyVocabulary(): Vocabulary {
  return { termOfHash: new Map(), frequencies: [], shares: [] }
}

export function collect(readings: readonly Reading[]): Collection {
  const vocabulary = emptyVocabulary()
  const profiles = readings.map(reading => profile(reading, vocabulary))
  return {
    profiles,
    weights: weightsOf(vocabulary, readings.length),
    frequencies: Uint32Array.from(vocabulary.frequencies),
  }
}

export function weightsOf(vocabulary: Vocabulary, size: number): Float32Array {
  const scale = 1 / Math.log(size + prior)
  return Float32Array.from(vocabulary.frequencies, (frequency, term) => {
    const expected = frequency + prior * vocabulary.shares[term]!
    return Math.max(0, Math.log((size + prior) / expected) * scale)
  })
}

/** The profile of a reading; its terms are entered into the vocabulary. */
export function profile(reading: Reading, vocabulary: Vocabulary): Profile {
  const { termOfHash, frequencies, shares } = vocabulary
  const length = reading.words.length
  const words = new Uint32Array(length)
  const seen = new Map<number, number>()
  const terms: number[] = []
  const counts: number[] = []
  const firsts: number[] = []
  const kinds: number[] = []
  for (let at = 0; at < length; at++) {
    const hash = reading.words[at]!
    let term = termOfHash.get(hash)
    if (term === undefined) {
      term = frequencies.length
      termOfHash.set(hash, term)
      frequencies.push(0)
      shares.push(shareOfHash.get(hash) ?? rareShare)
    }
    words[at] = term
    if (shares[term]! > stopShare) continue
    const slot = seen.get(term)
    if (slot === undefined) {
      seen.set(term, terms.length)
      terms.push(term)
      counts.push(1)
      firsts.push(at)
      kinds.push(reading.marks[at]!)
      frequencies[term]!++
    } else {
      counts[slot]!++
      kinds[slot]! |= reading.marks[at]!
    }
  }
  const order = Uint32Array.from(terms.keys()).sort((a, b) => terms[a]! - terms[b]!)
  return {
    words,
    marks: reading.marks,
    sentences: reading.sentences,
    terms: Uint32Array.from(order, slot => terms[slot]!),
    counts: Uint16Array.from(order, slot => counts[slot]!),
    firsts: Uint16Array.from(order, slot => firsts[slot]!),
    kinds: Uint8Array.from(order, slot => kinds[slot]!),
  }
}

/** Whether a term's kind has the mark. */
export function isName(kind: number): boolean {
  return (kind & mark.name) !== 0
}
