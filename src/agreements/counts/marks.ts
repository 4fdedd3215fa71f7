import { type Day, datesAt } from './dates.js'
import lexicon from './lexicon.json' with { type: 'json' }
import { numberAt } from './numbers.js'
import { type RegionAt, regionAt } from './regions.js'
import type { Word } from './words.js'

/** What a sentence says that bears on counts, in the order in which it says it. */
export type Mark =
  /** So many violations; null: "more", "fewer". `isNamed`: with the noun beside it. */
  | {
      readonly kind: 'count'
      readonly value: number | null
      readonly isNamed: boolean
      readonly at: number
      readonly to: number
    }
  /** So many of them explosions; `all`: every one. */
  | { readonly kind: 'explosions'; readonly value: number | 'all'; readonly at: number }
  | ({ readonly kind: 'region'; readonly at: number } & RegionAt)
  | {
      readonly kind: 'period'
      readonly at: number
      readonly end: Day
      readonly isRange: boolean
      readonly role: 'period' | 'as-of' | 'issued' | 'since'
    }
  /** `isThan`: "than in the previous period", which gives no count of it; `leadsOn`: "the previous period, when ...". */
  | {
      readonly kind: 'previous'
      readonly at: number
      readonly to: number
      readonly isThan: boolean
      readonly leadsOn: boolean
    }
  | { readonly kind: 'comparator' | 'same'; readonly at: number; readonly to: number }
  | { readonly kind: 'open' | 'close'; readonly at: number }
  /** `isStop`: a semicolon, after which nothing said before is counted on. */
  | { readonly kind: 'turn'; readonly at: number; readonly isStop: boolean }

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words)
const [violations, explosions, vague] = [set(lexicon.violations), set(lexicon.explosions), set(lexicon.vague)]
const [previous, spans, stops, places] = [
  set(lexicon.previous),
  set(lexicon.spans),
  set(lexicon.stops),
  set(lexicon.places),
]
const cumulative = set(lexicon.cumulative)
/** "For the first time since 4 May", "the highest number since": the count itself is not cumulative. */
const records = set([
  'time',
  'number',
  'figure',
  'level',
  'total',
  'count',
  'most',
  'fewest',
  'highest',
  'lowest',
  'day',
])
const turns = set([';', 'while', 'whereas', 'but'])
const prepositions = set(['in', 'during', 'over', 'for', 'within', 'on', 'throughout', 'across', 'between', 'from'])
const bareNext = set([
  ',',
  '.',
  ')',
  '(',
  ';',
  ':',
  '!',
  'and',
  'or',
  'respectively',
  'recorded',
  'registered',
  'the',
  'a',
  'previously',
  'while',
  'whereas',
  'compared',
  'up',
  'down',
  'against',
  'versus',
  'vs',
  'there',
  'earlier',
  'overall',
  'than',
  'to',
  'as',
  'but',
  'with',
  '–',
  '—',
  '-',
  'were',
  'had',
])
const degrees = set([
  'about',
  'around',
  'some',
  'approximately',
  'roughly',
  'nearly',
  'almost',
  'over',
  'only',
  'just',
  'total',
  'least',
  'at',
  'as',
  'many',
  'of',
  'more',
  'than',
  'a',
  'up',
  'to',
  'circa',
  'approx',
  'the',
  'close',
  'merely',
])
/** Comparators that are ordinary prepositions, unless a number follows. */
const weak = set(['against', 'after', 'following', 'from', 'than the', 'previously', 'relative to'])

/** @param known regions that the text names as such anywhere, in order */
export function marks(words: readonly Word[], known: readonly string[]): Mark[] {
  const found: Mark[] = []
  for (let at = 0; at < words.length; ) {
    const [mark, to] = markAt(words, at, known, found)
    if (mark) found.push(mark)
    at = Math.max(to, at + 1)
  }
  return found
}

export const isViolation = (word: Word): boolean => violations.has(word.low)

