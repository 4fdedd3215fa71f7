import type { PartyId } from '../../actors/actor.js'
import { overlap, type Span } from '../../language/span.js'
import type { Place } from '../../reports/independence.js'
import { authorsOf } from './authors.js'
import type { GivenProposal } from './given.js'
import {
  barred,
  definite,
  determiners,
  drafted,
  kinds,
  type Marker,
  markerOf,
  own,
  paperVerbs,
  plain,
  shared,
  stops,
  submit,
  timed,
  versionNouns,
} from './lexicon.js'
import { durationOf, numberOf, pointCount, spelled } from './numbers.js'
import type { Line, Reader, Word } from './reader.js'
import { renumberingIn } from './renumbering.js'

/** A place where a report speaks of a proposal, with what it says of which. */
export interface Mention {
  readonly place: Place
  /** The sentence that it stands in, lower case. */
  readonly sentence: string
  readonly day: string | null
  /** The words that name it, without article. */
  readonly words: string
  /** The noun, lower case. */
  readonly head: string
  readonly points: number | null
  /** How many points it had before, where the sentence says so: "eleven points instead of nine". */
  readonly pointsBefore: number | null
  readonly year: string | null
  readonly duration: string | null
  readonly marker: Marker | null
  /** An answer to another proposal: "counter-proposal". */
  readonly isCounter: boolean
  /** A place that it is called by: "the Paris text". */
  readonly label: string | null
  readonly by: readonly { readonly party: PartyId; readonly place: Place }[]
  readonly to: readonly { readonly party: PartyId; readonly place: Place }[]
  /** What kind of plan it is said to be: "peace", "ceasefire". */
  readonly kinds: readonly string[]
  /** Whether it names a proposal by itself; else it takes one up again ("the plan"), if it is one at all. */
  readonly names: boolean
  /** Whether it says that there is one, as "an agreed truce of 30 days" does not. */
  readonly introduces: boolean
  /** The proposal of the case that it names by an alias. */
  readonly given: string | null
}

/** The mentions of a report, in order of place; none overlaps another. Linear in its words. */
export function mentionsIn(reader: Reader, given: readonly GivenProposal[]): Mention[] {
  const aliases = given.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map(alias => ({ id, alias: alias.toLowerCase() })),
  )
  const found: Mention[] = []
  for (const line of reader.lines) {
    const named = namedByCase(line, reader, aliases)
    const read = mentionsOf(line, reader).map(mention => withCase(mention, named))
    for (const mention of [...named, ...read].sort(
      (a, b) => a.place.start - b.place.start || b.place.end - a.place.end,
    ))
      if (mention.place.start >= (found.at(-1)?.place.end ?? 0)) found.push(mention)
  }
  return found
}

/** A noun phrase of a sentence: indices of words, `to` inclusive. */
export interface Phrase {
  readonly from: number
  readonly head: number
  /** The last word that belongs to it: "plan of nine points", "proposals to NATO from 2021". */
  readonly to: number
}

/** What the case calls by a name is that, whatever else the words say of it. */
function withCase(mention: Mention, named: readonly Mention[]): Mention {
  const known = named.find(({ place }) => overlap(place, mention.place) > 0)
  if (!known) return mention
  const start = Math.min(known.place.start, mention.place.start)
  const end = Math.max(known.place.end, mention.place.end)
  return { ...mention, place: { ...mention.place, start, end }, names: true, introduces: true, given: known.given }
}

function mentionsOf(line: Line, reader: Reader): Mention[] {
  const found: Mention[] = []
  for (let head = 0; head < line.words.length; head++) {
    const mention = mentionAt(line, head, reader)
    if (mention) found.push(mention)
  }
  return found
}

