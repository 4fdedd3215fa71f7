import { isRoleHead } from '../actors/roles.js'
import type { Sentence, Word } from '../language/words.js'
import { isCue, type VerbReading, verbReading, withParticle } from './lexicon.js'
import {
  headOf,
  isHead,
  isNominal,
  isPossessive,
  isPronoun,
  isTime,
  phraseEndingAt,
  phraseStartingAt,
  type Run,
} from './phrases.js'

/** A verb with its subject, and what kind of cue it is, if any. */
export interface Predicate {
  /** The verb group, auxiliaries and adverbs included. */
  readonly group: Run
  /** The words that make it a cue: verb, or verb and adjective or noun. */
  readonly cue: Run
  readonly lemma: string
  readonly form: 'finite' | 'participle' | 'passive'
  readonly kind: 'say' | 'stance' | 'comment' | 'light' | 'adjective' | 'contact' | 'none'
  /** Where the subject stands; null: there is none, or it is not found. */
  readonly subject: Run | null
  /** The subject stands with another verb, earlier in the sentence. */
  readonly shared: boolean
  /** `who noted that`: within a relative clause. */
  readonly relative: boolean
  /** `said Putin`: the subject follows. */
  readonly inverted: boolean
}

const aux =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|will|would|can|could|may|might|must|shall|should|not|n't|’s|’ve|'ve|also|ever)$/
const be = /^(?:is|are|was|were|be|been|being|am)$/

/** The predicates of a sentence, in order. `skip` names the words that stand within quotation marks. */
export function predicates(sentence: Sentence, skip: (word: Word) => boolean): Predicate[] {
  const { words } = sentence
  const found: Predicate[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word || skip(word)) continue
    const reading = verbReading(word.text)
    if (!standsAsVerb(words, at, reading)) continue
    const group = groupAround(words, at)
    const predicate = readPredicate(sentence, at, group, reading, found)
    if (!predicate) continue
    found.push(predicate)
    at = Math.max(at, predicate.cue.to)
  }
  return found
}

