/** A stretch of time in minutes, as a range where a calendar makes it uneven: a month has 28 to 31 days. */
export interface Lag {
  readonly least: number
  readonly most: number
}

/** A moment in minutes of the agreement's own civil time; a day alone is all its minutes. */
export interface Moment {
  readonly from: number
  readonly to: number
}

/** "P1+<=2d" as it is read: at most two days after P1. */
export interface Distance {
  /** A node, `signed`, `endorsed`; null: counted from a date. */
  readonly of: string | null
  readonly at: Moment | null
  readonly comparison: 'at-most' | 'at-least' | 'exactly' | null
  readonly lag: Lag
}

const day = 24 * 60
const units: Readonly<Record<string, readonly [number, number]>> = {
  min: [1, 1],
  h: [60, 60],
  d: [day, day],
  w: [7 * day, 7 * day],
  m: [28 * day, 31 * day],
  y: [365 * day, 366 * day],
}

/** A duration: ISO 8601 (`P1M10D`, `PT72H`), short (`25d`, `2 weeks`), or a number of days; null where it is none. */
export function lag(given: string | number): Lag | null {
  if (typeof given === 'number') return Number.isFinite(given) ? { least: given * day, most: given * day } : null
  const text = given.trim()
  const iso =
    /^([+-]?)P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?)?$/.exec(
      text,
    )
  if (iso && /\d/.test(text)) {
    const parts = (['y', 'm', 'w', 'd', 'h', 'min'] as const).map((unit, i) => times(Number(iso[i + 2] ?? 0), unit))
    const total = parts.reduce(added)
    return iso[1] === '-' ? negative(total) : total
  }
  const short = /^([+-]?)(\d{1,6}(?:\.\d{1,3})?) ?([a-z]{0,8})$/i.exec(text)
  const unit = short && unitOf((short[3] ?? '').toLowerCase())
  if (!short || !unit) return null
  const total = times(Number(short[2]), unit)
  return short[1] === '-' ? negative(total) : total
}

function unitOf(word: string): string | null {
  if (word === '') return 'd'
  if (/^min(utes?)?$/.test(word)) return 'min'
  if (/^(mo|months?)$/.test(word)) return 'm'
  if (/^(yr|years?)$/.test(word)) return 'y'
  if (/^(h|hrs?|hours?|d|days?|w|wks?|weeks?|m|y)$/.test(word)) return word.charAt(0)
  return null
}

const times = (count: number, unit: string): Lag => {
  const [least, most] = units[unit] ?? [0, 0]
  return { least: count * least, most: count * most }
}

export const added = (a: Lag, b: Lag): Lag => ({ least: a.least + b.least, most: a.most + b.most })

const negative = ({ least, most }: Lag): Lag => ({ least: -most, most: -least })

/** The zone that dates without one are read in: the first offset that any date of the case bears, in minutes. */
export function zoneOf(texts: readonly (string | undefined)[]): number {
  for (const text of texts) {
    const found = /\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?([+-])(\d{2}):?(\d{2})\b/.exec(text ?? '')
    if (found) return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
  }
  return 0
}

/** An ISO date or instant in civil time of `zone`; null where the text is none. */
export function moment(text: string, zone: number): Moment | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  )
  if (!found) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const utc = Date.UTC(year, month - 1, date)
  if (new Date(utc).getUTCMonth() !== month - 1) return null
  const start = utc / 60_000
  if (found[4] === undefined) return { from: start, to: start + day - 1 }
  const at = start + Number(found[4]) * 60 + Number(found[5])
  const offset = found[6]
  const shift = offset === undefined ? 0 : zone - (offset === 'Z' ? 0 : zoneOf([`00:00${offset}`]))
  return { from: at + shift, to: at + shift }
}

/** A minute of civil time as an ISO date, with the hour unless it begins or ends a day. */
export function civil(minute: number): string {
  const iso = new Date(minute * 60_000).toISOString()
  const isWhole = ((minute % day) + day) % day === 0 || ((minute % day) + day) % day === day - 1
  return isWhole ? iso.slice(0, 10) : iso.slice(0, 16)
}

const sign = '(<=|>=|==|=|<|>|≤|≥)?'
const stretch = new RegExp(`^ ?([+-]) ?${sign} ?(P[0-9A-Z]{2,30}|\\d{1,6}(?:\\.\\d{1,3})? ?[a-z]{0,8})`, 'i')

/**
 * A time by distance: `2015-03-14`, `P1+2d+14d`, `P1+<=2d`, `>=signed+25d`; null where it cannot be read.
 *
 * @param ids the names that it may count from
 */
export function distance(given: string, ids: readonly string[], zone: number): Distance | null {
  let text = given.trim()
  const comparisons: string[] = []
  const before = new RegExp(`^${sign} ?`).exec(text)
  if (before?.[1]) comparisons.push(before[1])
  text = text.slice(before?.[0].length ?? 0)
  const date = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}(?!\d))?)?/.exec(text)
  const of = ids.filter(id => text.startsWith(id)).sort((a, b) => b.length - a.length)[0]
  const at = of === undefined && date ? moment(date[0], zone) : null
  if (of === undefined && at === null) return null
  text = text.slice(of === undefined ? date?.[0].length : of.length)
  let total: Lag = { least: 0, most: 0 }
  while (text.trim() !== '') {
    const part = stretch.exec(text)
    const length = part && lag(part[3] as string)
    if (!part || !length) return null
    if (part[2]) comparisons.push(part[2])
    total = added(total, part[1] === '-' ? negative(length) : length)
    text = text.slice(part[0].length)
  }
  const kinds = new Set(comparisons.map(comparisonOf))
  if (kinds.size > 1) return null
  return { of: of ?? null, at, comparison: [...kinds][0] ?? null, lag: total }
}

const comparisonOf = (text: string) =>
  /[<≤]/.test(text) ? ('at-most' as const) : /[>≥]/.test(text) ? ('at-least' as const) : ('exactly' as const)
