import type { PartyId } from '../../actors/actor.js'
import type { Gazetteer } from '../../actors/gazetteer.js'
import { mentionWords } from '../../actors/normal.js'
import { entriesIn } from '../../actors/resolve.js'
import type { PartyNames } from '../target.js'
import type { PartiesIn } from './wording.js'

/** Names parties in words: those of the gazetteer, and the persons that speak in the case; only what has a capital. */
export function partiesIn({ speakers, gazetteer }: PartyNames): PartiesIn {
  const known = new Map<string, readonly PartyId[]>()
  return words => {
    const found = known.get(words)
    if (found) return found
    const parties = named(words, gazetteer, speakers)
    known.set(words, parties)
    return parties
  }
}

function named(words: string, gazetteer: Gazetteer, speakers: ReadonlyMap<string, PartyId>): PartyId[] {
  const all = mentionWords(words)
  const hits = entriesIn(all, gazetteer).filter(({ at }) => /^\p{Lu}/u.test(all[at]?.text ?? ''))
  const persons = all.flatMap(({ text, normal }) => (/^\p{Lu}/u.test(text) ? (speakers.get(normal) ?? []) : []))
  return [...new Set([...hits.map(({ entry }) => entry.party), ...persons])]
}
