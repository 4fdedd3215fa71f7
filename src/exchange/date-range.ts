import type { KnownDate } from '../reports/report.js'

/** The days that a date may mean, both included: `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string
  readonly until: string
}

/** A date as event data want it, which know days only: a month is its first to its last day. */
export function rangeOf({ value, precision }: KnownDate): DateRange {
  const year = value.slice(0, 4)
  if (precision === 'year') return { from: `${year}-01-01`, until: `${year}-12-31` }
  if (precision === 'month') {
    const month = value.slice(0, 7)
    const last = new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).getUTCDate()
    return { from: `${month}-01`, until: `${month}-${last}` }
  }
  const day = value.slice(0, 10)
  return { from: day, until: day }
}
