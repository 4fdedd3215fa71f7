import { z } from 'zod'
import type { RemovedReason } from '../report.js'
import { isDateLine } from './date-line.js'
import data from './debris.json' with { type: 'json' }
import otherLanguages from './debris-other-languages.json' with { type: 'json' }
import { phraseFinder } from './phrases.js'

const kindSchema = z.strictObject({
  words: z.int().positive(),
  is: z.array(z.string()),
  starts: z.array(z.string()),
  has: z.array(z.string()),
  sentenceStarts: z.array(z.string()),
  sentenceHas: z.array(z.string()),
})

/** The shape of `debris.json`: what stands around articles on web pages, by reason. */
export const debrisSchema = z.strictObject({
  about: z.string(),
  share: kindSchema,
  subscribe: kindSchema,
  'continue-reading': kindSchema,
  related: kindSchema,
  navigation: kindSchema,
  byline: kindSchema,
  caption: kindSchema,
  copyright: kindSchema,
  advert: kindSchema,
  comment: kindSchema,
  'chat-widget': kindSchema,
  'source-link': kindSchema,
})

type Kind = z.infer<typeof kindSchema>

/** The shape of `debris-other-languages.json`: by language, then by reason, what that language adds to the lists. */
export const otherLanguagesSchema = z.strictObject({ about: z.string() }).catchall(
  z.partialRecord(
    debrisSchema.omit({ about: true }).keyof(),
    kindSchema
      .omit({ words: true })
      .partial()
      .refine(lists => Object.keys(lists).length > 0),
  ),
)

const kinds = Object.entries(data).flatMap(([reason, kind]): [RemovedReason, Kind][] =>
  typeof kind === 'object' ? [[reason as RemovedReason, withOtherLanguages(reason, kind)]] : [],
)

function withOtherLanguages(reason: string, kind: Kind): Kind {
  const others = Object.values(otherLanguages).map(
    (language): Partial<Kind> =>
      typeof language === 'object' ? ((language as Record<string, Partial<Kind>>)[reason] ?? {}) : {},
  )
  const all = (list: 'is' | 'starts' | 'has' | 'sentenceStarts' | 'sentenceHas') => [
    ...kind[list],
    ...others.flatMap(other => other[list] ?? []),
  ]
  return {
    words: kind.words,
    is: all('is'),
    starts: all('starts'),
    has: all('has'),
    sentenceStarts: all('sentenceStarts'),
    sentenceHas: all('sentenceHas'),
  }
}

const wholeLines = new Map(kinds.flatMap(([reason, { is }]) => is.map(line => [line, reason] as const)))
const sentenceHas = phraseFinder(kinds.map(([, kind]) => kind.sentenceHas))
const has = phraseFinder(kinds.map(([, kind]) => kind.has))
const sentenceStarts = byFirstCharacter(kinds.map(([, kind]) => kind.sentenceStarts))
const starts = byFirstCharacter(kinds.map(([, kind]) => kind.starts))

/** Characters of a line that are compared. */
const longest = 4000

/** A line as the list of debris compares it: lower case, straight quotes, one space, `0` for a number, no marks at its ends. */
export function plain(line: string): string {
  // Most lines are ASCII, which normal forms and quotes leave alone.
  const folded = isAscii(line) ? line.toLowerCase() : line.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'")
  return folded.replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()
}

const ascii = /^[\0-\x7f]*$/

/** Whether all characters are of the first 128: what has no case, form or quote of another script. */
export function isAscii(words: string): boolean {
  return ascii.test(words)
}

/**
 * Why the words of a line mark it as debris, wherever it stands; null where they do not.
 *
 * `sentence`: the line is a full sentence, which fewer phrases condemn. `whole`: the line as `plain` gives it, where it is known.
 */
export function debris(line: string, sentence: boolean, whole = plain(line)): RemovedReason | null {
  const compared = line.length > longest ? plain(line.slice(0, longest)) : whole
  const bare = withoutMarks(compared)
  const known = wholeLines.get(bare)
  if (known) return known
  if (!sentence && isDateLine(bare)) return 'byline'
  let hits = sentenceHas(compared) | startsOf(compared, sentenceStarts)
  if (!sentence) {
    const words = wordCount(compared)
    let short = 0
    for (const [kind, [, { words: most }]] of kinds.entries()) if (words <= most) short |= 1 << kind
    if (short) hits |= short & (has(compared) | startsOf(compared, starts) | startsOf(bare, starts))
  }
  // The first kind in the list's own order, which is the lowest bit.
  return hits === 0 ? null : kinds[31 - Math.clz32(hits & -hits)]![0]
}

function wordCount(line: string): number {
  let words = 1
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) words++
  return words
}

const opening = /[\p{L}\p{N}©(]/u
const closing = /[\p{L}\p{N})+]/u

/** The line without the marks at its ends. By hand at its end: a pattern would start anew at each mark. */
function withoutMarks(line: string): string {
  const start = line.search(opening)
  if (start < 0) return ''
  let end = line.length
  while (end > start) {
    const isPair = line.codePointAt(end - 2)! > 0xffff
    const from = end - (isPair ? 2 : 1)
    if (closing.test(line.slice(from, end))) break
    end = from
  }
  return line.slice(start, end)
}

interface Start {
  readonly words: string
  /** Whether it ends in a letter or digit: then a word has to end there in the line too. */
  readonly inWord: boolean
  /** The bit of its list. */
  readonly bit: number
}

type Starts = ReadonlyMap<number, readonly Start[]>

function byFirstCharacter(groups: readonly (readonly string[])[]): Starts {
  const found = new Map<number, Start[]>()
  for (const [group, all] of groups.entries())
    for (const words of all) {
      const start = { words, inWord: /[\p{L}\p{N}]$/u.test(words), bit: 1 << group }
      found.set(words.charCodeAt(0), [...(found.get(words.charCodeAt(0)) ?? []), start])
    }
  return found
}

/** The lists, as bits, of which some entry starts the line and a word ends there. */
function startsOf(line: string, starts: Starts): number {
  let bits = 0
  for (const { words, inWord, bit } of starts.get(line.charCodeAt(0)) ?? [])
    if ((bits & bit) === 0 && line.startsWith(words) && !(inWord && isWordAt(line, words.length))) bits |= bit
  return bits
}

function isWordAt(line: string, at: number): boolean {
  return at < line.length && /[\p{L}\p{N}]/u.test(String.fromCodePoint(line.codePointAt(at)!))
}
