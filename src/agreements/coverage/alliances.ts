import { resolveActor } from '../../actors/resolve.js'
import data from './alliances.json' with { type: 'json' }
import type { Truth } from './truth.js'

interface Member {
  readonly state: string
  readonly from: string
  readonly until?: string
  readonly disputedFrom?: string
}

/** An alliance, with who belonged to it from which day to which. */
export interface Alliance {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly begins: string
  readonly ends?: string
  readonly members: readonly Member[]
}

const alliances: readonly Alliance[] = data.alliances

/** "NATO-style", "like NATO's Article 5": what is only compared with an alliance is not its own. */
const compared = /\b(?:like|style|type|similar|model(?:l?ed)?|equivalent|quasi|non|against|outside|candidate|partner)\b/

/**
 * The alliance that a text names: the id of a guarantee ("nato-art5"), its title, or "NATO members".
 *
 * Null where it names none, or only compares with one.
 */
export function allianceIn(text: string): Alliance | null {
  const low = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  if (compared.test(low)) return null
  return alliances.find(({ names }) => names.some(name => low.includes(` ${name.replace('-', ' ')} `))) ?? null
}

/**
 * Whether a party belongs to an alliance on a day.
 *
 * @param day ISO date, month or year; a year in which it joined or left leaves it open. Null: as the table stands, or at
 * the end of an alliance that is no more
 * Unknown too for what is no state, for a territory of a member, and where the membership itself is disputed.
 */
export function isMember(alliance: Alliance, party: string, day: string | null): Truth {
  const { code } = resolveActor(party)
  if (code === null) return 'unknown'
  const own = stays(alliance, code, day)
  const mother = motherland(code)
  return own === 'no' && mother !== null && stays(alliance, mother, day) !== 'no' ? 'unknown' : own
}

/** The states that plainly belong to an alliance on a day, as ISO 3166-1 alpha-3 codes. */
export const membersOf = (alliance: Alliance, day: string | null): string[] =>
  [...new Set(alliance.members.map(({ state }) => state))].filter(state => stays(alliance, state, day) === 'yes')

/** The state that answers for a territory with a code of its own; null for a state. */
export const motherland = (code: string): string | null =>
  (data.territories.of as Readonly<Record<string, string>>)[code] ?? null

function stays(alliance: Alliance, state: string, day: string | null): Truth {
  const stretches = alliance.members.filter(member => member.state === state)
  if (day === null) {
    const last = stretches.find(({ until }) => until === undefined || until === alliance.ends)
    return last === undefined ? 'no' : last.disputedFrom === undefined ? 'yes' : 'unknown'
  }
  const [first, last] = [earliest(day), latest(day)]
  const touched = stretches.filter(({ from, until }) => from <= last && (until === undefined || first < until))
  if (touched.length === 0) return 'no'
  const isPlain = touched.some(
    ({ from, until, disputedFrom }) =>
      from <= first && last < (until ?? '9999') && (disputedFrom === undefined || last < disputedFrom),
  )
  return isPlain ? 'yes' : 'unknown'
}

const earliest = (day: string): string => (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day)
const latest = (day: string): string => (day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day)
