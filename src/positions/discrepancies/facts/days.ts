import { casual } from 'chrono-node'
import type { Span } from '../../../language/span.js'

/** The days that words may mean: by ranges of the calendar where the year can be told, else by what they state. */
export interface Days extends Span {
  /** ISO days, both inclusive; empty where the year is unknown. */
  readonly ranges: readonly (readonly [from: string, to: string])[]
  /** 0 Sunday to 6; null where none is stated. */
  readonly weekday: number | null
  /** `-05-04`; null where none is stated. */
  readonly monthDay: string | null
}

/**
 * The days that `text` states within `span`, each as a set of what it may mean.
 *
 * "On Monday" is counted from the report's `day`, backwards in the past tense, forwards in the future, either way where
 * the tense does not tell; "next Saturday" may be the coming one or the one after. A night lies on two days. Times of
 * day, spans of time ("for three days") and vague words ("soon", "early March") state no day.
 */
export function daysIn(text: string, span: Span, day: string | null, tense: 'past' | 'future' | null): Days[] {
  const words = text.slice(span.start, span.end)
  if (!statesDay.test(words)) return []
  const reference = { instant: new Date(`${day ?? '2000-01-01'}T12:00:00Z`), timezone: 0 }
  return casual.parse(words, reference).flatMap(({ index, text: stated, start, end }): Days[] => {
    if (end || !statesDay.test(stated) || (lasts.test(stated) && !counted.test(stated))) return []
    const place = { start: span.start + index, end: span.start + index + stated.length }
    const at = start.date().toISOString().slice(0, 10)
    const isNight = night.test(words.slice(index, index + stated.length + 10))
    const widened = (from: string): readonly [string, string] => [from, isNight ? shifted(from, 1) : from]
    const weekdayAlone = start.isCertain('weekday') && !start.isCertain('day')
    const weekday = start.isCertain('weekday') ? new Date(`${at}T12:00:00Z`).getUTCDay() : null
    if (weekdayAlone) {
      if (day === null) return [{ ...place, ranges: [], weekday, monthDay: null }]
      const nearest = /\b(?:next|coming|this|last|past)\b/i.exec(
        words.slice(Math.max(0, index - 7), index + stated.length),
      )
      return [
        {
          ...place,
          ranges: weekdays(day, weekday!, tense, nearest?.[0]?.toLowerCase()).map(widened),
          weekday,
          monthDay: null,
        },
      ]
    }
    if (!start.isCertain('month')) {
      // "today", "tomorrow", "three days ago": counted from the report's day.
      return day === null || !start.isCertain('day')
        ? []
        : [{ ...place, ranges: [widened(at)], weekday: null, monthDay: null }]
    }
    const monthDay = start.isCertain('day') ? at.slice(4) : null
    if (!monthDay) return []
    const isRelative = !/\d/.test(stated)
    if (day === null && isRelative) return []
    const known = day !== null || start.isCertain('year')
    return [{ ...place, ranges: known ? [widened(at)] : [], weekday, monthDay }]
  })
}

/** Whether no day can be both. */
export function areOtherDays(a: Days, b: Days): boolean {
  if (a.ranges.length > 0 && b.ranges.length > 0)
    return a.ranges.every(([from, to]) => b.ranges.every(([other, until]) => to < other || until < from))
  if (a.monthDay !== null && b.monthDay !== null) return a.monthDay !== b.monthDay
  if (a.weekday !== null && b.weekday !== null) return a.weekday !== b.weekday
  return false
}

const statesDay = /day\b|\d|today|tonight|tomorrow|yesterday/i
/** "last 40 days", "within two weeks": spans of time; but "three days ago" is a day. */
const lasts = /\b(?:days?|weeks?|months?|hours?|minutes?|years?)\b/i
const counted = /\bdays? (?:ago|earlier|later)$|^in \S+ days?$|^the other day$/i
const night = /\b(?:night|overnight|midnight|evening|dawn|early|late|small hours)\b/i

function weekdays(day: string, weekday: number, tense: 'past' | 'future' | null, word: string | undefined): string[] {
  const today = new Date(`${day}T12:00:00Z`).getUTCDay()
  const ahead = (weekday - today + 7) % 7
  const back = (today - weekday + 7) % 7
  if (word === 'next' || word === 'coming') return [shifted(day, ahead || 7), shifted(day, (ahead || 7) + 7)]
  if (word === 'last' || word === 'past') return [shifted(day, -(back || 7)), shifted(day, -(back || 7) - 7)]
  if (tense === 'past') return [shifted(day, -back)]
  if (tense === 'future') return ahead === 0 ? [day, shifted(day, 7)] : [shifted(day, ahead)]
  return [shifted(day, -back), shifted(day, ahead)]
}

/** The day `by` days later. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}
