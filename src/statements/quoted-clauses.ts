import { hull, isWithin, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { contentFrom } from './extents.js'
import { isCue } from './lexicon.js'
import { isPronoun, phraseEndingAt, type Run, spanOf } from './phrases.js'
import type { Predicate } from './predicates.js'
import type { Quotation } from './quotations.js'

/**
 * Attributions without a verb of speech, which the marks of quotation tell: `Velmara "respects the vote"`, `Vastok sees
 * "no reason to wait"`, `Dorvania would sit down "tomorrow morning"`.
 *
 * Words in marks are somebody's; where they stand in what a party is, sees or would do, they are taken for that party's.
 */
export function quotedClauses(
  sentence: Sentence,
  all: readonly Predicate[],
  quotations: readonly Quotation[],
  agency: Agency,
): Found[] {
  const own = quotations.filter(each => isWithin(each, sentence) && isSpeech(sentence, each))
  if (own.length === 0) return []
  return [
    ...own.flatMap(each => quotedPredicate(sentence, each, agency) ?? []),
    ...all.flatMap(each => partlyQuoted(sentence, each, own, quotations, agency) ?? []),
  ]
}

/** Two words at least, the first in lower case: no title, no name, no single odd word. */
function isSpeech({ words }: Sentence, { inner }: Quotation): boolean {
  const inside = words.filter(word => isWithin(word, inner) && /\p{L}/u.test(word.text))
  return inside.length > 1 && /^\p{Ll}/u.test(inside[0]?.text ?? '')
}

/** `Ankara "respects the will" of the voters`: the quotation is what the party does. */
function quotedPredicate(sentence: Sentence, { start, inner }: Quotation, agency: Agency): Found | null {
  const { words } = sentence
  const mark = words.findIndex(word => word.start >= start)
  const first = words.findIndex(word => word.start >= inner.start)
  const opener = words[first]
  if (mark < 1 || !opener || !/^(?:VERB|AUX)$/.test(opener.pos) || /ing$/.test(opener.text)) return null
  const source = phraseEndingAt(sentence, mark - 1)
  if (!source || words[source.from - 1]?.pos === 'ADP' || !agency.isActor(sentence, source)) return null
  const from = words.slice(0, source.from).some(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || text === '"')
  if (from && !/^(?:though|although|but|while|and|,|;)$/i.test(words[source.from - 1]?.text ?? '')) return null
  return found(sentence, source, { from: first, to: first }, { start, end: endOf(sentence, words.at(-1)) })
}

/** Verbs of what a party is and holds, not of what it does. */
const holds = /^(?:be|see|find|feel|need|remain|regard|view|stand|understand|trust|treat|respect|detect)$/

/** `Vastok sees "no reason to wait"`, `Dorvania would sit down "tomorrow morning"`. */
function partlyQuoted(
  sentence: Sentence,
  predicate: Predicate,
  own: readonly Quotation[],
  quotations: readonly Quotation[],
  agency: Agency,
): Found | null {
  const { words } = sentence
  const { subject, kind, form, relative, shared, group, cue, lemma } = predicate
  if (kind !== 'none' || form !== 'finite' || relative || shared || !subject || isPronoun(words[subject.to]))
    return null
  const isWould = words.slice(group.from, group.to).some(({ text }) => /^(?:would|will)$/i.test(text))
  if (!isWould && !holds.test(lemma)) return null
  if (/^(?:that|if|whether|because|what|when|as)$/i.test(words[subject.from - 1]?.text ?? '')) return null
  if (!agency.isActor(sentence, subject)) return null
  const content = contentFrom(sentence, cue.to + 1, quotations, 'stance')
  if (!content || !own.some(each => isWithin(each, content))) return null
  const said = words
    .slice(cue.to + 1)
    .some(word => word.end <= content.end && isCue('say', word.lemma) && word.pos === 'VERB')
  return said ? null : found(sentence, subject, { from: group.from, to: cue.to }, content)
}

function endOf(sentence: Sentence, last: Word | undefined): number {
  return last?.end ?? sentence.end
}

function found(sentence: Sentence, source: Run, cue: Run, content: Span): Found {
  const [who, by] = [spanOf(sentence, source), spanOf(sentence, cue)]
  return {
    source: [who],
    cue: [by],
    content: [content],
    direct: false,
    confidence: 0.6,
    layer: 'statement',
    hearsay: false,
    shared: false,
    clause: hull([who, by, content]) ?? content,
    principal: null,
    nominal: false,
  }
}
