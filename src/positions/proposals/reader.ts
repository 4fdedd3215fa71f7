import type { PartyId } from '../../actors/actor.js'
import type { Entry, Gazetteer } from '../../actors/gazetteer.js'
import { mentionWords } from '../../actors/normal.js'
import { entriesIn } from '../../actors/resolve.js'
import { paragraphs } from '../../language/paragraphs.js'
import type { Span } from '../../language/span.js'
import { tokens } from '../../language/tokens/tokens.js'
import type { Report } from '../../reports/report.js'
import type { Act } from '../act.js'
import { partyNames } from '../target.js'
import { dayOf } from './days.js'

export interface Word extends Span {
  readonly text: string
  readonly lower: string
}

/** A sentence with its words; offsets are into the report's text. */
export interface Line extends Span {
  readonly words: readonly Word[]
}

/** A party that is named: where, and how. */
export interface PartyHit extends Span {
  readonly party: PartyId
  readonly kind: Entry['kind'] | 'speaker'
}

/** One report as the readers of proposals need it. */
export interface Reader {
  readonly report: Report['id']
  readonly text: string
  readonly day: string | null
  /** Of headline and body, in order of place. */
  readonly paragraphs: readonly Span[]
  readonly lines: readonly Line[]
  /** In order of place. */
  readonly acts: readonly Act[]
  /** The parties named within a span, in order of place. */
  readonly parties: (span: Span) => PartyHit[]
}

/** A reader of each report, in order of id. */
export function readers(acts: readonly Act[], reports: readonly Report[], gazetteer: Gazetteer): Reader[] {
  const { speakers } = partyNames(
    acts.map(({ statement }) => statement),
    gazetteer,
  )
  const byReport = new Map<string, Act[]>()
  for (const act of acts) byReport.set(act.statement.report, [...(byReport.get(act.statement.report) ?? []), act])
  return [...reports]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(report => ({ report, parts: partsOf(report) }))
    .map(({ report, parts }) => ({
      report: report.id,
      text: report.text,
      day: dayOf(report),
      paragraphs: parts,
      lines: parts.flatMap(span => linesIn(report.text, span)),
      acts: (byReport.get(report.id) ?? []).sort(
        (a, b) =>
          a.statement.start - b.statement.start ||
          a.statement.end - b.statement.end ||
          (a.statement.id < b.statement.id ? -1 : 1),
      ),
      parties: span => partiesIn(report.text, span, gazetteer, speakers),
    }))
}

function partsOf({ text, body, headline }: Report): Span[] {
  const parts = headline ? [headline, ...body] : body
  return [...parts].sort((a, b) => a.start - b.start).flatMap(span => paragraphs(text, span))
}

/** The sentences of a stretch of text. */
export function linesIn(text: string, span: Span): Line[] {
  const found = tokens(text.slice(span.start, span.end))
  const lines: Line[] = []
  for (let n = 0; n + 1 < found.sentences.length; n++) {
    const words: Word[] = []
    for (let i = found.sentences[n]!; i < found.sentences[n + 1]!; i++) {
      const start = span.start + found.start[i]!
      const end = span.start + found.end[i]!
      const word = text.slice(start, end)
      words.push({ start, end, text: word, lower: word.toLowerCase() })
    }
    const [first] = words
    if (first) lines.push({ start: first.start, end: words.at(-1)!.end, words })
  }
  return lines
}

function partiesIn(text: string, span: Span, gazetteer: Gazetteer, speakers: ReadonlyMap<string, PartyId>): PartyHit[] {
  const words = mentionWords(text.slice(span.start, span.end).replace(/(?<=\p{L})-(?=\p{Lu})/gu, ' '))
  const found: PartyHit[] = entriesIn(words, gazetteer).map(({ at, entry }) => {
    const last = words[at + entry.words.length - 1]!
    const start = span.start + words[at]!.start
    return { start, end: span.start + last.start + last.text.length, party: entry.party, kind: entry.kind }
  })
  for (const word of words) {
    const start = span.start + word.start
    const party = /^\p{Lu}/u.test(word.text) ? speakers.get(word.normal) : undefined
    if (party === undefined || found.some(hit => hit.start <= start && start < hit.end)) continue
    found.push({ start, end: start + word.text.length, party, kind: 'speaker' })
  }
  return found.sort((a, b) => a.start - b.start)
}
