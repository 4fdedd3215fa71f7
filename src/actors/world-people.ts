import type { PartyId } from './actor.js'
import { isGivenName } from './given-names.js'
import { normal, withoutParticle } from './normal.js'
import officials from './officials.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }

/** A person whom the package's own list names. */
export interface WorldPerson {
  readonly name: string
  readonly party: PartyId
}

/**
 * The person whom the package's own list names, by normal full name or by a surname that one of them alone bears.
 *
 * Who has served several parties in turn, and a surname that officials of several parties bear, is read by the `year`
 * of the report: the one in office then; without a year, the one in office when the list was written. Null where that
 * leaves several. What several of one party bear names nobody in particular: its `name` is the surname alone.
 */
export function worldPerson(key: string, year: number | null = null): WorldPerson | null {
  index ??= readPeople()
  const named = index.byName.get(key)
  if (named) return chosen(named, year) ?? latest(named)
  const bearers = index.bySurname.get(key)
  return bearers ? chosen(bearers, year) : null
}

/** The party of that person: see `worldPerson`. */
export function worldParty(key: string, year: number | null = null): PartyId | null {
  return worldPerson(key, year)?.party ?? null
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

/** A person with the years of the offices that the list gives; none where it gives no office. */
interface Entry extends WorldPerson {
  readonly terms: readonly { readonly from: number; readonly until: number | null }[]
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly Entry[]>
  readonly bySurname: ReadonlyMap<string, readonly Entry[]>
}

let index: Index | undefined

/** Surnames that are words of another kind as well: the full name must stand there. */
const common = new Set(people.commonSurnames)

/** Where the family name stands first: the last word of a name is no surname. */
const familyFirst = new Set(['PRK', 'KOR', 'CHN', 'TWN', 'VNM', 'KHM', 'MMR'])
/** Shorter surnames are too often words of another kind. */
const shortestSurname = 4

function readPeople(): Index {
  const byName = new Map<string, Entry[]>()
  const bySurname = new Map<string, Entry[]>()
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
    const list = map.get(key)
    if (list) list.push(entry)
    else map.set(key, [entry])
  }
  const add = (written: string, entry: Entry, hasSurname: (surname: string) => boolean) => {
    const words = normal(written)
    const last = words.at(-1) ?? ''
    put(byName, words.join(' '), entry)
    if (words.length === 1 || common.has(last) || !hasSurname(last)) return
    for (const each of new Set([last, withoutParticle(last)])) put(bySurname, each, entry)
  }
  for (const { name, also, party, offices: terms } of officials.officials)
    for (const each of [name, ...also])
      add(
        each,
        { name, party, terms },
        surname => !familyFirst.has(party) && surname.length >= shortestSurname && !isGivenName(surname),
      )
  for (const [party, names] of Object.entries(people.people))
    for (const name of names) {
      // Whoever the list of officials has is there with years.
      const known = byName.get(normal(name).join(' '))?.some(each => each.party === party)
      if (known) put(bySurname, normal(name).at(-1) ?? '', { name, party, terms: officeOf(byName, name, party) })
      else add(name, { name, party, terms: [] }, () => true)
    }
  return { byName, bySurname: withoutCommon(bySurname) }
}

function officeOf(byName: ReadonlyMap<string, readonly Entry[]>, name: string, party: PartyId): Entry['terms'] {
  return byName.get(normal(name).join(' '))?.find(each => each.party === party)?.terms ?? []
}

function withoutCommon(bySurname: Map<string, Entry[]>): Map<string, Entry[]> {
  for (const surname of common) bySurname.delete(surname)
  return bySurname
}

/** The one person, or nobody in particular of the one party, that the entries leave; null where they leave several parties. */
function chosen(entries: readonly Entry[], year: number | null): WorldPerson | null {
  const only = onePerson(entries)
  if (only) return only
  return onePerson(entries.filter(({ terms }) => terms.length === 0 || terms.some(term => covers(term, year))))
}

function onePerson(entries: readonly Entry[]): WorldPerson | null {
  const [first, ...others] = entries
  if (!first || others.some(({ party }) => party !== first.party)) return null
  const key = normal(first.name).join(' ')
  if (others.every(({ name }) => normal(name).join(' ') === key)) return { name: first.name, party: first.party }
  return { name: first.name.split(' ').at(-1) ?? first.name, party: first.party }
}

function covers({ from, until }: Entry['terms'][number], year: number | null): boolean {
  return year === null ? until === null : from <= year && year <= (until ?? year)
}

/** Of one name under several parties, whom the list has last: what the person serves now. */
function latest(entries: readonly Entry[]): WorldPerson | null {
  const last = (entry: Entry) => Math.max(...entry.terms.map(({ from }) => from), 0)
  return entries.reduce<Entry | null>((best, each) => (best && last(best) > last(each) ? best : each), null)
}
