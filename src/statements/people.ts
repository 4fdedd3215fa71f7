import type { PartyId } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { mentionWords, normal } from '../actors/normal.js'
import worldPeople from '../actors/people.json' with { type: 'json' }
import { entriesIn, resolveActor } from '../actors/resolve.js'
import { isRoleHead, isRoleWord } from '../actors/roles.js'
import { slice } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'

/** A person that the reports name. */
export interface Person {
  /** Fullest name found. */
  readonly name: string
  /** Fullest title found; null where no report gives one. */
  readonly role: string | null
  readonly party: PartyId | null
}

/** A name with the title before it, as it stands in a sentence. */
interface Introduction {
  readonly name: string
  readonly role: string | null
  readonly party: PartyId | null
}

/** The people of a collection, by normal full name and by surname. */
export interface People {
  readonly byName: ReadonlyMap<string, Person>
  readonly bySurname: ReadonlyMap<string, readonly Person[]>
}

const nameParticles = /^(?:de|da|di|von|van|der|den|bin|ben|al|el|ul|le|la|du|dos|del|y|e)$/

/** Learns names, titles and parties from every report of a collection: "Russian Foreign Minister Sergei Lavrov". */
export function learnPeople(
  texts: readonly { readonly text: string; readonly sentences: readonly Sentence[] }[],
  gazetteer: Gazetteer,
): People {
  const introductions = texts.flatMap(({ text, sentences }) =>
    sentences.flatMap(sentence => introductionsIn(text, sentence, gazetteer)),
  )
  const byName = new Map<string, Tally>()
  for (const { name, role, party } of introductions) {
    const key = normal(name).join(' ')
    const known = byName.get(key) ?? { name, roles: new Map(), parties: new Map() }
    byName.set(key, known)
    if (role) add(known.roles, role, 1)
    if (party) add(known.parties, party, 1)
  }
  mergeBareSurnames(byName)
  const people = new Map<string, Person>()
  for (const [key, { name, roles, parties }] of byName) {
    const party = most(parties) ?? worldParty(key)
    people.set(key, { name, role: fullest(roles), party })
  }
  return { byName: people, bySurname: surnames(people) }
}

interface Tally {
  readonly name: string
  readonly roles: Map<string, number>
  readonly parties: Map<PartyId, number>
}

