import type { Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import { isCue, verbReading } from './lexicon.js'
import type { Predicate } from './predicates.js'
import type { Quotation } from './quotations.js'

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
  kind: Predicate['kind'],
): Span | null {
  const { words } = sentence
  let first = from
  if (words[first] && startsAnother(words, first, kind)) return null
  while (words[first] && /^[,:;–—-]$/.test(words[first]?.text ?? '')) first++
  const start = words[first]
  if (!start) return null
  let end = start.end
  for (let at = first; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    const quotation = quotations.find(each => each.start <= word.start && word.end <= each.end)
    if (quotation) {
      end = quotation.end
      while ((words[at + 1]?.end ?? Number.POSITIVE_INFINITY) <= quotation.end) at++
      // American style puts the comma within the marks.
      const closing = words.findLast(each => each.end <= quotation.inner.end)
      if (closing?.text === ',' && startsAfterComma(words, at + 1)) return { start: start.start, end }
      continue
    }
    if (at > first && startsAnother(words, at, kind)) return { start: start.start, end }
    end = word.end
  }
  return end > start.start ? { start: start.start, end: Math.max(end, start.end) } : null
}

/** Whether another assertion, or the narrator's own comment, begins at the word. */
function startsAnother(words: readonly Word[], at: number, kind: Predicate['kind']): boolean {
  const word = words[at]
  if (!word) return false
  if (word.text === ';') return true
  if (word.text === ',') return startsAfterComma(words, at + 1)
  if (/^(?:and|but|or)$/i.test(word.text)) return startsPredicate(words, at + 1, kind)
  if (word.text.toLowerCase() === 'while' && kind !== 'say') return true
  return false
}

function startsAfterComma(words: readonly Word[], at: number): boolean {
  let next = at
  while (words[next]?.pos === 'ADV' || /^(?:and|but)$/i.test(words[next]?.text ?? '')) next++
  const word = words[next]
  if (!word) return false
  const reading = verbReading(word.text)
  if (/ing$/i.test(word.text) && reading?.forms.includes('gerund')) return true
  if (
    /^(?:highlighting|marking|reflecting|underscoring|signaling|signalling|adding|further|raising|prompting)$/i.test(
      word.text,
    ) &&
    word.pos === 'VERB'
  )
    return true
  if (/^(?:but|while|whereas|although|though|as)$/i.test(words[at]?.text ?? ''))
    return words.slice(at, at + 8).some(each => each.pos === 'VERB' || each.pos === 'AUX')
  if (word.text.toLowerCase() === 'according') return true
  // ", a proposal reportedly supported by some allies": someone else's stance.
  if (
    word.pos === 'DET' &&
    words.slice(next + 1, next + 6).some((each, n) => each.pos === 'VERB' && words[next + 2 + n]?.text === 'by')
  )
    return true
  if (word.text.toLowerCase() === 'with')
    return words.slice(next + 1, next + 9).some(each => verbReading(each.text)?.forms.includes('gerund'))
  return false
}

/** "and has been vocal about", "and conveyed the readiness": a second predicate of the same subject. */
function startsPredicate(words: readonly Word[], at: number, kind: Predicate['kind']): boolean {
  let next = at
  while (words[next]?.pos === 'AUX' || words[next]?.pos === 'ADV') next++
  const word = words[next]
  if (!word) return false
  const reading = verbReading(word.text)
  if (next > at && isCue('adjectives', word.text.toLowerCase())) return true
  if (!reading || word.pos === 'NOUN') return false
  const hasTense = reading.forms.some(form => form === 'past' || form === 'third')
  return hasTense && (isCue('say', reading.lemma) || isCue('light', reading.lemma) || kind !== 'say')
}
