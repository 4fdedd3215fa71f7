import commonWords from './common-words.json' with { type: 'json' }
import { type Reading, wordHash, wordLimit } from './reading.js'
import { TermTable } from './term-table.js'

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
  readonly vocabulary: Vocabulary
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
  readonly terms: TermTable
  /** How many reports have each term. */
  readonly frequencies: number[]
  /** Share of English reports that have each term. */
  readonly shares: number[]
  /** Where each term stands in the profile that is being made; -1 between profiles. */
  readonly slots: number[]
}

export function emptyVocabulary(): Vocabulary {
  return { terms: new TermTable(), frequencies: [], shares: [], slots: [] }
}

export function collect(readings: readonly Reading[]): Collection {
  const vocabulary = emptyVocabulary()
  const profiles = readings.map(reading => profile(reading, vocabulary))
  return {
    profiles,
    weights: weightsOf(vocabulary, readings.length),
    frequencies: Uint32Array.from(
      { length: vocabulary.frequencies.length + wordLimit },
      (_, term) => vocabulary.frequencies[term] ?? 0,
    ),
    vocabulary,
  }
}

/** Terms that only a visitor has stand behind those of the collection, as rare as any. */
function weightsOf({ frequencies, shares }: Vocabulary, size: number): Float32Array {
  const scale = 1 / Math.log(size + prior)
  return Float32Array.from({ length: frequencies.length + wordLimit }, (_, term) => {
    const expected = (frequencies[term] ?? 1) + prior * (shares[term] ?? rareShare)
    return Math.max(0, Math.log((size + prior) / expected) * scale)
  })
}

/** The profile of a reading that is compared with the collection but not in it: the vocabulary is left as it was. */
export function visitingProfile(reading: Reading, vocabulary: Vocabulary): Profile {
  const { terms, frequencies, shares, slots } = vocabulary
  const size = frequencies.length
  const visitor = profile(reading, vocabulary)
  for (const term of visitor.terms) frequencies[term]!--
  const added = new Map<number, number>()
  for (const hash of reading.words) if (terms.get(hash) >= size) added.set(terms.get(hash), hash)
  for (let term = terms.size - 1; term >= size; term--) terms.takeBack(added.get(term)!)
  for (const column of [frequencies, shares, slots]) column.length = size
  return visitor
}

/** The profile of a reading; its terms are entered into the vocabulary. */
export function profile(reading: Reading, vocabulary: Vocabulary): Profile {
  const { frequencies, shares, slots } = vocabulary
  const length = reading.words.length
  const words = new Uint32Array(length)
  const found = new Uint32Array(length)
  const counts = new Uint16Array(length)
  const firsts = new Uint16Array(length)
  const kinds = new Uint8Array(length)
  let distinct = 0
  for (let at = 0; at < length; at++) {
    const term = termOf(reading.words[at]!, vocabulary)
    words[at] = term
    if (shares[term]! > stopShare) continue
    let slot = slots[term]!
    if (slot < 0) {
      slot = distinct++
      slots[term] = slot
      found[slot] = term
      firsts[slot] = at
      frequencies[term]!++
    }
    counts[slot]!++
    kinds[slot]! |= reading.marks[at]!
  }
  const terms = found.slice(0, distinct).sort()
  const order = Uint32Array.from(terms, term => slots[term]!)
  for (const term of terms) slots[term] = -1
  return {
    words,
    marks: reading.marks,
    sentences: reading.sentences,
    terms,
    counts: Uint16Array.from(order, slot => counts[slot]!),
    firsts: Uint16Array.from(order, slot => firsts[slot]!),
    kinds: Uint8Array.from(order, slot => kinds[slot]!),
  }
}

function termOf(hash: number, { terms, frequencies, shares, slots }: Vocabulary): number {
  const known = terms.get(hash)
  if (known >= 0) return known
  const term = terms.add(hash)
  frequencies.push(0)
  shares.push(shareOfHash.get(hash) ?? rareShare)
  slots.push(-1)
  return term
}
