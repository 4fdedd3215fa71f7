import { isWithin, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import { contentFrom } from './extents.js'
import { isCue } from './lexicon.js'
import { isTime, phraseStartingAt, spanOf } from './phrases.js'
import type { Predicate } from './predicates.js'
import type { Quotation } from './quotations.js'

/** Where the cue of an attribution stands, and what is said. */
export interface Parts {
  readonly cue: Span
  readonly content: readonly Span[]
}

/** The parts of a verb that has its speaker as subject. */
export function activeParts(sentence: Sentence, predicate: Predicate, quotations: readonly Quotation[]): Parts | null {
  const { cue, subject, inverted, kind } = predicate
  const cueSpan = spanOf(sentence, cue)
  const before = contentBefore(sentence, predicate, quotations)
  if (before) return { cue: cueSpan, content: before }
  const content = contentFrom(sentence, inverted && subject ? subject.to + 1 : cue.to + 1, quotations, kind)
  if (content) return { cue: cueSpan, content: [content] }
  if (isBareStance(sentence, predicate)) return { cue: cueSpan, content: [cueSpan] }
  // "Moscow has displayed caution": the stance itself is all that is said.
  if (kind !== 'light' || cue.to === cue.from) return null
  return {
    cue: spanOf(sentence, { from: cue.from, to: cue.from }),
    content: [spanOf(sentence, { from: cue.from + 1, to: cue.to })],
  }
}

/** "Velia refused flatly.": the answer itself is all that is told of it. */
function isBareStance({ words }: Sentence, { cue, lemma, form, shared, relative, subject }: Predicate): boolean {
  if (!isCue('bareStances', lemma) || form !== 'finite' || shared || relative || !subject) return false
  if (
    /^(?:if|unless|until|whether|when|before|after|once|because|that|as|should)$/i.test(
      words[subject.from - 1]?.text ?? '',
    )
  )
    return false
  const next = words.slice(cue.to + 1).find(({ pos }) => pos !== 'ADV')
  return !next || /^[.;,!]$/.test(next.text)
}

/**
 * What a passive verb says is rejected, proposed or supported: the noun phrase or clause before it, and what its agent
 * goes on with ("was accused by Velia *of closing the dam*", "it was announced by Velia *that ...*").
 */
export function passiveParts(sentence: Sentence, predicate: Predicate, quotations: readonly Quotation[]): Parts | null {
  const { words } = sentence
  const { group, subject } = predicate
  let from = group.from
  while (from > 0 && words[from - 1]?.text !== ',' && words[from - 1]?.text !== ';') from--
  // "The talks, planned for June, were called off by"
  const isClause = words[group.from]?.pos === 'AUX' && words[group.from - 1]?.text === ','
  if (isClause && !words.slice(0, from).some(({ pos, text }) => pos === 'AUX' || text === ';')) from = 0
  const further = words[(subject?.to ?? words.length) + 1]
  const isInfinitive = further?.text === 'to' && words[(subject?.to ?? 0) + 2]?.pos === 'VERB'
  const bringsMore = isInfinitive || /^(?:of|that)$/i.test(further?.text ?? '')
  const more = bringsMore ? contentFrom(sentence, (subject?.to ?? 0) + 1, quotations, predicate.kind) : null
  const cue = spanOf(sentence, predicate.cue)
  const isIdle = from === group.from || (from === group.from - 1 && /^it$/i.test(words[from]?.text ?? ''))
  if (isIdle) return more && { cue, content: [more] }
  const before = spanOf(sentence, { from, to: group.from - 1 })
  return { cue, content: more ? [before, more] : [before] }
}

/** `"...", he said`, `..., the minister said` and `..., the minister said, ...`: the words around the speaker. */
function contentBefore(
  sentence: Sentence,
  predicate: Predicate,
  quotations: readonly Quotation[],
): readonly Span[] | null {
  const { words } = sentence
  const { subject, group, cue, kind, inverted } = predicate
  if (kind !== 'say' || !subject || predicate.form !== 'finite' || predicate.shared || predicate.relative) return null
  const first = inverted ? group.from : Math.min(subject.from, group.from)
  const last = inverted ? subject.to : cue.to
  const before = words[first - 1]
  const start = words[0]
  if (!before || !start) return null
  const quotation = quotations.find(
    each => each.end === before.end || (before.text === ',' && each.end === before.start),
  )
  if (quotation) {
    // The whole clause is said where only its end is quoted: `It was "great", he said`.
    const from = quotation.start <= start.start ? quotation.start : start.start
    const isClause = quotation.start <= start.start || before.text === ',' || /,["”’']*$/.test(before.text)
    const said = isClause || /^["“]/.test(start.text) ? { start: from, end: quotation.end } : quotation
    return [said, ...restOfQuotation(words, last, quotations)]
  }
  if (before.text !== ',' || first < 4) return null
  const told = predicate.inverted ? last : addressee(sentence, predicate, last)
  const afterCue = words.slice(cue.to + 1, cue.to + 3).filter(word => !/^[,:]$/.test(word.text))
  if (quotations.some(each => afterCue.some(word => isWithin(word, each)))) return null
  const after = words[told + 1]
  const end = words[first - 2]
  if (!end || end.end <= start.start) return null
  if (!hasFiniteVerb(words.slice(0, first)))
    return after?.text === ',' ? parenthesis(sentence, start, end, told, quotations) : null
  const said = { start: start.start, end: end.end }
  if (
    !after ||
    /^[.;]$/.test(after.text) ||
    isTime(after) ||
    /^(?:on|in|at|during|after|late|earlier|while)$/i.test(after.text)
  )
    return [said]
  if (after.text !== ',' || inverted) return null
  const rest = contentFrom(sentence, told + 2, quotations, 'none')
  // "Velia would not, she said, sign": the verb stands after the speaker.
  const isCut = words[first - 2]?.pos === 'AUX' || /^(?:not|n't|never)$/.test(words[first - 2]?.text ?? '')
  return rest && (isCut || isSubordinate(words[told + 2], words[told + 3])) ? [said, rest] : [said]
}

/** Verbs that name whom they are said to: "told state television". */
const tells = /^(?:tell|inform|assure|remind|notify|brief)$/

/** The last word of whom a verb of telling is said to; `last` where it names nobody. */
function addressee(sentence: Sentence, { lemma, cue }: Predicate, last: number): number {
  return tells.test(lemma) ? (phraseStartingAt(sentence, cue.to + 1)?.to ?? last) : last
}

/** `"A," she said after the vote, "but B."`: the sentence that a quotation began goes on in the next. */
function restOfQuotation(words: readonly Word[], last: number, quotations: readonly Quotation[]): Span[] {
  const after = words[last]?.end ?? 0
  const next = quotations.find(({ start }) => start >= after)
  if (!next) return []
  const opening = words.findIndex(({ start }) => start >= next.start)
  const isGoingOn = words[opening - 1]?.text === ',' && /^\p{Ll}/u.test(words[opening + 1]?.text ?? '')
  const between = words.slice(last + 1, opening - 1)
  return isGoingOn && !between.some(({ pos, text }) => pos === 'VERB' || text === ';') ? [next] : []
}

/** "In that way, the official argued, ...": what stands before the speaker is no clause; the clause follows. */
function parenthesis(
  sentence: Sentence,
  start: Word,
  end: Word,
  last: number,
  quotations: readonly Quotation[],
): readonly Span[] | null {
  const rest = contentFrom(sentence, last + 2, quotations, 'none')
  return rest && [{ start: start.start, end: end.end }, rest]
}

/** Whether a verb stands there that is no infinitive: "To placate them" is no clause. */
function hasFiniteVerb(words: readonly Word[]): boolean {
  return words.some(
    (word, n) => word.pos === 'AUX' || (word.pos === 'VERB' && words[n - 1]?.text !== 'to' && !/ing$/.test(word.text)),
  )
}

/** ", he said, *provided that* ...": what follows belongs to what was said. */
function isSubordinate(word: Word | undefined, next: Word | undefined): boolean {
  if (/^on$/i.test(word?.text ?? '')) return /^condition$/i.test(next?.text ?? '')
  return /^(?:provided|if|unless|because|since|until|once|whatever|so|that|as|when|before|after|only|and|but|even)$/i.test(
    word?.text ?? '',
  )
}
