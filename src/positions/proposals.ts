import type { PartyId } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { type Independence, independence, type Place } from '../reports/independence.js'
import type { Lineage } from '../reports/lineage.js'
import type { Report } from '../reports/report.js'
import type { Act, ActKind } from './act.js'
import { answersTo } from './proposals/answers.js'
import { comparison, type Difference } from './proposals/compare.js'
import { firstDay } from './proposals/days.js'
import { type GivenProposal, placeGiven } from './proposals/given.js'
import { grouped, type PlanGroup } from './proposals/groups.js'
import { mentionsIn } from './proposals/mentions.js'
import { type Point, pointsOf } from './proposals/points.js'
import { readers } from './proposals/reader.js'
import { type VersionGroup, versionsOf } from './proposals/versions.js'

export type { Difference } from './proposals/compare.js'
export type { GivenProposal, GivenText } from './proposals/given.js'
export type { Point } from './proposals/points.js'

/** A set of provisions that someone put forward, under one name, in one or several versions. */
export interface Proposal {
  /** Made from what names it: `9-point-norrholm`; of a proposal that the case names, its own id. */
  readonly id: string
  /** As the reports call it most, or as the case names it. */
  readonly name: string
  /** Who put it forward; empty: not told. */
  readonly by: readonly Attributed[]
  /** To whom; empty: not told. */
  readonly to: readonly Attributed[]
  /** In order; at least one. */
  readonly versions: readonly ProposalVersion[]
  /** Who answered how: one for each party, kind of answer and version. */
  readonly answers: readonly Answer[]
  /** Every place where a report speaks of it, those that do not say of which version among them. */
  readonly mentions: readonly Place[]
  /** Independent sources that speak of it. */
  readonly sources: number
  /** Why these are fewer than the lineages, in words. */
  readonly restsOn: readonly string[]
  readonly reports: number
}

/** A party as reports name it in this part, with the words that do. */
export interface Attributed {
  readonly party: PartyId
  readonly evidence: readonly Place[]
  readonly sources: number
}

export interface ProposalVersion {
  /** `proposal:1`, counted from the first that is known. */
  readonly id: string
  readonly name: string
  /** `null`: the reports call it nothing. */
  readonly marker: 'original' | 'revised' | 'final' | null
  /** How many points it is said to have; null: not told. */
  readonly pointCount: number | null
  /** The day of the first dated report that speaks of it; null: none is dated. */
  readonly first: string | null
  readonly mentions: readonly Place[]
  readonly sources: number
  /** What it is reported to say; of a text that the case gives, all of it. */
  readonly points: readonly Point[]
  /** The file of the case folder that holds its text; null: known from reports alone. */
  readonly file: string | null
  /** Against the version before it; empty for the first. */
  readonly differences: readonly Difference[]
}

export type AnswerKind = 'accepts' | 'welcomes' | 'rejects' | 'demands-changes' | 'studies' | 'criticises' | 'comments'

export interface Answer {
  readonly party: PartyId
  readonly kind: AnswerKind
  /** The act as the record has it. */
  readonly act: ActKind
  /** The version that it answers; null: the reports do not tell. */
  readonly version: ProposalVersion['id'] | null
  readonly statements: readonly string[]
  /** The first dated report of it. */
  readonly date: string | null
  readonly conditional: boolean
  readonly sources: number
}

/** What the reading of proposals needs to know besides the reports. */
export interface ProposalKnowledge {
  readonly gazetteer: Gazetteer
  /** Proposals that the case names: they merge, split and name what is found, and may bring their texts. */
  readonly given: readonly GivenProposal[]
  /** A party's name as the reader knows it. */
  readonly nameOf: (party: PartyId) => string
}

/**
 * The proposals that the reports speak of, in order of their first day, with versions, authors, answers and points.
 *
 * A mention joins a proposal only where something that names it is shared (its number of points, year, duration, place or
 * author) and nothing contradicts; "the plan" is taken for the one that its report named before, and for none where there
 * are two. What cannot be told apart is left out, not guessed. The order of `reports` and `acts` does not matter.
 * Linear in the reports; quadratic in the mentions that name a proposal.
 */
