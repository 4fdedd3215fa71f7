import type { Party, PartyId } from '../actors/actor.js'
import { partyName } from '../actors/gazetteer.js'
import type { Act, ActKind, IssueId } from '../positions/act.js'
import type { CaseRecord, IssueName } from '../record/record.js'
import { independence } from '../reports/independence.js'
import { codes } from './codes.js'

/** A statement that takes a side on one issue. */
export interface SignedStatement {
  readonly act: Act
  readonly kind: ActKind
  readonly actor: PartyId
  readonly concept: IssueId
  /** Whether the party is for the issue being settled as it says, or against. */
  readonly agrees: boolean
}

/** What joins a party and an issue. */
export interface Tie {
  readonly actor: PartyId
  readonly concept: IssueId
  /** Independent sources of what it said for it; 0: nothing. */
  readonly agreement: number
  /** Independent sources of what it said against it. */
  readonly disagreement: number
  readonly statements: number
  /** The first and the last day of a report that carries it; null where none is dated. */
  readonly first: string | null
  readonly last: string | null
}

/** A signed discourse network: who is for and who against what. */
export interface Network {
  readonly name: string
  /** Parties that take a side, in the order of the record. */
  readonly actors: readonly Party[]
  /** Issues on which one is taken, in the order of the record. */
  readonly concepts: readonly IssueName[]
  /** By actor, then by concept. */
  readonly ties: readonly Tie[]
  readonly statements: readonly SignedStatement[]
  /** Acts that take no side, bear on no known issue, or are of no known party. */
  readonly leftOut: number
}

/**
 * The discourse network of a record (Leifeld): actors by concepts, signed.
 *
 * A tie counts independent sources, not statements: what ten rewrites repeat is said once. Reported contacts and acts
 * that a party only tells of another take no side.
 */
export function network(record: CaseRecord): Network {
  const statements = record.acts.flatMap(signed)
  const standing = new Set(statements.map(({ act }) => act))
  return {
    name: record.name,
    actors: actorsOf(statements, record),
    concepts: record.issues.filter(({ id }) => statements.some(({ concept }) => concept === id)),
    ties: tiesOf(statements, record),
    statements,
    leftOut: record.acts.length - standing.size,
  }
}

function signed(act: Act): SignedStatement[] {
  const { act: kind, party: actor, negated, statement } = act
  if (kind === null || actor === null || statement.layer === 'event') return []
  const sign = codes.agreement.signs[kind]
  if (sign === 0) return []
  const turned = negated && (kind === 'DEMAND' || kind === 'REQUEST')
  return act.issues.map(concept => ({ act, kind, actor, concept, agrees: sign > 0 !== turned }))
}

function actorsOf(statements: readonly SignedStatement[], { parties }: CaseRecord): Party[] {
  const heard = new Set(statements.map(({ actor }) => actor))
  const known = new Set(parties.map(({ id }) => id))
  const others = [...heard].filter(id => !known.has(id)).sort()
  return [
    ...parties.filter(({ id }) => heard.has(id)),
    ...others.map(id => ({ id, name: partyName(id), role: 'unknown' as const })),
  ]
}

function tiesOf(statements: readonly SignedStatement[], record: CaseRecord): Tie[] {
  const { support } = independence(record.reports, record.lineages)
  const dates = new Map(record.reports.map(({ id, date }) => [id, date?.value.slice(0, 10) ?? null]))
  const cells = new Map<string, SignedStatement[]>()
  for (const statement of statements) {
    const key = `${statement.actor}\0${statement.concept}`
    cells.set(key, [...(cells.get(key) ?? []), statement])
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, found]) => {
      const { actor, concept } = found[0]!
      const sourcesOf = (agrees: boolean) =>
        support(found.filter(one => one.agrees === agrees).map(({ act }) => act.statement)).sources
      const days = found.flatMap(({ act }) => dates.get(act.statement.report) ?? []).sort()
      return {
        actor,
        concept,
        agreement: sourcesOf(true),
        disagreement: sourcesOf(false),
        statements: found.length,
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
      }
    })
}

/** What joins two parties: issues on which both take the same side, and issues on which they take opposite ones. */
export interface ActorTie {
  readonly a: PartyId
  readonly b: PartyId
  readonly congruence: number
  readonly conflict: number
}

/**
 * The one-mode projection onto parties, as Discourse Network Analyzer counts it with repetitions left out: a party that
 * has said both is congruent and in conflict with each side. Pairs that share no issue are left out.
 */
export function actorTies({ actors, ties }: Network): ActorTie[] {
  const byActor = new Map(actors.map(({ id }) => [id, ties.filter(({ actor }) => actor === id)]))
  return actors.flatMap(({ id: a }, at) =>
    actors.slice(at + 1).flatMap(({ id: b }) => {
      let congruence = 0
      let conflict = 0
      for (const mine of byActor.get(a) ?? []) {
        const theirs = byActor.get(b)?.find(({ concept }) => concept === mine.concept)
        if (!theirs) continue
        const [forA, againstA, forB, againstB] = [
          mine.agreement,
          mine.disagreement,
          theirs.agreement,
          theirs.disagreement,
        ].map(n => Number(n > 0)) as [number, number, number, number]
        congruence += forA * forB + againstA * againstB
        conflict += forA * againstB + againstA * forB
      }
      return congruence + conflict === 0 ? [] : [{ a, b, congruence, conflict }]
    }),
  )
}
