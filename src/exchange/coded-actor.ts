import { countries, getCountryData, type TCountryCode } from 'countries-list'
import type { Actor, PartyId } from '../actors/actor.js'
import { resolveActor } from '../actors/resolve.js'
import { codes } from './codes.js'

/** An actor as event data code it. */
export interface CodedActor {
  /** ISO 3166-1 alpha-3, or PLOVER's code for what is no state (`IGO`, `NGO`, `IMG`); null: the schemes have none. */
  readonly code: string | null
  /** `GOV`, `MIL`, `REB`, ...; null: the party as such, or unknown. */
  readonly sector: string | null
  readonly party: PartyId | null
  /** As the record names the party; null where it is unknown. */
  readonly partyName: string | null
  /** The person or body, by its fullest name; null where only the party is known. */
  readonly name: string | null
  readonly office: string | null
}

const states = new Set((Object.keys(countries) as TCountryCode[]).map(code => getCountryData(code).iso3))

/** The code of a party in the schemes of event data; a case's own party that is no state has none. */
export function partyCode(party: PartyId | null): string | null {
  if (party === null) return null
  return codes.actors.codes[party] ?? (states.has(party as never) ? party : null)
}

/** A speaker with the party whose act it is; null where neither is known. */
export function codedSpeaker(
  { name, role }: Actor,
  party: PartyId | null,
  partyName: string | null,
): CodedActor | null {
  const isNamed = name !== unknownSpeaker
  if (!isNamed && party === null) return null
  const { sector } = resolveActor(role === null ? name : `${role} ${name}`)
  return { code: partyCode(party), sector, party, partyName, name: isNamed ? name : null, office: role }
}

/** What the record calls a pronoun whose person cannot be told. */
const unknownSpeaker = 'unknown'

/** A party that no person of it stands for. */
export function codedParty(party: PartyId, partyName: string): CodedActor {
  return { code: partyCode(party), sector: null, party, partyName, name: null, office: null }
}