function markAt(
  words: readonly Word[],
  at: number,
  known: readonly string[],
  before: readonly Mark[],
): [Mark | null, number] {
  const low = words[at]?.low ?? ''
  if (low === '(' || low === '[') return [{ kind: 'open', at }, at + 1]
  if (low === ')' || low === ']') return [{ kind: 'close', at }, at + 1]
  if (turns.has(low)) return [{ kind: 'turn', at, isStop: low === ';' }, at + 1]
  const same = phraseAt(words, at, lexicon.same)
  if (same && previousAt(words, skipTo(words, same)) !== null) return [{ kind: 'same', at, to: same }, same]
  const dates = datesAt(words, at)
  if (dates)
    return [
      { kind: 'period', at, end: dates.end, isRange: dates.isRange, role: roleOf(words, at, dates.isRange) },
      dates.to,
    ]
  const earlier = previousAt(words, at)
  if (earlier !== null) {
    const isThan = ['than', 'as', 'from', 'to', 'with', 'since'].includes(words[at - 1]?.low ?? '')
    return [{ kind: 'previous', at, to: earlier, isThan, leadsOn: leadsOn(words, earlier) }, earlier]
  }
  const comparator = comparatorAt(words, at)
  if (comparator !== null) return [{ kind: 'comparator', at, to: comparator }, comparator]
  const region = regionAt(words, at, known)
  if (region) return [{ kind: 'region', at: words[at - 1]?.low === 'the' ? at - 1 : at, ...region }, region.to]
  if (low === 'all' || low === 'both') return allExplosions(words, at)
  if (vague.has(low)) return vagueCount(words, at, known)
  return count(words, at, known, before)
}

function count(
  words: readonly Word[],
  at: number,
  known: readonly string[],
  before: readonly Mark[],
): [Mark | null, number] {
  const number = numberAt(words, at)
  if (!number) return [null, at + 1]
  const { value, to } = number
  const last = words[at - 1]?.low
  const next = words[to]?.low
  if (
    last === '/' ||
    next === '/' ||
    next === '%' ||
    next === 'percent' ||
    (next === 'per' && words[to + 1]?.low === 'cent')
  )
    return [null, to]
  const isPart = last === 'which' || last === 'these' || last === 'them'
  const ofWhich = next === 'of' && ['which', 'them', 'these', 'those'].includes(words[to + 1]?.low ?? '')
  const start = ofWhich ? to + 2 : to
  const noun = nounAfter(words, /^(were|was)$/.test(words[start]?.low ?? '') ? start + 1 : start)
  if (noun && explosions.has(words[noun]?.low ?? '')) return [{ kind: 'explosions', value, at }, noun + 1]
  // "Ten more violations than before": a difference, and no count.
  if (noun && /^(?:more|fewer|less)$/.test(next ?? '')) return [null, noun + 1]
  // "60 violations, 45 of them in Teskel region": a part of the sum, and the whole of its region.
  const inRegion = ofWhich && words[to + 2]?.low === 'in' && regionWithin(words, to + 3, known)
  if (inRegion) return [{ kind: 'count', value, isNamed: false, at, to: to + 2 }, to + 2]
  if (isPart || ofWhich) return [null, to]
  const isIncluded = last === 'including' || last === 'incl' || last === 'comprising'
  if (noun) {
    const isPlace = places.has(words[noun + 1]?.low ?? '') && !regionWithin(words, noun + 2, known)
    return isIncluded || isPlace
      ? [null, noun + 1]
      : [{ kind: 'count', value, isNamed: true, at, to: noun + 1 }, noun + 1]
  }
  if (number.isArticle || last === 'by') return [null, at + 1]
  if (isIncluded)
    return before.some(({ kind }) => kind === 'explosions') ? [{ kind: 'explosions', value, at }, to] : [null, to]
  return isBare(words, to, known) ? [{ kind: 'count', value, isNamed: false, at, to }, to] : [null, to]
}

/** A number without a noun counts violations where it ends its phrase, or a region, a period or a day follows it. */
function isBare(words: readonly Word[], to: number, known: readonly string[]): boolean {
  const next = words[to]?.low
  if (next === undefined || bareNext.has(next)) return true
  if (!prepositions.has(next)) return false
  const after = words[to + 1]?.low === 'the' ? to + 2 : to + 1
  return (
    regionAt(words, to + 1, known) !== null ||
    regionAt(words, after, known) !== null ||
    previousAt(words, to) !== null ||
    datesAt(words, after) !== null ||
    ['total', 'all', 'evening', 'evenings'].includes(words[after]?.low ?? '')
  )
}

function regionWithin(words: readonly Word[], from: number, known: readonly string[]): boolean {
  return [from, from + 1].some(at => regionAt(words, at, known) !== null)
}

