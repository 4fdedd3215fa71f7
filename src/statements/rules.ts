import { hull, isWithin, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { contentFrom } from './extents.js'
import { isCue } from './lexicon.js'
import { nominalAttributions } from './nominal.js'
import { isPronoun, isTime, phraseStartingAt, spanOf } from './phrases.js'
import { type Predicate, predicates } from './predicates.js'
import type { Quotation } from './quotations.js'

/** The attributions of one sentence, by rule: quotation, reporting verb, "according to", declared stance, noun. */
export function attributionsByRule(sentence: Sentence, quotations: readonly Quotation[], agency: Agency): Found[] {
  const isQuoted = (word: Word) => quotations.some(each => isWithin(word, each.inner))
  const all = predicates(sentence, isQuoted)
  const verbal: Found[] = []
  let coveredTo = 0
  for (const predicate of all) {
    // Within what another has said: its speaker stays the speaker.
    if ((sentence.words[predicate.group.from]?.start ?? 0) < coveredTo) continue
    const each = readPredicate(sentence, predicate, all, quotations, agency)
    if (!each) continue
    verbal.push(each)
    if (each.layer !== 'event') coveredTo = Math.max(coveredTo, each.clause.end)
  }
  const according = accordingTo(sentence, agency)
  const said = according ? [according, ...verbal.filter(each => !isWithin(each.clause, according.clause))] : verbal
  const nominal = nominalAttributions(sentence, quotations, agency).filter(each => !sharesCue(each, said))
  return [...said, ...nominal].sort((a, b) => a.clause.start - b.clause.start)
}

function sharesCue(nominal: Found, others: readonly Found[]): boolean {
  const cue = nominal.cue[0]
  return cue !== undefined && others.some(each => each.cue.some(span => isWithin(cue, span)))
}

function readPredicate(
  sentence: Sentence,
  predicate: Predicate,
  all: readonly Predicate[],
  quotations: readonly Quotation[],
  agency: Agency,
): Found | null {
  const { words } = sentence
  const { kind, form, subject, cue, group } = predicate
  if (kind === 'none' || !subject) return null
  // The narrator's own comment: ", highlighting the urgency".
  if (kind === 'comment' && form !== 'finite') return null
  const strict = kind !== 'say' || form === 'participle'
  if (strict ? !agency.isActor(sentence, subject) : !agency.canSpeak(sentence, subject)) return null

  const parts = form === 'passive' ? passiveParts(sentence, predicate) : activeParts(sentence, predicate, quotations)
  if (!parts) return null
  const source = spanOf(sentence, subject)
  const clause = hull([...(predicate.shared ? [] : [source]), spanOf(sentence, group), parts.cue, parts.content])
  if (!clause) return null
  return {
    source: [source],
    cue: [parts.cue],
    content: [parts.content],
    direct: quotations.some(each => each.start <= parts.content.start + 1 && each.end >= parts.content.end - 1),
    confidence: 0.7,
    layer: layerOf(predicate),
    hearsay: words.slice(group.from, cue.to + 1).some(word => isCue('hearsay', word.text.toLowerCase())),
    shared: predicate.shared,
    clause,
    principal: principalIn(sentence, parts.content, all, agency),
    nominal: false,
  }
}

interface Parts {
  readonly cue: Span
  readonly content: Span
}

function activeParts(sentence: Sentence, predicate: Predicate, quotations: readonly Quotation[]): Parts | null {
  const { cue, subject, inverted, kind } = predicate
  const cueSpan = spanOf(sentence, cue)
  const before = contentBefore(sentence, predicate, quotations)
  if (before) return { cue: cueSpan, content: before }
  const content = contentFrom(sentence, inverted && subject ? subject.to + 1 : cue.to + 1, quotations, kind)
  if (content) return { cue: cueSpan, content }
  // "Moscow has displayed caution": the stance itself is all that is said.
  if (kind !== 'light' || cue.to === cue.from) return null
  return {
    cue: spanOf(sentence, { from: cue.from, to: cue.from }),
    content: spanOf(sentence, { from: cue.from + 1, to: cue.to }),
  }
}

function layerOf({ kind, lemma, cue }: Predicate): Found['layer'] {
  if (kind === 'contact') return 'event'
  if (kind === 'adjective' || (kind === 'light' && cue.to > cue.from && ['display', 'show', 'have'].includes(lemma)))
    return 'attitude'
  return ['believe', 'think', 'hope', 'fear', 'worry', 'doubt'].includes(lemma) ? 'attitude' : 'statement'
}

/** The first one within the content who is said to want, offer or reject something. */
function principalIn(sentence: Sentence, content: Span, all: readonly Predicate[], agency: Agency): Span | null {
  for (const { kind, subject, group } of all) {
    if (kind === 'none' || !subject || isPronoun(sentence.words[subject.to])) continue
    const isInside = isWithin(spanOf(sentence, group), content) && isWithin(spanOf(sentence, subject), content)
    if (isInside && agency.isActor(sentence, subject)) return spanOf(sentence, subject)
  }
  return null
}

/** `"...", he said` and `..., the minister said`: the words before the speaker. */
function contentBefore(sentence: Sentence, predicate: Predicate, quotations: readonly Quotation[]): Span | null {
  const { words } = sentence
  const { subject, group, cue, kind, inverted } = predicate
  if (kind !== 'say' || !subject || predicate.form !== 'finite' || predicate.shared || predicate.relative) return null
  const first = inverted ? group.from : Math.min(subject.from, group.from)
  const before = words[first - 1]
  if (!before) return null
  const quotation = quotations.find(
    each => each.end === before.end || (before.text === ',' && each.end === before.start),
  )
  if (quotation) return { start: quotation.start, end: quotation.end }
  if (before.text !== ',' || quotations.some(each => each.start >= (words[cue.to]?.end ?? 0))) return null
  const after = words[(inverted ? subject.to : cue.to) + 1]
  if (after && !/^[.;,]$|^(?:on|in|at|during|after|late|earlier|while)$/i.test(after.text) && !isTime(after))
    return null
  const start = words[0]
  const end = words[first - 2]
  return start && end && end.end > start.start && first > 4 ? { start: start.start, end: end.end } : null
}

/** What a passive verb says is rejected, proposed or supported: the noun phrase or clause before it. */
function passiveParts(sentence: Sentence, predicate: Predicate): Parts | null {
  const { words } = sentence
  let from = predicate.group.from
  while (from > 0 && words[from - 1]?.text !== ',' && words[from - 1]?.text !== ';') from--
  if (from === predicate.group.from) return null
  return {
    cue: spanOf(sentence, predicate.cue),
    content: spanOf(sentence, { from, to: predicate.group.from - 1 }),
  }
}

/** `..., according to NAME` and `According to NAME, ...`. */
function accordingTo(sentence: Sentence, agency: Agency): Found | null {
  const { words } = sentence
  const at = words.findIndex(
    (word, n) => word.text.toLowerCase() === 'according' && words[n + 1]?.text.toLowerCase() === 'to',
  )
  if (at < 0) return null
  const phrase = phraseStartingAt(sentence, at + 2)
  if (!phrase || !agency.canSpeak(sentence, phrase)) return null
  const content = at < 2 ? contentAfterComma(sentence, phrase.to) : contentUpTo(sentence, at)
  if (!content) return null
  const source = spanOf(sentence, phrase)
  const cue = spanOf(sentence, { from: at, to: at + 1 })
  const clause = hull([source, cue, content])
  if (!clause) return null
  return {
    source: [source],
    cue: [cue],
    content: [content],
    direct: false,
    confidence: 0.9,
    layer: 'statement',
    hearsay: false,
    shared: false,
    clause,
    principal: null,
    nominal: false,
  }
}

function contentAfterComma({ words }: Sentence, after: number): Span | null {
  const from = words.findIndex((word, n) => n > after && word.text === ',') + 1
  const start = words[from]
  const last = words.at(-1)
  return from > 0 && start && last ? { start: start.start, end: last.end } : null
}

function contentUpTo({ words }: Sentence, at: number): Span | null {
  const end = words[at - 1]?.text === ',' ? words[at - 2] : words[at - 1]
  const first = words[0]
  return first && end ? { start: first.start, end: end.end } : null
}