/** "President Zelensky" is the one full name that ends so; where several do, the bare surname stands for itself. */
function mergeBareSurnames(byName: Map<string, Tally>): void {
  for (const [key, bare] of [...byName]) {
    if (key.includes(' ')) continue
    const full = [...byName].filter(([other]) => other.endsWith(` ${key}`))
    const [only] = full
    if (!only || full.length > 1) continue
    for (const [role, count] of bare.roles) add(only[1].roles, role, count)
    for (const [party, count] of bare.parties) add(only[1].parties, party, count)
    byName.delete(key)
  }
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

function surnames(people: ReadonlyMap<string, Person>): Map<string, Person[]> {
  const bySurname = new Map<string, Person[]>()
  for (const [key, person] of people) {
    const last = key.split(' ').at(-1)
    if (!last) continue
    const list = bySurname.get(last) ?? []
    bySurname.set(last, list)
    list.push(person)
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

/** The title that names a state or body where one does, then the most frequent, then the longest. */
function fullest(roles: ReadonlyMap<string, number>): string | null {
  const words = (role: string) => role.split(/\s+/).length
  const weight = ([role, count]: [string, number]) => Math.min(words(role), 3) * 100 + count
  return [...roles].sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

let worldByName: Map<string, PartyId> | undefined
/** The party of a person whom the package's own list names, by normal full name or by a surname that only one of them bears. */
export function worldParty(key: string): PartyId | null {
  worldByName ??= readWorld()
  return worldByName.get(key) ?? null
}

function readWorld(): Map<string, PartyId> {
  const found = new Map<string, PartyId>()
  const clash = new Set<string>()
  for (const [party, names] of Object.entries(worldPeople.people))
    for (const name of names) {
      const words = normal(name)
      found.set(words.join(' '), party)
      const last = words.at(-1) ?? ''
      if (found.has(last) && found.get(last) !== party) clash.add(last)
      else if (words.length > 1) found.set(last, party)
    }
  for (const last of clash) found.delete(last)
  return found
}

/** The people whom a sentence introduces, with or without a title. */
function introductionsIn(text: string, sentence: Sentence, gazetteer: Gazetteer): Introduction[] {
  const { words } = sentence
  const found: Introduction[] = []
  for (let at = 0; at < words.length; at++) {
    if (!isTitled(words, at)) continue
    const nameFrom = at + 1
    const nameTo = nameEnd(words, nameFrom, gazetteer)
    if (nameTo < nameFrom) continue
    const roleFrom = titleStart(words, at, gazetteer)
    const role = slice(text, { start: words[roleFrom]!.start, end: words[at]!.end })
    const name = slice(text, { start: words[nameFrom]!.start, end: words[nameTo]!.end })
    const resolved = resolveActor(role, gazetteer)
    const party = resolved.party ?? partyBefore(text, sentence, roleFrom, gazetteer)
    found.push({ name, role, party })
    at = nameTo
  }
  return [...found, ...untitled(text, sentence, gazetteer)]
}

function isTitled(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const text = word?.text.toLowerCase() ?? ''
  // "European Leaders Despite": a title in the plural brings no name.
  return isRoleHead(text) && !text.endsWith('s') && /^\p{Lu}/u.test(words[at + 1]?.text ?? '')
}

/** Where a personal name that starts at `from` ends; before `from` where none does. */
export function nameEnd(words: readonly Word[], from: number, gazetteer: Gazetteer): number {
  let to = from - 1
  for (let at = from; at < Math.min(words.length, from + 6); at++) {
    const word = words[at]
    if (!word) break
    const joint =
      /^[-.]$/.test(word.text) && words[at - 1]?.end === word.start && words[at + 1]?.start === word.end && at > from
    if (joint || (at > from && nameParticles.test(word.text))) continue
    if (!/^\p{Lu}/u.test(word.text) || !/PROPN|NOUN|ADJ|X/.test(word.pos) || isRoleWord(word.text.toLowerCase())) break
    const listed = gazetteer
      .get(normal(word.text)[0] ?? '')
      ?.some(each => each.words.length === 1 && each.kind !== 'case' && each.kind !== 'place')
    if (listed && at === from) break
    to = at
  }
  return to
}

/** Where the title that ends at word `head` starts: over its adjectives, its state and its office. */
function titleStart(words: readonly Word[], head: number, gazetteer: Gazetteer): number {
  let from = head
  while (from > 0) {
    const before = words[from - 1]
    if (!before) break
    const text = before.text.toLowerCase()
    const isKnown = isRoleWord(text) || gazetteer.has(normal(before.text)[0] ?? '')
    const isTitleCase = /^\p{Lu}/u.test(before.text) && before.pos === 'PROPN'
    if (
      (before.pos !== 'DET' && before.pos !== 'ADP' && before.pos !== 'VERB' && isKnown) ||
      isTitleCase ||
      /^['’]s$/.test(before.text) ||
      isHyphen(words, from - 1)
    )
      from--
    else break
  }
  while (from < head && /^['’]s?$|^-$/.test(words[from]?.text ?? '')) from++
  return from
}

function isHyphen(words: readonly Word[], at: number): boolean {
  return words[at]?.text === '-' && words[at - 1]?.end === words[at]?.start
}

/** "Moscow has displayed caution, with Foreign Minister X": a title that names no state takes the one named before it. */
function partyBefore(text: string, sentence: Sentence, to: number, gazetteer: Gazetteer): PartyId | null {
  const start = sentence.words[0]?.start ?? sentence.start
  const end = sentence.words[to - 1]?.end
  if (end === undefined) return null
  const first = entriesIn(mentionWords(slice(text, { start, end })), gazetteer).find(({ entry }) => entry.code !== null)
  return first?.entry.party ?? null
}

/** Two or more capitalised words that the library takes for names and no title precedes: "Donald Trump". */
function untitled(text: string, sentence: Sentence, gazetteer: Gazetteer): Introduction[] {
  const { words } = sentence
  const found: Introduction[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word?.pos !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(word.text) || isRoleWord(word.text.toLowerCase())) continue
    const to = nameEnd(words, at, gazetteer)
    if (to <= at) continue
    const name = slice(text, { start: word.start, end: words[to]!.end })
    const party = worldParty(normal(name).join(' '))
    if (party && normal(name).length > 1) found.push({ name, role: null, party })
    at = to
  }
  return found
}
