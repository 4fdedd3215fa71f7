import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import acts from './acts.json' with { type: 'json' }
import { type CueMatch, findCues } from './cues.js'

/** What the words of one statement do, by the rules of `acts.json` alone. */
export interface Reading {
  /** Null: no cue decides. */
  readonly act: ActKind | null
  /** 0 to 1, set by the kind of evidence: measured on labelled sentences, see docs/quality/acts.md. */
  readonly confidence: number
  /** The cue that decided; null where none did. */
  readonly cue: CueMatch | null
  readonly negated: boolean
  readonly strength: 'firm' | 'plain' | 'hedged'
  readonly mode: 'historical' | 'future' | 'hypothetical' | null
}

/** Where in the statement's words its parts stand: indices, `until` exclusive. */
export interface Frame {
  /** The words of attribution ("announced", "voiced caution"); empty where the whole is read as one sentence. */
  readonly cue: readonly number[]
  /** Words that are put aside: conditions, sources. */
  readonly aside: readonly { readonly from: number; readonly until: number }[]
}

const negators = new Set(acts.negators)
const firm = new Set(acts.firm)
const hedged = new Set(acts.hedged)
const hypothetical = new Set(acts.hypothetical)
const neutral = new Set(acts.neutral)
const modals = new Set(['will', 'would', 'shall', 'can', 'could', 'may', 'might'])
/** Acts whose negation is a refusal (the modality table of the ZSP coder: Hu et al., ACL 2024). */
const refusedWhenNegated = new Set<ActKind>(['OFFER', 'ACCEPT', 'SUPPORT', 'CONSULT', 'CONCEDE', 'PROPOSE'])

/**
 * What a statement's words do: the cue nearest to the attribution decides, what hangs below it does not.
 *
 * "Rejected calls to accept" is a rejection, since English puts the verb before what it governs. A verb of saying tells
 * nothing by itself; then the first sign in what is said decides.
 */
export function readAct(words: readonly Word[], frame: Frame): Reading {
  const isAside = (i: number) => frame.aside.some(span => span.from <= i && i < span.until)
  const cueWords = new Set(frame.cue)
  // A noun does nothing by itself ("the push for neutrality") unless the attribution rests on it ("their demands").
  const matches = findCues(words).filter(
    match => !isAside(match.from) && (!match.performs || words[match.from]?.pos !== 'NOUN' || touches(match, cueWords)),
  )
  const strength = strengthOf(words, isAside)
  const mode = modeOf(words, frame)
  const settle = (act: ActKind | null, confidence: number, cue: CueMatch | null, negated: boolean): Reading => ({
    act,
    confidence,
    cue,
    negated,
    strength: cue && cue.strength !== 'plain' ? cue.strength : strength,
    mode,
  })

  const inCue = matches.find(match => match.performs && touches(match, cueWords) && !isBareSaying(match, words))
  const decisive = inCue ?? firstDecisive(matches, words)
  if (decisive) {
    const negated = isNegated(words, decisive.from)
    const confidence = decisive.performs ? 0.85 : 0.7
    return settle(withPolarity(decisive, words, negated), confidence, decisive, negated)
  }
  const refusal = negatedWill(words, isAside)
  if (refusal !== undefined) return settle('REJECT', 0.55, at(words, refusal, 'REJECT'), true)
  const own = ownFuture(words, isAside)
  if (own !== undefined) return settle('OFFER', 0.55, at(words, own, 'OFFER'), false)
  const saying = matches.find(match => touches(match, cueWords))
  if (saying) return settle(saying.act, 0.5, saying, isNegated(words, saying.from))
  const negated = words.some((word, i) => !isAside(i) && negators.has(word.lemma))
  if (frame.cue.some(i => neutral.has(words[i]?.lemma ?? ''))) return settle('STATE', 0.5, null, negated)
  return settle(null, 0, null, negated)
}

/** The first cue that is not a mere verb of saying. */
function firstDecisive(matches: readonly CueMatch[], words: readonly Word[]): CueMatch | undefined {
  return matches.find(match => !isBareSaying(match, words))
}

