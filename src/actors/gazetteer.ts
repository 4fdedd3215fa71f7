import { countries, getCountryData, type TCountryCode } from 'countries-list'
import type { PartyId } from './actor.js'
import bodies from './bodies.json' with { type: 'json' }
import { normal, plural } from './normal.js'
import officials from './officials.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import states from './states.json' with { type: 'json' }

/** A name that stands for a party. */
export interface Entry {
  /** The name's words, normal (see `normal`). */
  readonly words: readonly string[]
  readonly party: PartyId
  /** ISO 3166-1 alpha-3 where the party is a state. */
  readonly code: string | null
  readonly sector: string | null
  /** A case's own names come before all others; a group's before a body's, a body's before a state's. */
  readonly kind: 'case' | 'group' | 'person' | 'body' | 'state' | 'demonym' | 'metonym' | 'place'
  /** Matched only where the text has a capital, as a name does. */
  readonly capital: boolean
  /** Matched only as written: `US` is not `us`. */
  readonly exact: string | null
}

/** Entries by their first word. */
export type Gazetteer = ReadonlyMap<string, readonly Entry[]>

/** A gazetteer with further entries. */
export function withEntries(base: Gazetteer, entries: Iterable<Entry>): Gazetteer {
  const added = [...entries]
  if (added.length === 0) return base
  const byFirst = new Map(base)
  for (const entry of added) {
    const first = entry.words[0]
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  return byFirst
}

/** An entry for one name of a party. */
export function entry(name: string, party: PartyId, kind: Entry['kind'], more: Partial<Entry> = {}): Entry {
  const words = normal(name)
  return {
    words,
    party,
    kind,
    code: /^[A-Z]{3}$/.test(party) && (kind === 'state' || kind === 'demonym' || kind === 'place') ? party : null,
    sector: null,
    capital: name !== name.toLowerCase(),
    exact: words.length === 1 && /^[A-Z.]{2,4}$/.test(name) ? name : null,
    ...more,
  }
}

let shared: Gazetteer | undefined
/** States, their people and towns, bodies, movements and groups: built once, on first use. */
export function worldGazetteer(): Gazetteer {
  shared ??= withEntries(new Map(), worldEntries())
  return shared
}

function* worldEntries(): Iterable<Entry> {
  const own = new Set(states.states.map(state => state.code))
  for (const iso2 of Object.keys(countries) as TCountryCode[]) {
    const { name, iso3, capital, alias = [] } = getCountryData(iso2)
    for (const each of [name, ...alias]) yield entry(each, iso3, 'state')
    // A territory's capital is rarely meant where a state's town bears the name.
    if (capital && own.has(iso3) && iso3 !== 'BEL') yield entry(capital, iso3, 'place', { sector: 'GOV' })
  }
  for (const { code, names, demonyms, places } of states.states) {
    for (const name of names) yield entry(name, code, 'state')
    for (const place of places) yield entry(place, code, 'place')
    for (const demonym of demonyms) {
      yield entry(demonym, code, 'demonym')
      const many = plural(demonym)
      if (many !== demonym) yield entry(many, code, 'demonym')
    }
  }
  for (const { state, names } of bodies.metonyms)
    for (const name of names) yield entry(name, state, 'metonym', { code: state, sector: 'GOV' })
  for (const { state, party, names, sector } of bodies.movements)
    for (const name of names) yield entry(name, party ?? state, 'body', { code: state, sector })
  for (const [party, names] of Object.entries(people.people))
    for (const name of names) yield entry(name, party, 'person', { code: stateOf(party), sector: 'GOV' })
  for (const { name, also, party } of officials.officials)
    for (const each of [name, ...also]) yield entry(each, party, 'person', { code: stateOf(party), sector: 'GOV' })
  for (const { party, names } of bodies.bodies) for (const name of names) yield entry(name, party, 'body')
  for (const { party, names } of bodies.groups) for (const name of names) yield entry(name, party, 'group')
}

const stateOfMovement = new Map(
  bodies.movements.flatMap(({ party, state }) => (party ? [[party, state] as const] : [])),
)

/** ISO 3166-1 alpha-3 of a party: its own where it is a state, that of its country where it is a movement; else null. */
export function stateOf(party: PartyId): string | null {
  return stateOfMovement.get(party) ?? /^([A-Z]{3})(?:_OPPOSITION)?$/.exec(party)?.[1] ?? null
}

/** A party's name for display: `RUS` is Russia, `EUROPEAN_ALLIES` is European allies. */
export function partyName(id: PartyId): string {
  const body = [...bodies.bodies, ...bodies.groups, ...bodies.movements].find(({ party }) => party === id)
  if (body?.name) return body.name
  for (const iso2 of Object.keys(countries) as TCountryCode[]) {
    const country = getCountryData(iso2)
    if (country.iso3 === id) return country.name
  }
  const words = id.toLowerCase().replaceAll('_', ' ')
  return words.replace(/(^|\s)\p{L}/gu, letter => letter.toUpperCase())
}