function standsAsVerb(words: readonly Word[], at: number, reading: VerbReading | undefined): boolean {
  const word = words[at]
  const before = words[at - 1]
  const after = words[at + 1]
  if (!word) return false
  const lower = word.text.toLowerCase()
  const followsName = isHead(before) && !isPossessive(before)
  const isBare = reading?.forms.includes('base') === true
  if (word.pos === 'VERB' || (word.pos === 'AUX' && isCue('copulas', word.lemma))) {
    if (isPossessive(before) || before?.pos === 'DET') return false
    if (
      before?.pos === 'ADJ' &&
      !followsName &&
      (isHead(word) || /^(?:claims|calls|talks|demands|offers)$/.test(lower))
    )
      return false
    return true
  }
  if (!reading || word.pos === 'PUNCT') return false
  if (reading.forms.includes('gerund')) return before?.text === ','
  const opens =
    after !== undefined &&
    (/^(?:that|to|the|a|an|any|all|his|her|their|its|“|"|no|for|on|against)$/i.test(after.text) ||
      after.pos === 'PROPN')
  if (reading.forms.includes('past') && !isBare)
    return (followsName || before?.pos === 'ADV' || before?.pos === 'AUX') && (opens || after?.text === ',')
  if (reading.forms.includes('third') && word.pos !== 'PROPN') return followsName && opens && before?.pos !== 'NOUN'
  return false
}

function groupAround(words: readonly Word[], at: number): Run {
  let from = at
  while (from > 0) {
    const before = words[from - 1]
    if (!before) break
    const text = before.text.toLowerCase()
    const isAdverb =
      before.pos === 'ADV' &&
      !/^(?:however|meanwhile|conversely|additionally|moreover|instead|when|while|where|why|how|then)$/.test(text)
    if (before.pos === 'AUX' || aux.test(text) || isAdverb) from--
    else break
  }
  return { from, to: at }
}

function readPredicate(
  sentence: Sentence,
  at: number,
  group: Run,
  reading: VerbReading | undefined,
  earlier: readonly Predicate[],
): Predicate | null {
  const { words } = sentence
  const word = words[at]!
  const before = words[group.from - 1]
  const helpers = words.slice(group.from, at).map(each => each.text.toLowerCase())
  const isGerund = /ing$/i.test(word.text) && (reading?.forms.includes('gerund') ?? true)
  const isParticiple = reading ? reading.forms.includes('participle') : /(?:ed|en|n)$/i.test(word.text)
  const hasBe = helpers.some(text => be.test(text))
  if (before?.text.toLowerCase() === 'to') return null
  const lemma = withParticle(reading?.lemma ?? word.lemma, words[at + 1]?.text)
  const cueTo = lemma.includes(' ') ? at + 1 : at
  const classed = classify(words, at, cueTo, lemma, group)
  const base = { group, lemma, cue: classed.cue, kind: classed.kind }

  if (hasBe && isParticiple && classed.kind !== 'adjective') {
    const agent = agentAfter(sentence, cueTo + 1)
    return { ...base, form: 'passive', subject: agent, shared: false, relative: false, inverted: false }
  }
  if (isGerund && !hasBe) return participle(sentence, group, base, earlier)
  if (!helpers.some(text => aux.test(text) && text !== 'also') && isParticiple && isReducedRelative(words, at)) {
    const agent = agentAfter(sentence, cueTo + 1)
    return { ...base, form: 'passive', subject: agent, shared: false, relative: false, inverted: false }
  }
  return finite(sentence, group, base, earlier)
}

type Base = Pick<Predicate, 'group' | 'lemma' | 'cue' | 'kind'>

function finite(sentence: Sentence, group: Run, base: Base, earlier: readonly Predicate[]): Predicate | null {
  const { words } = sentence
  const before = words[group.from - 1]
  const text = before?.text.toLowerCase() ?? ''
  const plain = { ...base, form: 'finite' as const, shared: false, relative: false, inverted: false }
  if (/^(?:who|which|that)$/.test(text) && words[group.from - 2]) {
    const back = words[group.from - 2]?.text === ',' ? 3 : 2
    const phrase = phraseEndingAt(sentence, group.from - back)
    const antecedent = phrase && text === 'who' ? personWithin(sentence, phrase) : phrase
    if (antecedent && text === 'who') return { ...plain, subject: antecedent, relative: true }
    return { ...plain, subject: text === 'that' && !antecedent ? null : antecedent, relative: true }
  }
  if (/^(?:and|but|or|then|nor)$/.test(text)) {
    // "will attempt to justify and explain": an infinitive that goes on, unless an auxiliary gives it tense.
    if (group.from === group.to && verbReading(words[group.to]?.text ?? '')?.forms.every(form => form === 'base'))
      return null
    const main = mainSubject(earlier)
    return main ? { ...plain, subject: main, shared: true } : null
  }
  const subject = subjectBefore(sentence, group.from - 1)
  if (subject) return { ...plain, subject }
  const isAfterSpeech = before === undefined || /^(?:,|["”’'»]|'')$/.test(before.text)
  if (isAfterSpeech && base.kind === 'say') {
    const after = phraseStartingAt(sentence, base.cue.to + 1)
    if (after) return { ...plain, subject: after, inverted: true }
  }
  return { ...plain, subject: null }
}

/** "under the eyes of an envoy who": the last noun of the phrase, unless its head is a person or a group already. */
function personWithin(sentence: Sentence, phrase: Run): Run {
  const { words } = sentence
  const head = words[headOf(sentence, phrase)]
  if (!head || isRoleHead(head.text.toLowerCase()) || head.pos === 'PROPN' || isCue('agents', head.text.toLowerCase()))
    return phrase
  for (let at = phrase.to; at > phrase.from; at--) if (words[at - 1]?.pos === 'ADP') return { from: at, to: phrase.to }
  return phrase
}

function participle(sentence: Sentence, group: Run, base: Base, earlier: readonly Predicate[]): Predicate | null {
  const { words } = sentence
  const before = words[group.from - 1]
  const plain = { ...base, form: 'participle' as const, shared: true, relative: false, inverted: false }
  if (!before) return null
  if (before.text === ',' || /^(?:when|while|and|but)$/i.test(before.text) || before.pos === 'SCONJ')
    return { ...plain, subject: mainSubject(earlier) }
  const phrase = phraseEndingAt(sentence, group.from - 1)
  if (!phrase) return null
  const opener = words[phrase.from - 1]
  if (opener?.text.toLowerCase() === 'with') return { ...plain, shared: false, subject: phrase }
  const inner = absoluteStart(words, phrase)
  if (inner) return { ...plain, shared: false, subject: inner }
  return { ...plain, shared: false, subject: null }
}

/** `with many on social media expressing`: the phrase may hold the preposition itself. */
function absoluteStart(words: readonly Word[], phrase: Run): Run | null {
  for (let at = phrase.to; at >= phrase.from; at--)
    if (words[at]?.text.toLowerCase() === 'with' && words[at - 1]?.text === ',') return { from: at + 1, to: phrase.to }
  return null
}

/** The subject that a clause without its own takes over. */
function mainSubject(earlier: readonly Predicate[]): Run | null {
  const main = earlier.filter(each => !each.relative && each.subject && each.form !== 'passive')
  // A subordinate clause within what was said comes after its speaker: the first subject of the sentence is meant.
  const speakers = main.filter(each => each.kind !== 'none')
  return (speakers.findLast(each => !isEmbedded(each, main)) ?? main[0])?.subject ?? null
}

function isEmbedded(predicate: Predicate, all: readonly Predicate[]): boolean {
  return all.some(
    each =>
      each !== predicate &&
      each.kind === 'say' &&
      each.cue.to < predicate.group.from &&
      !predicate.shared &&
      each.form !== 'passive',
  )
}

/** The noun phrase before word `to` that is the clause's subject, over what is set off by commas in between. */
export function subjectBefore(sentence: Sentence, to: number): Run | null {
  const { words } = sentence
  let at = to
  // "Lavrov on Tuesday said", "the minister later said"
  while (at > 0 && (isTime(words[at]) || (words[at]?.pos === 'ADV' && words[at]?.text !== ','))) {
    at--
    if (/^(?:on|last|this|late|earlier)$/i.test(words[at]?.text ?? '')) at--
  }
  const last = words[at]
  if (!last) return null
  if (last.text === ',' || last.text === ')' || last.text === '—' || last.text === '–')
    return subjectOverInterposition(sentence, at)
  return phraseEndingAt(sentence, at)
}

function subjectOverInterposition(sentence: Sentence, close: number): Run | null {
  const { words } = sentence
  const open = words[close]?.text === ')' ? '(' : (words[close]?.text ?? ',')
  for (let at = 1; at < close; at++) {
    if (words[at]?.text !== open) continue
    const phrase = phraseEndingAt(sentence, at - 1)
    if (!phrase || !interposes(words[at + 1])) continue
    const opener = words[phrase.from - 1]
    const startsClause =
      opener === undefined ||
      [',', ';', ':', '"', '“', '”', '—'].includes(opener.text) ||
      /^(?:that|and|but|as|while|when|because|if)$/i.test(opener.text) ||
      opener.pos === 'ADV' ||
      endsPlace(words, phrase.from - 1)
    if (startsClause) return phrase
  }
  return null
}

/** "In Ostrel the minister, ...": a place or time that opens the clause. */
function endsPlace(words: readonly Word[], at: number): boolean {
  let from = at
  while (from >= 0 && (isNominal(words[from]) || isTime(words[from]))) from--
  return from < at && words[from]?.pos === 'ADP' && (from === 0 || words[from - 1]?.text === ',')
}

/** Whether an interposed phrase can start with the word: "facing ...", "a doctor", "who ...", "44". */
function interposes(word: Word | undefined): boolean {
  if (!word) return false
  return (
    ['VERB', 'DET', 'NUM', 'ADP', 'NOUN', 'PROPN', 'ADJ', 'ADV', 'SCONJ'].includes(word.pos) ||
    /^(?:who|which|whose)$/i.test(word.text)
  )
}

/** "reported by some allies": a past participle right after its noun, with its agent. */
function isReducedRelative(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.text.toLowerCase() === 'by'
}

function agentAfter(sentence: Sentence, from: number): Run | null {
  const { words } = sentence
  for (let at = from; at < Math.min(words.length, from + 4); at++) {
    if (words[at]?.text.toLowerCase() === 'by') return phraseStartingAt(sentence, at + 1)
    if (words[at]?.pos === 'VERB' || words[at]?.text === ',') return null
  }
  return null
}

function classify(
  words: readonly Word[],
  at: number,
  cueTo: number,
  lemma: string,
  group: Run,
): Pick<Base, 'cue' | 'kind'> {
  const cue = { from: at, to: cueTo }
  if (isCue('copulas', lemma)) {
    const adjective = adjectiveAfter(words, at + 1)
    if (adjective === null) return { cue, kind: 'none' }
    return { cue: { from: at, to: adjective }, kind: announcesContact(words, adjective) ? 'contact' : 'adjective' }
  }
  // "are reportedly worried that": the library takes the adjective for a verb.
  const word = words[at]!
  const helpers = words.slice(group.from, at).map(each => each.text.toLowerCase())
  if (helpers.some(text => be.test(text)) && isCue('adjectives', word.text.toLowerCase()))
    return { cue: group, kind: 'adjective' }
  if (isCue('light', lemma)) {
    const noun = stanceNounAfter(words, at + 1)
    if (noun !== null) return { cue: { from: at, to: noun }, kind: 'light' }
  }
  if (isContact(words, at, lemma)) return { cue, kind: 'contact' }
  if (hasIdleObject(words, cueTo + 1)) return { cue, kind: 'none' }
  if (isCue('clauseOnly', lemma) && !opensClause(words, cueTo + 1)) return { cue, kind: 'none' }
  if (isCue('comment', lemma)) return { cue, kind: 'comment' }
  if (isCue('stance', lemma)) return { cue, kind: isCue('say', lemma) ? 'say' : 'stance' }
  if (isCue('say', lemma)) return { cue, kind: 'say' }
  return { cue, kind: 'none' }
}

/** The index of a stance adjective after a copula, over adverbs: "is not yet fully ready". */
function adjectiveAfter(words: readonly Word[], from: number): number | null {
  for (let at = from; at < Math.min(words.length, from + 4); at++) {
    const word = words[at]
    if (!word) return null
    const text = word.text.toLowerCase()
    if (isCue('adjectives', text)) return isCue('complements', words[at + 1]?.text.toLowerCase() ?? '') ? at : null
    if (word.pos !== 'ADV' && !/^(?:not|been|n't|very|more)$/.test(text)) return null
  }
  return null
}

/** The index of a stance noun within the object: "raised concerns", "indicated a willingness", "expressed Russia's readiness". */
function stanceNounAfter(words: readonly Word[], from: number): number | null {
  for (let at = from; at < Math.min(words.length, from + 7); at++) {
    const word = words[at]
    if (!word || (!isNominal(word) && word.pos !== 'ADV') || isPronounSubject(word)) return null
    if (isCue('lightNouns', word.lemma) && !isPossessive(words[at + 1]) && words[at + 1]?.pos !== 'NOUN') return at
  }
  return null
}

function isPronounSubject(word: Word): boolean {
  return isPronoun(word) && !/^(?:it|you)$/i.test(word.text)
}

/** "is set to speak with", "is ready to meet". */
function announcesContact(words: readonly Word[], adjective: number): boolean {
  const verb = words[adjective + 2]
  return (
    /^(?:set|due|scheduled|expected)$/i.test(words[adjective]?.text ?? '') &&
    verb !== undefined &&
    isContact(words, adjective + 2, verb.lemma)
  )
}

/** "spoke to", "met the president", "convened discussions". */
function isContact(words: readonly Word[], at: number, lemma: string): boolean {
  const next = words[at + 1]
  if (!next) return false
  if (lemma === 'meet') return /^(?:with|and)$/i.test(next.text) || isNominal(next)
  if (isCue('contactVerbs', lemma) && /^(?:with|to)$/i.test(next.text)) return true
  if (!isCue('contactStarts', lemma)) return false
  return words.slice(at + 1, at + 5).some(word => isCue('contactNouns', word.lemma) && word.pos !== 'VERB')
}

/** "offered a glimmer of hope", "called a press conference": what is offered or called is no stance. */
function hasIdleObject(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 6); at++) {
    const word = words[at]
    if (!word || !isNominal(word)) return false
    if (word.pos === 'NOUN' && words[at + 1]?.pos !== 'NOUN') return isCue('idleObjects', word.lemma)
  }
  return false
}

/** Whether a clause or a quotation follows, not a bare object: "added that", "added: ...", "added he would". */
function opensClause(words: readonly Word[], from: number): boolean {
  const next = words[from]
  if (!next || isTime(next)) return true
  if (/^(?:that|,|:|\.|"|“|''|how|why|whether|if|what|as|in|on|at)$/i.test(next.text)) return true
  return words.slice(from, from + 8).some(word => word.pos === 'AUX')
}
