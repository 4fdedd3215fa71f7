import { overlap, type Span } from '../../language/span.js'
import { type Sentence, sentences, type Word } from '../../language/words.js'
import { outletNames } from '../credits/outlet-names.js'
import { commonShare } from '../lineages/collection.js'
import { type Fact, factKey, facts } from '../lineages/facts.js'
import { bodySpans, type Report } from '../report.js'
import cues from './cues.json' with { type: 'json' }

/** A report as drift sees it: its sentences with the words that carry them, and the details it gives. */
export interface Account {
  readonly report: Report
  readonly sentences: readonly AccountSentence[]
  readonly facts: readonly Fact[]
  /** The whole body and its dateline as a key, to ask whether a detail's words stand anywhere in it. */
  readonly key: string
}

export interface AccountSentence extends Sentence {
  /** Weight of each telling word, by lemma. */
  readonly telling: ReadonlyMap<string, number>
  /** Root of the sum of squares of the weights. */
  readonly length: number
}

const creditWords = new Set(cues.credits)
const carrying = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM', 'ADV'])

/** `nameOf`: the outlet that a name is, as `outletNames` makes it. Who published or photographed it is no detail of a report. */
export function accountOf(
  report: Report,
  nameOf = outletNames(report.outlet === null ? [] : [report.outlet]),
): Account {
  const isOutlet = ({ text }: Fact) => nameOf(text) !== null || creditWords.has(text.toLowerCase())
  const spans = bodySpans(report)
  const own = spans.flatMap(span => sentences(report.text, span)).map(withWeights)
  const details = spans.flatMap(span => facts(report.text, span))
  const known = [...report.removed.filter(({ reason }) => reason === 'dateline'), ...spans]
  const key = ` ${known.map(span => factKey(report.text.slice(span.start, span.end))).join(' ')} `
  return {
    report,
    sentences: own,
    facts: [
      ...details,
      ...names(report.text, own).filter(name => !isOutlet(name) && !details.some(detail => overlap(name, detail) > 0)),
    ].sort(byPlace),
    key,
  }
}

function withWeights(sentence: Sentence): AccountSentence {
  const telling = new Map<string, number>()
  for (const word of sentence.words) {
    if (!carrying.has(word.pos)) continue
    const weight = -Math.log(commonShare(word.lemma))
    if (weight > 1) telling.set(word.lemma, weight)
  }
  let square = 0
  for (const weight of telling.values()) square += weight * weight
  return { ...sentence, telling, length: Math.sqrt(square) }
}

/** Likeness of two sentences by their telling words, 0 to 1. */
export function likeness(a: AccountSentence, b: AccountSentence): number {
  let product = 0
  for (const [lemma, weight] of a.telling) if (b.telling.has(lemma)) product += weight * weight
  return product === 0 ? 0 : product / (a.length * b.length)
}

/** Runs of proper nouns; a single one that opens a sentence or only modifies a noun is left out. */
function names(text: string, sentences: readonly AccountSentence[]): Fact[] {
  return sentences.flatMap(sentence => {
    const found: Fact[] = []
    const words = sentence.words
    if (isHeadline(words)) return found
    for (let at = 0; at < words.length; ) {
      let end = at
      while (end < words.length && isNamePart(words[end]!.text, words[end]!.pos)) end++
      if (end === at) {
        at++
        continue
      }
      const modifies = words[end]?.pos === 'NOUN'
      if (end - at >= 2 || (at > 0 && !modifies && words[at]!.text.length > 2)) {
        const span = { start: words[at]!.start, end: words[end - 1]!.end }
        const spelled = text.slice(span.start, span.end)
        found.push({ kind: 'name', ...span, key: factKey(spelled), text: spelled })
      }
      at = end
    }
    return found
  })
}

/** The capitals of a headline do not make names. */
function isHeadline(words: readonly Word[]): boolean {
  const spelled = words.filter(word => /^\p{L}/u.test(word.text))
  return spelled.length >= 4 && spelled.filter(word => /^\p{Lu}/u.test(word.text)).length > 0.6 * spelled.length
}

function isNamePart(word: string, pos: string): boolean {
  return pos === 'PROPN' && /^\p{Lu}/u.test(word) && !(word.length > 4 && word === word.toUpperCase())
}

export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
