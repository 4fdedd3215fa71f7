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
    if (isInserted(i) || (word.text === ',' && (isInserted(i - 1) || isInserted(i + 1)))) continue
    if (/^["'`“”‘’]+$/.test(word.text)) continue
    if (word.pos === 'PUNCT' || word.pos === 'VERB') return false
    if (passed < reach ? negators.has(word.lemma) : subjects.has(word.lemma)) return true
    passed++
  }
  // "should not": the negator follows the modal that is itself the cue.
  return words[at]?.pos === 'AUX' && words[at + 1]?.lemma === 'not'
}

/** "will not sign", "cannot, she added, accept": the index of the modal. */
export function negatedWill(words: readonly Word[], isInserted: (i: number) => boolean): number | undefined {
  const found = words.findIndex((word, i) => {
    if (isInserted(i) || !['will', 'would', 'can', 'shall'].includes(word.lemma)) return false
    const next = words[i + 1]?.lemma
    if (next !== 'not' && next !== 'never') return false
    const behind = words.filter((later, k) => k > i + 1 && k < i + 14 && !isInserted(k) && later.pos !== 'PUNCT')
    return behind.slice(0, 3).some(later => later.pos === 'VERB')
  })
  return found < 0 ? undefined : found
}

/** Verbs of mind: "we do not know" refuses nothing. */
const ofMind = new Set(acts.ofMind)

/** "We do not leave the valley": the index of the auxiliary of a refusal that the speaker gives in the first person. */
export function refusesInOwnName(words: readonly Word[], isInserted: (i: number) => boolean): number | undefined {
  const found = words.findIndex((word, i) => {
    if (isInserted(i) || word.text.toLowerCase() !== 'do' || words[i + 1]?.lemma !== 'not') return false
    const verb = words.slice(i + 2, i + 4).find(later => later.pos === 'VERB')
    return /^(?:we|i)$/i.test(words[i - 1]?.text ?? '') && verb !== undefined && !ofMind.has(verb.lemma)
  })
  return found < 0 ? undefined : found
}

/** Whether the verb at `from`, or behind it before the next noun, does harm. */
export function harms(words: readonly Word[], from: number): boolean {
  const verb = words
    .slice(from, from + 4)
    .find(word => word.pos === 'VERB' || word.pos === 'NOUN' || word.pos === 'PROPN')
  return verb?.pos === 'VERB' && harm.has(verb.lemma)
}
