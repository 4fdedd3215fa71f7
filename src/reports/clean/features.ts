import type { Span } from '../../language/span.js'
import type { RemovedReason } from '../report.js'
import functionWords from './function-words.json' with { type: 'json' }
import type { Line } from './line.js'
import type { Look } from './look.js'

const common = new Set(functionWords.common)
const address = new Set(functionWords.address)

const reasons: readonly RemovedReason[] = [
  'share',
  'subscribe',
  'continue-reading',
  'related',
  'navigation',
  'byline',
  'caption',
  'copyright',
  'advert',
  'comment',
  'source-link',
]

/** Names of what is measured of a line by itself. */
const own = [
  'words',
  'characters',
  'sentence',
  'stopped',
  'colon',
  'ellipsis',
  'asks',
  'lowerStart',
  'digitStart',
  'capitals',
  'commonWords',
  'address',
  'digits',
  'marks',
  'quotes',
  'bar',
  'link',
  'wordLength',
  'sentences',
  'repeated',
  'titleLike',
  'topic',
  'debris',
] as const

/** Of these the neighbours' values count too, by name and distance. */
const shared = ['words', 'sentence', 'stopped', 'capitals', 'commonWords', 'debris', 'topic', 'address'] as const
const sharedPlaces = shared.map(name => own.indexOf(name))
const distances = [-3, -2, -1, 1, 2, 3] as const
const windows = [3, 8, 20] as const

/** What is measured of a line, in the order of a row. */
export const featureNames: readonly string[] = [
  ...own,
  ...reasons.map(reason => `is:${reason}`),
  ...shared.flatMap(name => distances.map(distance => `${name}@${distance}`)),
  ...windows.flatMap(width => ['prose', 'commonWords', 'debris'].map(name => `${name}±${width}`)),
  'place',
  'placeInWords',
  'inCore',
  'linesFromCore',
  'wordsFromCore',
  'coreShare',
  'proseBefore',
  'proseAfter',
  'againstLongest',
  'againstUsual',
  'lines',
  ...(['related', 'comment', 'copyright', 'byline', 'subscribe', 'continue-reading'] as const).flatMap(reason => [
    `since:${reason}`,
    `until:${reason}`,
  ]),
]

/** Characters at a line's end that tell how it ends. */
const ending = 200

type Own = Record<(typeof own)[number], number>

/** One row a line, in the order of `featureNames`, in rows of `width`; `seen` are the lines' looks. Linear in the text. */
export function features(all: readonly Line[], seen: readonly Look[], width = featureNames.length): Float64Array[] {
  const why = seen.map(look => look.why)
  const counts = new Map<string, number>()
  for (const { plain } of seen) counts.set(plain, (counts.get(plain) ?? 0) + 1)
  const core = findCore(all, why)
  const words = all.map(wordsOf)
  const topic = topicOf(words.slice(core.start, core.end).filter((_, index) => all[core.start + index]!.sentence))
  const titleWords = new Set(words.slice(0, core.start).flatMap(({ stems }) => stems))
  const owns = all.map((line, index) =>
    ownFeatures(line, seen[index]!, words[index]!, counts.get(seen[index]!.plain)!, topic, titleWords),
  )
  const proseWords = owns.map(values => (values.sentence ? values.words : 0))
  const usual = median(proseWords.filter(words => words > 0)) || 1
  const longest = proseWords.reduce((most, words) => Math.max(most, words), 1)
  const before = runningSums(owns.map(values => values.words))
  const proseBefore = runningSums(proseWords)
  const sums = [proseWords, owns.map(values => values.commonWords), owns.map(values => values.debris)].map(runningSums)
  const marks = (['related', 'comment', 'copyright', 'byline', 'subscribe', 'continue-reading'] as const).map(
    reason => ({
      since: gaps(why, reason, 1),
      until: gaps(why, reason, -1),
    }),
  )
  const total = before[all.length]! || 1
  const allProse = proseBefore[all.length]! || 1
  const ownRows = owns.map(values => own.map(name => values[name]))
  return owns.map((values, index) => {
    const row = [...ownRows[index]!]
    for (const reason of reasons) row.push(why[index] === reason ? 1 : 0)
    for (const place of sharedPlaces)
      for (const distance of distances) row.push(ownRows[index + distance]?.[place] ?? -1)
    for (const width of windows)
      for (const sum of sums) {
        const from = Math.max(0, index - width)
        const to = Math.min(all.length, index + width + 1)
        row.push((sum[to]! - sum[from]!) / (to - from))
      }
    const away = index < core.start ? index - core.start : index >= core.end ? index - core.end + 1 : 0
    const wordsAway =
      index < core.start
        ? before[index]! - before[core.start]!
        : index >= core.end
          ? before[index]! - before[core.end]!
          : 0
    row.push(index / all.length, before[index]! / total, away === 0 ? 1 : 0, away, wordsAway)
    row.push((proseBefore[core.end]! - proseBefore[core.start]!) / allProse)
    row.push(proseBefore[index]! / allProse, (allProse - proseBefore[index + 1]!) / allProse)
    row.push(values.words / longest, values.words / usual, Math.min(all.length, 400))
    for (const { since, until } of marks) row.push(since[index]!, until[index]!)
    const full = new Float64Array(width)
    full.set(row)
    return full
  })
}

