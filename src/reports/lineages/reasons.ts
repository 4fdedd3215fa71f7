import type { Span } from '../../language/span.js'
import { bodySpans, type Report } from '../report.js'
import type { Alignment } from './alignment.js'
import type { Collection, Profile } from './collection.js'
import { facts } from './facts.js'
import { mark, readWithPlaces } from './reading.js'

/** A report with its place in the collection that it is compared in. */
export interface Placed {
  readonly report: Report
  readonly place: number
}

/** A passage of at least this many words is not written twice by chance. */
const passageWords = 8
/** Rare words that are named; more say no more. */
const rareWordLimit = 5
/** Words at least this telling (0 in every report, 1 in one alone) are named where nothing stronger is shared. */
const tellingWeight = 0.3

/** What two reports share that independent ones would not, in words, the strongest first. */
export function reasons(a: Placed, b: Placed, alignment: Alignment, collection: Collection): string[] {
  const wordsA = wordsOf(a.report)
  const wordsB = wordsOf(b.report)
  if (sameWords(wordsA, wordsB)) return ['the same words throughout']
  const passage = longestPassage(a.report, wordsA, wordsB)
  const found = [
    ...sharedFacts(a.report, b.report, 'quotation').map(text => `quotation “${text}”`),
    ...(passage ? [`a passage of ${passage.words} words: “${passage.text}”`] : []),
    ...sentencesInOrder(alignment),
    ...rareWords(a, b, collection),
    ...sharedFacts(a.report, b.report, 'number', 'date')
      .slice(0, 3)
      .map(text => `the figure “${text}”`),
  ]
  return found.length > 0 ? found : tellingWords(a, b, collection)
}

function sentencesInOrder({ inOrder, sentences, order }: Alignment): string[] {
  if (inOrder < 2) return []
  return [`${inOrder} of ${sentences} sentences answer to the other's${order > 0.2 ? ' in the same order' : ''}`]
}

function sharedFacts(a: Report, b: Report, ...kinds: string[]): string[] {
  const of = (report: Report) =>
    bodySpans(report)
      .flatMap(span => facts(report.text, span))
      .filter(fact => kinds.includes(fact.kind))
  const keys = new Set(of(b).map(fact => fact.key))
  const shared = of(a).filter(fact => keys.has(fact.key))
  const texts = new Map(shared.map(fact => [fact.key, fact.text.replace(/[,.]$/, '')]))
  return [...texts.values()]
    .sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
    .slice(0, 4)
    .map(shorten)
}

function rareWords(a: Placed, b: Placed, collection: Collection): string[] {
  if (collection.profiles.length < 3) return []
  const names = sharedWords(a, b, collection)
    .filter(({ isName, term, text }) => isName && collection.frequencies[term] === 2 && /^\p{Lu}\p{Ll}{2}/u.test(text))
    .map(({ text }) => text)
  const distinct = [...new Set(names)]
  return distinct.length < 2 ? [] : [`names that no other report has: ${distinct.slice(0, rareWordLimit).join(', ')}`]
}

/** For a pair without a single strong sign: the words that few reports have, else how much of the shorter stands in both. */
function tellingWords(a: Placed, b: Placed, collection: Collection): string[] {
  const { weights } = collection
  const telling = new Map<number, string>()
  for (const { term, text } of sharedWords(a, b, collection)) {
    if (weights[term]! >= tellingWeight && !telling.has(term)) telling.set(term, text)
  }
  const words = [...telling].sort(([x], [y]) => weights[y]! - weights[x]!).map(([, text]) => text)
  if (words.length < 2) return [commonWords(collection.profiles[a.place]!, collection.profiles[b.place]!)]
  const named = words.slice(0, rareWordLimit)
  return [
    words.length > named.length
      ? `${words.length} words that few reports have, among them: ${named.join(', ')}`
      : `words that few reports have: ${named.join(', ')}`,
  ]
}

function commonWords({ terms: x }: Profile, { terms: y }: Profile): string {
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x]
  const inLonger = new Set(longer)
  const shared = shorter.filter(term => inLonger.has(term)).length
  return `no single sign: ${shared} of ${shorter.length} words of the shorter stand in both`
}

interface SharedWord {
  readonly term: number
  readonly text: string
  readonly isName: boolean
}

/** The words of `a` whose terms both have, as `a` spells them, in order. */
function sharedWords(a: Placed, b: Placed, { profiles, vocabulary }: Collection): SharedWord[] {
  const inOwn = new Set(profiles[a.place]!.terms)
  const inOther = new Set(profiles[b.place]!.terms)
  const { text } = a.report
  // What was compared may lack what is told by another's word, so places come from the text, terms from the words' hashes.
  const { words, marks, starts } = readWithPlaces(text, bodySpans(a.report))
  return Array.from(words, (hash, at) => ({
    term: vocabulary.terms.get(hash),
    text: /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(starts[at]!, starts[at]! + 40))?.[0] ?? '',
    isName: (marks[at]! & mark.name) !== 0,
  })).filter(({ term, text: spelled }) => inOwn.has(term) && inOther.has(term) && spelled.length > 0)
}

interface PlacedWord extends Span {
  readonly text: string
}

function wordsOf(report: Report): PlacedWord[] {
  return bodySpans(report).flatMap(span =>
    [...report.text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu)].map(match => ({
      text: match[0],
      start: span.start + match.index,
      end: span.start + match.index + match[0].length,
    })),
  )
}

function sameWords(a: readonly PlacedWord[], b: readonly PlacedWord[]): boolean {
  return a.length === b.length && a.every((word, at) => word.text.toLowerCase() === b[at]!.text.toLowerCase())
}

function longestPassage(
  report: Report,
  a: readonly PlacedWord[],
  b: readonly PlacedWord[],
): { words: number; text: string } | null {
  const x = a.map(word => word.text.toLowerCase())
  const y = b.map(word => word.text.toLowerCase())
  const places = new Map<string, number>()
  const key = (words: readonly string[], at: number) =>
    `${words[at]} ${words[at + 1]} ${words[at + 2]} ${words[at + 3]}`
  for (let at = 0; at + 3 < y.length; at++) if (!places.has(key(y, at))) places.set(key(y, at), at)
  let best = { at: 0, words: 0 }
  for (let at = 0; at + 3 < x.length; at++) {
    const other = places.get(key(x, at))
    if (other === undefined) continue
    let words = 0
    while (at + words < x.length && other + words < y.length && x[at + words] === y[other + words]) words++
    if (words > best.words) best = { at, words }
    at += Math.max(0, words - 4)
  }
  if (best.words < passageWords) return null
  return { words: best.words, text: shorten(report.text.slice(a[best.at]!.start, a[best.at + best.words - 1]!.end)) }
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= 90 ? plain : `${plain.slice(0, 88).replace(/\s+\S*$/, '')} …`
}
