import type { PartyId } from '../actors/actor.js'
import { partyName } from '../actors/gazetteer.js'
import { overlap } from '../language/span.js'
import type { Drift, Lineage } from '../reports/lineage.js'
import type { Report } from '../reports/report.js'
import type { Act } from './act.js'
import { contradictions } from './discrepancies/contradictions.js'
import { ofDrift } from './discrepancies/of-drift.js'
import { sourcesOf } from './discrepancies/sources.js'
import { titles } from './discrepancies/titles.js'
import { unconfirmedClaims } from './discrepancies/unconfirmed-claims.js'
import type { Discrepancy } from './discrepancy.js'

/**
 * Reports that cannot both be right, in the order of the kinds below; nothing that is merely worded differently.
 *
 * Within a lineage: what a rewrite changed, and a date or number that it alone asserts. Across lineages: opposed acts of
 * one speaker, a title that one source gives as former, and what some say that another party has agreed to while that
 * party has not said so. Every side names its evidence and how many lineages stand on it.
 *
 * @param nameOf a party's name as the reader knows it
 */
export function discrepancies(
  acts: readonly Act[],
  reports: readonly Report[],
  lineages: readonly Lineage[],
  drift: readonly Drift[],
  nameOf: (party: PartyId) => string = partyName,
): Discrepancy[] {
  const sources = sourcesOf(reports, lineages)
  const titled = titles(acts, reports, sources)
  const told = titled.flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence))
  const rewritten = ofDrift(drift, reports, lineages).filter(
    // A title that other sources contradict, too, is one finding, not two.
    ({ kind, sides }) =>
      kind !== 'title' ||
      !sides[0]?.evidence.some(span => told.some(known => known.report === span.report && overlap(known, span) > 0)),
  )
  return [...contradictions(acts, sources), ...unconfirmedClaims(acts, sources, nameOf), ...titled, ...rewritten]
}
