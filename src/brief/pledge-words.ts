import type { Pledge, PledgeRejection } from '../agreements/pledges.js'

type Name = (id: string | null) => string

/** "Ostrel pledges it; condition: if both capitals ask". */
export function pledgeSays({ party, standing, by, conditions, rejectedBy }: Pledge, name: Name): string {
  const what = {
    pledged: 'pledges it',
    considered: 'considers it',
    claimed: `would, says ${name(by)}; no pledge of its own`,
    refused: 'says that it will not',
  }[standing]
  const under = conditions.length === 0 ? '' : `; condition: ${conditions.join(' / ')}`
  return `${name(party)} ${what}${under}${rejectedBy.length === 0 ? '' : '; rejected, see below'}`
}

/** "Velmara rejects those of the Compact". */
export function rejectionSays({ party, whose, act, redLine }: PledgeRejection, name: Name): string {
  const verb = act === 'THREATEN' ? 'threatens' : 'rejects'
  const those = whose.length === 0 ? "anybody's" : `those of ${whose.map(name).join(', ')}`
  return `${name(party)} ${verb} ${those}${redLine ? ', as a red line' : ''}`
}