/** "suggested that", "warned", "insisted": verbs that also merely say. Their content decides first. */
function isBareSaying(match: CueMatch, words: readonly Word[]): boolean {
  if (match.until - match.from > 1) return false
  const word = words[match.from]
  if (!word || !neutral.has(word.lemma)) return false
  const next = words[match.until]?.lemma
  // "suggested a summit" proposes; "suggested that they lied" says.
  return match.cue === 'warn' || match.cue === 'label' || next === 'that' || next === ','
}

function withPolarity(match: CueMatch, words: readonly Word[], negated: boolean): ActKind {
  if (!negated) return match.act
  if (refusedWhenNegated.has(match.act)) return 'REJECT'
  if (match.act === 'DEMAND') {
    const head = words[match.from]?.lemma
    // "must not" is still a demand; "need not", "does not insist" give one up or make none.
    return head === 'must' || head === 'should' || words[match.from]?.pos === 'AUX' ? 'DEMAND' : 'STATE'
  }
  if (match.act === 'REJECT' || match.act === 'DENY') return 'STATE'
  return match.act
}

/** A negator in the verb group before `at`: "did not", "will never", "no longer"; a verb between them ends the reach. */
function isNegated(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = words[i]
    if (!word || word.pos === 'PUNCT' || word.pos === 'VERB') return false
    if (negators.has(word.lemma)) return true
  }
  // "should not": the negator follows the modal that is itself the cue.
  return words[at]?.pos === 'AUX' && words[at + 1]?.lemma === 'not'
}

/** "will not sign", "cannot accept": the index of the modal. */
function negatedWill(words: readonly Word[], isAside: (i: number) => boolean): number | undefined {
  const found = words.findIndex((word, i) => {
    if (isAside(i) || !['will', 'would', 'can', 'shall'].includes(word.lemma)) return false
    const next = words[i + 1]?.lemma
    return (next === 'not' || next === 'never') && words.slice(i + 2, i + 5).some(later => later.pos === 'VERB')
  })
  return found < 0 ? undefined : found
}

/** Verbs by which something comes about, not is undertaken. */
const happening = new Set([
  'be',
  'have',
  'become',
  'occur',
  'happen',
  'take',
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

/** "Ostavia will open the border": the index of the modal of an undertaking by a named subject or by the speaker. */
function ownFuture(words: readonly Word[], isAside: (i: number) => boolean): number | undefined {
  const found = words.findIndex((word, i) => {
    if (isAside(i) || (word.lemma !== 'will' && word.lemma !== 'shall')) return false
    const subject = words[i - 1]
    const verb = words.slice(i + 1, i + 3).find(later => later.pos === 'VERB')
    if (!verb || happening.has(verb.lemma)) return false
    return subject?.pos === 'PROPN' || /^(?:we|i|he|she|they)$/.test(subject?.lemma ?? '')
  })
  return found < 0 ? undefined : found
}

function strengthOf(words: readonly Word[], isAside: (i: number) => boolean): Reading['strength'] {
  const said = words.filter((_, i) => !isAside(i))
  if (said.some(word => firm.has(word.lemma) || firm.has(word.text.toLowerCase()))) return 'firm'
  return said.some(word => hedged.has(word.lemma)) ? 'hedged' : 'plain'
}

function modeOf(words: readonly Word[], frame: Frame): Reading['mode'] {
  const start = frame.cue.at(-1) ?? -1
  const said = words.slice(start + 1)
  if (said.some((word, i) => word.lemma === 'will' || (word.lemma === 'to' && said[i - 1]?.lemma === 'set')))
    return 'future'
  if (said.some(word => modals.has(word.lemma) && hypothetical.has(word.lemma))) return 'hypothetical'
  const perfect = words.some((word, i) => word.text.toLowerCase() === 'had' && words[i + 1]?.pos === 'VERB')
  if (perfect || words.some(word => word.lemma === 'previously' || word.lemma === 'earlier')) return 'historical'
  return null
}

function touches(match: CueMatch, indices: ReadonlySet<number>): boolean {
  for (let i = match.from; i < match.until; i++) if (indices.has(i)) return true
  return false
}

function at(words: readonly Word[], from: number, act: ActKind): CueMatch {
  return {
    act,
    performs: false,
    strength: 'plain',
    from,
    until: from + 2,
    cue: `${words[from]?.lemma} ${words[from + 1]?.lemma}`,
  }
}
