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
    const parts = owned(sentence, at) ?? felt(sentence, at)
    if (!parts || !(isOwner(sentence.words[parts.source.to]) || agency.isActor(sentence, parts.source))) continue
    const content = contentFrom(sentence, parts.content, quotations, 'noun')
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
