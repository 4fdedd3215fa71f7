import type { Span } from '../language/span.js'
import { ownAccount } from './credits/own-account.js'
import { groupId, groupsOf, inOrder } from './grouping.js'
import { collect } from './lineages/collection.js'
import { kinship } from './lineages/kinship.js'
import { originOf } from './lineages/origin.js'
import { type Reading, read } from './lineages/reading.js'
import { reasons } from './lineages/reasons.js'
import type { Report, ReportId } from './report.js'

/**
 * Reports that derive from one text: copies, rewrites, translations.
 * The number of independent sources of a claim is the number of lineages that carry it.
 */
export interface Lineage {
  /** Made from its members' ids. */
  readonly id: string
  /** In order of date, then of id. */
  readonly members: readonly ReportId[]
  /** Why these belong together, pair by pair; empty for a report that stands alone. */
  readonly bonds: readonly Bond[]
  /** The member that the others derive from, with the reason; null where that is unknown. */
  readonly origin: { readonly report: ReportId; readonly reason: string } | null
}

/** Why two reports are held to derive from one text. */
export interface Bond {
  readonly a: ReportId
  readonly b: ReportId
  /** 0 to 1. */
  readonly probability: number
  /** What they share that independent reports would not, in words: `quotation "solid guarantees"`, `7 of 9 sentences in the same order`. */
  readonly reasons: readonly string[]
}

export type DriftKind = 'date' | 'number' | 'name' | 'title' | 'polarity' | 'modality' | 'quotation' | 'sentence'

/** What one report of a lineage says that the others of it do not, or say differently. */
export interface Drift {
  readonly report: ReportId
  readonly kind: 'added' | 'dropped' | 'changed'
  /** The words in this report; absent for `dropped`. */
  readonly here?: Span
  /** The words it differs from in other members. */
  readonly there: readonly (Span & { readonly report: ReportId })[]
  readonly what: DriftKind
  /** In words: `adds "March 7, 2024"`, `"should" became "would need"`. */
  readonly words: string
}

/** In a lineage up to this size every pair is given its bond; in a larger one, each member to its nearest. */
const everyPair = 6

/** Which reports are in one lineage, without the bonds and the origin: what a pipeline asks, in half the time. */
export function lineageMembers(reports: readonly Report[]): Pick<Lineage, 'id' | 'members'>[] {
  const { ordered, places } = kin(reports)
  return places.map(members => withId(members.map(place => ordered[place]!.id)))
}

/**
 * The lineages of `reports`: each report is in exactly one, in the order of their first members.
 *
 * What is compared is the body of each report, without what it tells by the word of another's outlet; how telling a word is
 * comes from these reports themselves. The order of `reports` does not matter. Near-linear: some 800 reports a second.
 */
export function lineages(reports: readonly Report[]): Lineage[] {
  const { ordered, places, readingOf, collection, probabilityOf, alignmentOf } = kin(reports)
  const bond = (a: number, b: number): Bond => ({
    a: ordered[a]!.id,
    b: ordered[b]!.id,
    probability: Math.round(1000 * probabilityOf(a, b)) / 1000,
    reasons: reasons(
      { report: ordered[a]!, place: readingOf[a]! },
      { report: ordered[b]!, place: readingOf[b]! },
      alignmentOf(readingOf[a]!, readingOf[b]!),
      collection,
    ),
  })
  return places.map(members => ({
    ...withId(members.map(place => ordered[place]!.id)),
    bonds: bondPairs(members, probabilityOf).map(([a, b]) => bond(a, b)),
    origin: originOf(members.map(place => ordered[place]!)),
  }))
}

/** Lineages that take in a newcomer without being made again. */
export interface LineageShelf {
  readonly lineages: readonly Pick<Lineage, 'id' | 'members'>[]
  /** The lineage that a report not among them belongs to, with its nearest kin there; null where it is a source of its own. */
  readonly lineageOf: (newcomer: Report) => { id: string; nearest: ReportId; probability: number } | null
}

/**
 * The lineages of `reports`, ready for newcomers: finding one's place takes some milliseconds among 100,000.
 * A newcomer is looked at once, not in the light of the others; `lineages` of all of them has the last word.
 */
