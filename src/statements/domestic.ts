import type { PartyId } from '../actors/actor.js'
import data from './domestic.json' with { type: 'json' }

/** What a source that names no party is called by, and so whom the text around it tells. */
export type Domestic =
  /** "a federal official", "lawmakers": the state that the text is about there. */
  | 'state'
  /** "senators of the opposition": those of that state who are not its government. */
  | 'opposition'
  /** "a senior rebel official": the movement named last. */
  | 'movement'
  /** "both sides": the two parties that the report is about. */
  | 'pair'
  /** "a diplomat briefed on the talks": of no state that the report tells. */
  | 'diplomats'

const joined = (words: readonly string[]) => words.join('|')
const pair = new RegExp(`^(?:${joined(data.both)})\\s(?:[\\p{L}]+\\s)?(?:${joined(data.sides)})$`, 'iu')
const opposition = new RegExp(`\\b(?:${joined(data.opposition)})\\b`, 'iu')
const movement = new RegExp(`\\b(?:${joined(data.movement)})\\b`, 'iu')
const state = new RegExp(`(?<![-\\p{L}])(?:${joined(data.state)})(?![-\\p{L}])`, 'iu')
const diplomats = new RegExp(`\\b(?:${joined(data.diplomats)})$`, 'iu')

/** How `source`, whose words name no party, tells whose it is; null where they do not. */
export function domesticOf(source: string): Domestic | null {
  if (source.length > 120) return null
  const words = source.replaceAll(/\s+/g, ' ').trim()
  const head = words.split(/,|\s(?:who|with|in|on|at|familiar|briefed|close|involved|speaking)\s/i)[0] ?? words
  if (pair.test(words)) return 'pair'
  if (opposition.test(words)) return 'opposition'
  if (movement.test(head)) return 'movement'
  if (state.test(head)) return 'state'
  return diplomats.test(head) ? 'diplomats' : null
}

/** The party of those who oppose a state's government: `SRB_OPPOSITION`. */
export function oppositionOf(party: PartyId): PartyId {
  return `${party}_OPPOSITION`
}
