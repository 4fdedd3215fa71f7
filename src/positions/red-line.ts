import type { Word } from '../language/words.js'
import type { Condition } from './act.js'
import type { Reading } from './reading.js'

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

/**
 * Whether a party declares this not negotiable: a firm rejection, or a demand that makes every settlement depend on it.
 *
 * Derived, never read from one word: "must" alone is a demand, not a red line.
 */
export function isRedLine(reading: Reading, condition: Condition | null, words: readonly Word[]): boolean {
  if (reading.mode === 'historical') return false
  if (reading.act === 'REJECT') return reading.strength === 'firm'
  if (reading.act !== 'DEMAND') return false
  if (reading.cue?.strength === 'firm' && !reading.cue.performs) return true
  const isFinal = words.some(word => final.has(word.lemma) || final.has(word.text.toLowerCase()))
  const excludesRest =
    condition?.kind === 'must-include' &&
    /\b(?:include|encompass|cover|involve|contain|feature|entail|begin|start|rest)\b/i.test(condition.text)
  return excludesRest || (isFinal && reading.strength === 'firm' && condition !== null)
}
