import { hull } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { contentFrom } from './extents.js'
import { isCue } from './lexicon.js'
import { isHead, isPossessive, isPronoun, phraseEndingAt, phraseStartingAt, type Run, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'

/**
 * Attributions whose cue is a noun: "Zelensky's requests for a meeting", "concerns among the allies about the terms".
 *
 * They may stand within the words of another; who reads them decides whether that adds anything.
 */
export function nominalAttributions(sentence: Sentence, quotations: readonly Quotation[], agency: Agency): Found[] {
  const found: Found[] = []
  for (let at = 1; at < sentence.words.length - 1; at++) {
    const parts = owned(sentence, at) ?? felt(sentence, at) ?? planned(sentence, at) ?? peoples(sentence, at)
    if (!parts || !(isOwner(sentence.words[parts.source.to]) || agency.isActor(sentence, parts.source))) continue
    const content = contentFrom(sentence, parts.content, quotations, parts.isPlan ? 'stance' : 'noun')
    if (!content) continue
    const source = spanOf(sentence, parts.source)
    const cue = spanOf(sentence, { from: at, to: at })
    const clause = hull([source, cue, content])
    if (!clause) continue
    found.push({
      source: [source],
      cue: [cue],
      content: [content],
      direct: false,
      confidence: 0.6,
      layer: parts.layer,
      hearsay: false,
      shared: false,
      clause,
      principal: null,
      nominal: true,
    })
  }
  return found
}

interface Parts {
  readonly source: Run
  readonly content: number
  readonly layer: 'statement' | 'attitude'
  /** The content is the plan's own clause, verb and all. */
  readonly isPlan?: boolean
}

/** "her insistence on": a pronoun that stands for the owner. */
function isOwner(word: Word | undefined): boolean {
  return /^(?:his|her|their)$/i.test(word?.text ?? '')
}

/** "Russia's insistence on being included": the owner of a noun that is a stance, with its complement. */
function owned(sentence: Sentence, at: number): Parts | null {
  const { words } = sentence
  const noun = words[at]
  const next = words[at + 1]
  if (
    !noun ||
    noun.pos === 'VERB' ||
    !isCue('requestNouns', noun.lemma) ||
    !/^(?:for|to|that|on|of|against)$/i.test(next?.text ?? '')
  )
    return null
  let owner = at - 1
  while (owner > 0 && words[owner]?.pos === 'ADJ') owner--
  if (isOwner(words[owner])) return { source: { from: owner, to: owner }, content: at + 1, layer: 'statement' }
  if (!isPossessive(words[owner])) return null
  const source = phraseEndingAt(sentence, owner - 1)
  if (!source || isPronoun(words[source.to])) return null
  // "proposals to NATO" has an addressee, no complement.
  const isAddressee = next?.text.toLowerCase() === 'to' && isHead(words[at + 2]) && words[at + 2]?.pos === 'PROPN'
  return isAddressee ? null : { source, content: at + 1, layer: 'statement' }
}

/** "concerns among European allies about the risk": a noun, who has it, and about what. */
function felt(sentence: Sentence, at: number): Parts | null {
  const { words } = sentence
  const noun = words[at]
  if (!noun || noun.pos === 'VERB' || !isCue('feltNouns', noun.lemma)) return null
  if (!/^(?:among|amongst|from|by)$/i.test(words[at + 1]?.text ?? '')) return null
  const source = phraseStartingAt(sentence, at + 2)
  if (!source || !/^(?:about|over|that|for|to|against|at|on|regarding)$/i.test(words[source.to + 1]?.text ?? ''))
    return null
  return { source, content: source.to + 1, layer: 'attitude' }
}

/** "Velmara's preference is to wait", "Ostrel's price for that is a pledge": the owner of a plan, and what it comes to. */
function planned(sentence: Sentence, at: number): Parts | null {
  const { words } = sentence
  const noun = words[at]
  if (!noun || noun.pos === 'VERB' || !isCue('planNouns', noun.lemma)) return null
  let owner = at - 1
  while (owner > 0 && words[owner]?.pos === 'ADJ') owner--
  const source = isPossessive(words[owner]) ? phraseEndingAt(sentence, owner - 1) : null
  if (!source || isPronoun(words[source.to])) return null
  const verb = planVerb(words, at + 1)
  return verb === null ? null : { source, content: verb, layer: 'statement', isPlan: true }
}

/** How far a plan's verb may stand from it, in words: "for those". */
const farthestVerb = 4

/** The verb that says what a plan is or would do; null where something is done to it ("was rejected"). */
function planVerb(words: readonly Word[], from: number): number | null {
  for (let at = from; at < from + farthestVerb; at++) {
    const [word, next] = [words[at], words[at + 1]]
    if (!word || !next || word.pos === 'PUNCT') return null
    if (/^(?:is|was|remains|remained)$/i.test(word.text))
      return /^(?:to|that|a|an|the|no|for)$/i.test(next.text) || next.pos === 'NOUN' ? at : null
    if (/^would$/i.test(word.text))
      return /^(?:have|see|let|give|keep|leave|mean|require|allow|put|make)$/i.test(next.text) ? at : null
    if (word.pos === 'VERB' || word.pos === 'AUX')
      return isCue('planVerbs', word.lemma) && !/ed$/.test(word.text) ? at : null
  }
  return null
}

/** "a Velmaran proposal under which", "a Dorvanian plan to": the people whose plan it is, and what it says. */
function peoples(sentence: Sentence, at: number): Parts | null {
  const { words } = sentence
  const [people, noun, next, after] = [words[at - 1], words[at], words[at + 1], words[at + 2]]
  if (!people || !noun || !isCue('planNouns', noun.lemma) || !/^\p{Lu}\p{Ll}+$/u.test(people.text)) return null
  const isComma = next?.text === ','
  const [link, further] = isComma ? [after, words[at + 3]] : [next, after]
  const brings =
    (/^(?:under|by|in)$/i.test(link?.text ?? '') && /^which$/i.test(further?.text ?? '')) ||
    (!isComma && /^to$/i.test(link?.text ?? '') && further?.pos === 'VERB')
  return brings
    ? { source: { from: at - 1, to: at - 1 }, content: isComma ? at + 2 : at + 1, layer: 'statement' }
    : null
}
