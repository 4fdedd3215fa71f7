import type { Span } from '../../../language/span.js'
import { type Sentence, sentences, type Word } from '../../../language/words.js'
import { commonShare } from '../../../reports/lineages/collection.js'
import type { Report } from '../../../reports/report.js'
import { type Days, daysIn } from './days.js'
import data from './facts.json' with { type: 'json' }

/** A stretch of a sentence around one verb, with what tells which event it is about. */
export interface Clause extends Span {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  /** Who says it, by surname in lower case; null where the report itself does. */
  readonly speaker: string | null
  /** Weight of each telling word of the clause and of the whole sentence, by its class or lemma; no dates, numbers, saying. */
  readonly telling: ReadonlyMap<string, number>
  readonly around: ReadonlyMap<string, number>
  /** Proper names of the sentence, by their first letters: a people's name stands for its state. */
  readonly names: ReadonlySet<string>
  readonly ownNames: ReadonlySet<string>
  /** Who does it: the names before the clause's verb. */
  readonly subject: ReadonlySet<string>
  /** The one day that the sentence states; null where it states none or several. */
  readonly day: Days | null
  /** "ministers", "second": what sets one meeting apart from another. */
  readonly marks: { readonly levels: ReadonlySet<string>; readonly order: ReadonlySet<string> }
}

/** The clauses of a report's body, in order; `speakerAt` knows who says what stands there. */
export function clausesOf(report: Report, speakerAt: (place: Span) => string | null): Clause[] {
  return report.body
    .flatMap(span => sentences(report.text, span))
    .flatMap(sentence => {
      const around = tellingWords(sentence.words)
      const names = namesOf(sentence.words)
      const days = daysIn(report.text, sentence, dayOf(report), null)
      return segments(sentence.words).map((words): Clause => {
        const span = { start: words[0]!.start, end: words.at(-1)!.end }
        return {
          ...span,
          sentence,
          words,
          speaker: speakerAt(span),
          telling: tellingWords(words),
          around,
          names,
          ownNames: namesOf(words),
          subject: namesOf(subjectOf(words)),
          day: days.length === 1 ? days[0]! : null,
          marks: {
            levels: within(sentence.words, levels),
            order: within(
              words.filter(({ pos }) => pos !== 'VERB'),
              order,
            ),
          },
        }
      })
    })
}

const eventOf = new Map(Object.entries(data.events).flatMap(([name, lemmas]) => lemmas.map(lemma => [lemma, name])))
const saying = new Set(data.saying)
const levels = new Set(data.levels)
const order = new Set(data.order)

const eventParts = new Set(['NOUN', 'VERB', 'PROPN', 'ADJ'])

/** The kind of event that a noun or verb tells of; undefined for any other word. */
export function eventClass({ lemma, pos }: Word): string | undefined {
  // A plural that opens a sentence is taken for a name and kept as it stands.
  return eventParts.has(pos) ? (eventOf.get(lemma) ?? eventOf.get(lemma.replace(/s$/, ''))) : undefined
}

export function isSaying({ lemma }: Word): boolean {
  return saying.has(lemma)
}

const breaks = new Set([',', ';', ':', '—', '–', '“', '”', '"', '(', ')'])
const joints = new Set([
  'that',
  'which',
  'who',
  'when',
  'while',
  'because',
  'although',
  'though',
  'whereas',
  'but',
  'after',
  'before',
  'if',
  'unless',
])

/** The words of a sentence cut at marks and joints; a piece without a verb belongs to its neighbour. */
function segments(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = []
  let open: Word[] = []
  words.forEach((word, at) => {
    const joins = joints.has(word.text.toLowerCase()) || (word.lemma === 'and' && isVerbAhead(words, at + 1))
    if ((breaks.has(word.text) || joins) && open.length > 0) {
      pieces.push(open)
      open = []
    }
    if (!breaks.has(word.text)) open.push(word)
  })
  if (open.length > 0) pieces.push(open)
  const merged: Word[][] = []
  let before: Word[] = []
  for (const piece of pieces) {
    if (piece.some(isVerb)) {
      merged.push([...before, ...piece])
      before = []
    } else if (merged.length > 0) merged.at(-1)!.push(...piece)
    else before.push(...piece)
  }
  if (before.length > 0) merged.push(before)
  return merged
}

function isVerb({ pos }: Word): boolean {
  return pos === 'VERB' || pos === 'AUX'
}

function isVerbAhead(words: readonly Word[], from: number): boolean {
  const next = words[from]
  return next !== undefined && isVerb(next)
}

/** The words before the verb of what is done; behind the verb of saying where that comes first. */
function subjectOf(words: readonly Word[]): readonly Word[] {
  const said = words.findIndex(word => isVerb(word) && saying.has(word.lemma))
  const rest = words.slice(said + 1)
  const verb = rest.findIndex(isVerb)
  return verb < 0 ? words.slice(0, Math.max(0, said)) : rest.slice(0, verb)
}

/** The day that a report is dated; null where it is not known to the day. */
export function dayOf({ date }: Report): string | null {
  return date && (date.precision === 'day' || date.precision === 'minute') ? date.value.slice(0, 10) : null
}

const carrying = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV'])

function tellingWords(words: readonly Word[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const word of words) {
    if (!carrying.has(word.pos) || saying.has(word.lemma) || isCalendarName(word.text) || /\d/.test(word.text)) continue
    const name = eventClass(word) ?? (word.pos === 'PROPN' ? folded(word.text) : word.lemma)
    const weight = -Math.log(commonShare(word.lemma))
    if (weight > 1) found.set(name, Math.max(weight, found.get(name) ?? 0))
  }
  return found
}

/** Share of the lighter side's weight that both have, and of the heavier's: their geometric mean, 0 to 1. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [word, weight] of a) if (b.has(word)) shared += weight * weight
  const length = (of: ReadonlyMap<string, number>) => Math.sqrt([...of.values()].reduce((sum, w) => sum + w * w, 0))
  return shared === 0 ? 0 : shared / (length(a) * length(b))
}

function namesOf(words: readonly Word[]): Set<string> {
  return new Set(
    words
      .filter(
        ({ pos, text }) =>
          (pos === 'PROPN' || pos === 'ADJ') && /^\p{Lu}\p{L}{2,}/u.test(text) && !isCalendarName(text),
      )
      .filter(({ lemma }) => !eventOf.has(lemma) && !levels.has(lemma))
      .map(({ text }) => folded(text)),
  )
}

/** How much of a name its people's name keeps: "Arlandic" and "Arland" are one. */
const stem = 5

export function folded(name: string): string {
  return name.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase().slice(0, stem)
}

const calendarName =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec|today|tomorrow|yesterday|tonight)s?$/i

export function isCalendarName(word: string): boolean {
  return calendarName.test(word)
}

function within(words: readonly Word[], set: ReadonlySet<string>): Set<string> {
  return new Set(words.filter(({ lemma }) => set.has(lemma)).map(({ lemma }) => lemma))
}
