import { lag } from '../sequence/times.js'

const day = 24 * 60

/**
 * The minute that lies `duration` after another, by the calendar: a month after 31 January is the last day of February.
 *
 * @param minute of civil time, counted from 1970
 * @param duration ISO 8601 (`P1M10D`, `PT72H`) or short (`40d`, `2 weeks`); null is returned where it is none
 */
export function later(minute: number, duration: string): number | null {
  const length = lag(duration)
  if (!length) return null
  if (length.least === length.most) return minute + length.least
  const { months, rest } = calendarParts(duration)
  return addMonths(minute, months) + rest
}

/** The months and years of a duration, and what else it has in minutes; the duration is known to be one. */
function calendarParts(duration: string): { months: number; rest: number } {
  const iso = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(.*)$/.exec(duration.trim())
  if (iso) {
    const sign = iso[1] === '-' ? -1 : 1
    const rest = lag(`P${iso[4]}`)?.least ?? 0
    return { months: sign * (Number(iso[2] ?? 0) * 12 + Number(iso[3] ?? 0)), rest: sign * rest }
  }
  const count = Number.parseFloat(duration)
  return { months: Math.round(count * (/y/i.test(duration) ? 12 : 1)), rest: 0 }
}

function addMonths(minute: number, months: number): number {
  const at = new Date(minute * 60_000)
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1) / 60_000
  const days = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate()
  const inMonth = Math.min(at.getUTCDate(), days) - 1
  const timeOfDay = ((minute % day) + day) % day
  return first + inMonth * day + timeOfDay
}
