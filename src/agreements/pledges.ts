import type { PartyId } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { worldGazetteer } from '../actors/gazetteer.js'
import type { Act, ActKind } from '../positions/act.js'
import { independence, type Support } from '../reports/independence.js'
import type { Lineage } from '../reports/lineage.js'
import type { Report } from '../reports/report.js'
import { type Contribution, contributionsIn, type Standing } from './pledges/contributions.js'
import { type ContributionKind, contributionKinds } from './pledges/kinds.js'

/** The words of a report that something rests on. */
export interface PledgeEvidence {
  /** Id of the statement. */
  readonly statement: string
  readonly report: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** What somebody is said to contribute to a force or a guarantee. */
export interface Pledge {
  /** Made from who, what, how it stands and who says so. */
  readonly id: string
  /** Who would contribute. */
  readonly party: PartyId
  readonly kind: ContributionKind
  /**
   * `pledged`: in its own name. `considered`: in its own name, as a plan or a possibility. `claimed`: by another, and so no
   * pledge of its own. `refused`: it says that it will not.
   */
  readonly standing: Standing
  /** Who says so; null: unknown. Of a pledge in one's own name, the party itself. */
  readonly by: PartyId | null
  /** Under which condition, in the words of the reports; empty: none is reported, which does not say that there is none. */
  readonly conditions: readonly string[]
  /** Independent sources. */
  readonly sources: number
  /** Why these are fewer than the lineages, in words. */
  readonly restsOn: readonly string[]
  readonly evidence: readonly PledgeEvidence[]
  /** Ids of the rejections that are set against it. */
  readonly rejectedBy: readonly string[]
}

/** Who rejects what others would contribute. */
export interface PledgeRejection {
  readonly id: string
  readonly party: PartyId
  readonly kind: ContributionKind
  /** Whose contribution: parties by id; empty: anybody's. */
  readonly whose: readonly PartyId[]
  readonly act: Extract<ActKind, 'REJECT' | 'THREATEN'>
  readonly redLine: boolean
  readonly sources: number
  readonly restsOn: readonly string[]
  readonly evidence: readonly PledgeEvidence[]
}

export interface Pledges {
  readonly pledges: readonly Pledge[]
  readonly rejections: readonly PledgeRejection[]
}

/**
 * Who contributes what to a force or a guarantee, under which condition, and who rejects it.
 *
 * What one party says of another is a claim, never the other's pledge. Sorted by kind in the order of the lexicon, then by
 * party. A rejection is set against a pledge of its kind where it is of anybody's contribution, or of one that is the
 * pledger's or an alliance's: whether an alliance's soldiers are meant where a member sends its own, the words leave open.
 * O(acts), plus the length of their sentences.
 */
export function pledges(
  acts: readonly Act[],
  reports: readonly Report[],
  lineages: readonly Lineage[],
  gazetteer: Gazetteer = worldGazetteer(),
): Pledges {
  const { support } = independence(reports, lineages)
  const found = contributionsIn(acts, reports, gazetteer)
  const rejections = grouped(found.filter(one => one.standing === 'rejected')).map(group => rejectionOf(group, support))
  const offered = grouped(found.filter(one => one.standing !== 'rejected')).map(group =>
    pledgeOf(group, support, rejections),
  )
  return { pledges: sorted(offered), rejections: sorted(rejections) }
}

type Group = readonly [Contribution, ...Contribution[]]

/** Contributions of one party, kind, standing and voice, in the order in which the reports tell them. */
function grouped(found: readonly Contribution[]): Group[] {
  const byKey = new Map<string, [Contribution, ...Contribution[]]>()
  for (const one of found) {
    const key = keyOf(one)
    const group = byKey.get(key)
    if (group) group.push(one)
    else byKey.set(key, [one])
  }
  return [...byKey.values()]
}

const keyOf = ({ party, kind, standing, by, whose, act }: Contribution): string =>
  standing === 'rejected'
    ? `${party}:no-${kind}${act === 'THREATEN' ? ':threat' : ''}${whose.map(one => `:${one}`).join('')}`
    : `${party}:${kind}:${standing}${by === party ? '' : `:by-${by ?? 'unknown'}`}`

function pledgeOf(group: Group, support: SupportOf, rejections: readonly PledgeRejection[]): Pledge {
  const [{ party, kind, standing, by }] = group
  return {
    id: keyOf(group[0]),
    party,
    kind,
    standing: standing === 'rejected' ? 'refused' : standing,
    by,
    conditions: [...new Set(group.flatMap(({ condition }) => condition ?? []))],
    ...attested(group, support),
    rejectedBy: rejections
      .filter(one => one.kind === kind && one.party !== party && standing !== 'refused' && isMeant(one, party))
      .map(one => one.id),
  }
}

/** A rejection of what an alliance would send is set against what states would: which of them are meant is not said. */
const isMeant = ({ whose }: PledgeRejection, party: PartyId): boolean =>
  whose.length === 0 || whose.includes(party) || whose.some(one => !/^[A-Z]{3}$/.test(one))

function rejectionOf(group: Group, support: SupportOf): PledgeRejection {
  const [{ party, kind, whose, act }] = group
  return {
    id: keyOf(group[0]),
    party,
    kind,
    whose,
    act: act === 'THREATEN' ? 'THREATEN' : 'REJECT',
    redLine: group.some(one => one.redLine),
    ...attested(group, support),
  }
}

type SupportOf = (places: readonly PledgeEvidence[]) => Support

function attested(group: Group, support: SupportOf): Pick<Pledge, 'sources' | 'restsOn' | 'evidence'> {
  const evidence = group.map(one => one.evidence)
  const { sources, shared } = support(evidence)
  return { sources, restsOn: shared.map(({ reason }) => reason), evidence }
}

function sorted<T extends { readonly kind: ContributionKind; readonly party: PartyId; readonly id: string }>(
  all: readonly T[],
): T[] {
  const rank = new Map(contributionKinds.map(({ id }, i) => [id, i]))
  return [...all].sort(
    (a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || compare(a.party, b.party) || compare(a.id, b.id),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
