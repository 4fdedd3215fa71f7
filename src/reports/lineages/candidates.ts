import type { Collection, Profile } from './collection.js'

/** The reports most like one, most similar first. */
export interface Neighbours {
  readonly of: Uint32Array
  /** Cosine of the weighted terms, 0 to 1. */
  readonly similarity: Float32Array
}

/** Where each term stands: reports, and the term's part in each one's vector of length one. */
export interface Postings {
  readonly starts: Uint32Array
  readonly reports: Uint32Array
  readonly parts: Float32Array
}

/** A report's most telling terms, by which others are found. */
const termLimit = 64
/** A term in more reports than this finds none: it keeps the cost near-linear. */
const frequencyLimit = 500
/** Less alike than this, two reports are not compared. */
const leastSimilarity = 0.03

export function postings(collection: Collection, vectors: readonly Float32Array[]): Postings {
  const { profiles, frequencies } = collection
  const starts = new Uint32Array(frequencies.length + 1)
  for (let term = 0; term < frequencies.length; term++) starts[term + 1] = starts[term]! + frequencies[term]!
  const cursor = starts.slice(0, -1)
  const reports = new Uint32Array(starts.at(-1) ?? 0)
  const parts = new Float32Array(reports.length)
  profiles.forEach((profile, report) => {
    const vector = vectors[report]!
    for (let slot = 0; slot < profile.terms.length; slot++) {
      const at = cursor[profile.terms[slot]!]!++
      reports[at] = report
      parts[at] = vector[slot]!
    }
  })
  return { starts, reports, parts }
}

/** Finds neighbours; keeps the columns that every search fills and clears again. */
export function neighbourFinder(collection: Collection, index: Postings, limit: number) {
  const { frequencies } = collection
  const { starts, reports, parts } = index
  const scores = new Float32Array(collection.profiles.length)
  const touched = new Uint32Array(collection.profiles.length)
  const best = new Uint32Array(limit + 1)

  /** The up to `limit` reports most like `profile`; `self` is left out; -1 for a visitor. Equals come in the order of their places. */
  return (profile: Profile, vector: Float32Array, self: number): Neighbours => {
    let count = 0
    for (const slot of telling(profile, vector, frequencies, self < 0 ? 1 : 2)) {
      const term = profile.terms[slot]!
      const part = vector[slot]!
      for (let at = starts[term]!, end = starts[term + 1]!; at < end; at++) {
        const report = reports[at]!
        if (scores[report] === 0) touched[count++] = report
        scores[report]! += part * parts[at]!
      }
    }
    if (self >= 0) scores[self] = 0
    let found = 0
    for (let at = 0; at < count; at++) {
      const report = touched[at]!
      const score = scores[report]!
      if (score < leastSimilarity) continue
      if (found === limit && !isBefore(score, report, scores[best[found - 1]!]!, best[found - 1]!)) continue
      let place = found < limit ? found++ : found - 1
      while (place > 0 && isBefore(score, report, scores[best[place - 1]!]!, best[place - 1]!)) {
        best[place] = best[place - 1]!
        place--
      }
      best[place] = report
    }
    const of = best.slice(0, found)
    const similarity = Float32Array.from(of, report => scores[report]!)
    for (let at = 0; at < count; at++) scores[touched[at]!] = 0
    return { of, similarity }
  }
}

function isBefore(score: number, report: number, otherScore: number, other: number): boolean {
  return score > otherScore || (score === otherScore && report < other)
}

/** The slots of the terms that find others; the most telling, where there are many. */
function telling(
  profile: Profile,
  vector: Float32Array,
  frequencies: Uint32Array,
  fewest: number,
): ArrayLike<number> & Iterable<number> {
  const slots: number[] = []
  for (let slot = 0; slot < vector.length; slot++) {
    const frequency = frequencies[profile.terms[slot]!]!
    if (frequency >= fewest && frequency <= frequencyLimit) slots.push(slot)
  }
  if (slots.length <= termLimit) return slots
  const sorted = Float32Array.from(slots, slot => vector[slot]!).sort()
  const least = sorted[sorted.length - termLimit]!
  return slots.filter(slot => vector[slot]! >= least)
}

/** Weighted terms of a profile, scaled to length one. */
export function unitVector(profile: Profile, weights: Float32Array): Float32Array {
  const vector = new Float32Array(profile.terms.length)
  let square = 0
  for (let slot = 0; slot < vector.length; slot++) {
    const weight = weights[profile.terms[slot]!]!
    const value = weight * weight * (1 + Math.log(profile.counts[slot]!))
    vector[slot] = value
    square += value * value
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let slot = 0; slot < vector.length; slot++) vector[slot]! *= scale
  return vector
}

/** How two reports stand among each other's neighbours: a relative stands out of the field, a namesake does not. */
export const standingNames = [
  'similarity',
  'rankBetter',
  'rankWorse',
  'marginBetter',
  'marginWorse',
  'aboveFieldBetter',
  'aboveFieldWorse',
] as const

/** The neighbour of this rank is taken as the field. */
const fieldRank = 6
/** Likeness to nothing is not divided by. */
const floor = 0.01

/**
 * How a pair stands in a collection too small to have a field: to be the likest of ten says nothing in a case whose
 * reports all tell of one conflict.
 */
export function standingAmongFew(similarity: number): number[] {
  return [similarity, -1, -1, -1, -1, -1, -1]
}

/** `nearA` are the neighbours of `a`; a visitor's place is -1. */
export function standing(similarity: number, a: number, b: number, nearA: Neighbours, nearB: Neighbours): number[] {
  const x = standingOf(similarity, b, nearA)
  const y = standingOf(similarity, a, nearB)
  return [
    similarity,
    Math.min(x.rank, y.rank),
    Math.max(x.rank, y.rank),
    Math.max(x.margin, y.margin),
    Math.min(x.margin, y.margin),
    Math.max(x.aboveField, y.aboveField),
    Math.min(x.aboveField, y.aboveField),
  ]
}

function standingOf(similarity: number, other: number, { of, similarity: all }: Neighbours) {
  let rank = 0
  while (rank < of.length && all[rank]! > similarity + 1e-6) rank++
  const next = of[0] === other ? all[1] : all[0]
  const field = all[Math.min(fieldRank, all.length - 1)]
  return {
    rank,
    margin: similarity / Math.max(floor, next ?? 0),
    aboveField: similarity / Math.max(floor, field ?? 0),
  }
}
