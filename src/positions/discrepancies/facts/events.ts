import type { Word } from '../../../language/words.js'
import { type Clause, eventClass, isSaying } from './clauses.js'
import data from './facts.json' with { type: 'json' }

const light = new Set(data.light)
const ends = new Set(data.ends)
const reach = 10

/**
 * The event that something at word `at` of a clause is a detail of, as a key; undefined where it hangs on a verb of saying.
 *
 * English puts day and place behind what they belong to: the nearest verb before decides ("met in Port Sarn on Monday").
 * A verb that only says that something is held leaves it to the noun ("the summit is set for Tuesday"), as does a noun
 * right before ("a meeting on Monday"), and where nothing stands before it, what comes behind ("On Monday they met").
 */
export function eventAt({ words }: Clause, at: number): string | undefined {
  let noun: string | undefined
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const word = words[i]!
    const name = eventClass(word)
    if (word.pos === 'VERB') return keyOf(words, i, noun)
    if (name && word.pos !== 'PROPN') noun ??= name
  }
  const verb = words.findIndex((word, i) => i > at && word.pos === 'VERB')
  if (verb < 0) return noun
  return keyOf(words, verb, noun)
}

function keyOf(words: readonly Word[], verb: number, noun: string | undefined): string | undefined {
  const word = words[verb]!
  if (isSaying(word)) return undefined
  const name = eventClass(word)
  if (name) return name
  const event = noun ?? words.map(eventClass).find(found => found !== undefined)
  if (ends.has(word.lemma)) return event && `${event} ends`
  if (light.has(word.lemma)) return event
  return event ? `${word.lemma} ${event}` : word.lemma
}

const ahead = new Set([
  'will',
  'would',
  'shall',
  'to',
  'set',
  'due',
  'plan',
  'schedule',
  'expect',
  'next',
  'may',
  'should',
  'must',
  'tomorrow',
])
const pastForm =
  /(?:ed|met|held|took|began|fell|came|went|was|were|had|did|broke|struck|left|made|got|saw|gave|said|sent|shot|hit)$/

/** Whether a clause tells of what was or of what will be; null where its words do not tell. */
export function tenseOf({ words }: Clause): 'past' | 'future' | null {
  if (words.some(({ lemma, text }) => ahead.has(lemma) && text.toLowerCase() !== 'had')) return 'future'
  return words.some(({ pos, text }) => (pos === 'VERB' || pos === 'AUX') && pastForm.test(text.toLowerCase()))
    ? 'past'
    : null
}

const moved = new Set(data.moved)

/** Whether the sentence itself tells of a change or of a choice: "120 days instead of 90". */
export function tellsOfChange({ sentence }: Clause): boolean {
  const words = sentence.words
  return words.some(
    ({ lemma }, i) =>
      (moved.has(lemma) &&
        !(
          lemma === 'from' ||
          lemma === 'or' ||
          lemma === 'between' ||
          lemma === 'up' ||
          lemma === 'down' ||
          lemma === 'earlier'
        )) ||
      (lemma === 'from' &&
        words.slice(i, i + 7).some(word => word.lemma === 'to') &&
        /\d/.test(words[i + 1]?.text ?? '')),
  )
}
