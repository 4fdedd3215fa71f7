import { hull, isWithin, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { isCue } from './lexicon.js'
import { nominalAttributions } from './nominal.js'
import { activeParts, passiveParts } from './parts.js'
import { isPronoun, phraseStartingAt, spanOf } from './phrases.js'
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
  if (isCue('comment', predicate.lemma) && form !== 'finite' && !bringsStance(sentence, predicate)) return null
  if (isHypothetical(sentence, predicate) || isObjectRelative(sentence, predicate)) return null
  const strict = kind !== 'say' || form === 'participle'
  if (strict ? !agency.isActor(sentence, subject) : !agency.canSpeak(sentence, subject)) return null

  const parts =
    form === 'passive' ? passiveParts(sentence, predicate, quotations) : activeParts(sentence, predicate, quotations)
  if (!parts) return null
  const source = spanOf(sentence, subject)
  const clause = hull([...(predicate.shared ? [] : [source]), spanOf(sentence, group), parts.cue, ...parts.content])
  if (!clause) return null
  return {
    source: [source],
    cue: [parts.cue],
    content: parts.content,
    direct: parts.content.every(span =>
      quotations.some(each => each.start <= span.start + 1 && each.end >= span.end - 1),
    ),
    confidence: 0.7,
    layer: layerOf(predicate),
    hearsay: words.slice(group.from, cue.to + 1).some(word => isCue('hearsay', word.text.toLowerCase())),
    shared: predicate.shared,
    clause,
    principal: principalIn(sentence, parts.content[0], all, agency),
    nominal: false,
  }
}

/** ", showing a commitment to": a stance even with a narrator's verb. */
function bringsStance({ words }: Sentence, { kind, cue }: Predicate): boolean {
  return kind === 'light' && isCue('requestNouns', words[cue.to]?.lemma ?? '')
}

/** "members could still reject the proposal", "declined to comment": nobody has taken a stance. */
function isHypothetical(sentence: Sentence, predicate: Predicate): boolean {
  const { words } = sentence
  const { group, cue, lemma, subject, kind } = predicate
  if (words.slice(group.from, cue.from).some(word => /^(?:could|may|might|cannot|can)$/i.test(word.text))) return true
  if (kind === 'say') return isNegated(sentence, predicate) && isCue('silence', lemma)
  // "questions over whether North Korea is committed to"
  if (/^(?:whether|if|unless|until)$/i.test(words[(subject?.from ?? 0) - 1]?.text ?? '')) return true
  if (kind === 'contact' && isNegated(sentence, predicate)) return true
  const next = words[cue.to + 2]
  return /^(?:decline|refuse)$/.test(lemma) && words[cue.to + 1]?.text === 'to' && isCue('silence', next?.lemma ?? '')
}

function isNegated({ words }: Sentence, { group, cue }: Predicate): boolean {
  return words.slice(group.from, cue.to + 1).some(word => /^(?:not|n't|never)$/i.test(word.text))
}

/** "the railway that she had asked for": the content is what the clause belongs to, and stands before. */
function isObjectRelative({ words }: Sentence, { subject, relative }: Predicate): boolean {
  if (!subject || relative) return false
  const link = words[subject.from - 1]
  if (/^what$/i.test(link?.text ?? '')) return true
  return /^(?:that|which)$/i.test(link?.text ?? '') && /NOUN|PUNCT/.test(words[subject.from - 2]?.pos ?? '')
}

function layerOf({ kind, lemma, cue }: Predicate): Found['layer'] {
  if (kind === 'contact') return 'event'
  if (kind === 'adjective' || (kind === 'light' && cue.to > cue.from && ['display', 'show', 'have'].includes(lemma)))
    return 'attitude'
  return ['believe', 'think', 'hope', 'fear', 'worry', 'doubt'].includes(lemma) ? 'attitude' : 'statement'
}

/** The first one within the content who is said to want, offer or reject something. */
function principalIn(
  sentence: Sentence,
  content: Span | undefined,
  all: readonly Predicate[],
  agency: Agency,
): Span | null {
  if (!content) return null
  for (const { kind, subject, group } of all) {
    if (kind === 'none' || !subject || isPronoun(sentence.words[subject.to])) continue
    // "X refused, Y said": Y tells of X's stance and does not hold it.
    if (kind === 'say' && sentence.words[subject.from - 1]?.text === ',') continue
    const isInside = isWithin(spanOf(sentence, group), content) && isWithin(spanOf(sentence, subject), content)
    if (isInside && agency.isActor(sentence, subject)) return spanOf(sentence, subject)
  }
  return null
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
