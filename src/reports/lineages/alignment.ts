import type { Profile } from './collection.js'
import { beyondChance, increasing } from './order.js'

/** How the sentences of a shorter report answer to those of a longer one. */
export interface Alignment {
  /** Weighted mean of the best likeness that each sentence of the one finds in the other, 0 to 1. */
  readonly short: number
  readonly long: number
  /** Share of sentences, by weight, that find a counterpart. */
  readonly alignedShort: number
  readonly alignedLong: number
  /** Share of the aligned sentences of the shorter that come in the order of the longer, beyond chance. */
  readonly order: number
  /** The likeness of the best pair of sentences. */
  readonly best: number
  /** Share of sentences of the shorter that find a close counterpart. */
  readonly strong: number
  /** Sentences of the shorter, and how many of them answer to sentences of the longer in its order. */
  readonly sentences: number
  readonly inOrder: number
}

/** Sentences beyond these are not aligned: it bounds the time for a page that is a book. */
const sentenceLimit = 80
/** Terms lighter than this say nothing about a sentence. */
const leastWeight = 0.15
const counterpart = 0.3
const closeCounterpart = 0.5

/** In which sentences each term of a profile stands, and what each sentence weighs. */
export interface SentencePlaces {
  /** For each slot of `profile.terms`, where its sentences start in `sentences`; one longer than the slots. */
  readonly starts: Uint32Array
  readonly sentences: Uint8Array
  readonly totals: Float32Array
}

export function sentencePlaces(profile: Profile, weights: Float32Array, slotOfTerm: Int32Array): SentencePlaces {
  const count = Math.min(sentenceLimit, profile.sentences.length)
  const totals = new Float32Array(count)
  const last = new Int16Array(profile.terms.length).fill(-1)
  const slots: number[] = []
  const found: number[] = []
  const starts = new Uint32Array(profile.terms.length + 1)
  for (let sentence = 0; sentence < count; sentence++) {
    const end = profile.sentences[sentence + 1] ?? profile.words.length
    for (let at = profile.sentences[sentence]!; at < end; at++) {
      const term = profile.words[at]!
      const slot = slotOfTerm[term]!
      if (slot < 0 || last[slot] === sentence || weights[term]! < leastWeight) continue
      last[slot] = sentence
      totals[sentence]! += weights[term]!
      slots.push(slot)
      found.push(sentence)
      starts[slot + 1]!++
    }
  }
  for (let slot = 0; slot < profile.terms.length; slot++) starts[slot + 1]! += starts[slot]!
  const cursor = starts.slice()
  const sentences = new Uint8Array(found.length)
  for (let at = 0; at < found.length; at++) sentences[cursor[slots[at]!]!++] = found[at]!
  return { starts, sentences, totals }
}

const matrix = new Float32Array(sentenceLimit * sentenceLimit)

/** Weight shared by each pair of sentences, filled term by term. */
export interface SharedWeight {
  add(slotShort: number, slotLong: number, weight: number): void
  alignment(): Alignment
}

export function sharedWeight(short: SentencePlaces, long: SentencePlaces): SharedWeight {
  const rows = short.totals.length
  const columns = long.totals.length
  matrix.fill(0, 0, rows * columns)
  return {
    add(slotShort, slotLong, weight) {
      for (let i = short.starts[slotShort]!; i < short.starts[slotShort + 1]!; i++) {
        const row = short.sentences[i]! * columns
        for (let j = long.starts[slotLong]!; j < long.starts[slotLong + 1]!; j++) {
          matrix[row + long.sentences[j]!]! += weight
        }
      }
    },
    alignment: () => read(short.totals, long.totals),
  }
}

function read(short: Float32Array, long: Float32Array): Alignment {
  const bestShort = new Float32Array(short.length)
  const bestLong = new Float32Array(long.length)
  const counterparts = new Float64Array(short.length)
  let aligned = 0
  for (let row = 0; row < short.length; row++) {
    let best = -1
    for (let column = 0; column < long.length; column++) {
      const shared = matrix[row * long.length + column]!
      if (shared === 0) continue
      const likeness = shared / Math.sqrt(short[row]! * long[column]!)
      if (likeness > bestShort[row]!) {
        bestShort[row] = likeness
        best = column
      }
      if (likeness > bestLong[column]!) bestLong[column] = likeness
    }
    // Two sentences that answer to one are in order: a rewrite splits sentences.
    if (bestShort[row]! >= counterpart) counterparts[aligned] = best + 1e-6 * aligned++
  }
  const inOrder = increasing(counterparts, aligned)
  const [meanShort, alignedShort, strong] = shares(bestShort, short)
  const [meanLong, alignedLong] = shares(bestLong, long)
  return {
    short: meanShort,
    long: meanLong,
    alignedShort,
    alignedLong,
    order: aligned < 3 ? 0 : beyondChance(inOrder, aligned),
    best: bestShort.reduce((a, b) => Math.max(a, b), 0),
    strong,
    sentences: short.length,
    inOrder,
  }
}

/** Weighted mean, share with a counterpart, share with a close one. */
function shares(best: Float32Array, weights: Float32Array): [number, number, number] {
  let weight = 0
  let mean = 0
  let some = 0
  let close = 0
  for (let at = 0; at < best.length; at++) {
    weight += weights[at]!
    mean += weights[at]! * best[at]!
    if (best[at]! >= counterpart) some += weights[at]!
    if (best[at]! >= closeCounterpart) close += weights[at]!
  }
  return weight > 0 ? [mean / weight, some / weight, close / weight] : [0, 0, 0]
}
