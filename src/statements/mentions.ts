import { genderOfName } from '../actors/given-names.js'
import { normal, personKey } from '../actors/normal.js'
import { type Span, slice } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Reading } from './attributions.js'
import { isSameOffice } from './offices.js'
import type { People, Person } from './people.js'

export type Gender = 'female' | 'male'

/** Where a report names a person. */
export interface Mention extends Span {
  readonly person: Person
  /** As far as a title or the report tells; null: unknown. */
  readonly gender: Gender | null
  /** Index of its sentence, and of its first and last word there. */
  readonly sentence: number
  readonly from: number
  readonly to: number
}

/** In words and marks: a nickname in quotation marks makes three more. */
const longestName = 8

/**
 * The places of `reading` that name a person of `people`, in order of the text: full names first, then surnames.
 *
 * A surname that several people bear is whom this report has named in full, by address ("Mrs."), by title, and else
 * most often; where it names none of them so, it stands for itself.
 */
export function mentionsOf({ text, sentences }: Reading, people: People): Mention[] {
  const places = sentences.flatMap((sentence, n) => placesIn(text, sentence, n, people))
  const genders = new Map<string, Gender>()
  const counts = new Map<string, number>()
  for (const { candidates } of places) {
    const [only] = candidates
    if (candidates.length === 1 && only) counts.set(only.name, (counts.get(only.name) ?? 0) + 1)
  }
  const addressOf = (place: Place) => addressed(sentences[place.sentence]?.words[place.from - 1])
  const found = places.map(place => ({ ...place, person: chosen(place, counts, addressOf(place), sentences) }))
  for (const place of found) {
    const address = addressOf(place)
    if (address) genders.set(place.person.name, address)
  }
  return found.map(({ start, end, sentence, from, to, person }) => ({
    start,
    end,
    sentence,
    from,
    to,
    person,
    gender: genders.get(person.name) ?? genderOf(person),
  }))
}

interface Place extends Span {
  readonly candidates: readonly Person[]
  readonly sentence: number
  readonly from: number
  readonly to: number
}

function placesIn(text: string, { words }: Sentence, sentence: number, people: People): Place[] {
  const found: Place[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    if (!first || !/^\p{Lu}/u.test(first.text)) continue
    for (let to = Math.min(words.length, at + longestName) - 1; to >= at; to--) {
      const last = words[to]
      if (!last || last.pos === 'PUNCT') continue
      const span = { start: first.start, end: last.end }
      const candidates = peopleNamed(slice(text, span), people)
      if (candidates.length === 0) continue
      found.push({ ...span, candidates, sentence, from: at, to })
      at = to
      break
    }
  }
  return found
}

function peopleNamed(words: string, people: People): readonly Person[] {
  const key = personKey(words)
  if (/['’]s?$/.test(words)) return []
  const known = people.byName.get(key)
  if (/[,;:]/.test(words)) return []
  if (normal(words).length > 1) return known ? [known] : []
  return people.bySurname.get(key) ?? (known ? [known] : [])
}

/** Whom a name stands for at its place. */
function chosen(
  { candidates, sentence, from }: Place,
  counts: ReadonlyMap<string, number>,
  address: Gender | null,
  sentences: readonly Sentence[],
): Person {
  const [first] = candidates
  if (candidates.length === 1 || !first) return first!
  const title = sentences[sentence]?.words[from - 1]
  const full = candidates.filter(({ name }) => name.includes(' '))
  const fits = full.filter(
    each =>
      (!address || (genderOf(each) ?? address) === address) &&
      (!title || !each.role || !isOffice(title.text, full) || isSameOffice(normal(title.text), normal(each.role))),
  )
  const count = ({ name }: Person) => counts.get(name) ?? 0
  const [best, ...others] = (fits.length > 0 ? fits : full).filter(each => count(each) > 0)
  if (best) return others.reduce((a, b) => (count(b) > count(a) ? b : a), best)
  if (full.length === 1 && full[0]) return full[0]
  return candidates.find(({ name }) => !name.includes(' ')) ?? oneOf(candidates)
}

/** Nobody in particular of those who bear a surname: their party where it is one. */
function oneOf(candidates: readonly Person[]): Person {
  const parties = new Set(candidates.map(({ party }) => party))
  const [name = ''] = candidates.map(each => each.name.split(' ').at(-1) ?? '')
  const [party = null] = parties
  return { name, role: null, party: parties.size === 1 ? party : null }
}

/** Whether a word before a surname is the office of one of its bearers: "President" in "President Clinton". */
function isOffice(title: string, bearers: readonly Person[]): boolean {
  const asked = normal(title)
  return bearers.some(({ role }) => role !== null && isSameOffice(asked, normal(role)))
}

function addressed(before: Word | undefined): Gender | null {
  if (/^(?:mrs|ms|miss|lady|madam|dame)\.?$/i.test(before?.text ?? '')) return 'female'
  return /^(?:mr|lord|sir)\.?$/i.test(before?.text ?? '') ? 'male' : null
}

/** By the title, else by the given name; null where neither tells. */
function genderOf({ name, role }: Person): Gender | null {
  if (role && /woman\b|\bqueen\b|princess|\blady\b/i.test(role)) return 'female'
  if (role && /[a-z]sman\b|\b(?:congress|chair|assembly|alder)man\b|\bking\b|\bprince\b|\blord\b/i.test(role))
    return 'male'
  return name.includes(' ') ? genderOfName(name) : null
}
