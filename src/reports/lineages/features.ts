import { align } from './alignment.js'
import type { Collection, Profile } from './collection.js'
import { mark } from './reading.js'

/** What two reports have in common and what only one of them has; the shorter is compared with the longer. */
export const featureNames = [
  'termsShort',
  'termsLong',
  'namesShort',
  'namesLong',
  'numbersShort',
  'numbersLong',
  'quotedShort',
  'quotedLong',
  'shinglesShort',
  'shinglesLong',
  'pairsShort',
  'pairsLong',
  'sharedTerms',
  'sharedNames',
  'sharedNumbers',
  'sharedQuoted',
  'sharedShingles',
  'sharedPairs',
  'namesOnlyShort',
  'namesOnlyLong',
  'numbersOnlyShort',
  'numbersOnlyLong',
  'quotedOnlyShort',
  'quotedOnlyLong',
  'rareShared',
  'rareOnlyShort',
  'orderOfTerms',
  'placesAgree',
  'longestRun',
  'leadShort',
  'leadLong',
  'sentencesShort',
  'sentencesLong',
  'alignedShort',
  'alignedLong',
  'sentenceOrder',
  'bestSentence',
  'strongSentences',
  'lengthRatio',
  'lengthShort',
  'quotedShareShort',
  'quotedShareLong',
] as const

/** A profile with what every comparison of it needs. */
export interface Prepared {
  readonly profile: Profile
  readonly shingles: Int32Array
  readonly pairs: Int32Array
  readonly pairWeights: Float32Array
  readonly quoted: Int32Array
}

const shingleSize = 4
const tableBits = 15
const tableSize = 1 << tableBits

function mix(hash: number, term: number): number {
  return Math.imul(hash ^ term, 0x9e3779b1) ^ (hash >>> 15)
}

/** Distinct values, ascending. */
function distinct(values: Int32Array): Int32Array {
  values.sort()
  let kept = 0
  for (let at = 0; at < values.length; at++) {
    if (at === 0 || values[at] !== values[at - 1]) values[kept++] = values[at]!
  }
  return values.slice(0, kept)
}

export function prepare(profile: Profile, weights: Float32Array): Prepared {
  const { words, marks } = profile
  const shingles = new Int32Array(Math.max(0, words.length - shingleSize + 1))
  const quoted: number[] = []
  for (let at = 0; at < shingles.length; at++) {
    let hash = 17
    for (let word = 0; word < shingleSize; word++) hash = mix(hash, words[at + word]!)
    shingles[at] = hash
    const isQuoted = marks[at]! & marks[at + 1]! & marks[at + 2]! & mark.quoted
    if (isQuoted) quoted.push(mix(mix(mix(29, words[at]!), words[at + 1]!), words[at + 2]!))
  }
  const contentPairs = new Map<number, number>()
  let last = -1
  for (let at = 0; at < words.length; at++) {
    const term = words[at]!
    const weight = weights[term]!
    if (weight < 0.25) continue
    if (last >= 0) contentPairs.set(mix(mix(43, last), term), weight + weights[last]!)
    last = term
  }
  const pairs = Int32Array.from(contentPairs.keys()).sort()
  return {
    profile,
    shingles: distinct(shingles),
    pairs,
    pairWeights: Float32Array.from(pairs, pair => contentPairs.get(pair)!),
    quoted: distinct(Int32Array.from(quoted)),
  }
}

function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!
    if (difference === 0) {
      shared++
      i++
      j++
    } else if (difference < 0) i++
    else j++
  }
  return shared
}

function weightShared(a: Prepared, b: Prepared): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.pairs.length && j < b.pairs.length; ) {
    const difference = a.pairs[i]! - b.pairs[j]!
    if (difference === 0) {
      shared += a.pairWeights[i]!
      i++
      j++
    } else if (difference < 0) i++
    else j++
  }
  return shared
}

