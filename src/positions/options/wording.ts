import type { PartyId } from '../../actors/actor.js'
import type { Span } from '../../language/span.js'
import type { Word } from '../../language/words.js'
import type { IssueId } from '../act.js'
import type { IssueFinder } from '../issues.js'
import { phraseAround, type Stretch } from './phrase.js'
import { ownersAndGoals } from './roles.js'
import data from './words.json' with { type: 'json' }

/** What exactly of an issue is spoken of: the words, and what tells them from others on the same issue. */
export interface Wording {
  /** The words: offsets into the report's text. */
  readonly span: Span
  readonly text: string
  /** What the words say beyond the issue itself, cut to their first letters. */
  readonly stems: ReadonlySet<string>
  /** Those of the issue's own term, where they tell what is meant ("minimum flow", "troops leave"). */
  readonly own: ReadonlySet<string>
  /** Whose it is or from whom ("NATO troops", "guarantees from the Compact"). */
  readonly of: ReadonlySet<PartyId>
  /** For whom or where to ("guarantees for Ukraine"); `*`: for every party. */
  readonly towards: ReadonlySet<PartyId>
  /** What is left ("troops withdraw from Velmara"). */
  readonly from: ReadonlySet<PartyId>
  readonly numbers: ReadonlySet<string>
  /** Words of which each excludes others: `how long: 0` (`contrasts` of `words.json`). */
  readonly contrasts: ReadonlySet<string>
  /** "its troops": whose is left to the words around. */
  readonly isPossessive: boolean
  /** "that X will not join": the words themselves deny. */
  readonly negated: boolean
  /** Nothing is said beyond the issue's own name. */
  readonly isBare: boolean
  /** "these guarantees": taken up from words before. */
  readonly isRecalled: boolean
}

/** Names the parties that words stand for. */
export type PartiesIn = (words: string) => readonly PartyId[]

/** What must be known to read a wording. */
export interface WordingReader {
  readonly finder: IssueFinder
  readonly partiesIn: PartiesIn
  /** By issue, the content words of its name, cut: they tell nothing new. */
  readonly nameStems: ReadonlyMap<IssueId, ReadonlySet<string>>
}

/**
 * What `words` (of one sentence) say of `issue`: the fullest phrase around a place where the issue is named.
 *
 * `isBarred`: words that say what is done with it. Undefined where the issue is not named in them. Linear in the words.
 */
export function wordingIn(
  words: readonly Word[],
  text: string,
  issue: IssueId,
  reader: WordingReader,
  isBarred: (word: Word) => boolean = () => false,
): Wording | undefined {
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return undefined
  const found = reader.finder
    .mentions(text.slice(first.start, last.end))
    .filter(mention => mention.issue === issue)
    .flatMap(({ start, end }): Wording[] => {
      const own = indicesIn(words, { start: first.start + start, end: first.start + end })
      return own ? [wordingOf(words, text, own, issue, reader, isBarred)] : []
    })
  return found.sort((a, b) => fullness(b) - fullness(a) || a.span.start - b.span.start)[0]
}

/** How much a wording tells; whom it serves counts twice, for that is what parties quarrel about. */
export function fullness({ stems, own, of, towards, from, numbers, isRecalled, isBare }: Wording): number {
  return (
    (isRecalled || isBare ? -10 : 0) + stems.size + own.size / 2 + of.size + 2 * towards.size + from.size + numbers.size
  )
}

/** The content words of a name, cut as wordings are. */
export function stemsOfName(words: readonly Word[]): Set<string> {
  return new Set(words.flatMap(stemOf))
}

function indicesIn(words: readonly Word[], span: Span): Stretch | undefined {
  const from = words.findIndex(word => word.end > span.start)
  const until = words.findLastIndex(word => word.start < span.end) + 1
  return from >= 0 && until > from ? { from, until } : undefined
}

const empty = new Set([...data.light, ...data.vague, ...data.scope])
const negators = new Set(data.negators)
const demonstratives = new Set(data.demonstratives)
const telling = new Set(data.telling)
const carrying = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM'])

function wordingOf(
  words: readonly Word[],
  text: string,
  mention: Stretch,
  issue: IssueId,
  { partiesIn, nameStems }: WordingReader,
  isBarred: (word: Word) => boolean,
): Wording {
  const determiner = words
    .slice(Math.max(0, mention.from - 3), mention.from)
    .findLast(({ pos, lemma }) => (pos !== 'ADJ' && !/^an?$/.test(lemma)) || demonstratives.has(lemma))
  const isRecalled = determiner !== undefined && takesUp(determiner)
  const { from, until } = isRecalled ? mention : phraseAround(words, mention, isBarred)
  const phrase = words.slice(from, until)
  const span = { start: phrase[0]!.start, end: phrase.at(-1)!.end }
  const parties = ownersAndGoals(phrase, text, partiesIn)
  const named = new Set([...parties.of, ...parties.towards, ...parties.from])
  const isName = (word: Word) => /^\p{Lu}/u.test(word.text) && partiesIn(word.text).some(party => named.has(party))
  const own = new Set(
    words
      .slice(mention.from, mention.until)
      .filter(word => !isName(word))
      .flatMap(stemOf),
  )
  const known = nameStems.get(issue) ?? new Set()
  const numbers = new Set(
    phrase.filter(({ pos, lemma }) => pos === 'NUM' && !empty.has(lemma)).map(word => word.text.toLowerCase()),
  )
  const beyond = new Set(phrase.filter(word => !isName(word) && word.pos !== 'NUM').flatMap(stemOf))
  for (const stem of [...own, ...known]) beyond.delete(stem)
  const negated = phrase.some(({ lemma }) => negators.has(lemma))
  // A term of several words that are not the issue's name says by itself what is meant: "minimum flow", "troops leave".
  const ownTells = (own.size > 1 && [...own].some(stem => !known.has(stem))) || (telling.has(issue) && own.size > 0)
  const tells = (own.size > 0 && beyond.size + named.size + numbers.size > 0) || beyond.size > 0 || negated
  return {
    span,
    text: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    stems: telling.has(issue) ? new Set([...own, ...beyond]) : beyond,
    own: ownTells && !telling.has(issue) ? own : new Set(),
    ...parties,
    numbers,
    contrasts: contrastsIn(phrase),
    isPossessive: phrase.some(({ lemma }) => /^(?:its|their|our|his|her|my)$/.test(lemma)),
    negated,
    isBare: !tells && !ownTells,
    isRecalled,
  }
}

/** "these guarantees", "such a deployment"; "said that guarantees" takes up nothing. */
function takesUp({ lemma, pos }: Word): boolean {
  return demonstratives.has(lemma) && (lemma !== 'that' || pos === 'DET')
}

function stemOf({ lemma, pos, text }: Word): string[] {
  if (!carrying.has(pos) || empty.has(lemma) || !/[\p{L}\p{N}]/u.test(text)) return []
  return [sameAs.get(lemma) ?? lemma.slice(0, data.stemLength)]
}

const sameAs = new Map(
  data.same.flatMap(words => words.map(word => [word, words[0]!.slice(0, data.stemLength)] as const)),
)

const contrastOf = new Map(
  data.contrasts.flatMap(({ about, words }) =>
    words.flatMap((set, n) => set.map(word => [word, `${about}: ${n}`] as const)),
  ),
)

function contrastsIn(phrase: readonly Word[]): Set<string> {
  return new Set(phrase.flatMap(({ lemma, text }) => contrastOf.get(lemma) ?? contrastOf.get(text.toLowerCase()) ?? []))
}
