import { type Attached, attach, type Target } from './counts/attach.js'
import { type Day, dayBefore, isoDay } from './counts/dates.js'
import { isViolation, type Mark, marks } from './counts/marks.js'
import { knownRegions } from './counts/regions.js'
import { sentencesOfWords, type Word } from './counts/words.js'

/** What a monitor counted in one region in one period. */
export interface CountRow {
  /** As the report names it, without the word "region"; `total`: all that was monitored. */
  readonly region: string
  /** Last day of the period, ISO; null: the report does not say, or says no year anywhere. */
  readonly period_end: string | null
  /** Ceasefire violations; null: not said as a number ("more", "fewer"). */
  readonly cfv: number | null
  /** How many of them were explosions; null: not said. */
  readonly explosions: number | null
  /** Ceasefire violations of the period before; null: not said. */
  readonly prev: number | null
}

type Row = { -readonly [field in keyof CountRow]: CountRow[field] }

/**
 * The counts that a ceasefire monitor's prose gives, per region and period, in the order in which it names them.
 *
 * "About 1,050" counts as 1,050: degree is not kept. What was counted since the ceasefire began, or inside one place, is
 * left out; where a report says a count twice, the first stands. A period without words is that of the report: the day
 * that it is "as of", or for a daily report the day before it was issued. O(text).
 */
export function counts(text: string): CountRow[] {
  const sentences = sentencesOfWords(text)
  const known = knownRegions(sentences)
  const read = sentences.map(words => ({ words, marks: marks(words, known) }))
  const near = referenceDay(read)
  const rows = new Table()
  let period = defaultPeriod(read, near)
  let last: string | null = known.length === 1 ? (known[0] ?? null) : null
  let heading: string | null = null
  let isContext = false
  let recent: Row[] = []
  let latest: Row[] = []
  for (const { words, marks: all } of read) {
    const hasNoun = words.some(isViolation)
    const isSince = all.some(mark => mark.kind === 'period' && mark.role === 'since') || isCumulative(words)
    const counted = attach(all, { known, last })
    const dates = periodsOf(all).filter(({ role }) => role === 'period')
    if (isSince) continue
    if (isHeading(words, all)) heading = last = lastRegion(all)
    const isAbout = hasNoun || (isContext && bearsOn(all))
    const isOfNow = counted.current.length > 0 || counted.previous.length === 0
    // A date without a count may be of anything; a range may head the report.
    const heads = !hasCounts(all) && (period === null || words.length <= 12) && dates.some(({ isRange }) => isRange)
    if (isOfNow && dates.length > 0 && (heads || (isAbout && hasCounts(all))))
      period = isoDay(lastOf(dates).end, near) ?? period
    if (!isAbout) {
      isContext = false
      continue
    }
    const made = counted.current
      .filter(({ target }) => target !== 'unnamed' || heading !== null || isOfAll(words))
      .map(one => ({ one, rows: rowsFor(one, periodOf(one, dates) ?? period) }))
    if (made.length > 0) {
      latest = made.flatMap(({ rows: of }) => of)
      recent = [...new Set([...recent, ...latest])]
    }
    for (const [i, one] of counted.previous.entries()) setPrevious(one, i, counted.previous.length, made)
    if (counted.previous.length > 0 && made.length === 0) recent = []
    if (all.some(({ kind }) => kind === 'same')) for (const row of latest) row.prev ??= row.cfv
    addExplosions(words, all)
    last = lastRegion(all) ?? last
    isContext = counted.current.length > 0 || counted.previous.length > 0
  }
  return rows.list()

  function rowsFor({ mark, target, explosions }: Attached, end: string | null): Row[] {
    if (mark.value === null && explosions === null) return []
    return regionsOf(target).map(region => rows.add(region, end, mark.value, explosions))
  }

  /** A count without a region is of the one under whose heading it stands, else of all. */
  function regionsOf(target: Target): readonly string[] {
    if (target === 'unnamed') return [heading ?? 'total']
    return target === 'total' ? ['total'] : target.regions
  }

  /** After regions, a count of no region is of some place within one, unless it says that it is of all. */
  function isOfAll(words: readonly Word[]): boolean {
    return !rows.hasRegions() || words.some(({ low }) => /^(?:total|overall|altogether|all)$/.test(low))
  }

  function periodOf({ mark }: Attached, dates: readonly PeriodMark[]): string | null {
    if (dates.length < 2) return null
    const leads = (dates[0]?.at ?? 0) < mark.at && !dates.some(({ at }) => at > mark.at)
    const date = leads ? dates.findLast(({ at }) => at < mark.at) : dates.find(({ at }) => at > mark.at)
    return date ? isoDay(date.end, near) : null
  }

  function setPrevious(one: Attached, i: number, count: number, made: readonly { one: Attached; rows: Row[] }[]) {
    for (const row of previousRows(one, i, count, made)) row.prev ??= one.mark.value
  }

  function previousRows(
    { mark, target, against }: Attached,
    i: number,
    count: number,
    made: readonly { one: Attached; rows: Row[] }[],
  ): Row[] {
    if (target !== 'unnamed' && target !== 'total') return target.regions.map(region => rows.latest(region, period))
    const set = made.filter(({ one }) => against.includes(one.mark)).map(({ rows: of }) => of)
    const candidates = set.length > 0 ? set : [latest, recent].find(of => of.length === count)?.map(row => [row])
    if (candidates?.length === count && set.length === 0) return candidates[i] ?? []
    if (set.length === 1) return set[0] ?? []
    const total = set.flat().find(({ region }) => region === 'total')
    if (total) return [total]
    if (set.length > 1) return set.at(-1) ?? []
    if (mark.value === 0 && latest.length > 0) return recent.length > latest.length ? recent : latest
    return [rows.latest('total', period)]
  }

  /** "Of these, 12 were explosions", said of the sentence before. */
  function addExplosions(words: readonly Word[], all: readonly Mark[]) {
    const only = all.filter(({ kind }) => kind === 'explosions')
    const [first] = only
    const refersBack = /^(of|these|they|this|among|all|both|it)$/.test(words[0]?.low ?? '')
    if (first?.kind !== 'explosions' || only.length !== 1 || !refersBack || hasCounts(all) || latest.length !== 1)
      return
    const row = latest[0] as Row
    row.explosions ??= first.value === 'all' ? row.cfv : first.value
  }
}

