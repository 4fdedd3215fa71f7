import type { Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import { isCue, verbReading } from './lexicon.js'
import { isHead } from './phrases.js'
import type { Predicate } from './predicates.js'
import type { Quotation } from './quotations.js'

/** What brings the content: a cue verb's class, or a noun, whose complement ends where its clause goes on. */
export type Bringer = Predicate['kind'] | 'noun'

/**
 * What is said, from word `from` to where the next assertion of the sentence begins.
 *
 * A conjunction that opens it ("that") belongs to it. A quotation that opens in it is taken to its closing mark, even
 * where that stands in a later sentence. Null where nothing is said after `from`.
 */
export function contentFrom(
  sentence: Sentence,
  from: number,
  quotations: readonly Quotation[],
  bringer: Bringer,
): Span | null {
  const { words } = sentence
  let first = from
  if (words[first] && startsAnother(words, first, bringer)) return null
  while (words[first] && /^[,:;–—-]$/.test(words[first]?.text ?? '')) first++
  const start = words[first]
  if (!start) return null
  let end = start.start
  let isWord = false
  for (let at = first; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    const quotation = quotations.find(each => each.start <= word.start && word.end <= each.end)
    if (quotation) {
      end = quotation.end
      isWord = true
      while ((words[at + 1]?.end ?? Number.POSITIVE_INFINITY) <= quotation.end) at++
      // American style puts the comma within the marks.
      const closing = words.findLast(each => each.end <= quotation.inner.end)
      if (closing?.text === ',' && startsAfterComma(words, at + 1, bringer)) break
      continue
    }
    if (at > first && startsAnother(words, at, bringer, first)) break
    end = word.end
    isWord ||= /[\p{L}\p{N}]/u.test(word.text)
  }
  return isWord ? { start: start.start, end } : null
}

/** Whether another assertion, or the narrator's own comment, begins at the word. */
function startsAnother(words: readonly Word[], at: number, bringer: Bringer, first = at): boolean {
  const word = words[at]
  if (!word) return false
  if (word.text === ';') return true
  if (word.text === ',') return startsAfterComma(words, at + 1, bringer) || endsOpener(words, first, at)
  if (/^(?:and|but|or)$/i.test(word.text)) {
    // "called the walls immoral and ruled out talks": what was called so far is no clause that could go on.
    const isClause = bringer === 'say' && words.slice(first, at).some(each => each.pos === 'AUX' || each.pos === 'VERB')
    if (startsPredicate(words, at + 1, isClause)) return true
    return bringer !== 'say' && startsClause(words, at + 1)
  }
  if (word.text.toLowerCase() === 'while') return bringer !== 'say'
  return (
    bringer === 'noun' &&
    (startsMainVerb(words, at) || goesOnAfterClause(words, first, at) || goesOnAfterNoun(words, first, at))
  )
}

/** "her insistence on guarantees *delayed the talks*": a verb with an object, where none stood before. */
function goesOnAfterNoun(words: readonly Word[], first: number, at: number): boolean {
  if (!/^(?:on|for|of|against)$/i.test(words[first]?.text ?? '') || words[at]?.pos !== 'VERB' || !isHead(words[at - 1]))
    return false
  if (!/ed$/.test(words[at]?.text ?? '') || !/DET|PRON|PROPN|NOUN/.test(words[at + 1]?.pos ?? '')) return false
  return !words
    .slice(0, at)
    .some((word, n) => word.pos === 'AUX' || word.pos === 'VERB' || (n > first && word.pos === 'SCONJ'))
}

/** "the claim that the dam is full *was rejected*": a second verb, where the clause has had its own. */
function goesOnAfterClause(words: readonly Word[], first: number, at: number): boolean {
  if (words[first]?.text.toLowerCase() !== 'that' || !hasTense(words, at)) return false
  const before = words[at - 1]
  if (!before || /^(?:AUX|ADV|PART|PRON|CCONJ|SCONJ|PUNCT|ADP)$/.test(before.pos) || before.pos === 'VERB') return false
  if (
    words
      .slice(first + 1, at)
      .some(({ text }) => /^(?:who|which|that|what|and|or|but|if|when|because|until|unless)$/i.test(text))
  )
    return false
  return words.slice(first + 1, at - 1).some((_, n) => hasTense(words, first + 1 + n))
}

function hasTense(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || words[at - 1]?.text === 'to' || /ing$/.test(word.text)) return false
  return word.pos === 'AUX' || word.pos === 'VERB'
}

/** "While Velia rejected the plan, Ordania accepted it": the main clause follows the one that opens the sentence. */
function endsOpener(words: readonly Word[], first: number, comma: number): boolean {
  const opener = words.findIndex(({ text }) => /\p{L}/u.test(text))
  if (!/^(?:while|although|though|whereas|as|after|because|since|even|if|when|once)$/i.test(words[opener]?.text ?? ''))
    return false
  if (words.slice(opener, first).some(({ text }) => text === ',')) return false
  return startsClause(words, comma + 1)
}

