import type { PartyId } from '../actors/actor.js'
import { type Gazetteer, stateOf } from '../actors/gazetteer.js'
import { mentionWords, normal } from '../actors/normal.js'
import { entriesIn, type Hit, resolveActor } from '../actors/resolve.js'
import { worldParty } from '../actors/world-people.js'
import { firstFrom, spanAt } from '../language/in-order.js'
import { type Span, slice } from '../language/span.js'
import type { Sentence } from '../language/words.js'
import type { Reading } from './attributions.js'
import { phraseStartingAt, spanOf } from './phrases.js'

/** A party as the text names it. */
export interface Named extends Span {
  readonly party: string
}

/** What the text before a place tells of a party that is not named there. */
export interface Bearings {
  /** The party that the sentence is about up to the place, else the one that the sentence before is about. */
  subject(at: number): Named | null
  /** "the militants": the movement named last. */
  movement(at: number): Named | null
  /** "the agency": the organisation named last. */
  organisation(at: number): Named | null
  /** "the foreign ministry": the one state that the sentence and the two before it name; else the capital named last. */
  state(at: number): Named | null
  /** "thanked Velmara for its offer": the party named right before the place; null where other words stand between. */
  beside(at: number): Named | null
  /** Whether the report names the party before the place. */
  isKnown(party: PartyId, at: number): boolean
  /** The state that the report is about: named at least twice as often as any other; null where there is none. */
  home(): PartyId | null
  /** The two parties that the report is about: those named most; empty where a third is named as often. */
  pair(): readonly PartyId[]
}

/** How far a group or an organisation is looked for, in sentences. */
const memory = 40
/** How many sentences before its own may tell a ministry's state. */
const nearby = 2

/** The bearings of one report; its names are looked up once, on first use. */
export function bearingsIn(reading: Reading, quoted: readonly Span[], gazetteer: Gazetteer): Bearings {
  const { text, sentences } = reading
  const known = new Map<number, readonly Placed[]>()
  const namesOf = (n: number): readonly Placed[] => {
    const sentence = sentences[n]
    if (!sentence) return []
    const found = known.get(n) ?? placed(text, sentence, gazetteer).filter(({ start }) => !spanAt(quoted, start))
    known.set(n, found)
    return found
  }
  const sentenceOf = (at: number) => firstFrom(sentences, at + 1) - 1
  /** Names before the place, the nearest first. */
  function* before(at: number, reach: number): Generator<Placed> {
    const here = sentenceOf(at)
    for (let n = here; n >= Math.max(0, here - reach); n--)
      for (const each of [...namesOf(n)].reverse()) if (each.start < at) yield each
  }
  const last = (at: number, fits: (each: Placed) => boolean): Named | null => {
    for (const each of before(at, memory)) if (fits(each)) return each
    return null
  }
  let counts: readonly (readonly [PartyId, number])[] | undefined
  const byCount = () => {
    counts ??= counted(sentences.flatMap((sentence, n) => [...namesOf(n), ...surnamesIn(sentence)]))
    return counts
  }
  return {
    subject(at) {
      const here = sentenceOf(at)
      const own = namesOf(here).find(({ start, kind }) => start < at && kind !== 'person' && kind !== 'demonym')
      const earlier = sentences[here - 1]
      return own ?? (earlier ? (opening(text, earlier, gazetteer) ?? only(namesOf(here - 1))) : null)
    },
    movement: at => last(at, ({ kind, sector }) => kind === 'body' && sector !== null),
    organisation: at => last(at, ({ kind, sector, code }) => kind === 'body' && sector === null && code === null),
    state(at) {
      const names = [...before(at, nearby)].filter(({ code, kind }) => code !== null && kind !== 'body')
      const [first] = names
      if (first && names.every(({ party }) => party === first.party)) return first
      return names.find(({ kind }) => kind === 'metonym' || kind === 'place') ?? null
    },
    beside(at) {
      const [nearest] = before(at, 0)
      return nearest && /^\s(?:for|over|on|about|of)\s$/i.test(text.slice(nearest.end, at)) ? nearest : null
    },
    isKnown: (party, at) => last(at, each => each.party === party) !== null,
    home() {
      const [first, second] = byCount().filter(([party]) => stateOf(party) === party)
      return first && first[1] >= leastNamed && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null
    },
    pair() {
      const [first, second, third] = byCount()
      return first && second && second[1] >= leastNamed && second[1] > (third?.[1] ?? 0) ? [first[0], second[0]] : []
    },
  }
}

/** Those whom a sentence names by surname alone, by the party that the package's own list gives. */
function surnamesIn({ words }: Sentence): Pick<Placed, 'party'>[] {
  return words.flatMap(({ text }) => {
    const party = /^\p{Lu}\p{Ll}{3}/u.test(text) ? worldParty(normal(text).join(' ')) : null
    return party ? [{ party }] : []
  })
}

/** Fewest mentions of a party that a report is about. */
const leastNamed = 3

/** States and movements by how often they are named, the most often first; bodies and mediators are no sides. */
function counted(names: readonly Pick<Placed, 'party'>[]): (readonly [PartyId, number])[] {
  const counts = new Map<PartyId, number>()
  for (const { party } of names) if (stateOf(party) !== null) counts.set(party, (counts.get(party) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** The one party that a sentence names as an actor may be named. */
function only(names: readonly Placed[]): Named | null {
  const actors = names.filter(({ kind }) => kind !== 'person' && kind !== 'demonym')
  const [first] = actors
  return first && actors.every(({ party }) => party === first.party) ? first : null
}

interface Placed extends Named, Pick<Hit['entry'], 'kind' | 'code' | 'sector'> {}

function placed(text: string, sentence: Span, gazetteer: Gazetteer): Placed[] {
  const words = mentionWords(slice(text, sentence))
  return entriesIn(words, gazetteer).flatMap(({ at, entry }) => {
    const [first, last] = [words[at], words[at + entry.words.length - 1]]
    if (!first || !last) return []
    const { party, kind, code, sector } = entry
    return {
      start: sentence.start + first.start,
      end: sentence.start + last.start + last.text.length,
      party,
      kind,
      code,
      sector,
    }
  })
}

/** The party that a sentence's first noun phrase names: "The last Velmaran offer", "Velmara". */
function opening(text: string, sentence: Sentence, gazetteer: Gazetteer): Named | null {
  const from = sentence.words.findIndex(({ pos }) => !/ADV|CCONJ|PUNCT/.test(pos))
  const phrase = from < 0 || from > 3 ? null : phraseStartingAt(sentence, from)
  if (!phrase) return null
  const { start, end } = spanOf(sentence, phrase)
  const { party, entry } = resolveActor(text.slice(start, end), gazetteer)
  return party && entry && entry.kind !== 'person' ? { start, end, party } : null
}
