import type { Word } from '../language/words.js'
import type { ActKind, Condition } from './act.js'
import { issueFinder } from './issues.js'
import type { Reading } from './reading.js'
import phrases from './red-lines.json' with { type: 'json' }

/** Words by which a party says that it will not negotiate this. */
const final = new Set([
  'never',
  'non-negotiable',
  'firmly',
  'steadfast',
  'categorically',
  'flatly',
  'unacceptable',
  'vital',
  'absolutely',
])

/** Acts that give, grant or blame: whatever is firm in them, they draw no line. */
const drawNone = new Set<ActKind>(['OFFER', 'ACCEPT', 'CONCEDE', 'CONSULT', 'ACCUSE', 'DENY', 'PROPOSE', 'DOUBT'])

const pattern = { id: 'red-line', name: 'Red line', group: 'Red line', pax: [], exclude: phrases.exclude }
const declaring = issueFinder([{ ...pattern, terms: phrases.declares }])
const refusing = issueFinder([{ ...pattern, terms: phrases.refuses }])

/**
 * Whether a party declares this not negotiable: a firm rejection, words that declare it ("not up for discussion"), a
 * refusal to yield or to act before something else is done, or a demand that makes every settlement depend on it.
 *
 * `text`: the words of the statement. Derived, never read from one word: "must" alone is a demand, not a red line.
 */
export function isRedLine(
  reading: Reading,
  condition: Condition | null,
  words: readonly Word[],
  text: string,
): boolean {
  if (reading.mode === 'historical' || (reading.act !== null && drawNone.has(reading.act))) return false
  if (reading.strength !== 'hedged' && declaring.mentions(text).length > 0) return true
  if (reading.act === 'REJECT' && (reading.strength === 'firm' || refusing.mentions(text).length > 0)) return true
  if (reading.act !== 'DEMAND') {
    return reading.strength !== 'hedged' && (refusing.mentions(text).length > 0 || isRefusedUntil(condition, text))
  }
  if (reading.cue?.strength === 'firm' && !reading.cue.performs) return true
  const isFinal = words.some(word => final.has(word.lemma) || final.has(word.text.toLowerCase()))
  const excludesRest =
    condition?.kind === 'must-include' &&
    /\b(?:include|encompass|cover|involve|contain|feature|entail|begin|start|rest)\b/i.test(condition.text)
  return excludesRest || (isFinal && reading.strength === 'firm' && condition !== null)
}

/** "Will not sign before the captives are free": nothing else will move the one who refuses. */
function isRefusedUntil(condition: Condition | null, text: string): boolean {
  const holds = condition && ['unless', 'only-after', 'only-if', 'or-else'].includes(condition.kind)
  return (
    holds === true && /\b(?:(?:will|would|can|shall) (?:not|never)|won['’]t|cannot|no \w+ (?:will|can))\b/i.test(text)
  )
}
