import type { Word } from './words.js'

/** A day, its year perhaps unsaid; months count from 1. */
export interface Day {
  readonly day: number
  readonly month: number
  readonly year: number | null
}

/** A date or a range of dates in words `from` to `to` (exclusive); `end` is its last day. */
export interface DatesAt {
  readonly end: Day
  readonly isRange: boolean
  readonly to: number
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const joins = new Set(['and', 'to', 'until', 'till', 'through', '-', '–', '—'])
const between = new Set([
  'the',
  'evening',
  'evenings',
  'morning',
  'of',
  'on',
  'hours',
  'local',
  'time',
  'h',
  'hrs',
  ',',
])

/** The date or range that begins at word `at`: "4 and 5 September", "30 April to 2 May 2021", "June 7, 2021", "2021-06-07". */
export function datesAt(words: readonly Word[], at: number): DatesAt | null {
  const first = dateAt(words, at) ?? hyphenated(words, at)
  const bare = first ? null : dayOf(words[at]?.low)
  if (!first && bare === null) return null
  let to = first ? first.to : at + 1
  if (first?.isRange) return first
  const afterFirst = to
  if (joins.has(words[to]?.low ?? '')) {
    to++
    while (
      to < afterFirst + 7 &&
      (between.has(words[to]?.low ?? '') || /^\d{1,2}[:.]\d{2}$/.test(words[to]?.low ?? ''))
    )
      to++
    const second = dateAt(words, to)
    if (second) return { end: second.end, isRange: true, to: second.to }
    // June 1 to 7, 2021
    const day = first && monthOf(words[at]?.low) ? dayOf(words[to]?.low) : null
    if (first && day !== null && !monthOf(words[to + 1]?.low)) {
      const year = yearAfter(words, to + 1)
      return { end: { ...first.end, day, year: year.value ?? first.end.year }, isRange: true, to: year.to }
    }
  }
  return first
}

/** "21-22 April 2021" as one word and what follows it. */
function hyphenated(words: readonly Word[], at: number): DatesAt | null {
  const found = /^(\d{1,2})[–-](\d{1,2})$/.exec(words[at]?.low ?? '')
  const month = monthOf(words[at + 1]?.low)
  if (!found || !month) return null
  const year = yearAfter(words, at + 2)
  return { end: { day: Number(found[2]), month, year: year.value }, isRange: true, to: year.to }
}

function dateAt(words: readonly Word[], at: number): DatesAt | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words[at]?.low ?? '')
  if (iso) return single(Number(iso[3]), Number(iso[2]), Number(iso[1]), at + 1)
  const day = dayOf(words[at]?.low)
  if (day !== null) {
    const next = words[at + 1]?.low === 'of' ? at + 2 : at + 1
    const month = monthOf(words[next]?.low)
    if (!month) return null
    const year = yearAfter(words, next + 1)
    return single(day, month, year.value, year.to)
  }
  const month = monthOf(words[at]?.low)
  const after = month && /^\p{Lu}/u.test(words[at]?.text ?? '') ? dayOf(words[at + 1]?.low) : null
  if (!month || after === null) return null
  const year = yearAfter(words, at + 2)
  return single(after, month, year.value, year.to)
}

const single = (day: number, month: number, year: number | null, to: number): DatesAt | null =>
  day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { end: { day, month, year }, isRange: false, to } : null

function dayOf(low: string | undefined): number | null {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(low ?? '')
  const day = Number(found?.[1])
  return found && day >= 1 && day <= 31 ? day : null
}

/** Months by name, or by an abbreviation of at least three letters. */
function monthOf(low: string | undefined): number | null {
  if (low === undefined || low.length < 3) return null
  const i = months.findIndex(month => month === low || (month.startsWith(low) && (low.length === 3 || low === 'sept')))
  return i < 0 ? null : i + 1
}

function yearAfter(words: readonly Word[], at: number): { value: number | null; to: number } {
  const next = words[at]?.low === ',' ? at + 1 : at
  const found = /^(?:19|20)\d{2}$/.test(words[next]?.low ?? '')
  return found ? { value: Number(words[next]?.low), to: next + 1 } : { value: null, to: at }
}

/** A day as an ISO date; without a year of its own, in the year that brings it nearest to `near`; null where none is known. */
export function isoDay(day: Day, near: Day | null): string | null {
  if (day.year !== null) return iso(day.year, day)
  if (near === null || near.year === null) return null
  const distance = day.month - near.month
  return iso(near.year + (distance > 6 ? -1 : distance < -6 ? 1 : 0), day)
}

/** The day before an ISO date. */
export const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function iso(year: number, { day, month }: Day): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null
}
