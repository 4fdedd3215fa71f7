import type { PartyId } from '../../actors/actor.js'
import type { Gazetteer } from '../../actors/gazetteer.js'
import { mentionWords } from '../../actors/normal.js'
import { entriesIn } from '../../actors/resolve.js'

/** What the words of a provision oblige, forbid or permit, and whom. */
export interface NormWords {
  readonly bearers: readonly PartyId[]
  readonly modality: 'obligation' | 'prohibition' | 'permission'
  readonly act: string
}

const modal =
  /\b(?:(must|shall|may|can|will) not|(cannot)|(must|shall|will|may|has to|have to|is to|are to|needs? to))\s+(?:also |never |immediately |fully |first )?(?=\p{Ll})/iu

/** "guarantees must include", "peace should come": subjects that nobody is. */
const passive = /^(?:be|also be)\b/i

/**
 * The norm that some words make: a party, a verb that binds it, and what it is to do.
 *
 * Null where one of the three is missing: whose subject is a thing, or is left open, obliges nobody yet; "should" and
 * "would" wish, they do not bind; a passive does not say who acts. `own`: the party that "it" and "they" stand for, where
 * it speaks of itself. `isAsked`: the words are a demand, so that "that Ostrel withdraw" and "Ostrel to withdraw" oblige.
 */
export function normIn(
  text: string,
  own: PartyId | null,
  gazetteer: Gazetteer,
  isAsked: boolean = false,
): NormWords | null {
  const found = modal.exec(text.slice(0, 2000))
  if (!found) return isAsked ? askedNorm(text, gazetteer) : null
  const bearers = subjectOf(text.slice(0, found.index), own, gazetteer)
  const act = actOf(text.slice(found.index + found[0].length))
  if (bearers.length === 0 || act === '' || passive.test(act)) return null
  const isForbidden = found[1] !== undefined || found[2] !== undefined
  const isAllowed = /^(?:may|can)$/i.test(found[3] ?? '')
  return { bearers, modality: isForbidden ? 'prohibition' : isAllowed ? 'permission' : 'obligation', act }
}

/** "That Ostrel withdraw its troops", "Ostrel to withdraw": what is demanded of somebody by name. */
function askedNorm(text: string, gazetteer: Gazetteer): NormWords | null {
  const [hit] = entriesIn(mentionWords(text.slice(0, 300)), gazetteer)
  const words = mentionWords(text.slice(0, 300))
  const next = hit ? words[hit.at + hit.entry.words.length] : undefined
  // "Ostrel's withdrawal" is a thing, and obliges nobody.
  if (!hit || next === undefined || /['’]s?\s*$/.test(text.slice(0, next.start))) return null
  const bearers = subjectOf(text.slice(0, next.start), null, gazetteer)
  const rest =
    /^(not )?(?:to )?(?=\p{Ll}{3})(?!(?:is|are|was|were|has|had|and|the|for|with|that|over)\b)(?!\p{Ll}+s\b)/u.exec(
      text.slice(next.start),
    )
  const act = rest ? actOf(text.slice(next.start + rest[0].length)) : ''
  if (bearers.length === 0 || act === '' || passive.test(act)) return null
  return { bearers, modality: rest?.[1] === undefined ? 'obligation' : 'prohibition', act }
}

/** The verb with what belongs to it, without conditions, times and what follows a comma. */
const actOf = (rest: string): string =>
  rest
    .replace(/[,;:.!?"“”…].*$/su, '')
    .replace(/ (?:if|once|unless|provided|only|before|after|until|within|by the end)\b.*$/s, '')
    .trim()
    .slice(0, 200)

/** The subject is names and nothing else: "Ostrel and Corvel", "that the Ostrel government". */
function subjectOf(before: string, own: PartyId | null, gazetteer: Gazetteer): PartyId[] {
  const subject = before.replace(/^.*\b(?:that|and that)\s+/is, '').trim()
  if (own !== null && /^(?:["“]?)(?:it|we|they|he|she|i|its? (?:side|country|government))$/i.test(subject)) return [own]
  const words = mentionWords(subject)
  const hits = entriesIn(words, gazetteer)
  const named = new Set(hits.flatMap(({ at, entry }) => entry.words.map((_, i) => at + i)))
  const others = words.filter(({ normal }, i) => !named.has(i) && !filling.test(normal))
  return others.length > 0 ? [] : [...new Set(hits.map(({ entry }) => entry.party))]
}

const filling = /^(?:the|and|or|both|government|of|troops?|forces?|army|side|president|leaders?)$/
