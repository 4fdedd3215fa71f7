import type { Collection, Profile } from './collection.js'

/** A pair of reports that may derive from one text, by their places in the collection, `a < b`. */
export interface Candidate {
  readonly a: number
  readonly b: number
  /** Cosine of the weighted terms, 0 to 1. */
  readonly similarity: number
}

/** The reports most like one, most similar first. */
export interface Neighbours {
  readonly of: Uint32Array
  readonly similarity: Float32Array
}

/** Reports like this one that are looked at more closely. */
const neighbourLimit = 14
/** Its most telling terms, by which they are found. */
const termLimit = 72
/** A term in more reports than this finds none: it keeps the cost near-linear. */
const frequencyLimit = 600

/** Where each term stands: reports and the term's part of their length-one vector. */
export interface Postings {
  readonly starts: Uint32Array
  readonly reports: Uint32Array
  readonly parts: Float32Array
}

export function postings(collection: Collection): Postings {
  const { profiles, frequencies } = collection
  const starts = new Uint32Array(frequencies.length + 1)
  for (let term = 0; term < frequencies.length; term++) starts[term + 1] = starts[term]! + frequencies[term]!
  const cursor = starts.slice(0, -1)
  const reports = new Uint32Array(starts.at(-1) ?? 0)
  const parts = new Float32Array(reports.length)
  profiles.forEach((profile, report) => {
    const vector = unitVector(profile, collection.weights)
    for (let slot = 0; slot < profile.terms.length; slot++) {
      const at = cursor[profile.terms[slot]!]!++
      reports[at] = report
      parts[at] = vector[slot]!
    }
  })
  return { starts, reports, parts }
}

/** The neighbours of `profile` in the collection; `self` is left out. */
export function neighbours(
  profile: Profile,
  self: number,
  collection: Collection,
  index: Postings,
  scores: Float32Array,
): Neighbours {
  const { weights, frequencies } = collection
  const vector = unitVector(profile, weights)
  const slots = telling(profile, vector, frequencies)
  const touched: number[] = []
  for (const slot of slots) {
    const term = profile.terms[slot]!
    const part = vector[slot]!
    for (let at = index.starts[term]!; at < index.starts[term + 1]!; at++) {
      const report = index.reports[at]!
      if (scores[report] === 0) touched.push(report)
      scores[report]! += part * index.parts[at]!
    }
  }
  const found = touched.filter(report => report !== self)
  found.sort((a, b) => scores[b]! - scores[a]! || a - b)
  const of = Uint32Array.from(found.slice(0, neighbourLimit))
  const similarity = Float32Array.from(of, report => scores[report]!)
  for (const report of touched) scores[report] = 0
  return { of, similarity }
}

/** The slots of the terms that find others, most telling first. */
function telling(profile: Profile, vector: Float32Array, frequencies: Uint32Array): number[] {
  const slots: number[] = []
  for (let slot = 0; slot < vector.length; slot++) {
    const frequency = frequencies[profile.terms[slot]!]!
    if (frequency > 1 && frequency <= frequencyLimit) slots.push(slot)
  }
  if (slots.length <= termLimit) return slots
  return slots.sort((a, b) => vector[b]! - vector[a]! || profile.terms[a]! - profile.terms[b]!).slice(0, termLimit)
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

/** Collections up to this size are compared pair by pair. */
const smallCollection = 24

/** The pairs of the collection that are worth a closer look, in order of their places. */
export function candidates(collection: Collection): Candidate[] {
  const size = collection.profiles.length
  const index = postings(collection)
  const scores = new Float32Array(size)
  const found = new Map<number, number>()
  collection.profiles.forEach((profile, report) => {
    const near = neighbours(profile, report, collection, index, scores)
    near.of.forEach((other, rank) => {
      found.set(Math.min(report, other) * size + Math.max(report, other), near.similarity[rank]!)
    })
  })
  if (size <= smallCollection) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) if (!found.has(a * size + b)) found.set(a * size + b, 0)
    }
  }
  return [...found.keys()]
    .sort((x, y) => x - y)
    .map(key => ({ a: Math.floor(key / size), b: key % size, similarity: found.get(key)! }))
}
