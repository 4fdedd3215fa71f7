import { hull, isWithin, overlap, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { framedAttribution } from './frames.js'
import { isCue } from './lexicon.js'
import { nominalAttributions } from './nominal.js'
import { activeParts, passiveParts } from './parts.js'
import { headOf, isPronoun, type Run, spanOf } from './phrases.js'
import { type Predicate, predicates } from './predicates.js'
import type { Quotation } from './quotations.js'
import { quotedAs } from './quoted-as.js'
import { quotedClauses } from './quoted-clauses.js'

/** The attributions of one sentence, by rule: quotation, reporting verb, "according to" and its like, declared stance, noun. */
export function attributionsByRule(sentence: Sentence, quotations: readonly Quotation[], agency: Agency): Found[] {
  const isQuoted = (word: Word) => quotations.some(each => isWithin(word, each.inner))
  const all = predicates(sentence, isQuoted)
  const verbal: Found[] = []
  let coveredTo = 0
  const closing = closingSpeech(sentence, all, quotations, agency)
  for (const predicate of all) {
    if (closing && closing.from > predicate.group.from && isToldBy(sentence, predicate, closing.clause, agency))
      continue
    // Within what another has said: its speaker stays the speaker.
    if ((sentence.words[predicate.group.from]?.start ?? 0) < coveredTo) continue
    const each = readPredicate(sentence, predicate, all, quotations, agency)
    if (!each) continue
    verbal.push(each)
    if (each.layer !== 'event') coveredTo = Math.max(coveredTo, each.clause.end)
  }
  const adverbial = quotedAs(sentence, quotations, agency) ?? framedAttribution(sentence, agency)
  // "X told them, according to a readout": the document tells whom to believe, not who spoke.
  const isSecondHand =
    adverbial && verbal.length > 0 && (isDocument(sentence, adverbial) || isNobody(sentence, adverbial, verbal, agency))
  const frame = isSecondHand ? null : adverbial
  const said = frame ? [frame, ...verbal.filter(each => !isWithin(each.clause, frame.clause))] : verbal
  const quoted = quotedClauses(sentence, all, quotations, agency).filter(
    each => !said.some(other => overlap(other.clause, each.clause) > 0 && other.layer !== 'event'),
  )
  const nominal = nominalAttributions(sentence, quotations, agency).filter(each => !sharesCue(each, said))
  return [...said, ...quoted, ...nominal].sort((a, b) => a.clause.start - b.clause.start)
}

function isDocument({ words }: Sentence, { source }: Found): boolean {
  const head = words.find(word => word.pos === 'NOUN' && source.some(span => isWithin(word, span)))
  return isCue('documents', head?.lemma ?? '')
}

/** "Velia rejected the plan, according to the Harbour Gazette": whom a report believes is not who takes the stance, where a party does. */
function isNobody(sentence: Sentence, { source }: Found, verbal: readonly Found[], agency: Agency): boolean {
  const { words } = sentence
  const runOf = (span: Span) => {
    const inside = words.flatMap((word, n) => (isWithin(word, span) ? n : []))
    const [from] = inside
    const to = inside.at(-1)
    return from === undefined || to === undefined ? null : { from, to }
  }
  const names = (span: Span) => {
    const run = runOf(span)
    return run !== null && agency.isParty(sentence, run)
  }
  return !source.some(names) && verbal.some(each => each.source.some(names))
}

/** Whether a predicate within the words of another is theirs to tell; what a third person has done stands by itself. */
function isToldBy(sentence: Sentence, { group, subject }: Predicate, words: Span, agency: Agency): boolean {
  return isWithin(spanOf(sentence, group), words) && !(subject && agency.isPerson(sentence, subject))
}

/**
 * The speech that closes or breaks its sentence: "Velia is open to talks, the minister said". Whose stance the words
 * before it tell is the speaker's to say.
 */
function closingSpeech(
  sentence: Sentence,
  all: readonly Predicate[],
  quotations: readonly Quotation[],
  agency: Agency,
): { readonly from: number; readonly clause: Span } | null {
  const first = sentence.words[0]
  for (const predicate of all) {
    const { kind, form, shared, relative, subject, group } = predicate
    if (kind !== 'say' || form !== 'finite' || shared || relative || !subject || subject.from === 0) continue
    // "Velia refuses to sign, reports say"
    if (isCue('documents', sentence.words[subject.to]?.lemma ?? '')) continue
    const found = readPredicate(sentence, predicate, all, quotations, agency)
    const content = found?.content[0]
    if (
      content &&
      first &&
      content.start <= first.start + 1 &&
      content.end <= (sentence.words[Math.min(subject.from, group.from)]?.start ?? 0)
    )
      return { from: Math.min(subject.from, group.from), clause: content }
  }
  return null
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
  if (
    isCue('comment', predicate.lemma) &&
    form !== 'finite' &&
    !bringsStance(sentence, predicate) &&
    !isWhile(sentence, predicate)
  )
    return null
  // "This statement underscores": the narrator's view of it.
  if (isCue('comment', predicate.lemma) && isCue('documents', sentence.words[subject.to]?.lemma ?? '')) return null
  // "The draft foresees a force": what stands in it, by whomever it is.
  const isDraft = isCue('documents', words[headOf(sentence, subject)]?.lemma ?? '')
  if (isDraft && kind !== 'say' && !agency.isParty(sentence, subject)) return null
  if (isHypothetical(sentence, predicate) || isObjectRelative(sentence, predicate)) return null
  const strict = kind !== 'say' || form === 'participle'
  const isKnown = strict ? agency.isActor(sentence, subject) : agency.canSpeak(sentence, subject)
  if (!isKnown && !isPartyAsIt(sentence, predicate)) return null

  const parts =
    form === 'passive' ? passiveParts(sentence, predicate, quotations) : activeParts(sentence, predicate, quotations)
  if (!parts) return null
  if (isTally(sentence, subject, parts.content, quotations)) return null
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

/** "Twelve people were hurt, the governor said": a count of what happened, by those who keep it, is no stance. */
function isTally(
  { words }: Sentence,
  subject: Run,
  content: readonly Span[],
  quotations: readonly Quotation[],
): boolean {
  const teller = words.slice(subject.from, subject.to + 1).some(({ lemma }) => isCue('tellers', lemma))
  if (!teller || content.some(span => quotations.some(each => overlap(each, span) > 0))) return false
  const said = words.filter(word => content.some(span => isWithin(word, span)))
  const isMeant = said.some(({ text }) =>
    /^(?:will|would|must|should|not|n't|never|cannot|if|unless|until)$/i.test(text),
  )
  return !isMeant && said.some(({ pos, text }) => pos === 'NUM' || /^\d/.test(text))
}

/** "It has rejected the terms": whether it is a party, the one who reads the speakers tells; a plan is, too, by its owner. */
function isPartyAsIt({ words }: Sentence, { subject, kind, form, lemma, relative }: Predicate): boolean {
  return (
    subject !== null &&
    /^it$/i.test(words[subject.to]?.text ?? '') &&
    (kind === 'say' || kind === 'stance' || kind === 'adjective') &&
    form === 'finite' &&
    !relative &&
    !isCue('narratedBy', lemma)
  )
}

/** "while signalling that": not what the narrator makes of it. */
function isWhile({ words }: Sentence, { group }: Predicate): boolean {
  return /^(?:while|but|and)$/i.test(words[group.from - 1]?.text ?? '')
}

/** ", showing a commitment to": a stance even with a narrator's verb. */
function bringsStance({ words }: Sentence, { kind, cue }: Predicate): boolean {
  return kind === 'light' && isCue('requestNouns', words[cue.to]?.lemma ?? '')
}

/** "members could still reject the proposal", "declined to comment": nobody has taken a stance. */
function isHypothetical(sentence: Sentence, predicate: Predicate): boolean {
  const { words } = sentence
  const { group, cue, lemma, subject, kind } = predicate
  // "Suppose that Velia did agree"
  if (/^(?:suppose|supposing|imagine|assume|assuming)$/i.test(words.find(({ pos }) => pos !== 'PUNCT')?.text ?? ''))
    return true
  // "writes on the river valleys": what an author does for a living.
  if (
    lemma === 'write' &&
    /^(?:on|about|for|from)$/i.test(words[cue.to + 1]?.text ?? '') &&
    /^writes?$/i.test(words[cue.to]?.text ?? '')
  )
    return true
  if (words.slice(group.from, cue.from).some(word => /^(?:could|may|might|cannot|can)$/i.test(word.text))) return true
  if (kind === 'say' && /^nothing$/i.test(words[cue.to + 1]?.text ?? '')) return true
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
