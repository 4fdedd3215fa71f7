import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import acts from './acts.json' with { type: 'json' }
import type { CueMatch } from './cues.js'

const negators = new Set(acts.negators)
const modals = new Set(['will', 'would', 'can', 'could', 'shall', 'may', 'nor', 'nobody'])
const harm = new Set(acts.harm)
/** Acts whose negation is a refusal (the modality table of the ZSP coder: Hu et al., ACL 2024). */
const refusedWhenNegated = new Set<ActKind>(['OFFER', 'ACCEPT', 'SUPPORT', 'CONSULT', 'CONCEDE', 'PROPOSE'])

/** The act of a cue, given whether it is negated: a refused offer is a rejection. */
export function withPolarity(match: CueMatch, words: readonly Word[], negated: boolean): ActKind {
  // A cue that says "not" itself ("not up for discussion") is not negated by it.
  if (!negated || /\b(?:not|never|no|nor|nobody)\b/.test(match.cue)) return match.act
  // "had not met" tells of no contact; "will not meet" refuses one.
  const isRefused = words.slice(Math.max(0, match.from - 4), match.from).some(word => modals.has(word.lemma))
  if (match.act === 'CONSULT' && match.performs && !isRefused) return 'STATE'
  if (refusedWhenNegated.has(match.act)) return 'REJECT'
  if (match.act === 'DEMAND') {
    const head = words[match.from]?.lemma
    // "must not" is still a demand; "need not", "does not insist" give one up or make none.
    return head === 'must' || head === 'should' || words[match.from]?.pos === 'AUX' ? 'DEMAND' : 'STATE'
  }
  if (match.act === 'REJECT' || match.act === 'DENY') return 'STATE'
  // "Is not a trap", "was no threat": nothing is held against anybody.
  if (!match.performs && (match.act === 'ACCUSE' || match.act === 'THREATEN')) return 'STATE'
  // "will not ask parliament" refuses to; "did not ask" tells of nothing asked.
  if (match.act === 'REQUEST' && match.performs) return isRefused ? 'REJECT' : 'STATE'
  return match.act
}

/** How far a negator reaches; one that is the subject ("nobody", "nor") reaches over the whole verb group. */
const reach = 4
const subjectReach = 9
const subjects = new Set(['nobody', 'none', 'nor', 'neither', 'no-one'])

/**
 * A negator in the verb group before `at`: "did not", "will never", "no longer"; a verb between them ends the reach.
 *
 * `isInserted`: words that stand between without belonging there ("would not, the envoy made plain, accept").
 */
export function isNegated(words: readonly Word[], at: number, isInserted: (i: number) => boolean): boolean {
  let passed = 0
  for (let i = at - 1; i >= 0 && passed < subjectReach; i--) {
    const word = words[i]
    if (!word) return false
    if (isInserted(i) && subjects.has(word.lemma)) return true
    if (isInserted(i) || (word.text === ',' && (isInserted(i - 1) || isInserted(i + 1)))) continue
    if (/^["'`“”‘’]+$/.test(word.text)) continue
    if (word.pos === 'PUNCT' || word.pos === 'VERB') return false
    if (passed < reach ? negators.has(word.lemma) : subjects.has(word.lemma)) return true
    passed++
  }
  // "should not": the negator follows the modal that is itself the cue.
  return words[at]?.pos === 'AUX' && words[at + 1]?.lemma === 'not'
}

/** Whether the verb at `from`, or behind it before the next noun, does harm. */
export function harms(words: readonly Word[], from: number): boolean {
  const verb = words
    .slice(from, from + 4)
    .find(word => word.pos === 'VERB' || word.pos === 'NOUN' || word.pos === 'PROPN')
  return verb?.pos === 'VERB' && harm.has(verb.lemma)
}
