import { overlap, type Span } from '../language/span.js'
import { outletNames } from './credits/outlet-names.js'
import { type Credit, creditsIn } from './credits.js'
import type { Lineage } from './lineage.js'
import type { Report, ReportId } from './report.js'

/** A stretch of a report that carries a claim. */
export interface Place extends Span {
  readonly report: ReportId
}

/** Lineages that carry a claim and yet add no source to it, since what they say rests on the report of one outlet. */
export interface SharedSource {
  readonly outlet: string
  /** The lineages that credit it, and those of the outlet itself that carry the claim: together one source. */
  readonly lineages: readonly Lineage['id'][]
  /** In words: `both credit Harbour Gazette: “according to the Harbour Gazette”`. */
  readonly reason: string
}

/** How many independent sources carry a claim. */
export interface Support {
  readonly sources: number
  /** Why these are fewer than the lineages; empty where they are not. */
  readonly shared: readonly SharedSource[]
}

/** Who is independent of whom. */
export interface Independence {
  /** The lineage of a report; a report of none is its own. */
  readonly lineageOf: (report: ReportId) => Lineage['id']
  /** The independent sources of a claim that stands at `places`: lineages, less those that rest on one and the same outlet. */
  readonly support: (places: readonly Place[]) => Support
}

/**
 * Counts sources by lineage and by stated source.
 *
 * A lineage rests on an outlet for a claim if a report of it credits the outlet at every place where it makes the claim.
 * All lineages that rest on one outlet are one source, and none of their own where a lineage of that outlet itself makes
 * the claim. A credit is taken at its word; who copied without credit is for the lineages to say.
 */
export function independence(reports: readonly Report[], lineages: readonly Lineage[]): Independence {
  const lineage = new Map(lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  const lineageOf = (report: ReportId) => lineage.get(report) ?? report
  const nameOf = outletNames(reports.flatMap(({ outlet }) => outlet ?? []))
  const publisher = new Map(reports.flatMap(({ id, outlet }) => (outlet ? [[id, nameOf(outlet)] as const] : [])))
  const byId = new Map(reports.map(report => [report.id, report]))
  const read = new Map<ReportId, readonly Credit[]>()
  const creditsOf = (id: ReportId) => {
    const known = read.get(id)
    if (known) return known
    const report = byId.get(id)
    const found = report ? creditsIn(report, nameOf) : []
    read.set(id, found)
    return found
  }
  const creditAt = (place: Place) => creditsOf(place.report).find(({ covers }) => overlap(covers, place) > 0)

  return {
    lineageOf,
    support: places => {
      const own = new Set(places.map(({ report }) => lineageOf(report)))
      if (own.size < 2) return { sources: own.size, shared: [] }
      const publishers = new Map<string, Set<Lineage['id']>>()
      const resting = new Map<Lineage['id'], Credit>()
      for (const [report, found] of byReport(places)) {
        const id = lineageOf(report)
        const held = found.map(creditAt)
        const [first] = held
        if (first && held.every(credit => credit?.outlet === first.outlet)) resting.set(id, resting.get(id) ?? first)
        const outlet = publisher.get(report)
        if (outlet) publishers.set(outlet, (publishers.get(outlet) ?? new Set()).add(id))
      }
      // Who publishes for an outlet does not rest on it, whatever a rewrite of it credits.
      for (const [id, { outlet }] of resting) if (publishers.get(outlet)?.has(id)) resting.delete(id)
      const shared: SharedSource[] = []
      let sources = own.size
      for (const outlet of new Set([...resting.values()].map(credit => credit.outlet))) {
        const credit = [...resting].filter(([, { outlet: other }]) => other === outlet)
        const itself = [...(publishers.get(outlet) ?? [])].filter(id => !resting.has(id))
        const fewer = credit.length - (itself.length > 0 ? 0 : 1)
        if (fewer === 0) continue
        sources -= fewer
        const lineages = [...credit.map(([id]) => id), ...itself].sort()
        shared.push({ outlet, lineages, reason: reasonOf(outlet, credit, itself.length > 0) })
      }
      return { sources, shared }
    },
  }
}

function reasonOf(outlet: string, resting: readonly (readonly [string, Credit])[], isHere: boolean): string {
  const words = `“${resting[0]![1].words}”`
  if (isHere)
    return `${resting.length === 1 ? 'one credits' : `${resting.length} credit`} ${outlet}, which is counted itself: ${words}`
  return `${resting.length === 2 ? 'both' : `${resting.length}`} credit ${outlet}: ${words}`
}

function byReport(places: readonly Place[]): Map<ReportId, Place[]> {
  const found = new Map<ReportId, Place[]>()
  for (const place of places) found.set(place.report, [...(found.get(place.report) ?? []), place])
  return found
}
