import type { Span } from '../language/span.js'
import { collect } from './lineages/collection.js'
import { kinship } from './lineages/kinship.js'
import { originOf } from './lineages/origin.js'
import { read } from './lineages/reading.js'
import { reasons } from './lineages/reasons.js'
import { bodySpans, type Report, type ReportId } from './report.js'

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

/**
 * The lineages of `reports`: each report is in exactly one, in the order of their first members.
 *
 * What is compared is the body of each report, or its whole text where no body was marked; how telling a word is comes
 * from these reports themselves. The order of `reports` does not matter. Near-linear: some thousand reports a second.
 */
export function lineages(reports: readonly Report[]): Lineage[] {
  const ordered = [...reports].sort((a, b) => byText(a.text, b.text) || byText(a.id, b.id))
  const collection = collect(ordered.map(report => read(report.text, bodySpans(report))))
  const { groups, probabilityOf } = kinship(collection)
  const places = grouped(groups)
  return [...places.values()]
    .map(members => members.toSorted((a, b) => byDate(ordered[a]!, ordered[b]!)))
    .map(members => ({
      id: lineageId(members.map(place => ordered[place]!.id)),
      members: members.map(place => ordered[place]!.id),
      bonds: bondPairs(members, probabilityOf).map(([a, b]) => ({
        a: ordered[a]!.id,
        b: ordered[b]!.id,
        probability: Math.round(1000 * probabilityOf(a, b)) / 1000,
        reasons: reasons({ report: ordered[a]!, place: a }, { report: ordered[b]!, place: b }, collection),
      })),
      origin: originOf(members.map(place => ordered[place]!)),
    }))
    .sort((a, b) => byText(a.members[0]!, b.members[0]!))
}

/** The places of each group. */
function grouped(groups: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  groups.forEach((group, place) => {
    const members = places.get(group)
    if (members) members.push(place)
    else places.set(group, [place])
  })
  return places
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

function byDate(a: Report, b: Report): number {
  return byText(a.date?.value ?? '~', b.date?.value ?? '~') || byText(a.id, b.id)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** 12 hexadecimal digits made from the members' ids, whatever their order. */
function lineageId(members: readonly ReportId[]): string {
  const joined = [...members].sort(byText).join('\n')
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let at = 0; at < joined.length; at++) {
    low = Math.imul(low ^ joined.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ joined.charCodeAt(at), 0x5bd1e995) ^ (high >>> 13)
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 16).toString(16).padStart(4, '0')
}
