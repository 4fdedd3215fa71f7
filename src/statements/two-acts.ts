import { firstFrom, spanAt } from '../language/in-order.js'
import { hull, isWithin, overlap, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Found } from './attributions.js'
import { verbReading } from './lexicon.js'
import type { Quotation } from './quotations.js'

/** Fewest words of an act that stands by itself. */
const shortest = 3

/**
 * Attributions that hold two acts of one speaker, each with its own predicate, as two: `has rejected the plan but would
 * accept talks`, `said that A and that B`, `the pass stays shut: "We do not move."`, `A; B, he said`.
 *
 * Both have the speaker and the cue; only the part that the speaker stands in has it in its clause. A condition stays
 * with what it conditions: within a clause that opens with "if" or "who" nothing is parted.
 */
export function withActsApart(
  found: readonly Found[],
  quoted: readonly Quotation[],
  sentences: readonly Sentence[],
): Found[] {
  return found
    .flatMap(each => apart(each, quoted, sentences))
    .sort((a, b) => a.clause.start - b.clause.start || a.clause.end - b.clause.end)
}

function apart(each: Found, quoted: readonly Quotation[], sentences: readonly Sentence[]): Found[] {
  if (each.nominal || each.layer === 'event') return [each]
  for (const content of each.content) {
    const sentence = sentences[firstFrom(sentences, content.start + 1) - 1]
    if (!sentence || content.start < sentence.start) continue
    const words = sentence.words.filter(word => isWithin(word, content))
    const cut = cutIn(words, each, quoted)
    if (cut) return halves(each, cut)
  }
  return [each]
}

/** Where the first part ends, and where the second begins. */
interface Cut {
  readonly end: number
  readonly start: number
}

function cutIn(words: readonly Word[], each: Found, quoted: readonly Quotation[]): Cut | null {
  const isQuoted = (word: Word) => {
    const quotation = spanAt(quoted, word.start)
    return quotation !== undefined && isWithin(word, quotation)
  }
  for (let at = shortest; at + shortest < words.length; at++) {
    const word = words[at]
    if (!word || isQuoted(word)) continue
    const next = startOfSecond(words, at, quoted)
    const [last, first] = [words[words[at - 1]?.text === ',' ? at - 2 : at - 1], words[next ?? -1]]
    if (last && first && !isSubordinate(words, at) && !isSaidBetween(each, last.end, first.start))
      return { end: last.end, start: first.start }
  }
  return null
}

/** The index at which a second act begins after the joint at `at`; null where there is no joint. */
function startOfSecond(words: readonly Word[], at: number, quoted: readonly Quotation[]): number | null {
  const text = words[at]?.text.toLowerCase() ?? ''
  const before = words.slice(0, at)
  if (text === ':') return opensSpeech(words, at + 1, quoted) ? at + 1 : null
  if (text === ';') return hasFinite(words.slice(at + 1)) ? at + 1 : null
  if (!/^(?:and|but|yet|then)$/.test(text)) return null
  if (text === 'then' && words[at - 1]?.text !== ',') return null
  const next = at + 1
  if (/^that$/i.test(words[next]?.text ?? '')) return hasFinite(words.slice(next + 1, next + 14)) ? next : null
  const first = skipAdverbs(words, next)
  const verb = words[first]
  if (!verb) return null
  // "and they want", "but Velmara would"
  if (/^(?:he|she|it|they|we|i)$/i.test(verb.text) || (text === 'but' && isClause(words, first)))
    return hasFinite(words.slice(first + 1, first + 5)) ? next : null
  if (isAuxiliary(verb)) return text === 'but' || isNewStance(words, first, before) ? next : null
  const reading = verbReading(verb.text)
  const hasTense = reading?.forms.some(form => form === 'third' || form === 'past') ?? false
  if (reading && hasTense && verb.pos !== 'NOUN' && opensComplement(words[first + 1])) return next
  return text === 'but' && verb.pos === 'VERB' && isFiniteForm(verb) ? next : null
}

