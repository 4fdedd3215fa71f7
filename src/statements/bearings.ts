import type { Gazetteer } from '../actors/gazetteer.js'
import { mentionWords } from '../actors/normal.js'
import { entriesIn, type Hit, resolveActor } from '../actors/resolve.js'
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
  }
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
