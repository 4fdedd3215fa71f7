import type { PartyId } from './actor.js'
import { normal } from './normal.js'
import people from './people.json' with { type: 'json' }

let shared: ReadonlyMap<string, PartyId> | undefined
/** The party of a person whom the package's own list names, by normal full name or by a surname that one of them alone bears. */
export function worldParty(key: string): PartyId | null {
  shared ??= readPeople()
  return shared.get(key) ?? null
}

/** Surnames that are words of another kind as well: the full name must stand there. */
const common = new Set(people.commonSurnames)

function readPeople(): Map<string, PartyId> {
  const byName = new Map<string, PartyId>()
  const bySurname = new Map<string, Set<PartyId>>()
  for (const [party, names] of Object.entries(people.people))
    for (const name of names) {
      const words = normal(name)
      const last = words.at(-1) ?? ''
      byName.set(words.join(' '), party)
      if (words.length > 1 && !common.has(last)) bySurname.set(last, (bySurname.get(last) ?? new Set()).add(party))
    }
  for (const [last, parties] of bySurname) {
    const [only] = parties
    if (parties.size === 1 && only && !byName.has(last)) byName.set(last, only)
  }
  return byName
}