/** Rows by region and period, in order. */
class Table {
  readonly #rows: Row[] = []

  add(region: string, period_end: string | null, cfv: number | null, explosions: number | null): Row {
    const known = this.#rows.find(row => row.region === region && row.period_end === period_end)
    if (known) {
      if (known.cfv === null || known.cfv === cfv) known.explosions ??= explosions
      known.cfv ??= cfv
      return known
    }
    const row: Row = { region, period_end, cfv, explosions, prev: null }
    this.#rows.push(row)
    return row
  }

  hasRegions(): boolean {
    return this.#rows.some(({ region }) => region !== 'total')
  }

  latest(region: string, period_end: string | null): Row {
    return this.#rows.findLast(row => row.region === region) ?? this.add(region, period_end, null, null)
  }

  list(): CountRow[] {
    return this.#rows.filter(({ cfv, explosions, prev }) => cfv !== null || explosions !== null || prev !== null)
  }
}

type PeriodMark = Extract<Mark, { kind: 'period' }>

const periodsOf = (all: readonly Mark[]): PeriodMark[] => all.filter(mark => mark.kind === 'period')

type Read = { readonly words: readonly Word[]; readonly marks: readonly Mark[] }

const lastOf = <T>(list: readonly T[]): T => list[list.length - 1] as T

const hasCounts = (all: readonly Mark[]): boolean => all.some(({ kind }) => kind === 'count')

/** A sentence without the noun still counts after one with it, where it names a region or the previous period. */
const bearsOn = (all: readonly Mark[]): boolean =>
  all.some(({ kind }) => ['region', 'previous', 'comparator', 'same', 'explosions'].includes(kind))

const isCumulative = (words: readonly Word[]): boolean =>
  words.some(
    ({ low }, i) =>
      (low === 'since' &&
        words[i + 1]?.low === 'the' &&
        !/^(previous|last|preceding)$/.test(words[i + 2]?.low ?? '')) ||
      (low === 'so' && words[i + 1]?.low === 'far'),
  )

/** "Teskel region" on a line of its own. */
const isHeading = (words: readonly Word[], all: readonly Mark[]): boolean => {
  const [only] = all
  return (
    all.length === 1 && only?.kind === 'region' && only.reference === 'named' && words.length - (only.to - only.at) <= 1
  )
}

function lastRegion(all: readonly Mark[]): string | null {
  const named = all.filter(mark => mark.kind === 'region' && mark.reference === 'named')
  const region = named.at(-1)
  return region?.kind === 'region' && region.names.length === 1 ? (region.names[0] ?? null) : null
}

/** The day that gives the others their year: of issue, "as of", or any that bears one. */
function referenceDay(read: readonly Read[]): Day | null {
  const days = read.flatMap(({ marks: all }) => periodsOf(all))
  const withYear = days.filter(({ end }) => end.year !== null)
  const best =
    withYear.find(({ role }) => role === 'issued') ?? withYear.find(({ role }) => role === 'as-of') ?? withYear[0]
  if (best) return best.end
  for (const { words } of read)
    for (const { low } of words)
      if (/^(?:19|20)\d{2}$/.test(low) && days[0]) return { ...days[0].end, year: Number(low) }
  return null
}

function defaultPeriod(read: readonly Read[], near: Day | null): string | null {
  const days = read.flatMap(({ marks: all }) => periodsOf(all))
  const asOf = days.find(({ role }) => role === 'as-of')
  if (asOf) return isoDay(asOf.end, near)
  const issued = days.find(({ role }) => role === 'issued')
  const date = issued ? isoDay(issued.end, near) : null
  const isDaily = read.some(({ words }) => words.some(({ low }) => low === 'daily'))
  return date && isDaily ? dayBefore(date) : null
}
