import type { Report } from '../../reports/report.js'

/** The day of a report, where its date is known to the day. */
export function dayOf({ date }: Pick<Report, 'date'>): string | null {
  return date && (date.precision === 'day' || date.precision === 'minute') ? date.value.slice(0, 10) : null
}

/** The earliest of some days; null where none is known. */
export function firstDay(days: readonly (string | null)[]): string | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null)
}

/** How many days lie between two; null where one is unknown. */
export function daysApart(a: string | null, b: string | null): number | null {
  return a === null || b === null ? null : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}
