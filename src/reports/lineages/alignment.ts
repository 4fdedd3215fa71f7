import type { Profile } from './collection.js'
import { increasing } from './features.js'

/** How the sentences of a shorter report answer to those of a longer one. */
export interface Alignment {
  /** Weighted mean of the best likeness that each sentence of the shorter finds in the longer, 0 to 1. */
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

const sentenceLimit = 80
const counterpart = 0.3
const closeCounterpart = 0.5

/** The sentences of a profile as sets of weighted terms. */
interface Sentences {
  readonly terms: readonly Uint32Array[]
  readonly totals: Float64Array
}

const cache = new WeakMap<Profile, Sentences>()

function sentencesOf(profile: Profile, weights: Float32Array): Sentences {
  const known = cache.get(profile)
  if (known) return known
  const count = Math.min(sentenceLimit, profile.sentences.length)
  const terms: Uint32Array[] = []
  const totals = new Float64Array(count)
  for (let sentence = 0; sentence < count; sentence++) {
    const start = profile.sentences[sentence]!
    const end = profile.sentences[sentence + 1] ?? profile.words.length
    const distinct = new Set<number>()
    for (let at = start; at < end; at++) {
      const term = profile.words[at]!
      const weight = weights[term]!
      if (weight < 0.15 || distinct.has(term)) continue
      distinct.add(term)
      totals[sentence]! += weight
    }
    terms.push(Uint32Array.from(distinct))
  }
  const sentences = { terms, totals }
  cache.set(profile, sentences)
  return sentences
}

export function align(a: Profile, b: Profile, weights: Float32Array): Alignment {
  const short = sentencesOf(a, weights)
  const long = sentencesOf(b, weights)
  const places = new Map<number, number[]>()
  long.terms.forEach((terms, sentence) => {
    for (const term of terms) {
      const at = places.get(term)
      if (at) at.push(sentence)
      else places.set(term, [sentence])
    }
  })
  const bestShort = new Float64Array(short.totals.length)
  const bestLong = new Float64Array(long.totals.length)
  const counterparts: number[] = []
  const shared = new Float64Array(long.totals.length)
  short.terms.forEach((terms, sentence) => {
    shared.fill(0)
    for (const term of terms) for (const other of places.get(term) ?? []) shared[other]! += weights[term]!
    let best = -1
    for (let other = 0; other < shared.length; other++) {
      if (shared[other] === 0) continue
      const likeness = shared[other]! / Math.sqrt(short.totals[sentence]! * long.totals[other]!)
      if (likeness > bestShort[sentence]!) {
        bestShort[sentence] = likeness
        best = other
      }
      if (likeness > bestLong[other]!) bestLong[other] = likeness
    }
    if (bestShort[sentence]! >= counterpart) counterparts.push(best)
  })
  const n = counterparts.length
  const chance = Math.min(n - 1, 2 * Math.sqrt(n))
  const inOrder = increasing(counterparts.map((other, at) => other + at * 1e-6))
  return {
    short: weightedMean(bestShort, short.totals),
    long: weightedMean(bestLong, long.totals),
    alignedShort: weightedMean(
      bestShort.map(value => +(value >= counterpart)),
      short.totals,
    ),
    alignedLong: weightedMean(
      bestLong.map(value => +(value >= counterpart)),
      long.totals,
    ),
    order: n < 3 ? 0 : Math.max(0, (inOrder - chance) / (n - chance)),
    best: bestShort.reduce((a, b) => Math.max(a, b), 0),
    strong: weightedMean(
      bestShort.map(value => +(value >= closeCounterpart)),
      short.totals,
    ),
    sentences: short.totals.length,
    inOrder,
  }
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let total = 0
  let weight = 0
  for (let at = 0; at < values.length; at++) {
    total += values[at]! * weights[at]!
    weight += weights[at]!
  }
  return weight > 0 ? total / weight : 0
}
