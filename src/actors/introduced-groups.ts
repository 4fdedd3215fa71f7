import { type Entry, entry, type Gazetteer, stateOf } from './gazetteer.js'
import groupHeads from './group-heads.json' with { type: 'json' }
import { mentionWords, normal } from './normal.js'
import { entriesIn, resolveActor } from './resolve.js'

const linking = '(?:of|for|and|the|in|to|de|del|la|las|los|do|da|du|des)'
/** Up to eight words of a name with an acronym in brackets: "the Tamalan Liberation Front (TLF)". */
const introduced = new RegExp(
  String.raw`((?:\p{Lu}[\p{L}'’-]{1,30} (?:${linking} ){0,2}){1,7}\p{Lu}[\p{L}'’-]{1,30}) \((?:the )?["“']?(\p{Lu}[\p{Lu}\d-]{1,9})["”']?\)`,
  'gu',
)
/** What a state calls its own forces. */
const regular =
  /\b(?:Armed Forces|Defen[cs]e Forces?|National (?:Army|Police|Guard)|Air Force|Navy|Police|Ministry|Parliament|Assembly)\b/
const fighting = new Set(groupHeads.fighting)
const civil = new Set(groupHeads.civil)

/**
 * Groups that no gazetteer lists, which a text names in full with an acronym: both names are one party, whose id is the
 * acronym. Armed groups and movements have the sector `REB`; others stand for themselves.
 *
 * Only names that end in what groups are called ("Front", "Army", "Council") count: "Gross Domestic Product (GDP)" is none.
 */
export function introducedGroups(texts: readonly string[], gazetteer: Gazetteer): Entry[] {
  const found = new Map<string, string>()
  for (const text of texts)
    for (const { 1: written = '', 2: acronym = '' } of text.matchAll(introduced)) {
      const name = written.replace(/^The /, '')
      if (!found.has(acronym) && stands(name, acronym) && !isListed(acronym, gazetteer)) found.set(acronym, name)
    }
  return [...found].flatMap(([acronym, name]) => {
    if (isListed(name, gazetteer)) return []
    // "the Sudanese Armed Forces (SAF)" are a state's own.
    const { party: state } = resolveActor(name, gazetteer)
    if (state && stateOf(state) === state && regular.test(name))
      return [entry(acronym, state, 'body', { sector: 'MIL', code: state })]
    const sector = fighting.has(headOf(name)) ? 'REB' : null
    const id = acronym.replaceAll('-', '_')
    return [name, acronym].map(each => entry(each, id, 'body', { sector, code: null }))
  })
}

/** Whether the acronym is made of the name's words, and the name ends as groups' names do. */
function stands(name: string, acronym: string): boolean {
  const head = headOf(name)
  if (!fighting.has(head) && !civil.has(head)) return false
  const letters = acronym.toLowerCase().replaceAll(/[^a-z]/g, '')
  const initials = normal(name.replaceAll('-', ' ')).map(word => word[0] ?? '')
  let at = 0
  for (const letter of letters) {
    at = initials.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return letters.length > 1
}

/** "Front" in "Front for the Liberation of Tamal", "Army" in "Tamalan Army": the first word of those that groups end in, from behind. */
function headOf(name: string): string {
  return normal(name).findLast(word => fighting.has(word) || civil.has(word)) ?? ''
}

function isListed(name: string, gazetteer: Gazetteer): boolean {
  const words = mentionWords(name)
  return entriesIn(words, gazetteer).some(({ at, entry: { words: known, kind } }) => {
    const isWhole = at === 0 && known.length === words.length
    return isWhole && kind !== 'person'
  })
}
