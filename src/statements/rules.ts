import type { Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Found } from './attributions.js'
import { contentEnd } from './extents.js'
import { isCue } from './lexicon.js'
import { phraseStartingAt, type Run, spanOf } from './phrases.js'
import { type Predicate, predicates } from './predicates.js'
import type { Quotation } from './quotations.js'

/** What the rules ask of the names known so far. */
export interface Agency {
  /** Whether the noun phrase can speak: a person, a party, a group, an official; or the words of one ("Trump's remarks"). */
  canSpeak(sentence: Sentence, phrase: Run): boolean
  /** The same, where the verb alone is weak evidence: an unknown noun does not do. */
  isActor(sentence: Sentence, phrase: Run): boolean
}

/** The attributions of one sentence, by rule: quotation, reporting verb, "according to", declared stance. */
export function attributionsByRule(sentence: Sentence, quotations: readonly Quotation[], agency: Agency): Found[] {
  const isQuoted = (word: Word) => quotations.some(each => each.inner.start <= word.start && word.end <= each.inner.end)
  const all = predicates(sentence, isQuoted)
  const found: Found[] = []
  let coveredTo = 0
  for (const predicate of all) {
    const each = readPredicate(sentence, predicate, quotations, agency, coveredTo)
    if (!each) continue
    found.push(each)
    const last = each.content.at(-1)
    if (each.layer !== 'event' && last) coveredTo = Math.max(coveredTo, last.end)
  }
  const according = accordingTo(sentence, agency)
  if (according) return [according, ...found.filter(each => !liesWithin(each, according))]
  return found
}

function liesWithin(inner: Found, outer: Found): boolean {
  const a = inner.cue[0]
  return a !== undefined && outer.content.some(span => span.start <= a.start && a.end <= span.end)
}

function readPredicate(
  sentence: Sentence,
  predicate: Predicate,
  quotations: readonly Quotation[],
  agency: Agency,
  coveredTo: number,
): Found | null {
  const { words } = sentence
  const { kind, form, subject, cue } = predicate
  const start = words[predicate.group.from]?.start ?? 0
  if (kind === 'none' || !subject) return null
  // Within what another has said: its speaker stays the speaker.
  if (start < coveredTo) return null
  if (kind === 'comment' && form !== 'finite') return null
  const strict = kind !== 'say' || form === 'participle'
  if (strict ? !agency.isActor(sentence, subject) : !agency.canSpeak(sentence, subject)) return null

  const cueSpan = spanOf(sentence, cue)
  const source = spanOf(sentence, subject)
  const hearsay = words.slice(predicate.group.from, cue.to + 1).some(word => isCue('hearsay', word.text.toLowerCase()))
  const base = { cue: [cueSpan], layer: layerOf(predicate), hearsay, shared: predicate.shared, confidence: 0.7 }
  if (form === 'passive') {
    const content = passiveSubject(sentence, predicate)
    return content ? { ...base, source: [source], content: [content], direct: false } : null
  }
  const before = contentBefore(sentence, predicate, quotations)
  if (before)
    return { ...base, source: [source], content: [before], direct: quotations.some(each => within(each, before)) }
  const from = predicate.inverted ? subject.to + 1 : cue.to + 1
  const content = contentEnd(sentence, from, quotations, predicate)
  if (!content) return null
  const direct = quotations.some(each => each.start <= content.start + 1 && each.end >= content.end - 1)
  return { ...base, source: [source], content: [content], direct }
}

function layerOf({ kind, lemma, cue }: Predicate): Found['layer'] {
  if (kind === 'contact') return 'event'
  if (kind === 'adjective' || (kind === 'light' && cue.to > cue.from && ['display', 'show', 'have'].includes(lemma)))
    return 'attitude'
  return ['believe', 'think', 'hope', 'fear', 'worry', 'doubt'].includes(lemma) ? 'attitude' : 'statement'
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
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
  const last = inverted ? subject.to : cue.to
  const after = words[last + 1]
  if (after && !/^[.;]$|^(?:on|in|at|during|after|late|earlier|,|while)$/i.test(after.text) && after.pos !== 'PROPN')
    return null
  const start = words[0]
  const end = words[first - 2]
  return start && end && end.end > start.start && first > 4 ? { start: start.start, end: end.end } : null
}

/** What a passive verb says is rejected, proposed or supported: the noun phrase or clause before it. */
function passiveSubject(sentence: Sentence, predicate: Predicate): Span | null {
  const { words } = sentence
  let from = predicate.group.from - 1
  while (from > 0 && words[from - 1]?.text !== ',' && words[from - 1]?.text !== ';') from--
  const first = words[from]
  const last = words[predicate.group.from - 1]
  return first && last && last.end > first.start && from < predicate.group.from
    ? { start: first.start, end: last.end }
    : null
}

/** `..., according to NAME` and `According to NAME, ...`. */
function accordingTo(sentence: Sentence, agency: Agency): Found | null {
  const { words } = sentence
  const at = words.findIndex(
    (word, n) => word.text.toLowerCase() === 'according' && words[n + 1]?.text.toLowerCase() === 'to',
  )
  if (at < 0) return null
  const source = phraseStartingAt(sentence, at + 2)
  if (!source || !agency.canSpeak(sentence, source)) return null
  const last = words.at(-1)
  const first = words[0]
  if (!first || !last) return null
  let content: Span | null = null
  if (at < 2) {
    const from = words.findIndex((word, n) => n > source.to && word.text === ',') + 1
    const start = words[from]
    if (from > 0 && start) content = { start: start.start, end: last.end }
  } else {
    const end = words[at - 1]?.text === ',' ? words[at - 2] : words[at - 1]
    if (end) content = { start: first.start, end: end.end }
  }
  if (!content || content.end <= content.start) return null
  return {
    source: [spanOf(sentence, source)],
    cue: [spanOf(sentence, { from: at, to: at + 1 })],
    content: [content],
    direct: false,
    confidence: 0.9,
    layer: 'statement',
    hearsay: false,
    shared: false,
  }
}