function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from
  while (words[at]?.pos === 'ADV' || /^(?:also|then|still|no|longer|later|again)$/i.test(words[at]?.text ?? '')) at++
  return at
}

function isAuxiliary({ text }: Word): boolean {
  return /^(?:would|will|must|cannot|should|shall|could|may|might|has|have|had|is|are|was|were|does|do|did)$/i.test(
    text,
  )
}

/** "is ... and must": a verb of another mode than the one before; "is ready and is willing" goes on. */
function isNewStance(words: readonly Word[], at: number, before: readonly Word[]): boolean {
  const modal = /^(?:would|will|must|cannot|should|shall)$/i
  if (!modal.test(words[at]?.text ?? '')) return false
  return !before.some(({ text }) => text.toLowerCase() === words[at]?.text.toLowerCase())
}

/** "but all sides have", "but the ministry insists": a subject, then a verb. */
function isClause(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 7); at++) {
    const { pos = '', text = '' } = words[at] ?? {}
    if (at > from && (pos === 'AUX' || (pos === 'VERB' && isFiniteForm(words[at]!)))) return true
    if (!/NOUN|PROPN|DET|ADJ|PRON|NUM/.test(pos) && text !== 'of') return false
  }
  return false
}

/** What a verb of saying or wanting is followed by; not "and signed." */
function opensComplement(word: Word | undefined): boolean {
  return (
    word !== undefined && (/DET|PROPN|PRON|NOUN|ADJ|SCONJ|PART|ADP|NUM/.test(word.pos) || /^["“to]/.test(word.text))
  )
}

function isFiniteForm({ text }: Word): boolean {
  return !/ing$/.test(text)
}

function hasFinite(words: readonly Word[]): boolean {
  return words.some(
    (word, n) =>
      (word.pos === 'AUX' || (word.pos === 'VERB' && isFiniteForm(word))) && words[n - 1]?.text.toLowerCase() !== 'to',
  )
}

/** A quotation that is a sentence of its own. */
function opensSpeech(words: readonly Word[], at: number, quoted: readonly Quotation[]): boolean {
  const first = words[at]
  const quotation = first && spanAt(quoted, first.start)
  if (!quotation) return false
  const inside = words.filter(word => isWithin(word, quotation.inner))
  return /^\p{Lu}/u.test(inside[0]?.text ?? '') && hasFinite(inside) && /[.!?…]/.test(inside.at(-1)?.text ?? '')
}

const opener =
  /^(?:if|unless|until|when|whenever|because|since|once|while|after|before|although|though|who|whom|whose|which|where|whether|should|provided)$/i

/** Whether a clause that opens with "if", "who" or the like is still open at the word. */
function isSubordinate(words: readonly Word[], at: number): boolean {
  const from = words.slice(0, at).findLastIndex(({ text }) => opener.test(text))
  if (from < 0) return false
  if (/^[;:]$/.test(words[at]?.text ?? '')) return false
  // "if A, B and C": the clause that opens the sentence holds all of it.
  return from <= 1 || words[at - 1]?.text !== ','
}

/** Whether source or cue stands where the cut would be. */
function isSaidBetween({ source, cue }: Found, end: number, start: number): boolean {
  return [...source, ...cue].some(span => overlap(span, { start: end, end: start }) > 0)
}

function halves(each: Found, { end, start }: Cut): Found[] {
  const part = (within: Span): Found => {
    const content = each.content.flatMap(span => {
      const shared = { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) }
      return shared.start < shared.end ? [shared] : []
    })
    const holds = each.source.every(span => isWithin(span, within))
    const own = [...content, ...each.cue.filter(span => isWithin(span, within))]
    const clause = holds && !each.shared ? within : (hull(own) ?? within)
    return { ...each, content, clause, shared: each.shared || !holds }
  }
  return [part({ start: each.clause.start, end }), part({ start, end: each.clause.end })]
}