/** The noun that a number stands before, past up to three words that describe it. */
function nounAfter(words: readonly Word[], from: number): number | null {
  for (let at = from; at < from + 4; at++) {
    const low = words[at]?.low ?? ''
    if (violations.has(low) || explosions.has(low)) return at
    if (!/^\p{Ll}[\p{Ll}’'-]*$/u.test(low) || stops.has(low)) return null
  }
  return null
}

function allExplosions(words: readonly Word[], at: number): [Mark | null, number] {
  let to = at + 1
  if (words[to]?.low === 'of') to += 2
  while (['were', 'was', 'being', 'them', 'assessed', 'as'].includes(words[to]?.low ?? '')) to++
  const noun = nounAfter(words, to)
  const isAll = noun !== null && explosions.has(words[noun]?.low ?? '')
  return isAll ? [{ kind: 'explosions', value: 'all', at }, noun + 1] : [null, at + 1]
}

function vagueCount(words: readonly Word[], at: number, known: readonly string[]): [Mark | null, number] {
  const noun = nounAfter(words, at + 1)
  if (noun && violations.has(words[noun]?.low ?? ''))
    return [{ kind: 'count', value: null, isNamed: true, at, to: noun + 1 }, noun + 1]
  const isElliptic = words[at + 1]?.low === 'in' && regionAt(words, at + 2, known) !== null
  return isElliptic ? [{ kind: 'count', value: null, isNamed: false, at, to: at + 1 }, at + 1] : [null, at + 1]
}

/** "in the previous reporting period", "during the preceding 24 hours", "the day before": where it ends; null where none begins. */
export function previousAt(words: readonly Word[], at: number): number | null {
  let to = at
  if (prepositions.has(words[to]?.low ?? '')) to++
  if (['the', 'its', 'a', 'one'].includes(words[to]?.low ?? '')) to++
  const earlier = phraseAt(words, to, lexicon.earlier)
  if (earlier) return earlier
  if (words[to]?.low === 'last' && words[to + 1]?.low === 'reporting') to++
  else if (!previous.has(words[to]?.low ?? '')) return null
  if (words[to]?.low === 'prev' && words[to + 1]?.low === '.') to++
  for (let end = to + 1; end < to + 4; end++) {
    if (!spans.has(words[end]?.low ?? '')) continue
    while (spans.has(words[end]?.low ?? '')) end++
    return end
  }
  return null
}

/** Whether the counts that follow a name of the previous period are its own: "..., when it recorded 12". */
function leadsOn(words: readonly Word[], to: number): boolean {
  const next = words[to]?.low === ',' ? to + 1 : to
  const low = words[next]?.low ?? ''
  return (
    low === 'when' ||
    low === ':' ||
    (low === 'in' && words[next + 1]?.low === 'which') ||
    (next === to && numberAt(words, next) !== null)
  )
}

function comparatorAt(words: readonly Word[], at: number): number | null {
  const to = phraseAt(words, at, lexicon.comparators)
  if (!to) return null
  const phrase = words
    .slice(at, to)
    .map(({ low }) => low)
    .join(' ')
  if (!weak.has(phrase)) return to
  const number = skipDegrees(words, to)
  const isNumber = numberAt(words, number)?.isArticle === false && datesAt(words, number) === null
  return isNumber && !isTime(words[number]?.low) ? to : null
}

const isTime = (low: string | undefined): boolean => /^\d{1,2}[:.]\d{2}$/.test(low ?? '')

function skipDegrees(words: readonly Word[], from: number): number {
  let at = from
  while (at < from + 4 && degrees.has(words[at]?.low ?? '')) at++
  return at
}

const skipTo = (words: readonly Word[], at: number): number => (words[at]?.low === 'in' ? at + 1 : at)

/** The longest of `phrases` that begins at word `at`: where it ends. */
function phraseAt(words: readonly Word[], at: number, phrases: readonly string[]): number | null {
  let best: number | null = null
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    if (parts.every((part, i) => words[at + i]?.low === part) && at + parts.length > (best ?? 0))
      best = at + parts.length
  }
  return best
}

/** What a date is the date of, by the words before it. */
function roleOf(words: readonly Word[], at: number, isRange: boolean): 'period' | 'as-of' | 'issued' | 'since' {
  const near = words.slice(Math.max(0, at - 6), at).map(({ low }) => low)
  if (near.some(low => ['issued', 'published', 'released', 'dated'].includes(low))) return 'issued'
  if (near.some((low, i) => low === 'as' && (near[i + 1] === 'of' || near[i + 1] === 'at'))) return 'as-of'
  if (near.some((low, i) => cumulative.has(low) && !records.has(near[i - 1] ?? ''))) return 'since'
  if (!isRange && near.includes('from')) return 'since'
  return 'period'
}
