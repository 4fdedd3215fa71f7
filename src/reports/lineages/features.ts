import { type Alignment, type SentencePlaces, sentencePlaces, sharedWeight } from './alignment.js'
import { unitVector } from './candidates.js'
import type { Collection, Profile } from './collection.js'
import { orderOf } from './order.js'
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
  /** The weighted terms as a vector of length one, slot by slot. */
  readonly vector: Float32Array
  /** Distinct runs of four words, as hashes, ascending. */
  readonly shingles: Int32Array
  /** Distinct neighbouring pairs of telling words, ascending, and their weights. */
  readonly pairs: Int32Array
  readonly pairWeights: Float32Array
  /** Distinct runs of three words within quotations, ascending. */
  readonly quoted: Int32Array
  readonly places: SentencePlaces
}

const shingleSize = 4

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

/** Prepares profiles of one collection for comparison. */
export function preparer({ weights }: Collection): (profile: Profile) => Prepared {
  const slotOfTerm = new Int32Array(weights.length).fill(-1)
  return profile => {
    const { words, marks, terms } = profile
    const shingles = new Int32Array(Math.max(0, words.length - shingleSize + 1))
    const quoted: number[] = []
    for (let at = 0; at < shingles.length; at++) {
      const first = mix(17, words[at]!)
      const third = mix(mix(first, words[at + 1]!), words[at + 2]!)
      shingles[at] = mix(third, words[at + 3]!)
      if (marks[at]! & marks[at + 1]! & marks[at + 2]! & mark.quoted) quoted.push(third)
    }
    const pairs = new Float64Array(words.length)
    let count = 0
    let last = -1
    for (let at = 0; at < words.length; at++) {
      const term = words[at]!
      const weight = weights[term]!
      if (weight < pairWeight) continue
      // One number holds the pair's hash and, in its lower half, its weight: sorting keeps them together.
      if (last >= 0) pairs[count++] = mix(mix(43, last), term) * 4096 + Math.round((weight + weights[last]!) * 1024)
      last = term
    }
    terms.forEach((term, slot) => {
      slotOfTerm[term] = slot
    })
    const places = sentencePlaces(profile, weights, slotOfTerm)
    for (const term of terms) slotOfTerm[term] = -1
    return {
      profile,
      vector: unitVector(profile, weights),
      shingles: distinct(shingles),
      ...distinctPairs(pairs.subarray(0, count)),
      quoted: distinct(Int32Array.from(quoted)),
      places,
    }
  }
}

/** Words lighter than this do not make pairs. */
const pairWeight = 0.25

function distinctPairs(packed: Float64Array): Pick<Prepared, 'pairs' | 'pairWeights'> {
  packed.sort()
  const pairs = new Int32Array(packed.length)
  const pairWeights = new Float32Array(packed.length)
  let kept = 0
  for (const value of packed) {
    const pair = Math.floor(value / 4096)
    if (kept > 0 && pairs[kept - 1] === pair) continue
    pairs[kept] = pair
    pairWeights[kept++] = (value - pair * 4096) / 1024
  }
  return { pairs: pairs.slice(0, kept), pairWeights: pairWeights.slice(0, kept) }
}

function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i]!
    const right = b[j]!
    if (left === right) {
      shared++
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return shared
}

