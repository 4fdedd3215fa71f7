import { knownBy, type LogEntry } from '../compliance/log.js'
import type { CountedIncident } from '../trends.js'

const minutes = 24 * 60

/**
 * The incidents of a log as trends count them: each once in the version known last, without what was refuted, what repeats
 * another, and what only says something of a norm.
 *
 * @param asOf a day, 2025-05-17: only what was known at its end; left out: all
 */
export function countedIncidents(log: readonly LogEntry[], asOf?: string): CountedIncident[] {
  const until = asOf === undefined ? Number.POSITIVE_INFINITY : (dayOf(asOf) + 1) * minutes - 1
  return knownBy(log, until)
    .filter(({ says, verification, duplicateOf }) => !says && verification !== 'refuted' && duplicateOf === null)
    .map(counted)
}

/** One entry as trends count it. */
export function counted(entry: LogEntry): CountedIncident {
  return {
    from: Math.floor(entry.from / minutes),
    to: Math.floor(entry.to / minutes),
    side: entry.by.length === 1 ? (entry.by[0] ?? null) : null,
    zone: entry.place,
    kind: entry.act,
    source: sourceOf(entry),
    // A place whose exactness nobody stated is not put on a cell.
    place:
      entry.lat === null || entry.lon === null || entry.within === null
        ? null
        : { lat: entry.lat, lon: entry.lon, within: entry.within },
  }
}

/** The same source named twice is one. */
function sourceOf({ reportedBy }: LogEntry): string {
  const named = (reportedBy ?? '').split(';').map(name => name.trim())
  return (
    [...new Set(named)]
      .filter(name => name !== '')
      .sort()
      .join('; ') || 'not said'
  )
}

/** Days since 1970-01-01 of an ISO day. */
export function dayOf(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

/** The ISO day that is so many days after 1970-01-01. */
export function isoDayOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