function mentionAt(line: Line, head: number, reader: Reader): Mention | null {
  const { words } = line
  const noun = words[head]!.lower
  const isHead = own.has(noun) || shared.has(noun)
  if (!isHead && !drafted.has(noun) && !timed.has(noun)) return null
  if (isHead && continues(words[head + 1])) return null
  const from = startOf(words, head)
  const modifiers = words.slice(from, head)
  const lowers = modifiers.map(({ lower }) => lower)
  if (lowers.length === 0 || words[from - 1]?.lower === 'no') return null
  if (lowers.some(word => barred.has(word)) || (noun === 'offer' && words[head + 1]?.lower === 'to')) return null
  if (drafted.has(noun) && !lowers.some(word => word === 'draft' || word === 'proposed')) return null
  const right =
    isHead || drafted.has(noun) ? behind(words, head) : { to: head, points: null, year: null, duration: null }
  const phrase: Phrase = { from: versionStart(words, from) ?? from, head, to: right.to }
  const measure = durationBehind(words, head)
  const duration = first(lowers, durationOf) ?? right.duration ?? measure
  const isMeasured = measure !== null && duration === measure && right.to === head
  if (timed.has(noun) && (duration === null || !isProposed(words, from))) return null
  const determiner = lowers[0] !== undefined && determiners.has(lowers[0]) ? lowers[0] : null
  const { by, to, label } = authorsOf(line, phrase, reader)
  const renumbering = renumberingIn(line)
  const points = first(lowers, pointCount) ?? right.points ?? renumbering?.to ?? null
  const year = lowers.find(word => /^(?:19|20)\d\d$/.test(word)) ?? right.year
  const marker = first(
    words.slice(phrase.from, head).map(({ lower }) => lower),
    markerOf,
  )
  const subject = subjectOf(words, head)
  const kind = [...lowers, ...subject].filter(word => kinds.has(word))
  const last = subject.some(word => kinds.has(word))
    ? Math.max(right.to, head + 1 + subject.length)
    : right.to + (isMeasured ? 3 : 0)
  const span: Span = { start: words[skip(words, phrase.from)]!.start, end: words[last]!.end }
  const isDraft = noun === 'draft' || lowers.includes('draft')
  const attributed = by.length > 0 || label !== null
  const isSpecific =
    points !== null ||
    (year !== null && year !== undefined) ||
    (duration !== null && (attributed || own.has(noun) || timed.has(noun)))
  const takesUp = determiner !== null && definite.has(determiner)
  const names =
    isSpecific ||
    (takesUp && label !== null && isHead) ||
    (isDraft && kind.some(word => word !== 'draft')) ||
    (attributed &&
      (own.has(noun) || drafted.has(noun) || timed.has(noun) || isDraft || kind.length > 0 || isSpokenOf(span, reader)))
  if (!names && !(takesUp && isHead)) return null
  if (noun === 'paper' && paperVerbs.has(words[head + 1]?.lower ?? '')) return null
  if (noun === 'proposals' && !attributed && year === null && to.length === 0) return null
  return {
    place: { report: reader.report, ...span },
    sentence: reader.text.slice(line.start, line.end).toLowerCase(),
    day: reader.day,
    words: reader.text.slice(span.start, span.end).replace(/\s+/g, ' '),
    head: noun,
    points,
    pointsBefore: renumbering && renumbering.to === points ? renumbering.from : null,
    year: year ?? null,
    duration,
    marker: noun.startsWith('counter') ? null : marker,
    isCounter: noun.startsWith('counter'),
    label,
    by,
    to,
    kinds: kind,
    names,
    introduces: !timed.has(noun),
    given: null,
  }
}

