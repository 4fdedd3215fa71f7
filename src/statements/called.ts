import type { PartyId } from '../actors/actor.js'
import { type Gazetteer, partyName, stateOf } from '../actors/gazetteer.js'
import { resolveActor } from '../actors/resolve.js'
import { type Span, slice } from '../language/span.js'
import type { Bearings } from './bearings.js'
import { domesticOf, oppositionOf } from './domestic.js'
import type { Speaker } from './speakers.js'

/** By the names in the words; "the Europeans" are the three whom the report has named. */
export function partyOfWords(
  words: string,
  { start }: Span,
  gazetteer: Gazetteer,
  bearings: Bearings,
): { readonly party: PartyId | null } {
  const { party } = resolveActor(words, gazetteer)
  const isThree = /^the (?:three )?(?:europeans|european (?:powers|three|trio|countries|governments|states))$/i.test(
    words,
  )
  if (isThree && bearings.isKnown('E3', start)) return { party: 'E3' }
  const part = /^the (north|south)(?:['’]|\s|$)/i.exec(words)?.[1]?.toLowerCase()
  if (part && party === null && (bearings.isKnown('PRK', start) || bearings.isKnown('KOR', start)))
    return { party: part === 'north' ? 'PRK' : 'KOR' }
  const isOpposition = party !== null && stateOf(party) === party && domesticOf(words) === 'opposition'
  return { party: isOpposition ? oppositionOf(party) : party }
}

/** "a federal official", "a rebel spokesman", "a diplomat": whose it is by what it is called. */
export function partyByCall({ start }: Span, words: string, bearings: Bearings): PartyId | null {
  const state = () => bearings.state(start)?.party ?? bearings.home()
  switch (domesticOf(words)) {
    case 'state':
      return state()
    case 'opposition': {
      const party = state()
      return party && oppositionOf(party)
    }
    case 'movement':
      return bearings.movement(start)?.party ?? null
    case 'diplomats':
      return 'DIPLOMATS'
    default:
      return null
  }
}

/** "both sides": each of the two that the report is about. */
export function bothOf(text: string, source: Span, gazetteer: Gazetteer, bearings: Bearings): Speaker[] | null {
  const words = slice(text, source)
  if (domesticOf(words) !== 'pair' || resolveActor(words, gazetteer).party !== null) return null
  const parties = bearings.pair()
  return parties.length === 0
    ? null
    : parties.map(party => ({ actor: { name: partyName(party), role: null, party }, mention: source }))
}