export function lineageShelf(reports: readonly Report[]): LineageShelf {
  const { ordered, places, readingOf, kinOf } = kin(reports)
  const account = ownAccount(reports)
  const shelved = places.map(members => withId(members.map(place => ordered[place]!.id)))
  const lineageOfReport = new Map(shelved.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  const reportOf = new Map([...ordered.keys()].reverse().map(place => [readingOf[place]!, ordered[place]!.id]))
  return {
    lineages: shelved,
    lineageOf: newcomer => {
      const [first] = kinOf(read(newcomer.text, account(newcomer)))
      if (!first) return null
      const nearest = reportOf.get(first.place)!
      return { id: lineageOfReport.get(nearest)!, nearest, probability: first.probability }
    },
  }
}

function withId(members: readonly ReportId[]): Pick<Lineage, 'id' | 'members'> {
  return { id: groupId(members), members }
}

/** The reports in their own order, the places of each lineage's members in it, and what they were judged by. */
function kin(reports: readonly Report[]) {
  const ordered = inOrder(reports)
  const { readings, readingOf } = distinctReadings(ordered)
  const collection = collect(readings)
  const { groups, probabilityOf, alignmentOf, kinOf } = kinship(collection, distance(ordered, readingOf))
  return {
    ordered,
    places: groupsOf(
      ordered,
      readingOf.map(reading => groups[reading]!),
    ),
    readingOf,
    collection,
    probabilityOf: (a: number, b: number) =>
      readingOf[a] === readingOf[b] ? 1 : probabilityOf(readingOf[a]!, readingOf[b]!),
    alignmentOf,
    kinOf,
  }
}

/** A rewrite follows its source within days; what a later report shares with an earlier one is background. */
const soon = 4
/** Log-odds against a pair that lies further apart: it takes a near-certain likeness to outweigh them. */
const againstLate = 3

/** What the days between two texts say against their being one; nothing where a day is unknown. */
function distance(reports: readonly Report[], readingOf: Int32Array): (a: number, b: number) => number {
  const days = new Map<number, number>()
  reports.forEach(({ date }, at) => {
    if (date?.precision !== 'day' && date?.precision !== 'minute') return
    const day = Date.parse(date.value.slice(0, 10)) / 86_400_000
    const reading = readingOf[at]!
    days.set(reading, Math.min(day, days.get(reading) ?? day))
  })
  return (a, b) => {
    const [first, second] = [days.get(a), days.get(b)]
    return first !== undefined && second !== undefined && Math.abs(first - second) > soon ? againstLate : 0
  }
}

/** Reports with the same words are read once: a thousand copies of one wire are one text, and weigh as one. */
function distinctReadings(reports: readonly Report[]): { readings: Reading[]; readingOf: Int32Array } {
  const readings: Reading[] = []
  const byWords = new Map<string, number>()
  const account = ownAccount(reports)
  const readingOf = Int32Array.from(reports, report => {
    const reading = read(report.text, account(report))
    const key = `${reading.words.length} ${wordsKey(reading.words)}`
    const known = byWords.get(key)
    if (known !== undefined) return known
    byWords.set(key, readings.length)
    return readings.push(reading) - 1
  })
  return { readings, readingOf }
}

/** 64 bits of the words and their order. */
function wordsKey(words: Uint32Array): string {
  let low = 17
  let high = 31
  for (const word of words) {
    low = Math.imul(low ^ word, 0x9e3779b1) ^ (low >>> 15)
    high = Math.imul(high ^ word, 0x85ebca6b) ^ (high >>> 13)
  }
  return `${low} ${high}`
}

/** Every pair of a small lineage; of a large one the pairs that hold it together (its maximum spanning tree). */
function bondPairs(members: readonly number[], probabilityOf: (a: number, b: number) => number): [number, number][] {
  const pairs = members.flatMap((a, at) => members.slice(at + 1).map((b): [number, number] => [a, b]))
  if (members.length <= everyPair) return pairs
  const nearest = new Map(members.slice(1).map(member => [member, members[0]!]))
  const tree: [number, number][] = []
  while (nearest.size > 0) {
    let best: [number, number] | undefined
    for (const [member, to] of nearest) {
      if (!best || probabilityOf(member, to) > probabilityOf(best[1], best[0])) best = [to, member]
    }
    tree.push(best!)
    const added = best![1]
    nearest.delete(added)
    for (const [member, to] of nearest) {
      if (probabilityOf(member, added) > probabilityOf(member, to)) nearest.set(member, added)
    }
  }
  return tree
}