/** Where the phrase of the noun at `head` starts: its article, or the first word that may open one without. */
function startOf(words: readonly Word[], head: number): number {
  let from = head
  while (from > 0 && head - from < longest) {
    const { text, lower } = words[from - 1]!
    if (determiners.has(lower)) {
      from--
      break
    }
    if (/^['’]s?$/.test(text)) {
      from--
      continue
    }
    if (!/^[\p{L}\p{N}]/u.test(text) || stops.has(lower) || isVerbLike(words, from - 1)) break
    from--
  }
  // A verb that is no known modifier stands before the phrase, not in it.
  while (from < head && !opens(words[from]!)) from++
  return from
}

const longest = 9

function isVerbLike(words: readonly Word[], at: number): boolean {
  const { lower, text } = words[at]!
  if (isModifier(lower) || /^\p{Lu}/u.test(text)) return false
  if (submit.has(lower)) return markerOf(lower) === null
  return /(?:[^s]s|ing)$/.test(lower) || (/ed$/.test(lower) && !lower.includes('-'))
}

function isModifier(lower: string): boolean {
  return (
    kinds.has(lower) ||
    plain.has(lower) ||
    markerOf(lower) !== null ||
    barred.has(lower) ||
    pointCount(lower) !== null ||
    durationOf(lower) !== null ||
    /^(?:19|20)\d\d$/.test(lower)
  )
}

function opens({ text, lower }: Word): boolean {
  return determiners.has(lower) || isModifier(lower) || (/^\p{Lu}/u.test(text) && !stops.has(lower))
}

/** "plan talks", "draft bill", "proposal document": the noun goes on. */
function continues(next: Word | undefined): boolean {
  if (!next) return false
  const { lower } = next
  return (
    own.has(lower) ||
    shared.has(lower) ||
    drafted.has(lower) ||
    /^(?:bill|law|talks?|budget|team|teams|size)$/.test(lower)
  )
}

/** "of nine points", "from 2021", "for a 45-day truce": what follows the noun and says which. */
function behind(words: readonly Word[], head: number) {
  let to = head
  let points: number | null = null
  let year: string | null = null
  let duration: string | null = null
  if (/^['’]s?$/.test(words[head + 1]?.text ?? '')) {
    const number = numberOf(words[head + 2]?.lower ?? '')
    if (number !== null && /^points?$/.test(words[head + 3]?.lower ?? '')) return { to, points: number, year, duration }
  }
  for (let at = head + 1; at < Math.min(words.length, head + 12); at++) {
    const { lower, text } = words[at]!
    if (/^[.;:!?"”“—–(]$/.test(text) || (text === ',' && at > head + 1)) break
    const number = numberOf(lower)
    const next = words[at + 1]?.lower ?? ''
    const before = words[at - 1]?.lower ?? ''
    if (
      number !== null &&
      /^points?$/.test(next) &&
      /^(?:of|with|has|contains|containing|comprising|into)$/.test(before)
    ) {
      points = number
      if (before !== 'has') to = at + 1
      break
    }
    const isNear = words
      .slice(head + 1, at)
      .every(word => /^(?:from|of|in|since|to|the)$/.test(word.lower) || /^\p{Lu}/u.test(word.text))
    if (/^(?:19|20)\d\d$/.test(lower) && /^(?:from|of|in|since)$/.test(before) && isNear) {
      year = lower
      if (before !== 'in') to = at
    }
    const timedBy = durationOf(lower)
    const isTimed = timed.has(next) || timed.has(words[at + 2]?.lower ?? '')
    if (
      timedBy !== null &&
      isTimed &&
      words.slice(head + 1, at).every(({ lower }) => /^(?:for|of|on|an?|the)$/.test(lower))
    ) {
      duration = timedBy
      to = timed.has(next) ? at + 1 : at + 2
      break
    }
  }
  return { to, points, year, duration }
}

/** "on security guarantees", "for drone monitoring along the line": what it is about, lower case. */
function subjectOf(words: readonly Word[], head: number): string[] {
  if (!/^(?:on|for)$/.test(words[head + 1]?.lower ?? '')) return []
  const found: string[] = []
  for (const { lower, text } of words.slice(head + 2, head + 7)) {
    if (/^[.,;:!?"”“—–(]$/.test(text) || (stops.has(lower) && lower !== 'of' && lower !== 'and')) break
    found.push(lower)
  }
  return found
}

/** "a truce of 60 days", "an extension of 42 days". */
function durationBehind(words: readonly Word[], head: number): string | null {
  const number = numberOf(words[head + 2]?.lower ?? '')
  if (!/^(?:of|lasting|for)$/.test(words[head + 1]?.lower ?? '') || number === null) return null
  return spelled(number, words[head + 3]?.lower ?? '')
}

/** Whether what begins at `from` is put forward: "proposed a 30-day ceasefire", "an extension was floated". */
function isProposed(words: readonly Word[], from: number): boolean {
  if (words.slice(Math.max(0, from - 2), from).some(({ lower }) => proposing.test(lower))) return true
  const passive = words.slice(from, from + 12)
  const verb = passive.findIndex(({ lower }) => proposing.test(lower) && lower.endsWith('ed'))
  return verb > 0 && /^(?:was|were|been|being)$/.test(passive[verb - 1]?.lower ?? '')
}

const proposing =
  /^(?:propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|float(?:s|ed|ing)?|offer(?:s|ed|ing)?|tabled|pitch(?:ed|es)|put forward)$/

/** "a longer version of her plan", "the second draft of the text": where the words before the phrase begin. */
function versionStart(words: readonly Word[], from: number): number | undefined {
  if (words[from - 1]?.lower !== 'of' || !versionNouns.has(words[from - 2]?.lower ?? '')) return undefined
  let at = from - 2
  while (at > 0 && (markerOf(words[at - 1]!.lower) !== null || plain.has(words[at - 1]!.lower))) at--
  if (determiners.has(words[at - 1]?.lower ?? '')) at--
  return at
}

function skip(words: readonly Word[], from: number): number {
  return determiners.has(words[from]!.lower) ? from + 1 : from
}

/** Whether a statement with a known act speaks of it: then "the Paris plan" is one that the parties talk about. */
function isSpokenOf(span: Span, { acts }: Reader): boolean {
  return acts.some(
    ({ act, party, statement }) =>
      act !== null && party !== null && statement.start <= span.start && span.end <= statement.end,
  )
}

function namedByCase(
  line: Line,
  reader: Reader,
  aliases: readonly { readonly id: string; readonly alias: string }[],
): Mention[] {
  if (aliases.length === 0) return []
  const text = reader.text.slice(line.start, line.end).toLowerCase()
  return aliases.flatMap(({ id, alias }) => {
    const at = text.indexOf(alias)
    const end = at + alias.length
    if (at < 0 || /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[end] ?? '')) return []
    const span = { start: line.start + at, end: line.start + end }
    const from = line.words.findIndex(word => word.end > span.start)
    const to = line.words.findLastIndex(word => word.start < span.end)
    const { by, to: addressed } = authorsOf(line, { from, head: to, to }, reader)
    const words = reader.text.slice(span.start, span.end)
    return [
      {
        place: { report: reader.report, ...span },
        sentence: text,
        day: reader.day,
        words,
        head: line.words[to]!.lower,
        points: null,
        pointsBefore: null,
        year: null,
        duration: null,
        marker: null,
        isCounter: false,
        label: null,
        by,
        to: addressed,
        kinds: [],
        names: true,
        introduces: true,
        given: id,
      },
    ]
  })
}

function first<T>(words: readonly string[], of: (word: string) => T | null): T | null {
  for (const word of words) {
    const found = of(word)
    if (found !== null) return found
  }
  return null
}
