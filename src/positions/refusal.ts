import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import acts from './acts.json' with { type: 'json' }

/** A "will not", "cannot" or "no truck will": where it stands, which verb it negates, and what that comes to. */
export interface Refusal {
  /** Index of the modal, or of the word that negates the subject. */
  readonly at: number
  /** Index of the negated verb. */
  readonly verb: number
  /** A refusal, a doubt ("would not last"), an assurance ("will not attack") or nothing of the kind ("would not say"). */
  readonly act: ActKind
}

const modals = new Set(['will', 'would', 'can', 'shall'])
const silence = new Set(acts.silence)
const inability = new Set(acts.inability)
const harm = new Set(acts.harm)
const wagers = new Set(acts.wagers)
const ofMind = new Set(acts.ofMind)

/**
 * The first refusal in the words that no cue of the lexicon names: "will not sign", "we do not leave", "no truck will pass".
 *
 * `isInserted`: words that stand between without belonging there ("cannot, she added, accept"). O(words).
 */
export function refusalIn(words: readonly Word[], isInserted: (i: number) => boolean): Refusal | undefined {
  return (
    bareNo(words, isInserted) ??
    negatedWill(words, isInserted) ??
    inOwnName(words, isInserted) ??
    emptySubject(words, isInserted)
  )
}

/** "Never," "No.": the whole answer. */
function bareNo(words: readonly Word[], isInserted: (i: number) => boolean): Refusal | undefined {
  const at = words.findIndex(({ pos }, i) => pos !== 'PUNCT' && !isInserted(i))
  const isAlone = at > 0 && words[at - 1]?.pos === 'PUNCT' && /^[,.!]$/.test(words[at + 1]?.text ?? '')
  return isAlone && /^(?:no|never)$/i.test(words[at]?.text ?? '') ? { at, verb: at, act: 'REJECT' } : undefined
}

function negatedWill(words: readonly Word[], isInserted: (i: number) => boolean): Refusal | undefined {
  for (const [i, word] of words.entries()) {
    const isModal = modals.has(word.lemma) || isGoingTo(words, i)
    if (isInserted(i) || !isModal || isRelative(words, i)) continue
    const next = words[i + 1]?.lemma
    if (next !== 'not' && next !== 'never') continue
    const behind = words
      .slice(i + 2, i + 14)
      .flatMap((later, k) => (!isInserted(i + 2 + k) && later.pos !== 'PUNCT' ? [i + 2 + k] : []))
    const verb = behind.slice(0, 4).find(k => words[k]?.pos === 'VERB' && words[k + 1]?.lemma !== 'to')
    if (verb !== undefined) return { at: i, verb, act: refusedBy(words, i, verb) }
    // "There will not be one coin for the dam."
    const exists = behind[0]
    if (exists !== undefined && words[i - 1]?.lemma === 'there' && words[exists]?.lemma === 'be')
      return { at: i, verb: exists, act: 'REJECT' }
  }
  return undefined
}

/** "is not going to", "are not about to". */
function isGoingTo(words: readonly Word[], at: number): boolean {
  const next = words[at + 2]?.text.toLowerCase()
  return words[at]?.lemma === 'be' && (next === 'going' || next === 'about') && words[at + 3]?.lemma === 'to'
}

/** "an answer that will not need repeating": said of a thing on the way. */
function isRelative(words: readonly Word[], at: number): boolean {
  const antecedent = words[at - 2]?.pos
  const isPronoun = /^(?:that|which|who)$/i.test(words[at - 1]?.text ?? '')
  return isPronoun && (antecedent === 'NOUN' || antecedent === 'PROPN')
}

/** A thing that "would not last" is doubted, one who "would not bet on it" doubts, and one who "would not say" says nothing. */
function refusedBy(words: readonly Word[], modal: number, verb: number): ActKind {
  const lemma = words[verb]?.lemma ?? ''
  const subject = words[modal - 1]
  if (silence.has(lemma)) return 'STATE'
  const isSpeaker = /^(?:i|we)$/i.test(subject?.text ?? '')
  if (isSpeaker && wagers.has(lemma) && words.slice(verb, verb + 5).some(({ lemma: on }) => on === 'on')) return 'DOUBT'
  // Who will not strike promises.
  if (harm.has(lemma)) return 'OFFER'
  const isThing = subject?.pos === 'NOUN' || /^(?:it|this|that|alone|["“”'‘’])$/i.test(subject?.text ?? '')
  return isThing && inability.has(lemma) ? 'DOUBT' : 'REJECT'
}

/** "We do not leave the valley": a refusal in the first person. */
function inOwnName(words: readonly Word[], isInserted: (i: number) => boolean): Refusal | undefined {
  for (const [i, word] of words.entries()) {
    if (isInserted(i) || word.text.toLowerCase() !== 'do' || words[i + 1]?.lemma !== 'not') continue
    const verb = i + 2 + words.slice(i + 2, i + 4).findIndex(({ pos }) => pos === 'VERB')
    if (verb < i + 2 || !/^(?:we|i)$/i.test(words[i - 1]?.text ?? '') || ofMind.has(words[verb]?.lemma ?? '')) continue
    return { at: i, verb, act: 'REJECT' }
  }
  return undefined
}

/** "Not a single truck will pass", "no prisoner would be freed". */
function emptySubject(words: readonly Word[], isInserted: (i: number) => boolean): Refusal | undefined {
  for (const [i, word] of words.entries()) {
    const isEmpty = word.lemma === 'no' || (word.lemma === 'not' && /^(?:a|an|one)$/i.test(words[i + 1]?.text ?? ''))
    if (isInserted(i) || !isEmpty) continue
    const near = words.slice(i + 1, i + 6)
    const stop = near.findIndex(({ pos }) => pos === 'VERB' || pos === 'PUNCT' || pos === 'ADP')
    const modal = near.findIndex(({ lemma }) => lemma === 'will' || lemma === 'would' || lemma === 'shall')
    if (modal < 1 || (stop >= 0 && stop < modal)) continue
    const from = i + 2 + modal
    const verb = from + words.slice(from, from + 5).findIndex(({ pos, lemma }) => pos === 'VERB' || lemma === 'be')
    if (verb < from) continue
    return { at: i, verb, act: inability.has(words[verb]?.lemma ?? '') ? 'DOUBT' : 'REJECT' }
  }
  return undefined
}
