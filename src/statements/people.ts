import type { CaseParty, PartyId } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { normal, personKey, withoutParticle } from '../actors/normal.js'
import { isRoleWord } from '../actors/roles.js'
import { worldParty, worldPerson } from '../actors/world-people.js'
import type { Word } from '../language/words.js'
import { anaphorOf } from './anaphors.js'
import type { Reading } from './attributions.js'
import { type Bearings, bearingsIn } from './bearings.js'
import { domesticOf } from './domestic.js'
import { type Introduction, introductionsIn } from './introductions.js'
import { quotations } from './quotations.js'

/** A person that the reports name. */
export interface Person {
  /** Fullest name found. */
  readonly name: string
  /** Fullest title found; null where no report gives one. */
  readonly role: string | null
  readonly party: PartyId | null
}

/** The people of a collection, by normal full name and by surname, and those with a title by the party that they serve. */
export interface People {
  readonly byName: ReadonlyMap<string, Person>
  readonly bySurname: ReadonlyMap<string, readonly Person[]>
  readonly titled: ReadonlyMap<PartyId, readonly Person[]>
}

/**
 * Learns names, titles and parties from every report of a collection: "Russian Foreign Minister Sergei Lavrov".
 * The case's own actors are known beforehand, and whom they speak for is as the case says. Whom the reports name by
 * surname alone is taken from the package's own list, as of `year`, where that has one person of the name.
 */
export function learnPeople(
  readings: readonly Reading[],
  gazetteer: Gazetteer,
  parties: readonly CaseParty[] = [],
  year: number | null = null,
): People {
  const own = parties.flatMap(({ id, actors }) => actors.map(name => ({ name, role: null, party: id })))
  const partyOf = new Map(own.map(({ name, party }) => [personKey(name), party]))
  const met = readings.flatMap(reading => {
    const { text, sentences } = reading
    const found = sentences.flatMap((sentence, n) =>
      introductionsIn(text, sentence, gazetteer, sentences.slice(Math.max(0, n - 2), n), year),
    )
    return withOwners(found, bearingsIn(reading, quotations(text), gazetteer), year)
  })
  const introductions = [...own.filter(({ name }) => normal(name).length > 1), ...met]
  const byName = new Map<string, Tally>()
  for (const { name, role, party } of introductions) {
    const key = personKey(name)
    const known = byName.get(key) ?? { name, roles: new Map(), parties: new Map() }
    byName.set(key, known)
    if (role) add(known.roles, role, 1)
    if (party) add(known.parties, party, 1)
  }
  mergeBareSurnames(byName)
  const people = new Map<string, Person>()
  for (const [key, { name, roles, parties }] of byName) {
    const party = partyOf.get(key) ?? most(parties) ?? worldParty(key, year)
    people.set(key, { name, role: fullest(roles), party })
  }
  const bearers = surnames(people)
  for (const [surname, person] of worldSurnames(readings, bearers, year)) bearers.set(surname, [person])
  return { byName: people, bySurname: bearers, titled: titled(people) }
}

/** "its chairman", "his foreign minister", "the minister of Defence": a title that names no party has that of whom it goes back to. */
function withOwners(found: readonly Introduction[], bearings: Bearings, year: number | null): Introduction[] {
  const complete: Introduction[] = []
  for (const each of found) {
    const { role, party, start } = each
    const owner = () => {
      if (role === null || worldParty(personKey(each.name), year)) return null
      if (/^its\s/i.test(role)) return bearings.subject(start)?.party ?? null
      const body = /^([\p{L}]+)['’]s?\s/u.exec(role)?.[1] ?? ''
      const kind = anaphorOf(`the ${body.toLowerCase()}`)
      if (/^(?:commission|union|league)$/i.test(body) || kind === 'organisation')
        return bearings.organisation(start)?.party ?? null
      if (kind === 'movement') return bearings.movement(start)?.party ?? null
      if (/^(?:his|her)\s/i.test(role)) return complete.findLast(other => other.party !== null)?.party ?? null
      return domesticOf(role) === 'state' ? (bearings.state(start)?.party ?? bearings.home()) : null
    }
    complete.push(party === null ? { ...each, party: owner() } : each)
  }
  return complete
}

/** Those whom the reports name by a surname only, which nobody they introduce bears: from the package's own list. */
function worldSurnames(
  readings: readonly Reading[],
  bearers: ReadonlyMap<string, unknown>,
  year: number | null,
): Map<string, Person> {
  const found = new Map<string, Person>()
  for (const { sentences } of readings)
    for (const { words } of sentences)
      for (const [at, word] of words.entries()) {
        const key = normal(word.text).join(' ')
        if (bearers.has(key) || found.has(key) || !standsAlone(words, at)) continue
        const person = worldPerson(key, year)
        if (person) found.set(key, { ...person, role: null })
      }
  return found
}

/** A capital that is no part of a longer name: not the "Costa" of "Costa Rica". */
function standsAlone(words: readonly Word[], at: number): boolean {
  const isName = (word: Word | undefined) =>
    word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.text) && !isRoleWord(word.text.toLowerCase())
  return isName(words[at]) && !(isName(words[at - 1]) && words[at - 1]?.pos === 'PROPN') && !isName(words[at + 1])
}

