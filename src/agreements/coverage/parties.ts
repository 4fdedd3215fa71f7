import { resolveActor } from '../../actors/resolve.js'
import type { Guarantee } from './guarantee-file.js'
import { or, type Truth } from './truth.js'

/** "each party", "every other party", "all members": whoever is bound, by no name. */
const everyone =
  /\b(?:each|every|all|any|other|both)\b[^,;]{0,40}\b(?:part(?:y|ies)|members?|signator(?:y|ies)|states?|allies|ally)\b|^(?:the )?(?:parties|members|signatories|allies)$/i

export const isEveryone = (text: string): boolean => everyone.test(text)

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
export function protectedBy(guarantee: Guarantee, party: string): Truth {
  const { file, beneficiaries, guarantors } = guarantee
  const named = beneficiaries.filter(text => !isEveryone(text))
  const own = [names(named, party)]
  if (named.length < beneficiaries.length) own.push(file.parties ? names(file.parties, party) : 'unknown')
  const keepsBorder = beneficiaries.some(text => /\b(?:borders?|frontiers?)\b/i.test(text))
  if (file.reciprocal && !keepsBorder)
    own.push(
      names(
        guarantors.filter(text => !isEveryone(text)),
        party,
      ),
    )
  return beneficiaries.length === 0 ? or([...own, 'unknown']) : or(own)
}

/** Who is bound to answer an attack on `target`, by name where the guarantee names them. */
export function boundFor(guarantee: Guarantee, target: string): string[] {
  const { file, beneficiaries, guarantors } = guarantee
  const bound = guarantors.flatMap(text => (isEveryone(text) && file.parties ? file.parties : [text]))
  const keepsBorder = beneficiaries.some(text => /\b(?:borders?|frontiers?)\b/i.test(text))
  const mutual =
    file.reciprocal && !keepsBorder && !guarantors.some(isEveryone)
      ? beneficiaries.filter(text => !isEveryone(text))
      : []
  return [...bound, ...mutual].filter(
    (one, i, all) => !isSame(one, target) && all.findIndex(other => isSame(other, one)) === i,
  )
}