function sum(values: Float32Array): number {
  let total = 0
  for (let at = 0; at < values.length; at++) total += values[at]!
  return total
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
/** -1 where there is nothing to share, so that "none of none" is not taken for "none of many". */
const share = (part: number, whole: number) => (whole > 0 ? part / whole : -1)

/** The features of a pair, in the order of `featureNames`. Symmetric. */
export function pairFeatures(x: Prepared, y: Prepared, collection: Collection): Float64Array {
  const xFirst = x.profile.words.length <= y.profile.words.length
  const a = xFirst ? x : y
  const b = xFirst ? y : x
  const { weights, frequencies } = collection
  const p = a.profile
  const q = b.profile
  // Totals of all, names and numbers: shared, of the shorter, of the longer.
  let sharedTerms = 0
  let sharedNames = 0
  let sharedNumbers = 0
  let rareShared = 0
  let rareOnlyShort = 0
  const short = [0, 0, 0]
  const long = [0, 0, 0]
  const placesShort: number[] = []
  const placesLong: number[] = []
  const add = (totals: number[], kind: number, weight: number) => {
    totals[0]! += weight
    if (kind & mark.name) totals[1]! += weight
    if (kind & mark.number) totals[2]! += weight
  }
  let i = 0
  let j = 0
  while (i < p.terms.length || j < q.terms.length) {
    const left = i < p.terms.length ? p.terms[i]! : 0xffffffff
    const right = j < q.terms.length ? q.terms[j]! : 0xffffffff
    const term = Math.min(left, right)
    const weight = weights[term]!
    if (left === right) {
      const kind = p.kinds[i]! | q.kinds[j]!
      add(short, kind, weight)
      add(long, kind, weight)
      sharedTerms += weight
      if (kind & mark.name) sharedNames += weight
      if (kind & mark.number) sharedNumbers += weight
      const frequency = frequencies[term]!
      if (frequency <= 6) rareShared += weight
      if (weight > 0.3) {
        placesShort.push(p.firsts[i]!)
        placesLong.push(q.firsts[j]!)
      }
      i++
      j++
    } else if (left < right) {
      add(short, p.kinds[i]!, weight)
      if (frequencies[term]! <= 6) rareOnlyShort += weight
      i++
    } else {
      add(long, q.kinds[j]!, weight)
      j++
    }
  }
  const quoted = countShared(a.quoted, b.quoted)
  const shingles = countShared(a.shingles, b.shingles)
  const pairs = weightShared(a, b)
  const pairsShort = sum(a.pairWeights)
  const pairsLong = sum(b.pairWeights)
  const order = orderOf(placesShort, placesLong)
  const alignment = align(p, q, weights)
  const lead = leadShared(p, q, weights)
  return Float64Array.of(
    ratio(sharedTerms, short[0]!),
    ratio(sharedTerms, long[0]!),
    share(sharedNames, short[1]!),
    share(sharedNames, long[1]!),
    share(sharedNumbers, short[2]!),
    share(sharedNumbers, long[2]!),
    share(quoted, a.quoted.length),
    share(quoted, b.quoted.length),
    ratio(shingles, a.shingles.length),
    ratio(shingles, b.shingles.length),
    ratio(pairs, pairsShort),
    ratio(pairs, pairsLong),
    Math.log1p(sharedTerms),
    Math.log1p(sharedNames),
    Math.log1p(sharedNumbers),
    Math.log1p(quoted),
    Math.log1p(shingles),
    Math.log1p(pairs),
    Math.log1p(short[1]! - sharedNames),
    Math.log1p(long[1]! - sharedNames),
    Math.log1p(short[2]! - sharedNumbers),
    Math.log1p(long[2]! - sharedNumbers),
    Math.log1p(a.quoted.length - quoted),
    Math.log1p(b.quoted.length - quoted),
    Math.log1p(rareShared),
    ratio(rareOnlyShort, rareOnlyShort + rareShared),
    order.chain,
    order.agreement,
    Math.log1p(longestRun(p.words, q.words)),
    lead.short,
    lead.long,
    alignment.short,
    alignment.long,
    alignment.alignedShort,
    alignment.alignedLong,
    alignment.order,
    alignment.best,
    alignment.strong,
    ratio(p.words.length, q.words.length),
    Math.log1p(p.words.length),
    ratio(a.quoted.length, p.words.length),
    ratio(b.quoted.length, q.words.length),
  )
}

/**
 * Whether shared words come in the same order in both: the longest chain in order, from 0 (as by chance) to 1 (all),
 * and the correlation of their places, -1 to 1.
 */
function orderOf(short: readonly number[], long: readonly number[]): { chain: number; agreement: number } {
  const n = short.length
  if (n < 4) return { chain: 0, agreement: 0 }
  const order = Array.from(short.keys()).sort((a, b) => short[a]! - short[b]! || a - b)
  const chance = Math.min(n - 1, 2 * Math.sqrt(n))
  const chain = Math.max(0, (increasing(order.map(slot => long[slot]!)) - chance) / (n - chance))
  const ranks = new Float64Array(n)
  const byLong = Array.from(long.keys()).sort((a, b) => long[a]! - long[b]! || a - b)
  byLong.forEach((slot, rank) => {
    ranks[slot] = rank
  })
  let squares = 0
  order.forEach((slot, rank) => {
    squares += (rank - ranks[slot]!) ** 2
  })
  return { chain, agreement: 1 - (6 * squares) / (n * (n * n - 1)) }
}

/** Length of the longest increasing subsequence. */
export function increasing(values: readonly number[]): number {
  const tails: number[] = []
  for (const value of values) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tails[middle]! < value) low = middle + 1
      else high = middle
    }
    tails[low] = value
  }
  return tails.length
}

const table = new Int32Array(tableSize)
const tableUse = new Int32Array(tableSize)
let tableRound = 0

/** Words in the longest passage that both have in the same words; at least three, else 0. Long repeats are found by their first place. */
export function longestRun(a: Uint32Array, b: Uint32Array): number {
  tableRound++
  for (let at = 0; at + 2 < b.length; at++) {
    const slot = mix(mix(mix(7, b[at]!), b[at + 1]!), b[at + 2]!) >>> (32 - tableBits)
    if (tableUse[slot] === tableRound) continue
    tableUse[slot] = tableRound
    table[slot] = at
  }
  let longest = 0
  for (let at = 0; at + 2 < a.length; at++) {
    const slot = mix(mix(mix(7, a[at]!), a[at + 1]!), a[at + 2]!) >>> (32 - tableBits)
    if (tableUse[slot] !== tableRound) continue
    const other = table[slot]!
    let length = 0
    while (at + length < a.length && other + length < b.length && a[at + length] === b[other + length]) length++
    if (length >= 3 && length > longest) longest = length
    if (length > 8) at += length - 3
  }
  return longest
}

const leadWords = 60

function leadShared(a: Profile, b: Profile, weights: Float32Array): { short: number; long: number } {
  const first = leadTerms(a)
  const second = leadTerms(b)
  let shared = 0
  let short = 0
  let long = 0
  for (const term of first) {
    short += weights[term]!
    if (second.has(term)) shared += weights[term]!
  }
  for (const term of second) long += weights[term]!
  return { short: ratio(shared, short), long: ratio(shared, long) }
}

function leadTerms(profile: Profile): Set<number> {
  const found = new Set<number>()
  for (let slot = 0; slot < profile.terms.length; slot++) {
    if (profile.firsts[slot]! < leadWords) found.add(profile.terms[slot]!)
  }
  return found
}