function weightShared(a: Prepared, b: Prepared): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.pairs.length && j < b.pairs.length; ) {
    const left = a.pairs[i]!
    const right = b.pairs[j]!
    if (left === right) {
      shared += a.pairWeights[i]!
      i++
      j++
    } else if (left < right) i++
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

/** A term in up to this many reports is rare. */
const rareFrequency = 6
/** Terms at least this telling are looked for in the same order. */
const orderWeight = 0.3
/** The first words of a report are its lead. */
const leadWords = 60

/** What comparing two reports yields. */
export interface Comparison {
  /** In the order of `featureNames`. */
  readonly features: readonly number[]
  /** Cosine of the vectors, 0 to 1. */
  readonly similarity: number
  readonly alignment: Alignment
}

/** Compares two reports; the order of the two does not matter. */
export function compare(x: Prepared, y: Prepared, { weights, frequencies }: Collection): Comparison {
  const xFirst = x.profile.words.length <= y.profile.words.length
  const a = xFirst ? x : y
  const b = xFirst ? y : x
  const p = a.profile
  const q = b.profile
  const sentences = sharedWeight(a.places, b.places)
  const places = new Float64Array(Math.min(p.terms.length, q.terms.length))
  let placed = 0
  let similarity = 0
  let sharedTerms = 0
  let sharedNames = 0
  let sharedNumbers = 0
  let sharedLead = 0
  let rareShared = 0
  let rareOnlyShort = 0
  let terms = 0
  let names = 0
  let numbers = 0
  let lead = 0
  let termsLong = 0
  let namesLong = 0
  let numbersLong = 0
  let leadLong = 0
  let i = 0
  let j = 0
  while (i < p.terms.length || j < q.terms.length) {
    const left = i < p.terms.length ? p.terms[i]! : 0xffffffff
    const right = j < q.terms.length ? q.terms[j]! : 0xffffffff
    const term = left < right ? left : right
    const weight = weights[term]!
    const inShort = left === term
    const inLong = right === term
    const kind = (inShort ? p.kinds[i]! : 0) | (inLong ? q.kinds[j]! : 0)
    const isName = (kind & mark.name) !== 0
    const isNumber = (kind & mark.number) !== 0
    if (inShort) {
      terms += weight
      if (isName) names += weight
      if (isNumber) numbers += weight
      if (p.firsts[i]! < leadWords) lead += weight
    }
    if (inLong) {
      termsLong += weight
      if (isName) namesLong += weight
      if (isNumber) numbersLong += weight
      if (q.firsts[j]! < leadWords) leadLong += weight
    }
    if (inShort && inLong) {
      similarity += a.vector[i]! * b.vector[j]!
      sharedTerms += weight
      if (isName) sharedNames += weight
      if (isNumber) sharedNumbers += weight
      if (frequencies[term]! <= rareFrequency) rareShared += weight
      if (p.firsts[i]! < leadWords && q.firsts[j]! < leadWords) sharedLead += weight
      if (weight > orderWeight) places[placed++] = p.firsts[i]! * 65_536 + q.firsts[j]!
      sentences.add(i, j, weight)
    } else if (inShort && frequencies[term]! <= rareFrequency) rareOnlyShort += weight
    if (inShort) i++
    if (inLong) j++
  }
  const quoted = countShared(a.quoted, b.quoted)
  const shingles = countShared(a.shingles, b.shingles)
  const pairs = weightShared(a, b)
  const order = orderOf(places.subarray(0, placed))
  const alignment = sentences.alignment()
  const features = [
    ratio(sharedTerms, terms),
    ratio(sharedTerms, termsLong),
    share(sharedNames, names),
    share(sharedNames, namesLong),
    share(sharedNumbers, numbers),
    share(sharedNumbers, numbersLong),
    share(quoted, a.quoted.length),
    share(quoted, b.quoted.length),
    ratio(shingles, a.shingles.length),
    ratio(shingles, b.shingles.length),
    ratio(pairs, sum(a.pairWeights)),
    ratio(pairs, sum(b.pairWeights)),
    Math.log1p(sharedTerms),
    Math.log1p(sharedNames),
    Math.log1p(sharedNumbers),
    Math.log1p(quoted),
    Math.log1p(shingles),
    Math.log1p(pairs),
    Math.log1p(names - sharedNames),
    Math.log1p(namesLong - sharedNames),
    Math.log1p(numbers - sharedNumbers),
    Math.log1p(numbersLong - sharedNumbers),
    Math.log1p(a.quoted.length - quoted),
    Math.log1p(b.quoted.length - quoted),
    Math.log1p(rareShared),
    ratio(rareOnlyShort, rareOnlyShort + rareShared),
    order.chain,
    order.agreement,
    shingles > 0 ? Math.log1p(longestRun(p.words, q.words)) : 0,
    ratio(sharedLead, lead),
    ratio(sharedLead, leadLong),
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
  ]
  return { features, similarity, alignment }
}

const tableBits = 15
const table = new Int32Array(1 << tableBits)
const tableUse = new Int32Array(1 << tableBits)
let tableRound = 0

/** Words in the longest passage that both have in the same words; at least three, else 0. A repeat is found by its first place. */
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
