import { isRoleHead } from '../actors/roles.js'
import type { Sentence, Word } from '../language/words.js'
import { type CueKind, classify } from './cue-kinds.js'
import { idiomEnd } from './idioms.js'
import { isCue, type VerbReading, verbReading, withParticle } from './lexicon.js'
import { isHead, isPossessive, phraseEndingAt, phraseStartingAt, type Run } from './phrases.js'
import { absoluteStart, agentAfter, isReducedRelative, personWithin, subjectBefore } from './subjects.js'

/** A verb with its subject, and what kind of cue it is, if any. */
export interface Predicate {
  /** The verb group, auxiliaries and adverbs included. */
  readonly group: Run
  /** The words that make it a cue: verb, or verb and adjective or noun. */
  readonly cue: Run
  readonly lemma: string
  readonly form: 'finite' | 'participle' | 'passive'
  readonly kind: CueKind
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
    // "keeps repeating" is one verb.
    if (/^(?:keep|keeps|kept)$/i.test(word.text) && /ing$/.test(words[at + 1]?.text ?? '')) continue
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
  if (
    word.pos === 'VERB' ||
    (word.pos === 'AUX' && (isCue('copulas', word.lemma) || idiomEnd(words, at, word.lemma) !== null))
  ) {
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
  if (isStanceOfMany(words, at, reading)) return true
  // "Velmara, for its part, rules out": a verb with its particle, which the library takes for a noun.
  if (reading.forms.includes('third') && before?.text === ',' && withParticle(reading.lemma, after?.text).includes(' '))
    return true
  // "The dam is safe, Ilena Vastok repeats."
  if (
    reading.forms.includes('third') &&
    isCue('say', reading.lemma) &&
    before?.pos === 'PROPN' &&
    /^[,.]$/.test(after?.text ?? '')
  )
    return true
  // "but cautions against"
  if (
    reading.forms.includes('third') &&
    /^but$/i.test(before?.text ?? '') &&
    /^(?:that|against|to|the|it|its|his|her)$/i.test(after?.text ?? '')
  )
    return true
  // `"No," affirms the minister`
  if (reading.forms.includes('third') && isCue('say', reading.lemma) && /^(?:["”’'»]|'')$/.test(before?.text ?? ''))
    return after?.pos === 'DET' || after?.pos === 'PROPN'
  if (reading.forms.includes('gerund')) return before?.text === ',' || /^(?:keep|keeps|kept)$/i.test(before?.text ?? '')
  const opens =
    after !== undefined &&
    (/^(?:that|to|the|a|an|any|all|his|her|their|its|“|"|no|for|on|against)$/i.test(after.text) ||
      after.pos === 'PROPN')
  if (reading.forms.includes('past') && !isBare)
    return (followsName || before?.pos === 'ADV' || before?.pos === 'AUX') && (opens || after?.text === ',')
  if (reading.forms.includes('third') && word.pos !== 'PROPN') return followsName && opens && before?.pos !== 'NOUN'
  return false
}

/** "Allies fear that", "ministers want the": a verb that the library takes for a noun, after those who can hold a stance. */
function isStanceOfMany(words: readonly Word[], at: number, { forms, lemma }: VerbReading): boolean {
  const [before, after] = [words[at - 1], words[at + 1]]
  if (!forms.includes('base') || !isCue('stance', lemma) || !before || !/s$/i.test(before.text)) return false
  const isGroup = isRoleHead(before.text.toLowerCase()) || isCue('agents', before.text.toLowerCase())
  return isGroup && /^(?:that|a|an|the|to|their|its|no|any|all|more|further)$/i.test(after?.text ?? '')
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
    const isKept = /^(?:keep|keeps|kept)$/.test(text) && /ing$/i.test(words[at]?.text ?? '')
    if (before.pos === 'AUX' || aux.test(text) || isAdverb || isKept) from--
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
  const isKept = helpers.some(text => /^(?:keep|keeps|kept)$/.test(text))
  if (isGerund && !hasBe && !isKept) return participle(sentence, group, base, earlier)
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
  // `"No," trilled Ilena Vastok`: any verb between a quotation and a name.
  const isSpeech = /^(?:["”’'»]|'')$/.test(text) && /^[,.?!…]$/.test(words[group.from - 2]?.text ?? '')
  if (base.kind === 'none' && isSpeech && words[base.cue.to + 1]?.pos === 'PROPN') {
    const after = phraseStartingAt(sentence, base.cue.to + 1)
    if (after) return { ...plain, kind: 'say', subject: after, inverted: true }
  }
  return { ...plain, subject: null }
}

/** Verbs of giving something written out, whose participle tells what stands in it. */
const writes = /^(?:write|release|issue|publish|send|circulate|post)$/

function participle(sentence: Sentence, group: Run, base: Base, earlier: readonly Predicate[]): Predicate | null {
  const { words } = sentence
  const before = words[group.from - 1]
  const plain = { ...base, form: 'participle' as const, shared: true, relative: false, inverted: false }
  if (!before) return null
  if (before.text === ',' || /^(?:when|while|and|but)$/i.test(before.text) || before.pos === 'SCONJ')
    return { ...plain, subject: mainSubject(earlier) }
  // "has written to the council accusing Velia of"
  if (base.kind === 'say' && writes.test(earlier.at(-1)?.lemma ?? ''))
    return { ...plain, subject: mainSubject(earlier) }
  const phrase = phraseEndingAt(sentence, group.from - 1)
  if (!phrase) return null
  const opener = words[phrase.from - 1]
  if (opener?.text.toLowerCase() === 'with') return { ...plain, shared: false, subject: phrase }
  const inner = absoluteStart(words, phrase)
  if (inner) return { ...plain, shared: false, subject: inner }
  return { ...plain, shared: false, subject: null }
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
