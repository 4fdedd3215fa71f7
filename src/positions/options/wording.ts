import type { PartyId } from '../../actors/actor.js'
import type { Span } from '../../language/span.js'
import type { Word } from '../../language/words.js'
import type { IssueId } from '../act.js'
import type { IssueFinder } from '../issues.js'
import { phraseAround } from './phrase.js'
import data from './words.json' with { type: 'json' }

/** What exactly of an issue is spoken of: the words, and what tells them from others on the same issue. */
export interface Wording {
  /** The words: offsets into the report's text. */
  readonly span: Span
  readonly text: string
  /** Content words, cut to their first letters; the issue's own term among them. */
  readonly stems: ReadonlySet<string>
  /** Whose it is ("NATO troops", "guarantees of the Compact"). */
  readonly of: ReadonlySet<PartyId>
  /** For whom or where to ("guarantees for Ukraine"). */
  readonly towards: ReadonlySet<PartyId>
  /** From whom or where from. */
  readonly from: ReadonlySet<PartyId>
  readonly numbers: ReadonlySet<string>
  /** "that X will not join": the words themselves deny. */
  readonly negated: boolean
  /** Nothing is said beyond the issue's own term. */
  readonly isBare: boolean
  /** "these guarantees": taken up from words before. */
  readonly isRecalled: boolean
}

/** Names the parties that words stand for. */
export type PartiesIn = (words: string) => readonly PartyId[]

/**
 * What `words` (of one sentence) say of `issue`: the fullest phrase around a place where the issue is named.
 *
 * Undefined where the issue is not named in them. Linear in the words.
 */
export function wordingIn(
  words: readonly Word[],
  text: string,
  issue: IssueId,
  finder: IssueFinder,
  partiesIn: PartiesIn,
  isBarred: (word: Word) => boolean = () => false,
): Wording | undefined {
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return undefined
  const found = finder
    .mentions(text.slice(first.start, last.end))
    .filter(mention => mention.issue === issue)
    .flatMap(({ start, end }): Wording[] => {
      const own = indicesIn(words, { start: first.start + start, end: first.start + end })
      return own ? [wordingOf(words, text, own, issue, partiesIn, isBarred)] : []
    })
  return found.sort((a, b) => weightOf(b) - weightOf(a) || a.span.start - b.span.start)[0]
}

function weightOf({ stems, of, towards, from, numbers, isRecalled, isBare }: Wording): number {
  return (isRecalled || isBare ? -10 : 0) + stems.size + of.size + 2 * towards.size + from.size + numbers.size
}

function indicesIn(words: readonly Word[], span: Span): { from: number; until: number } | undefined {
  const from = words.findIndex(word => word.end > span.start)
  const until = words.findLastIndex(word => word.start < span.end) + 1
  return from >= 0 && until > from ? { from, until } : undefined
}

const light = new Set(data.light)
const negators = new Set(data.negators)
const demonstratives = new Set(data.demonstratives)
const towardsWords = new Set(data.towards)
const awayWords = new Set(data.away)
const telling = new Set(data.telling)
const carrying = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM'])

function wordingOf(
  words: readonly Word[],
  text: string,
  mention: { from: number; until: number },
  issue: IssueId,
  partiesIn: PartiesIn,
  isBarred: (word: Word) => boolean,
): Wording {
  const { from, until } = phraseAround(words, mention, isBarred)
  const phrase = words.slice(from, until)
  const span = { start: phrase[0]!.start, end: phrase.at(-1)!.end }
  const parties = partiesByRole(phrase, text, partiesIn)
  const named = new Set([...parties.of, ...parties.towards, ...parties.from])
  const own = new Set(words.slice(mention.from, mention.until).flatMap(stemOf))
  const numbers = new Set(phrase.filter(({ pos }) => pos === 'NUM').map(word => word.text.toLowerCase()))
  const isName = (word: Word) => /^\p{Lu}/u.test(word.text) && partiesIn(word.text).some(party => named.has(party))
  const stems = new Set(phrase.filter(word => !isName(word)).flatMap(stemOf))
  const negated = phrase.some(({ lemma }) => negators.has(lemma))
  const determiner = words[mention.from - 1]
  const beyond = [...stems].some(stem => !own.has(stem))
  const isAction = words.slice(mention.from, mention.until).some(({ pos }) => pos === 'VERB') && own.size > 1
  const isPlain = !beyond && !isAction && named.size === 0 && numbers.size === 0 && !negated
  return {
    span,
    text: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    stems,
    ...parties,
    numbers,
    negated,
    isBare: isPlain && !telling.has(issue),
    isRecalled: determiner !== undefined && takesUp(determiner) && !beyond,
  }
}

/** "these guarantees", "such a deployment"; "said that guarantees" takes up nothing. */
function takesUp({ lemma, pos }: Word): boolean {
  return demonstratives.has(lemma) && (lemma !== 'that' || pos === 'DET')
}

function stemOf({ lemma, pos, text }: Word): string[] {
  if (!carrying.has(pos) || light.has(lemma) || !/[\p{L}\p{N}]/u.test(text)) return []
  return [lemma.slice(0, data.stemLength)]
}

/** Parties by what leads to them: a name behind "for" or "to" is served, behind "from" left, any other one owns. */
function partiesByRole(phrase: readonly Word[], text: string, partiesIn: PartiesIn) {
  const roles = { of: new Set<PartyId>(), towards: new Set<PartyId>(), from: new Set<PartyId>() }
  let role: keyof typeof roles = 'of'
  let at = 0
  while (at < phrase.length) {
    const start = at
    while (at < phrase.length && phrase[at]!.pos !== 'ADP') at++
    const last = phrase[at - 1]
    if (last && at > start) {
      for (const party of partiesIn(text.slice(phrase[start]!.start, last.end))) roles[role].add(party)
    }
    const preposition = phrase[at]?.lemma ?? ''
    role = towardsWords.has(preposition) ? 'towards' : awayWords.has(preposition) ? 'from' : 'of'
    at++
  }
  return roles
}
