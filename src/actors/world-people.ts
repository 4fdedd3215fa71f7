import type { PartyId } from './actor.js'
import { isGivenName } from './given-names.js'
import { normal, withoutParticle } from './normal.js'
import officials from './officials.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }

let shared: ReadonlyMap<string, PartyId> | undefined
/** The party of a person whom the package's own list names, by normal full name or by a surname that one of them alone bears. */
export function worldParty(key: string): PartyId | null {
  shared ??= readPeople()
  return shared.get(key) ?? null
}

/** Surnames that are words of another kind as well: the full name must stand there. */
const common = new Set(people.commonSurnames)

/** Where the family name stands first: the last word of a name is no surname. */
const familyFirst = new Set(['PRK', 'KOR', 'CHN', 'TWN', 'VNM', 'KHM', 'MMR'])
/** Shorter surnames are too often words of another kind. */
const shortestSurname = 4

function readPeople(): Map<string, PartyId> {
  const byName = new Map<string, PartyId>()
  const bySurname = new Map<string, Set<PartyId>>()
  const add = (name: string, party: PartyId, hasSurname: (surname: string) => boolean) => {
    const words = normal(name)
    const last = words.at(-1) ?? ''
    byName.set(words.join(' '), party)
    if (words.length === 1 || common.has(last) || !hasSurname(last)) return
    for (const each of new Set([last, withoutParticle(last)]))
      bySurname.set(each, (bySurname.get(each) ?? new Set()).add(party))
  }
  for (const [party, names] of Object.entries(people.people)) for (const name of names) add(name, party, () => true)
  for (const { name, also, party } of officials.officials)
    for (const each of [name, ...also])
      add(each, party, surname => !familyFirst.has(party) && surname.length >= shortestSurname && !isGivenName(surname))
  for (const [last, parties] of bySurname) {
    const [only] = parties
    if (parties.size === 1 && only && !byName.has(last)) byName.set(last, only)
  }
  return byName
}

let offices: ReadonlyMap<string, readonly string[]> | undefined
/** The offices that the package's own list gives a person, by normal full name: `secretary of state`. */
export function worldOffices(key: string): readonly string[] {
  offices ??= new Map(
    officials.officials.flatMap(({ name, also, offices: held }) =>
      [name, ...also].map(each => [normal(each).join(' '), held.map(({ office }) => office)] as const),
    ),
  )
  return offices.get(key) ?? []
}