export function proposals(
  acts: readonly Act[],
  reports: readonly Report[],
  lineages: readonly Lineage[],
  { gazetteer, given, nameOf }: ProposalKnowledge,
): Proposal[] {
  const standing = independence(reports, lineages)
  const read = readers(acts, reports, gazetteer)
  const mentions = read.flatMap(reader => mentionsIn(reader, given))
  const groups = placeGiven(grouped(mentions, given), given)
  const found = groups.map(group => proposalOf(group, { read, standing, nameOf }))
  return distinct(found).sort(
    (a, b) => compare(firstOf(a) ?? '9', firstOf(b) ?? '9') || compare(a.name, b.name) || compare(a.id, b.id),
  )
}

interface Known {
  readonly read: ReturnType<typeof readers>
  readonly standing: Independence
  readonly nameOf: ProposalKnowledge['nameOf']
}

function proposalOf(group: PlanGroup, { read, standing, nameOf }: Known): Proposal {
  const places = group.mentions.map(({ place }) => place)
  const { sources, shared } = standing.support(places)
  const versions = versionsOf(group)
  const points = pointsOf(group, versions, read, standing)
  const named = versions.map((version, n) => versionOf(group, version, n, { standing, points: points[n] ?? [] }))
  const by = attributed(
    group.mentions.flatMap(each => each.by),
    group.given?.by ?? [],
    standing,
  )
  return {
    id: group.id,
    name: telling(
      group,
      by.map(({ party }) => nameOf(party)),
    ),
    by,
    to: attributed(
      group.mentions.flatMap(({ to }) => to),
      [],
      standing,
    ),
    versions: named.map((version, n) => {
      const before = named[n - 1]
      return before ? { ...version, differences: comparison(before, version) } : version
    }),
    answers: answersTo(group, versions, read, standing),
    mentions: places,
    sources,
    restsOn: shared.map(({ reason }) => reason),
    reports: new Set(places.map(({ report }) => report)).size,
  }
}

/** A name of one word tells nothing: it takes the author's. */
function telling({ name }: PlanGroup, authors: readonly string[]): string {
  return name.includes(' ') || authors.length === 0 ? name : `${name} by ${authors.join(' and ')}`
}

function versionOf(
  group: PlanGroup,
  version: VersionGroup,
  n: number,
  { standing, points }: { readonly standing: Independence; readonly points: readonly Point[] },
): ProposalVersion {
  const places = version.mentions.map(({ place }) => place)
  return {
    id: `${group.id}:${n + 1}`,
    name: version.name,
    marker: version.marker,
    pointCount: version.pointCount,
    first: firstDay(version.mentions.map(({ day }) => day)),
    mentions: places,
    sources: standing.support(places).sources,
    points: version.text?.points ?? points,
    file: version.text?.file ?? null,
    differences: [],
  }
}

function attributed(
  found: readonly { readonly party: PartyId; readonly place: Place }[],
  given: readonly PartyId[],
  standing: Independence,
): Attributed[] {
  const parties = [...new Set([...given, ...found.map(({ party }) => party)])]
  const wanted = given.length > 0 ? given : parties
  return wanted
    .map(party => {
      const evidence = found.filter(each => each.party === party).map(({ place }) => place)
      return { party, evidence, sources: standing.support(evidence).sources }
    })
    .sort((a, b) => b.sources - a.sources || compare(a.party, b.party))
}

/** Two proposals that would bear one id are told apart by a number. */
function distinct(found: readonly Proposal[]): Proposal[] {
  const seen = new Map<string, number>()
  return found.map(proposal => {
    const n = (seen.get(proposal.id) ?? 0) + 1
    seen.set(proposal.id, n)
    if (n === 1) return proposal
    const id = `${proposal.id}-${n}`
    const renamed = (version: string) => version.replace(proposal.id, id)
    return {
      ...proposal,
      id,
      versions: proposal.versions.map(version => ({ ...version, id: renamed(version.id) })),
      answers: proposal.answers.map(answer => ({ ...answer, version: answer.version && renamed(answer.version) })),
    }
  })
}

function firstOf({ versions }: Proposal): string | null {
  return firstDay(versions.map(({ first }) => first))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