function titled(people: ReadonlyMap<string, Person>): Map<PartyId, Person[]> {
  const byParty = new Map<PartyId, Person[]>()
  for (const person of people.values()) {
    if (!person.role || !person.party) continue
    const list = byParty.get(person.party) ?? []
    byParty.set(person.party, list)
    list.push(person)
  }
  return byParty
}

interface Tally {
  readonly name: string
  readonly roles: Map<string, number>
  readonly parties: Map<PartyId, number>
}

/** "President Zelensky" is the one full name that ends so; where several do, the bare surname stands for itself. */
function mergeBareSurnames(byName: Map<string, Tally>): void {
  const byLast = new Map<string, Tally[]>()
  const byFirst = new Map<string, Tally[]>()
  const note = (index: Map<string, Tally[]>, key: string | undefined, each: Tally) => {
    if (key !== undefined) index.set(key, [...(index.get(key) ?? []), each])
  }
  for (const [key, each] of byName) {
    const words = key.split(' ')
    if (words.length === 1) continue
    note(byLast, words.at(-1), each)
    note(byFirst, words[0], each)
  }
  for (const [key, bare] of [...byName]) {
    if (key.includes(' ')) continue
    // "Chairman Kim" is Kim Jong Un: a family name may stand first.
    const [only, ...others] = byLast.get(key) ?? byFirst.get(key) ?? []
    if (!only || others.length > 0) continue
    for (const [role, count] of bare.roles) add(only.roles, role, count)
    for (const [party, count] of bare.parties) add(only.parties, party, count)
    byName.delete(key)
  }
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** Where the family name stands first. */
const familyFirst = new Set(['PRK', 'KOR', 'CHN', 'TWN', 'VNM', 'KHM', 'HKG'])

function surnames(people: ReadonlyMap<string, Person>): Map<string, Person[]> {
  const bySurname = new Map<string, Person[]>()
  for (const [key, person] of people) {
    const words = key.split(' ')
    const family = familyFirst.has(person.party ?? '') ? [words[0], words.at(-1)] : [words.at(-1)]
    for (const each of new Set(family.flatMap(name => (name ? [name, withoutParticle(name)] : [])))) {
      const list = bySurname.get(each) ?? []
      bySurname.set(each, list)
      list.push(person)
    }
  }
  // The fullest name first: a bare surname is named by it.
  for (const list of bySurname.values())
    list.sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
  return bySurname
}

function most<K>(counts: ReadonlyMap<K, number>): K | null {
  let best: K | null = null
  let top = 0
  for (const [key, count] of counts) if (count > top) [best, top] = [key, count]
  return best
}

/** The title that names a state or body where one does, then the most frequent; a former one only where there is no other. */
function fullest(given: ReadonlyMap<string, number>): string | null {
  const current = new Map([...given].filter(([role]) => !/^(?:former|ex-?|then)\b/i.test(role)))
  const roles = current.size > 0 ? current : given
  const words = (role: string) => role.split(/\s+/).length
  const weight = ([role, count]: [string, number]) => Math.min(words(role), 3) * 100 + count
  return [...roles].sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}
