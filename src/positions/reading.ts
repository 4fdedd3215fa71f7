import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import acts from './acts.json' with { type: 'json' }
import { asides } from './asides.js'
import { type CueMatch, findCues, isGerund, namedAct } from './cues.js'
import { harms, isNegated, withPolarity } from './polarity.js'
import { type Refusal, refusalIn } from './refusal.js'
import { ownFuture, undertakenBy } from './undertaking.js'

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
  /** Whether it is somebody's own words in quotation marks; hangs on a condition; on one that something fails. False where unknown. */
  readonly direct?: boolean
  readonly conditional?: boolean
  readonly ifFailing?: boolean
}

const negators = new Set(acts.negators)
const firm = new Set(acts.firm)
const hedged = new Set(acts.hedged)
const hypothetical = new Set(acts.hypothetical)
const neutral = new Set(acts.neutral)
const modals = new Set(['will', 'would', 'shall', 'can', 'could', 'may', 'might'])
/**
 * What a statement's words do: the cue nearest to the attribution decides, what hangs below it does not.
 *
 * "Rejected calls to accept" is a rejection, since English puts the verb before what it governs. A verb of saying tells
 * nothing by itself; then the first sign in what is said decides.
 */
export function readAct(words: readonly Word[], frame: Frame): Reading {
  const beside = asides(words, frame.cue)
  const isAside = (i: number) => beside.has(i) || frame.aside.some(span => span.from <= i && i < span.until)
  const cueWords = new Set(frame.cue)
  const isInserted = (i: number) => isAside(i) || cueWords.has(i)
  // A noun does nothing by itself ("the push for neutrality") unless the attribution rests on it ("their demands").
  const matches = findCues(words, cueWords).filter(
    match =>
      !isAside(match.from) &&
      (!match.performs ||
        words[match.from]?.pos !== 'NOUN' ||
        touches(match, cueWords) ||
        isVerbTakenForNoun(match) ||
        isGerund(words, match.from)) &&
      (touches(match, cueWords) || (isDone(match, words) && !isToldContact(match, words, frame))),
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

  const inCue =
    matches.find(match => match.performs && touches(match, cueWords) && !isBareSaying(match, words, frame)) ??
    namedAct(words, frame.cue)
  const decisive = inCue ?? firstSign(matches.filter(match => !isBareSaying(match, words, frame)))
  const refusal = refusalIn(words, isInserted)
  if (decisive && !(refusal && comesFirst(refusal, decisive))) {
    // The verb of saying is negated by what stands with it, not by what is said.
    const negated =
      isNegated(words, decisive.from, touches(decisive, cueWords) ? () => false : isInserted) ||
      holdsNegator(decisive, words)
    const confidence = decisive.performs ? 0.85 : 0.7
    return settle(
      (negated ? undefined : undertakenBy(decisive, words, frame.ifFailing === true)) ??
        withPolarity(decisive, words, negated),
      confidence,
      decisive,
      negated,
    )
  }
  if (refusal) return settle(refusal.act, 0.55, at(words, refusal.at, refusal.act), true)
  const own = ownFuture(words, isInserted, !frame.direct && frame.cue.length > 0, frame.conditional === true)
  if (own !== undefined) {
    const warns = matches.some(({ cue }) => cue === 'warn')
    const act = warns || frame.ifFailing || harms(words, own + 1) ? 'THREATEN' : 'OFFER'
    return settle(act, 0.55, at(words, own, act), false)
  }
  const order = frame.direct ? imperative(words, isInserted) : undefined
  if (order !== undefined) return settle('REQUEST', 0.6, at(words, order, 'REQUEST'), false)
  const saying = matches.find(match => touches(match, cueWords))
  if (saying) {
    const act = sayingAct(saying, words, frame)
    return settle(act, 0.5, act === null ? null : saying, isNegated(words, saying.from, isInserted))
  }
  const negated = words.some((word, i) => !isAside(i) && negators.has(word.lemma))
  const says = frame.direct || frame.cue.some(i => neutral.has(words[i]?.lemma ?? ''))
  return says ? settle('STATE', 0.5, null, negated) : settle(null, 0, null, negated)
}

/** "were not against", "is not a trap": a negator in a gap of the cue. */
function holdsNegator({ from, until, cue }: CueMatch, words: readonly Word[]): boolean {
  return !/\b(?:not|never|no)\b/.test(cue) && words.slice(from + 1, until - 1).some(({ lemma }) => lemma === 'not')
}

/** The first sign; of a wish or a readiness ("wants to", "is ready to") and what it is for ("run out the clock"), the latter. */
function firstSign(matches: readonly CueMatch[]): CueMatch | undefined {
  const [first] = matches
  if (first?.act !== 'OFFER' || first.performs) return first
  const second = matches.find(({ from }) => from >= first.until)
  const isOutdone = second && second.from <= first.until + 1 && outdoing.has(second.act)
  return isOutdone ? second : first
}

const outdoing = new Set<ActKind>(['ACCUSE', 'THREATEN', 'REJECT', 'CONCEDE'])

/** Whether a refusal governs the sign: "will not yield land that we defend", not "will not accept" or "rejected what he will not do". */
function comesFirst(refusal: Refusal, decisive: CueMatch): boolean {
  return refusal.at < decisive.from && (!decisive.performs || refusal.verb < decisive.from)
}

/** "Take the deal": the index of a verb in its bare form that opens what is said. */
function imperative(words: readonly Word[], isInserted: (i: number) => boolean): number | undefined {
  const first = words.findIndex((word, i) => word.pos !== 'PUNCT' && !isInserted(i))
  const word = words[first]
  const next = words[first + 1]
  const isBare = word?.pos === 'VERB' && word.text.toLowerCase() === word.lemma
  return isBare && next && ['DET', 'PRON', 'NOUN', 'PROPN', 'ADP', 'ADV'].includes(next.pos) ? first : undefined
}

/** "insisted", "warned", "cautioned", "suggested that": verbs that also merely say. Their content decides first. */
function isBareSaying(match: CueMatch, words: readonly Word[], frame: Frame): boolean {
  if (match.until - match.from > 1) return false
  const word = words[match.from]
  if (!word) return false
  if (match.cue === 'insist!') return !demandsBehind(words, match.until)
  if (match.cue === 'warn' || match.cue === 'caution' || match.cue === 'label' || match.cue === 'vow') {
    return match.cue !== 'vow' || words[match.until]?.lemma !== 'to'
  }
  if (match.cue === 'ask') return frame.direct === true
  const next = words[match.until]?.lemma
  // "suggested a summit" proposes; "suggested that they lied" says.
  return saysOrActs.has(word.lemma) && (next === 'that' || next === ',')
}

const saysOrActs = new Set([
  'suggest',
  'insist',
  'claim',
  'signal',
  'indicate',
  'promise',
  'complain',
  'fear',
  'lament',
  'concede',
])

/** The act of a verb of saying whose content shows none. */
function sayingAct(match: CueMatch, words: readonly Word[], frame: Frame): ActKind | null {
  if (match.cue === 'insist!' || match.cue === 'concede') return 'STATE'
  // A warning threatens where the harm would come from the one who warns, and doubts where it would come by itself.
  if (match.cue === 'warn') return frame.conditional || words.some((_, i) => harms(words, i)) ? 'THREATEN' : 'DOUBT'
  // A question that is quoted asks nobody for anything: "who would pay?"
  if (match.cue === 'ask' && frame.direct) return 'DOUBT'
  return match.act
}

const statesFact = new Set([
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'had',
  'will',
  'would',
  'can',
  'could',
  'did',
  'does',
])

/** Whether "insist" asks for something: "on a truce", "that they must leave", "that they leave"; not "that it is over". */
function demandsBehind(words: readonly Word[], from: number): boolean {
  const next = words[from]?.lemma
  if (next === 'on' || next === 'upon') return true
  const verb = words.slice(from, from + 12).find(word => word.pos === 'AUX' || word.pos === 'VERB')
  if (!verb) return false
  const text = verb.text.toLowerCase()
  return !statesFact.has(text) && (text === verb.lemma || verb.lemma === 'must' || verb.lemma === 'should')
}

/** Acts that are done only by a finite verb: "signing would have to wait" and "to meet" do not sign and meet. */
const finite = new Set<ActKind>(['ACCEPT', 'CONSULT', 'CONCEDE'])

function isDone(match: CueMatch, words: readonly Word[]): boolean {
  if (!match.performs || !finite.has(match.act)) return true
  const text = words[match.from]?.text ?? ''
  const before = words[match.from - 1]
  const isLinked = words.slice(Math.max(0, match.from - 2), match.from).some(word => word.lemma === 'be')
  return !(text.endsWith('ing') && !isLinked) && before?.lemma !== 'to'
}

/** "She said that the talks took place", "that the delegation had arrived": told, where it is no contact of a person's own. */
function isToldContact(match: CueMatch, words: readonly Word[], frame: Frame): boolean {
  if (match.act !== 'CONSULT' || !frame.cue.some(i => neutral.has(words[i]?.lemma ?? ''))) return false
  const before = words.slice(Math.max(0, match.from - 6), match.from)
  if (before.some(({ lemma }) => modals.has(lemma))) return false
  const subject = before.findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON')
  return subject?.pos === 'NOUN' || !match.performs
}

function isVerbTakenForNoun({ performs, cue }: CueMatch): boolean {
  return performs && !cue.includes(' ')
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
  // "had said that it would open": what was said may still hold; "had opened" is over.
  const perfect = words.some((word, i) => {
    const verb = words[i + 1]
    const isPerfect = word.text.toLowerCase() === 'had' && verb?.pos === 'VERB' && !neutral.has(verb.lemma)
    return isPerfect && !isInRelative(words, i)
  })
  if (perfect || words.some(word => word.lemma === 'previously' || word.lemma === 'earlier')) return 'historical'
  return null
}

/** "the bridge that Ostavia had blown up": over is what is told on the way, not the act. */
function isInRelative(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 6), at)
  const clause = before.slice(before.findLastIndex(({ pos }) => pos === 'PUNCT') + 1)
  return clause.some(({ text }, i) => {
    if (/^(?:who|which|whom|whose)$/i.test(text)) return true
    const antecedent = before[before.length - clause.length + i - 1]
    return text === 'that' && (antecedent?.pos === 'NOUN' || antecedent?.pos === 'PROPN')
  })
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
