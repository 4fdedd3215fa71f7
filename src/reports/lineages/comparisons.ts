import type { Alignment } from './alignment.js'
import {
  type Neighbours,
  neighbourFinder,
  postings,
  standing,
  standingAmongFew,
  standingNames,
  unitVector,
} from './candidates.js'
import { type Collection, visitingProfile } from './collection.js'
import { compare, featureNames, type Prepared, preparer } from './features.js'
import type { Reading } from './reading.js'

/** The comparisons of one collection: which pairs are worth one, and what each says. */
export interface Comparisons {
  /** Candidate pairs as `a * size + b`, `a < b`, ascending. */
  readonly pairs: Float64Array
  readonly neighbours: readonly Neighbours[]
  /** What a pair has in common and how it stands out, in the order of `rowNames`. */
  readonly row: (a: number, b: number) => number[]
  /** How the sentences of the shorter answer to those of the longer. */
  readonly alignment: (a: number, b: number) => Alignment
  /** The neighbours of a report that is not in the collection, each with its row. */
  readonly visit: (visitor: Reading) => { readonly place: number; readonly row: readonly number[] }[]
}

export const rowNames: readonly string[] = [...featureNames, ...standingNames]

/** Collections up to this size are compared pair by pair. */
const smallCollection = 24

/** How far the comparisons of a collection go. */
export interface Reach {
  /** Reports like each one that are looked at. */
  readonly neighbours: number
  /** Reports less alike than this, by the cosine of their weighted terms, are not compared. */
  readonly similarity: number
  /** Collections up to this size have no field of strangers that a relative could stand out of. */
  readonly few: number
}

/** Finds for each report of the collection those most like it, and compares pairs on demand. */
export function comparisons(collection: Collection, reach: Reach): Comparisons {
  const { profiles, weights } = collection
  const size = profiles.length
  const vectors = profiles.map(profile => unitVector(profile, weights))
  const find = neighbourFinder(collection, postings(collection, vectors), reach.neighbours)
  const neighbours = profiles.map((profile, report) => find(profile, vectors[report]!, report))
  const prepare = preparer(collection)
  const prepared: (Prepared | undefined)[] = new Array(size)
  const preparedOf = (report: number) => {
    prepared[report] ??= prepare(profiles[report]!)
    return prepared[report]
  }
  const standingOf = (similarity: number, a: number, b: number, near: Neighbours) =>
    size <= reach.few ? standingAmongFew(similarity) : standing(similarity, a, b, near, neighbours[b]!)
  const compared = (a: number, b: number) => compare(preparedOf(a), preparedOf(b), collection)
  return {
    pairs: pairsOf(neighbours, reach.similarity),
    neighbours,
    row: (a, b) => {
      const { features, similarity } = compared(a, b)
      return [...features, ...standingOf(similarity, a, b, neighbours[a]!)]
    },
    alignment: (a, b) => compared(a, b).alignment,
    visit: reading => {
      const visitor = prepare(visitingProfile(reading, collection.vocabulary))
      const near = find(visitor.profile, visitor.vector, -1)
      return Array.from(near.of, place => {
        const { features, similarity } = compare(visitor, preparedOf(place), collection)
        return { place, row: [...features, ...standingOf(similarity, -1, place, near)] }
      })
    },
  }
}

function pairsOf(neighbours: readonly Neighbours[], least: number): Float64Array {
  const size = neighbours.length
  if (size <= smallCollection) {
    const all: number[] = []
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) all.push(a * size + b)
    return Float64Array.from(all)
  }
  const found = new Float64Array(neighbours.reduce((total, { of }) => total + of.length, 0))
  let count = 0
  neighbours.forEach(({ of, similarity }, report) => {
    of.forEach((other, rank) => {
      if (similarity[rank]! >= least) found[count++] = Math.min(report, other) * size + Math.max(report, other)
    })
  })
  return found
    .subarray(0, count)
    .sort()
    .filter((pair, at) => at === 0 || pair !== found[at - 1])
}
