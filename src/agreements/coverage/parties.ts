import { partyName } from '../../actors/gazetteer.js'
import { resolveActor } from '../../actors/resolve.js'
import { type Alliance, allianceIn, isMember, membersOf } from './alliances.js'
import type { Attack, Guarantee } from './guarantee-file.js'
import { or, type Truth } from './truth.js'

/** "each party", "every other party", "all members": whoever is bound, by no name. */
const everyone =
  /\b(?:each|every|all|any|other|both|either)\b[^,;]{0,40}\b(?:part(?:y|ies)|members?|signator(?:y|ies)|states?|allies|ally)\b|^(?:the )?(?:(?:high )?contracting |other )?(?:parties|members|member states|signatories|allies|each other|one another)$/i

export const isEveryone = (text: string): boolean => everyone.test(text) || isMembers(text)

/** "NATO members", "members of the EU", or the alliance itself. */
const isMembers = (text: string): boolean => allianceIn(text) !== null && text.length < 80

/** The day of an attack, for who belonged to an alliance then; null: not said. */
export const dayOf = ({ date }: Pick<Attack, 'date'>): string | null =>
  /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date ?? '')?.[0] ?? null

/** Who "each party" of a guarantee is: by name where it names them, else the members of the alliance that it speaks of. */
type Everyone = { readonly named: readonly string[] } | { readonly alliance: Alliance } | null

function everyoneOf({ file, id, beneficiaries, guarantors }: Guarantee, text: string): Everyone {
  const own = allianceIn(text)
  if (own) return { alliance: own }
  if (file.parties) return { named: file.parties }
  const alliance = [id, file.title, file.name].map(name => (name === undefined ? null : allianceIn(name)))
  const found = alliance.find(one => one !== null)
  if (found) return { alliance: found }
  // "Each party" on one side and names on the other: the names are the parties.
  const named = [...beneficiaries, ...guarantors].filter(one => !isEveryone(one))
  return named.length > 1 ? { named } : null
}

function isAmong(everyone: Everyone, party: string, day: string | null): Truth {
  if (everyone === null) return 'unknown'
  return 'alliance' in everyone ? isMember(everyone.alliance, party, day) : names(everyone.named, party)
}

/** Whether two names are of one party: the same words, or names of one state. */
export function isSame(a: string, b: string): boolean {
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return true
  const code = resolveActor(a).code
  return code !== null && code === resolveActor(b).code
}

/** Whether one of some names, or words that name parties among others, means `party`. */
export function names(texts: readonly string[], party: string): Truth {
  return or(texts.map(text => namesOne(text, party)))
}

function namesOne(text: string, party: string): Truth {
  if (text.trim().toLowerCase() === party.trim().toLowerCase()) return 'yes'
  const alliance = isMembers(text) ? allianceIn(text) : null
  if (alliance) return isMember(alliance, party, null)
  if (isEveryone(text)) return 'unknown'
  if (isSame(text, party)) return 'yes'
  const low = text.toLowerCase()
  return parts(text).some(part => isSame(part, party)) || (party.length > 3 && isWordIn(low, party.toLowerCase()))
    ? 'yes'
    : 'no'
}

/** "Ostrel, Velmara and Teskel", "the Ostrel-Velmara border": the names in it. */
const parts = (text: string): string[] =>
  text
    .replace(/\b(?:the|borders?|frontiers?|territory|of)\b/gi, ' ')
    .split(/,|;|\band\b|[–—]|-(?=\p{Lu})/u)
    .map(part => part.trim())
    .filter(part => part !== '')

const isWordIn = (text: string, word: string): boolean => {
  const at = text.indexOf(word)
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? '')
}

/** "Ostrel-Velmara border": the other side of a border that a guarantee keeps; empty where it keeps no border. */
export function neighbours(guarantee: Guarantee, party: string): string[] {
  return guarantee.beneficiaries
    .filter(text => /\b(?:borders?|frontiers?)\b/i.test(text))
    .flatMap(text => text.split(/,|;/).filter(pair => namesOne(pair, party) === 'yes'))
    .flatMap(parts)
    .filter(part => !isSame(part, party))
}

/** All that a guarantee protects, by name where it names them. */
export function protectedBy(guarantee: Guarantee, party: string, day: string | null): Truth {
  const { file, beneficiaries, guarantors } = guarantee
  const [target, where] = headOf(party)
  const one = (texts: readonly string[]): Truth[] =>
    texts.map(text => (isEveryone(text) ? isAmong(everyoneOf(guarantee, text), target, day) : names([text], target)))
  const keepsBorder = beneficiaries.some(text => /\b(?:borders?|frontiers?)\b/i.test(text))
  const mutual = file.reciprocal && !keepsBorder ? guarantors : []
  const own = or([...one(beneficiaries), ...one(mutual), ...(beneficiaries.length === 0 ? ['unknown' as const] : [])])
  // Troops of others on the soil of one that is protected: whether an attack on them is one on it, the clause must say.
  return own === 'no' && where !== null && or(beneficiaries.map(text => names([text], where))) === 'yes'
    ? 'unknown'
    : own
}

/** "Peacekeepers in Ostrel": who is attacked, and on whose soil. */
function headOf(party: string): [head: string, where: string | null] {
  const at = / (?:in|on|stationed|deployed) /i.exec(party)
  return at === null ? [party, null] : [party.slice(0, at.index), party.slice(at.index + at[0].length)]
}

/** Who is bound to answer an attack on `target`, by name where the guarantee names them or its alliance is known. */
export function boundFor(guarantee: Guarantee, target: string, day: string | null): string[] {
  const { file, beneficiaries, guarantors } = guarantee
  const bound = guarantors.flatMap(text => (isEveryone(text) ? spelledOut(guarantee, text, day) : [text]))
  const keepsBorder = beneficiaries.some(text => /\b(?:borders?|frontiers?)\b/i.test(text))
  const mutual =
    file.reciprocal && !keepsBorder && !guarantors.some(isEveryone)
      ? beneficiaries.filter(text => !isEveryone(text))
      : []
  const [head] = headOf(target)
  return [...bound, ...mutual].filter(
    (one, i, all) => !isSame(one, head) && all.findIndex(other => isSame(other, one)) === i,
  )
}

function spelledOut(guarantee: Guarantee, text: string, day: string | null): readonly string[] {
  // "NATO" as a body of its own acts by itself; its members are bound where they are what is named.
  if (!everyone.test(text) && !/\b(?:members?|states?|allies|parties|countries|nations)\b/i.test(text)) return [text]
  const all = everyoneOf(guarantee, text)
  if (all === null) return [text]
  return 'alliance' in all ? membersOf(all.alliance, day).map(partyName) : all.named
}