function startsAfterComma(words: readonly Word[], at: number, bringer: Bringer): boolean {
  const conjunction = words[at]?.text.toLowerCase() ?? ''
  if (/^(?:while|whereas|although|though|as)$/.test(conjunction)) return hasVerb(words.slice(at, at + 8))
  if (conjunction === 'but') return hasVerb(words.slice(at, at + 8))
  if (conjunction === 'and' && bringer !== 'say' && startsClause(words, at + 1)) return true
  let next = at
  while (words[next]?.pos === 'ADV' || /^(?:and|but)$/i.test(words[next]?.text ?? '')) next++
  const word = words[next]
  if (!word) return false
  const text = word.text.toLowerCase()
  if (text === 'according' || isSpeakerTag(words, at)) return true
  if (/ing$/.test(text) && verbReading(text)?.forms.includes('gerund')) return true
  if (isCue('narrator', text)) return true
  if (text === 'with')
    return words.slice(next + 1, next + 9).some(each => verbReading(each.text)?.forms.includes('gerund'))
  return word.pos === 'DET' && (hasAgentWithin(words, next + 1, 5) || isJudgedByAnother(words, next + 1))
}

/** ", the agency said." at the end: who reported it all. */
function isSpeakerTag(words: readonly Word[], at: number): boolean {
  for (let next = at; next < Math.min(words.length, at + 7); next++) {
    const word = words[next]
    if (!word) return false
    const reading = verbReading(word.text)
    if (next > at && word.pos === 'VERB' && reading && isCue('say', reading.lemma))
      return isHead(words[next - 1]) && /^[.,;]?$/.test(words[next + 1]?.text ?? '')
    if (word.pos === 'VERB' || word.pos === 'AUX' || word.pos === 'PUNCT') return false
  }
  return false
}

/** ", a request that a spokesman, X, said was off the table": what another says of it. */
function isJudgedByAnother(words: readonly Word[], at: number): boolean {
  const noun = words[at]
  if (!noun || !(isCue('planNouns', noun.lemma) || isCue('requestNouns', noun.lemma))) return false
  if (!/DET|PROPN|PRON|SCONJ/.test(words[at + 1]?.pos ?? '')) return false
  return words
    .slice(at + 2, at + 12)
    .some(({ pos, text }) => pos === 'VERB' && isCue('say', verbReading(text)?.lemma ?? ''))
}

/** ", a proposal reportedly supported by some allies": someone else's stance. */
function hasAgentWithin(words: readonly Word[], from: number, reach: number): boolean {
  for (let at = from; at < from + reach; at++)
    if (words[at]?.pos === 'VERB' && words[at + 1]?.text === 'by') return true
  return false
}

/** "and has been vocal about", "and conveyed the readiness": a second predicate of the same subject. */
function startsPredicate(words: readonly Word[], at: number, isClause: boolean): boolean {
  let next = at
  while (words[next]?.pos === 'AUX' || words[next]?.pos === 'ADV') next++
  const word = words[next]
  if (!word) return false
  if (next > at && isCue('adjectives', word.text.toLowerCase())) return true
  const reading = verbReading(word.text)
  if (!reading || word.pos === 'NOUN') return false
  const hasTense = reading.forms.some(form => form === 'past' || form === 'third')
  if (!hasTense) return false
  if (isCue('say', reading.lemma) || !isClause) return true
  return words.slice(next + 1, next + 6).some(each => isCue('lightNouns', each.lemma))
}

/** "and the French government made it clear": a clause with a subject of its own. */
function startsClause(words: readonly Word[], at: number): boolean {
  for (let next = at; next < Math.min(words.length, at + 8); next++) {
    const word = words[next]
    if (!word || word.pos === 'PUNCT' || word.pos === 'SCONJ') return false
    if (word.pos === 'ADP' && word.text.toLowerCase() !== 'of') return false
    if (next > at && (word.pos === 'AUX' || word.pos === 'VERB'))
      return isHead(words[next - 1]) && !/ing$/.test(word.text) && !invertsCondition(words, next)
  }
  return false
}

/** "and preparations *should a truce* be reached": the verb stands before its own subject, and opens a condition. */
function invertsCondition(words: readonly Word[], at: number): boolean {
  return /^(?:should|were|had)$/i.test(words[at]?.text ?? '') && /^(?:DET|PRON)$/.test(words[at + 1]?.pos ?? '')
}

/** "Trump's call to action *is* likely": the clause goes on after the noun's complement. */
function startsMainVerb(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || words.slice(Math.max(0, at - 6), at).some(each => /^(?:that|which|who|if|to)$/i.test(each.text)))
    return false
  return word.pos === 'AUX' && isHead(words[at - 1])
}

function hasVerb(words: readonly Word[]): boolean {
  return words.some(each => each.pos === 'VERB' || each.pos === 'AUX')
}
