import { type Span, slice } from '../../language/span.js'
import type { Removed, RemovedReason } from '../report.js'
import { debris } from './debris.js'
import { features } from './features.js'
import { unglue } from './glued.js'
import { findHeadline } from './headline.js'
import { type Line, line, lines } from './line.js'
import { type Look, looks } from './look.js'
import model from './model.json' with { type: 'json' }
import { articleRun } from './run.js'
import { isSlug } from './slug.js'

/** A stored text taken apart: what is the article, and what stood around it. */
export interface Cleaned {
  /** The article, paragraph by paragraph. */
  readonly body: readonly Span[]
  readonly headline: Span | null
  /** Everything else but white space, with the reason; the headline too. */
  readonly removed: readonly Removed[]
}

/**
 * The article in `text`, and the web debris around it.
 *
 * `title`: the headline where it is known from elsewhere. A text without a line that says something has an empty body.
 * Runs in time linear in the text.
 */
export function clean(text: string, title: string | null = null): Cleaned {
  const all = lines(text)
  const verdicts = believed(all, judge(text, all, title))
  const body: Span[] = []
  const removed: Removed[] = []
  let headline: Span | null = null
  for (const [index, { start, end }] of all.entries()) {
    const reason = verdicts[index]
    const pieces = reason === null || reason === 'caption' ? unglue(text, { start, end }) : []
    if (!reason && pieces.length < 2) body.push(...pieces)
    else if (pieces.length > 1)
      for (const piece of pieces) {
        const why = debrisAt(text, piece, reason ?? null)
        if (why) removed.push({ ...piece, reason: why })
        else body.push(piece)
      }
    else if (reason) {
      removed.push({ start, end, reason })
      if (reason === 'headline') headline ??= { start, end }
    }
  }
  return { body, headline, removed }
}

/**
 * Why a piece of a paragraph is debris, such as a picture's credit that was glued to it; null where it is not. `whole`: why all
 * of the paragraph was to be put aside; a full sentence in it that says nothing of the kind is kept.
 */
function debrisAt(text: string, piece: Span, whole: RemovedReason | null): RemovedReason | null {
  const words = slice(text, piece)
  const { sentence } = line(piece, words)
  return debris(words, sentence) ?? (sentence ? null : whole)
}

/** Words of a line that runs on without a full stop, from which it says something. */
const fewestWords = 5

/**
 * The verdicts on a text that was handed over as a report. Where nothing is left of it, what says anything at all is kept: a
 * note without a full stop, a report that looks like the lines around one.
 */
function believed(
  all: readonly Line[],
  verdicts: readonly (RemovedReason | null)[],
): readonly (RemovedReason | null)[] {
  if (verdicts.includes(null)) return verdicts
  const looser = verdicts.map((reason, index) => (unsure.has(reason!) && runsOn(all[index]!) ? null : reason))
  const isHeadline = (index: number) => verdicts[index] === 'headline'
  const keepsMore = looser.some((reason, index) => reason === null && !isHeadline(index))
  return keepsMore ? looser.map((reason, index) => (isHeadline(index) ? 'headline' : reason)) : looser
}

/** Reasons that a line's place gives, not its words. */
const unsure: ReadonlySet<RemovedReason> = new Set(['junk', 'navigation', 'headline'])

function runsOn({ words, sentence }: Line): boolean {
  return (
    sentence ||
    (words.length >= fewestWords &&
      words.filter(word => /^\p{L}*\p{Ll}/u.test(word) && !/^\p{Lu}/u.test(word)).length >= words.length / 2)
  )
}

/** Share of the words that the rules keep, from which a text counts as an article with little around it. */
const mostlyArticle = 0.75
/** Lines around it that such a text may have at most: a page has more. */
const mostDebris = 12
/** Lines of a page; a text of more is none, and rules decide. */
const mostLines = 20_000

/**
 * Per line: why it is put aside, or null where it is the article.
 *
 * In a text that is mostly article, rules decide: its lines are few and a model of whole pages knows little of them.
 * In the text of a whole page, with its menus and lists of other stories, the model decides and the rules name the reason.
 */
export function judge(text: string, all: readonly Line[], title: string | null = null): (RemovedReason | null)[] {
  const seen = looks(text, all)
  const byRule = judgeByRule(all, seen, title)
  const count = (holds: (index: number) => boolean) =>
    all.reduce((sum, line, index) => sum + (holds(index) ? line.words.length : 0), 0)
  const isMostly = count(index => byRule[index] === null) >= mostlyArticle * count(() => true)
  if (isMostly && byRule.filter(reason => reason !== null).length <= mostDebris) return byRule
  if (all.length > mostLines) return byRule
  const kept = articleRun(model, features(all, seen))
  return byRule.map((reason, index) => (kept[index] ? null : (reason ?? 'junk')))
}

/** The same by rules alone, for text whose article is told by other means. */
export function judgeByRule(
  all: readonly Line[],
  seen: readonly Look[],
  title: string | null,
): (RemovedReason | null)[] {
  const byWords = seen.map(({ why }) => why)
  const isProse = (index: number) => all[index]?.sentence === true && byWords[index] === null
  const first = all.findIndex((_, index) => isProse(index))
  const last = all.findLastIndex((_, index) => isProse(index))
  if (first < 0) return byWords.map(reason => reason ?? 'junk')
  const headline = findHeadline(all, seen, first, title)
  const headlineWords = headline === null ? null : seen[headline]!.plain
  return all.map((line, index) => {
    if (index === headline) return 'headline'
    const { text: words, plain } = seen[index]!
    if (headlineWords !== null && plain === headlineWords) return 'repeated-title'
    if (byWords[index]) return byWords[index]
    if (isSlug(words)) return 'slug'
    if (index < first) return isName(line) ? 'byline' : 'navigation'
    if (index > last && !isListItem(words)) return 'junk'
    return null
  })
}

/** Two to four words, all with a capital: an author's name, where one is expected. */
function isName(line: Line): boolean {
  return line.words.length >= 2 && line.words.length <= 4 && line.words.every(word => /^\p{Lu}/u.test(word))
}

function isListItem(words: string): boolean {
  return /^(?:[-–—•*·]|\(?\d{1,2}[.)])\s/u.test(words)
}
