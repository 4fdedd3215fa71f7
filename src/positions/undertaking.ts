import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import acts from './acts.json' with { type: 'json' }
import type { CueMatch } from './cues.js'
import { harms } from './polarity.js'

const ofMind = new Set(acts.ofMind)
const harm = new Set(acts.harm)
const yielding = new Set(acts.yielding)
/** What one who could do it offers to do; who could rain or err offers nothing. */
const giving = new Set(acts.giving)
const modals = new Set(['would', 'could', 'may', 'might', 'can', 'will'])
const offered = new Set(['would', 'could', 'may', 'might', 'can'])

/**
 * What an undertaking comes to by what is undertaken; undefined where the cue's own act stands.
 *
 * "Vowed to strike" threatens, "vowed never to yield" refuses, "could accept" offers. O(words of the cue's surroundings).
 */
export function undertakenBy(match: CueMatch, words: readonly Word[], ifFailing: boolean): ActKind | undefined {
  if (match.act === 'OFFER') {
    const behind = words.slice(match.until - 1, match.until + 4)
    const not = behind.findIndex(word => word.lemma === 'not' || word.lemma === 'never')
    const verb = behind.slice(Math.max(not, 0)).find(word => word.pos === 'VERB' && word !== words[match.from])
    if (not >= 0) return verb && yielding.has(verb.lemma) ? 'REJECT' : undefined
    // What is promised for the case that something fails is no gift.
    return harms(words, match.until) || (ifFailing && match.performs) ? 'THREATEN' : undefined
  }
  const before = words.slice(Math.max(0, match.from - 2), match.from)
  // "Will sue", "would indict": still to come.
  if (
    match.act === 'ACCUSE' &&
    harm.has(match.cue) &&
    before.some(word => word.lemma === 'will' || word.lemma === 'would')
  )
    return 'THREATEN'
  const open = match.act === 'CONSULT' ? offered : modals
  const isStillOpen = before.some(word => open.has(word.lemma)) && !before.some(word => word.lemma === 'not')
  return (match.act === 'ACCEPT' || match.act === 'CONSULT') && match.performs && isStillOpen ? 'OFFER' : undefined
}

/**
 * "Ostavia will open the border", "its army would withdraw": the index of the modal (or, under a condition, the verb) of an undertaking by a named subject or
 * by the speaker; in reported speech "would" stands for "will".
 */
export function ownFuture(
  words: readonly Word[],
  isInserted: (i: number) => boolean,
  isReported: boolean,
  isConditional = false,
): number | undefined {
  const found = words.findIndex((word, i) => {
    if (isInserted(i)) return false
    // "If they stop, we stop": promised as surely as with "will".
    const isPresent = isConditional && word.pos === 'VERB' && /^(?:we|i)$/i.test(words[i - 1]?.text ?? '')
    if (isPresent)
      return word.text.toLowerCase() === word.lemma && !ofMind.has(word.lemma) && !happening.has(word.lemma)
    const isWill = word.lemma === 'will' || word.lemma === 'shall' || (isReported && word.lemma === 'would')
    if (!(isWill || word.lemma === 'could')) return false
    let at = i - 1
    while (at >= 0 && (isInserted(at) || words[at]?.pos === 'PUNCT')) at--
    const subject = words[at]
    const from = words.slice(i + 1, i + 5).findIndex(later => later.pos === 'VERB' || giving.has(later.lemma))
    const verb = from < 0 ? undefined : words[i + 1 + from]
    const isIdiom = verb?.lemma === 'take' && /^(?:place|effect|time|part)$/.test(words[i + 2 + from]?.text ?? '')
    if (!verb || happening.has(verb.lemma) || isIdiom || (!isWill && !giving.has(verb.lemma))) return false
    const isOwn = subject?.pos === 'NOUN' && own.test(words[at - 1]?.text ?? '')
    const isOfOwn = subject?.pos === 'CCONJ' && words.slice(i + 1, i + 5).some(later => own.test(later.text))
    return isOwn || isOfOwn || subject?.pos === 'PROPN' || /^(?:we|i|he|she|it|they)$/.test(subject?.lemma ?? '')
  })
  return found < 0 ? undefined : found
}

const own = /^(?:our|my|his|her|its|their)$/i

/** Verbs by which something comes about, not is undertaken. */
const happening = new Set([
  'be',
  'have',
  'become',
  'occur',
  'happen',
  'lead',
  'result',
  'show',
  'depend',
  'cost',
  'remain',
  'continue',
  'begin',
  'start',
  'end',
  'last',
  'make',
  'mean',
  'help',
  'affect',
  'need',
  'see',
  'cover',
])
