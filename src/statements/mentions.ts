import { genderOfName } from '../actors/given-names.js'
import { normal, personKey } from '../actors/normal.js'
import { type Span, slice } from '../language/span.js'
import type { Reading } from './attributions.js'
import type { People, Person } from './people.js'

/** Where a report names a person. */
export interface Mention extends Span {
  readonly person: Person
  /** As far as a title or the report tells; null: unknown. */
  readonly gender: 'female' | 'male' | null
}

const longestName = 5

/** The places of `reading` that name a person of `people`: full names first, then surnames; in order of the text. */
export function mentionsOf({ text, sentences }: Reading, people: People): Mention[] {
  const found: Mention[] = []
  for (const { words } of sentences) {
    for (let at = 0; at < words.length; at++) {
      const first = words[at]
      if (!first || !/^\p{Lu}/u.test(first.text)) continue
      for (let to = Math.min(words.length, at + longestName) - 1; to >= at; to--) {
        const last = words[to]
        if (!last || last.pos === 'PUNCT') continue
        const span = { start: first.start, end: last.end }
        const person = personNamed(slice(text, span), people)
        if (!person) continue
        found.push({ ...span, person, gender: genderOf(person) })
        at = to
        break
      }
    }
  }
  return found
}

function personNamed(words: string, people: People): Person | null {
  const tokens = normal(words)
  const key = personKey(words)
  if (/['’]s?$/.test(words)) return null
  const known = people.byName.get(key)
  if (known && tokens.length > 1) return known
  return tokens.length === 1 ? (people.bySurname.get(key)?.[0] ?? known ?? null) : null
}

/** By the title, else by the given name; null where neither tells. */
function genderOf({ name, role }: Person): Mention['gender'] {
  if (role && /woman\b|\bqueen\b|princess|\blady\b/i.test(role)) return 'female'
  if (role && /spokesman|\bking\b|\bprince\b|\blord\b/i.test(role)) return 'male'
  return genderOfName(name)
}
