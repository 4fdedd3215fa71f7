import type { PartyId } from '../../actors/actor.js'
import type { Gazetteer } from '../../actors/gazetteer.js'
import { mentionWords } from '../../actors/normal.js'
import { entriesIn } from '../../actors/resolve.js'
import { earliest } from './kinds.js'
import lexicon from './lexicon.json' with { type: 'json' }

interface Named {
  /** In the order of the words, each once. */
  readonly parties: readonly PartyId[]
}

/** Where a stretch of a report begins, and what stands before it. */
interface Context {
  readonly text: string
  readonly place: { readonly start: number }
  readonly gazetteer: Gazetteer
}

/**
 * The parties that some words name before `until`; "these countries" are those that the report listed last.
 *
 * Towns, persons and what stands behind "to", "in", "against" or "for" are no contributors.
 */
export function namedBefore({ text, place, gazetteer }: Context, words: string, until: number): Named {
  const before = words.slice(0, until)
  const own = partiesIn(before, gazetteer)
  if (own.length > 0 || earliest(before.toLowerCase(), lexicon.collective) === null) return { parties: own }
  return { parties: lastList(text.slice(Math.max(0, place.start - reach), place.start), gazetteer) }
}

/** How far back "these countries" may have been listed, in characters. */
const reach = 500

/** The last sentence that lists two parties or more. */
function lastList(text: string, gazetteer: Gazetteer): PartyId[] {
  const sentences = text.split(/(?<=[.!?]["”’']?)\s+/)
  for (const sentence of sentences.reverse()) {
    const parties = partiesIn(sentence, gazetteer)
    if (parties.length > 1) return parties
  }
  return []
}

const places: ReadonlySet<string> = new Set(['place', 'person'])
const aside = new Set([
  'to',
  'in',
  'against',
  'for',
  'on',
  'into',
  'within',
  'inside',
  'from',
  'with',
  'of',
  'toward',
  'towards',
])
/** "of Corvel troops": behind a preposition too, the name says whose they are. */
const forces =
  /^(?:ground|combat|armed|military|troops?|soldiers?|forces?|peacekeepers?|deployments?|air|warships?|weapons?)$/

/** Groups that comment: "foreign observers" are not sent by those who are called observers of events. */
const givesNothing = new Set<PartyId>(lexicon.givesNothing)

function partiesIn(text: string, gazetteer: Gazetteer): PartyId[] {
  const words = mentionWords(listed(text, gazetteer))
  const found = entriesIn(words, gazetteer).filter(({ at, entry }) => {
    const before = words[at - 1]?.normal === 'the' ? words[at - 2] : words[at - 1]
    const isWhose = forces.test(words[at + entry.words.length]?.normal ?? '')
    // "with the coalition, ready to send": a group that is talked with may be who sends.
    const isAside = aside.has(before?.normal ?? '') || (before?.normal === 'with' && entry.kind !== 'group')
    return !places.has(entry.kind) && !givesNothing.has(entry.party) && (isWhose || !isAside)
  })
  return [...new Set(found.map(({ entry }) => entry.party))]
}

/** "Nations of the coast such as Corvel and Teskel": who is listed, rather than what they are an example of. */
function listed(text: string, gazetteer: Gazetteer): string {
  const list = text.split(/\b(?:such as|including|namely)\b/).at(-1) ?? text
  return list !== text && entriesIn(mentionWords(list), gazetteer).length > 0 ? list : text
}
