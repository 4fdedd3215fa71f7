import type { Sentence } from '../language/words.js'
import { type Entry, entry, type Gazetteer } from './gazetteer.js'
import { normal, plural } from './normal.js'
import { isRoleHead, isRoleWord } from './roles.js'
import roles from './roles.json' with { type: 'json' }

/** Endings of a people's name, longest first. */
const endings = ['ians', 'eans', 'ese', 'ian', 'ean', 'ers', 'ans', 'ish', 'er', 'an', 'ns', 'ic', 'i', 'n']
const shortestStem = 4
const notStates = new Set(roles.notStates)

/**
 * States that no gazetteer lists, by the words beside titles: where reports speak of "the Velmaran foreign minister"
 * and of "Velmara", both are names of one party, `VELMARA`.
 *
 * A people's name counts only where a state's name with the same stem stands elsewhere; else it may be a town's, a
 * family's or a movement's.
 */
export function unknownStates(sentences: readonly Sentence[], gazetteer: Gazetteer): Entry[] {
  const names = new Map<string, number>()
  const peoples = new Set<string>()
  for (const { words } of sentences)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      if (!word || !isUnknownName(word.text, gazetteer)) continue
      names.set(word.text, (names.get(word.text) ?? 0) + 1)
      if (modifiesTitle(words, at)) peoples.add(word.text)
    }
  const byStart = new Map<string, string[]>()
  for (const name of names.keys()) {
    const start = name.slice(0, shortestStem)
    byStart.set(start, [...(byStart.get(start) ?? []), name])
  }
  const states = new Map<string, string[]>()
  for (const people of [...peoples].sort()) {
    const state = stateOf(people, byStart.get(people.slice(0, shortestStem)) ?? [], names)
    if (state) states.set(state, [...(states.get(state) ?? []), people])
  }
  return [...states].flatMap(([state, peopleNames]) => {
    const id = state.toUpperCase()
    const all = [...peopleNames, ...peopleNames.map(plural)]
    return [entry(state, id, 'state', { code: null }), ...all.map(name => entry(name, id, 'demonym', { code: null }))]
  })
}

function isUnknownName(text: string, gazetteer: Gazetteer): boolean {
  const key = normal(text)[0] ?? ''
  return /^\p{Lu}\p{Ll}{3,}$/u.test(text) && !gazetteer.has(key) && !isRoleWord(key) && !notStates.has(key)
}

/** "Velmaran Foreign Minister", "Velmaran officials". */
function modifiesTitle(words: Sentence['words'], at: number): boolean {
  for (let next = at + 1; next < Math.min(words.length, at + 4); next++) {
    const text = words[next]?.text.toLowerCase() ?? ''
    if (isRoleHead(text)) return true
    if (!isRoleWord(text)) return false
  }
  return false
}

/** The name in the text that the people's name is made from. */
function stateOf(people: string, similar: readonly string[], names: ReadonlyMap<string, number>): string | null {
  for (const ending of endings) {
    const stem = people.slice(0, -ending.length)
    if (!people.endsWith(ending) || stem.length < shortestStem) continue
    const found = similar.filter(
      name =>
        name !== people &&
        name.startsWith(stem) &&
        name.length <= stem.length + 3 &&
        !endings.some(each => name.length > each.length + shortestStem && name.endsWith(each) && each.length > 2),
    )
    const best = found.sort((a, b) => (names.get(b) ?? 0) - (names.get(a) ?? 0) || (a < b ? -1 : 1))[0]
    if (best) return best
  }
  return null
}
