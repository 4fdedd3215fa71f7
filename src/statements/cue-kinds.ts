import type { Word } from '../language/words.js'
import { idiomEnd } from './idioms.js'
import { isCue } from './lexicon.js'
import { isNominal, isPossessive, isPronoun, isTime, type Run } from './phrases.js'

/**
 * What a verb can be a cue of: `say` brings a clause or a quotation, `stance` is one by itself, `comment` may be the
 * narrator's own, `light` has its stance in a noun, `adjective` in an adjective; `contact` is a meeting or a call.
 */
export type CueKind = 'say' | 'stance' | 'comment' | 'light' | 'adjective' | 'contact' | 'none'

const be = /^(?:is|are|was|were|be|been|being|am)$/

/** What the verb at `at` is a cue of, and the words that make it one: with its particle, adjective or noun. */
export function classify(
  words: readonly Word[],
  at: number,
  cueTo: number,
  lemma: string,
  group: Run,
): { readonly cue: Run; readonly kind: CueKind } {
  const cue = { from: at, to: cueTo }
  const idiom = idiomEnd(words, at, lemma) ?? idiomEnd(words, at, lemma.split(' ')[0] ?? lemma)
  if (idiom !== null && idiom > cueTo) return { cue: { from: at, to: idiom }, kind: 'light' }
  // "would not be drawn on the date"
  if (lemma === 'draw' && be.test(words[at - 1]?.text ?? '') && /^on$/i.test(words[at + 1]?.text ?? ''))
    return { cue: { from: at, to: at + 1 }, kind: 'adjective' }
  if (isCue('copulas', lemma)) {
    const adjective = adjectiveAfter(words, at + 1)
    if (adjective === null) return { cue, kind: 'none' }
    return { cue: { from: at, to: adjective }, kind: announcesContact(words, adjective) ? 'contact' : 'adjective' }
  }
  // "are reportedly worried that": the library takes the adjective for a verb.
  const word = words[at]!
  const helpers = words.slice(group.from, at).map(each => each.text.toLowerCase())
  if (
    helpers.some(text => be.test(text)) &&
    isCue('adjectives', word.text.toLowerCase()) &&
    isCue('complements', words[at + 1]?.text.toLowerCase() ?? '')
  )
    return { cue: group, kind: 'adjective' }
  if (
    lemma === 'make' &&
    /^it$/i.test(words[at + 1]?.text ?? '') &&
    /^(?:clear|plain|known)$/i.test(words[at + 2]?.text ?? '')
  )
    return { cue: { from: at, to: at + 2 }, kind: 'say' }
  if (isCue('light', lemma)) {
    const noun = stanceNounAfter(words, at + 1)
    if (noun !== null) return { cue: { from: at, to: noun }, kind: 'light' }
  }
  if (isContact(words, at, lemma)) return { cue, kind: 'contact' }
  if (hasIdleObject(words, cueTo + 1)) return { cue, kind: 'none' }
  // "the talks held in June": to hold is to say only of what is so.
  if (/^(?:hold|sustain)$/.test(lemma) && !words.slice(cueTo + 1, cueTo + 5).some(({ text }) => /^that$/i.test(text)))
    return { cue, kind: 'none' }
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
    // "insists the question is closed": what follows is a clause.
    if (word.pos === 'NOUN' && words[at + 1]?.pos !== 'NOUN')
      return isCue('idleObjects', word.lemma) && words[at + 1]?.pos !== 'AUX'
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
