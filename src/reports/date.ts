import { strict } from 'chrono-node'
import type { KnownDate } from './report.js'

const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?)?)?$/i

/**
 * The date that `words` states, with the precision that it states it in; null where no year is stated.
 *
 * A time of day counts only with its time zone: without one the date is known to the day.
 */
export function knownDate(words: string, from: KnownDate['from']): KnownDate | null {
  const text = words.trim().slice(0, 200)
  return isoDate(text, from) ?? wordedDate(text, from)
}

function isoDate(text: string, from: KnownDate['from']): KnownDate | null {
  const match = iso.exec(text)
  if (!match) return null
  const [, year = '', month, day, hour, minute, second = '00', zone] = match
  if (!month) return { value: year, precision: 'year', from }
  if (+month < 1 || +month > 12) return null
  if (!day) return { value: `${year}-${month}`, precision: 'month', from }
  if (!isDay(+year, +month, +day)) return null
  if (!hour || !minute || !zone || +hour > 23 || +minute > 59)
    return { value: `${year}-${month}-${day}`, precision: 'day', from }
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : 'Z'
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${+second > 59 ? '59' : second}${offset}`)
  return Number.isNaN(at) ? null : { value: `${new Date(at).toISOString().slice(0, 19)}Z`, precision: 'minute', from }
}

/** chrono resolves against a reference date; only what the words state themselves is used of it. */
const reference = { instant: new Date(0), timezone: 0 }

function wordedDate(text: string, from: KnownDate['from']): KnownDate | null {
  for (const { start, text: found } of strict.parse(text, reference)) {
    if (!start.isCertain('year') || !start.isCertain('month')) continue
    const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 1, start.get('day') ?? 1]
    // "Two weeks ago" comes back with a year too: the reference's.
    if (year < 1800 || year > 2200 || !found.includes(String(year))) continue
    const date = `${String(year)}-${String(month).padStart(2, '0')}`
    if (!start.isCertain('day')) return { value: date, precision: 'month', from }
    if (!isDay(year, month, day)) continue
    if (start.isCertain('hour') && start.isCertain('timezoneOffset'))
      return { value: `${start.date().toISOString().slice(0, 19)}Z`, precision: 'minute', from }
    return { value: `${date}-${String(day).padStart(2, '0')}`, precision: 'day', from }
  }
  return null
}

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}
