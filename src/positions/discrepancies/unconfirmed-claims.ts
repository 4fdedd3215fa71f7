import type { PartyId } from '../../actors/actor.js'
import type { Act } from '../act.js'
import type { Discrepancy, Side } from '../discrepancy.js'
import type { PartyNames } from '../target.js'
import { type Claim, claims } from './claims.js'
import { brief, type Sources, sideOf } from './sources.js'

const words = { ACCEPT: 'accepted', OFFER: 'offered', CONCEDE: 'conceded', REJECT: 'refused' } as const

/**
 * What some say that another party has agreed to, offered or refused, while that party itself has not said so.
 *
 * The party's own acts on the issue stand on the other side, if it has any; a party that confirms it anywhere makes no
 * discrepancy. Nobody is said to be wrong.
 */
export function unconfirmedClaims(
  acts: readonly Act[],
  sources: Sources,
  nameOf: (party: PartyId) => string,
  names: PartyNames,
): Discrepancy[] {
  return grouped(claims(acts, names, sources).filter(({ did }) => did in words)).flatMap((claimed): Discrepancy[] => {
    const [first] = claimed
    if (!first) return []
    const { about: party, did } = first
    const issues = new Set(claimed.flatMap(({ act }) => act.issues))
    const own = acts.filter(
      act => act.party === party && act.issues.some(issue => issues.has(issue)) && act.statement.layer !== 'event',
    )
    if (own.some(act => confirms(act, did))) return []
    const by = [...new Set(claimed.map(({ act }) => (act.party ? nameOf(act.party) : act.statement.speaker.name)))]
    const about = nameOf(party)
    const { statement } = first.act
    const said = own.filter(act => act.act !== null && isSince(statement.report, act.statement.report, sources))
    const silent: Side = { says: `${about} has not said so in these reports.`, evidence: [], sources: 0 }
    const verb = words[did as keyof typeof words]
    return [
      {
        id: `unconfirmed-claim:${party}:${did}:${[...issues].sort()[0] ?? statement.id}`,
        kind: 'unconfirmed-claim',
        summary: `${by.join(' and ')} ${by.length === 1 ? 'says' : 'say'} that ${about} has ${verb}; ${about} has not confirmed it.`,
        within: 'lineages',
        sides: [
          sideOf(
            claimed.map(({ act }) => act),
            brief(sources.text(statement.report).slice(statement.start, statement.end)),
            sources,
          ),
          said.length > 0 ? sideOf(said, `${about}'s own words on it`, sources) : silent,
        ],
      },
    ]
  })
}

/** Claims of one deed of one party: on a common issue, or, where neither names one, by the same statement only. */
function grouped(found: readonly Claim[]): Claim[][] {
  const groups: Claim[][] = []
  for (const claim of found) {
    const own = groups.find(
      ([first, ...rest]) =>
        first !== undefined &&
        first.about === claim.about &&
        first.did === claim.did &&
        [first, ...rest].some(({ act }) => act.issues.some(issue => claim.act.issues.includes(issue))),
    )
    if (own) own.push(claim)
    else groups.push([claim])
  }
  return groups
}

/** Whether a report is not older than another: what a party said before a claim does not answer it. */
function isSince(claim: string, report: string, sources: Sources): boolean {
  if (claim === report) return true
  const [asked, told] = [sources.day(claim), sources.day(report)]
  return asked === null || (told !== null && told >= asked)
}

function confirms({ act }: Act, claimed: string): boolean {
  if (claimed === 'ACCEPT') return act === 'ACCEPT'
  if (claimed === 'OFFER' || claimed === 'CONCEDE') return act === 'OFFER' || act === 'CONCEDE' || act === 'ACCEPT'
  return act === 'REJECT'
}