function ownFeatures(
  { words, sentence }: Line,
  { text, why }: Look,
  { lower, stems }: Words,
  times: number,
  topic: ReadonlyMap<string, number>,
  titleWords: ReadonlySet<string>,
): Own {
  const count = Math.max(1, words.length)
  const share = (all: readonly string[], holds: (word: string) => boolean) => number(all, holds) / count
  // Of the end alone: a pattern that looks for it in all of a line starts anew at each mark.
  const end = text.slice(-ending)
  return {
    words: Math.min(300, words.length),
    characters: Math.min(2000, text.length),
    sentence: sentence ? 1 : 0,
    stopped: /[.!?。！？]["”’')\]]*$/u.test(text) ? 1 : 0,
    colon: /[:：]$/.test(text) ? 1 : 0,
    ellipsis: /(?:…|\.\.\.)\W*$/u.test(end) ? 1 : 0,
    asks: /\?\W*$/.test(end) ? 1 : 0,
    lowerStart: /^\p{Ll}/u.test(text) ? 1 : 0,
    digitStart: /^\p{N}/u.test(text) ? 1 : 0,
    capitals: share(words, isCapital),
    commonWords: share(lower, word => common.has(word)),
    address: share(lower, word => address.has(word)),
    digits: (text.match(/\p{N}/gu)?.length ?? 0) / Math.max(1, text.length),
    marks: (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0) / Math.max(1, text.length),
    quotes: Math.min(4, text.match(/["“”«»]/gu)?.length ?? 0),
    bar: /[|»•·→›]|\s[-–—]\s\p{Lu}/u.test(text) ? 1 : 0,
    link: /https?:|www\.|@\w|\.com\b/i.test(text) ? 1 : 0,
    wordLength: words.reduce((sum, word) => sum + word.length, 0) / count,
    sentences: Math.min(12, text.match(/[.!?]["”’)]*\s+["“‘(]?\p{Lu}/gu)?.length ?? 0),
    repeated: Math.min(5, times),
    titleLike: stems.length === 0 ? 0 : number(stems, word => titleWords.has(word)) / stems.length,
    topic:
      stems.length === 0 ? 0 : stems.reduce((sum, word) => sum + Math.min(3, topic.get(word) ?? 0), 0) / stems.length,
    debris: why === null ? 0 : 1,
  }
}

/** The run of lines with the most prose: each prose word adds, each other line takes away. */
function findCore(all: readonly Line[], why: readonly (RemovedReason | null)[]): Span {
  let best = { start: 0, end: 0 }
  let bestScore = 0
  let start = 0
  let score = 0
  for (const [index, line] of all.entries()) {
    score += line.sentence && !why[index] ? Math.min(80, line.words.length) : -Math.min(20, 6 + line.words.length)
    if (score <= 0) {
      score = 0
      start = index + 1
    } else if (score > bestScore) {
      bestScore = score
      best = { start, end: index + 1 }
    }
  }
  return best
}

/** How many lines of the core have a content word, by stem: what the article is about. */
function topicOf(lines: readonly Words[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { stems } of lines) for (const word of new Set(stems)) found.set(word, (found.get(word) ?? 0) + 1)
  return found
}

/** A line's words as they are compared. */
interface Words {
  readonly lower: readonly string[]
  /** The first letters of the words that are no function words. */
  readonly stems: readonly string[]
}

function wordsOf({ words }: Line): Words {
  const lower = words.map(word => word.toLowerCase())
  const stems: string[] = []
  for (const [index, word] of lower.entries())
    if (words[index]!.length > 3 && !common.has(word)) stems.push(word.slice(0, 6))
  return { lower, stems }
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word)
}

function number(words: readonly string[], holds: (word: string) => boolean): number {
  let found = 0
  for (const word of words) if (holds(word)) found++
  return found
}

function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let index = 0; index < values.length; index++) sums[index + 1] = sums[index]! + values[index]!
  return sums
}

/** Lines since (step 1) or until (step -1) a line put aside for this reason; 99 where there is none. */
function gaps(why: readonly (RemovedReason | null)[], reason: RemovedReason, step: 1 | -1): number[] {
  const found = new Array<number>(why.length).fill(99)
  let gap = 99
  for (let at = step === 1 ? 0 : why.length - 1; at >= 0 && at < why.length; at += step) {
    if (why[at] === reason) gap = 0
    else gap = Math.min(99, gap + 1)
    found[at] = gap
  }
  return found
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
