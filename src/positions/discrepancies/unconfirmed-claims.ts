import type { PartyId } from '../../actors/actor.js'
import type { Act } from '../act.js'
import type { Discrepancy, Side } from '../discrepancy.js'
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
): Discrepancy[] {
  const claims = new Map<string, Act[]>()
  for (const act of acts) {
    if (!act.reports || !(act.reports.act in words)) continue
    for (const issue of act.issues) {
      const key = `${act.reports.party}\0${act.reports.act}\0${issue}`
      claims.set(key, [...(claims.get(key) ?? []), act])
    }
  }
  const told = new Set<string>()
  return [...claims].flatMap(([key, claimed]): Discrepancy[] => {
    const [party = '', kind = '', issue = ''] = key.split('\0')
    const own = acts.filter(act => act.party === party && act.issues.includes(issue) && act.statement.layer !== 'event')
    if (own.some(act => confirms(act, kind))) return []
    const first = claimed[0]
    if (!first || told.has(first.statement.id)) return []
    for (const act of claimed) told.add(act.statement.id)
    const by = [...new Set(claimed.map(act => (act.party ? nameOf(act.party) : act.statement.speaker.name)))]
    const about = nameOf(party)
    const text = sources.text(first.statement.report)
    const silent: Side = { says: `${about} has not said so in these reports.`, evidence: [], sources: 0 }
    const verb = words[kind as keyof typeof words]
    return [
      {
        id: `unconfirmed-claim:${party}:${kind}:${issue}`,
        kind: 'unconfirmed-claim',
        summary: `${by.join(' and ')} ${by.length === 1 ? 'says' : 'say'} that ${about} has ${verb}; ${about} has not confirmed it.`,
        within: 'lineages',
        sides: [
          sideOf(claimed, brief(text.slice(first.statement.start, first.statement.end)), sources),
          own.length > 0 ? sideOf(own, `${about}'s own words on it`, sources) : silent,
        ],
      },
    ]
  })
}

function confirms({ act }: Act, claimed: string): boolean {
  if (claimed === 'ACCEPT') return act === 'ACCEPT'
  if (claimed === 'OFFER' || claimed === 'CONCEDE') return act === 'OFFER' || act === 'CONCEDE' || act === 'ACCEPT'
  return act === 'REJECT'
}
