import type { PartyId } from '../actors/actor.js'
import { type Gazetteer, partyName, worldGazetteer } from '../actors/gazetteer.js'
import { overlap } from '../language/span.js'
import type { Drift, Lineage } from '../reports/lineage.js'
import type { Report } from '../reports/report.js'
import type { Act } from './act.js'
import { contradictions } from './discrepancies/contradictions.js'
import { names } from './discrepancies/names.js'
import { ofDrift } from './discrepancies/of-drift.js'
import { ofFacts } from './discrepancies/of-facts.js'
import { sourcesOf } from './discrepancies/sources.js'
import { titles } from './discrepancies/titles.js'
import { unconfirmedClaims } from './discrepancies/unconfirmed-claims.js'
import type { Discrepancy, Side } from './discrepancy.js'
import { partyNames } from './target.js'

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
  gazetteer: Gazetteer = worldGazetteer(),
): Discrepancy[] {
  const sources = sourcesOf(reports, lineages)
  const opposed = contradictions(acts, sources)
  const disputed = opposed.flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence))
  const speakers = partyNames(
    acts.map(({ statement }) => statement),
    gazetteer,
  )
  const claimed = unconfirmedClaims(acts, sources, nameOf, speakers).filter(
    // What a party is said to have accepted and to have refused is one finding, not two.
    ({ sides }) => !sides[0]?.evidence.some(span => isTold(span, disputed)),
  )
  const titled = titles(acts, reports, sources)
  const told = titled.flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence))
  const rewritten = ofDrift(drift, reports, lineages).filter(
    // A title that other sources contradict, too, is one finding, not two.
    ({ kind, sides }) => kind !== 'title' || !sides[0]?.evidence.some(span => isTold(span, told)),
  )
  const shown = [...titled, ...rewritten].flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence))
  const differing = ofFacts(acts, reports, sources).filter(
    // What the rewrites of one story change is told by their drift.
    ({ within, sides }) =>
      within === 'lineages' || !sides.some(({ evidence }) => evidence.some(span => isTold(span, shown))),
  )
  return [...opposed, ...claimed, ...titled, ...names(acts, reports, sources), ...differing, ...rewritten]
}

type Evidence = Side['evidence'][number]

function isTold(span: Evidence, known: readonly Evidence[]): boolean {
  return known.some(other => other.report === span.report && overlap(other, span) > 0)
}
