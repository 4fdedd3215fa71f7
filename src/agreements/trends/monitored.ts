import { modeOf } from '../agreement/norm.js'
import { type Agreement, nameOf, normsOf } from '../agreement.js'
import type { LogEntry } from '../compliance/log.js'
import { Matching } from '../compliance/matching.js'
import type { CountedIncident } from '../trends.js'
import { counted } from './counted.js'

/** One version of an incident, with the days between which it was the latest word. */
export interface Monitored extends CountedIncident {
  readonly entry: LogEntry
  /** Days since 1970-01-01: known at the end of `known`, superseded at the end of `until`; null: never. */
  readonly known: number
  readonly until: number | null
}

export interface Monitoring {
  /** In the order in which things happened. */
  readonly versions: readonly Monitored[]
  /** Entries that are no incidents: steps that the agreement asks for, what says something of a norm, refuted, repeated. */
  readonly leftOut: number
}

/**
 * Every version of every incident in the terms of an agreement: side and zone by its own names.
 *
 * A side is named where the attribution does so as surely as findings ask for; a zone where the agreement's own covers the
 * place, or the place itself where it has no zones. O(log · zones).
 */
export function monitored(agreement: Agreement, log: readonly LogEntry[]): Monitoring {
  const matching = new Matching(agreement)
  const steps = normsOf(agreement).filter(norm => norm.modality === 'obligation' && modeOf(norm) === 'achieve')
  const zoneNames = new Map(agreement.zones.map(({ id, name }) => [id, name ?? id]))
  const isStep = remembered((act: string) =>
    steps.some(norm => matching.isAct(norm.fulfilledBy?.acts ?? matching.actsOf(norm), act) === 'yes'),
  )
  const ends = supersededOn(log)
  const versions = log
    .filter(
      entry => !entry.says && entry.verification !== 'refuted' && entry.duplicateOf === null && !isStep(entry.act),
    )
    .map((entry): Monitored => {
      const { from, to, kind, source, place } = counted(entry)
      // Written out, so that all are of one shape: a hundred thousand of them are then read several times as fast.
      return {
        from,
        to,
        kind,
        source,
        place,
        side: sideOf(entry),
        zone: zoneOf(entry),
        entry,
        known: dayOf(entry.known),
        until: ends.get(entry) ?? null,
      }
    })
    .sort(
      (a, b) =>
        a.entry.from - b.entry.from || a.entry.to - b.entry.to || compare(a.entry.id, b.entry.id) || a.known - b.known,
    )
  return { versions, leftOut: log.length - versions.length }

  function sideOf({ by, attribution }: LogEntry): string | null {
    const name = (one: string) => nameOf(agreement, matching.party(one) ?? one)
    if (by.length > 0) return [...new Set(by.map(name))].sort().join(' and ')
    for (const one in attribution) if ((attribution[one] ?? 0) >= matching.threshold) return name(one)
    return null
  }

  function zoneOf(entry: LogEntry): string | null {
    if (agreement.zones.length === 0) return entry.place
    const found = agreement.zones.find(({ id }) => matching.isInZone(entry, id) === 'yes')
    return found ? (zoneNames.get(found.id) ?? found.id) : null
  }
}

/** Those of the versions that were the latest word at the end of a day (since 1970-01-01). */
export const latestOn = (versions: readonly Monitored[], day: number): Monitored[] =>
  versions.filter(({ known, until }) => known <= day && (until === null || until > day))

/** The day on which the next version of the same incident became known. */
function supersededOn(log: readonly LogEntry[]): Map<LogEntry, number> {
  const byId = new Map<string, LogEntry[]>()
  for (const entry of log) {
    const list = byId.get(entry.id)
    if (list) list.push(entry)
    else byId.set(entry.id, [entry])
  }
  const ends = new Map<LogEntry, number>()
  for (const list of byId.values()) {
    if (list.length < 2) continue
    // As in `knownBy`: of two versions known at one minute their words decide, so that the order of arrival cannot.
    list.sort((a, b) => a.known - b.known || compare(JSON.stringify(a), JSON.stringify(b)))
    for (const [i, entry] of list.entries()) {
      const next = list[i + 1]
      if (next) ends.set(entry, dayOf(next.known))
    }
  }
  return ends
}

function remembered(of: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = of(text)
    known.set(text, answer)
    return answer
  }
}

const dayOf = (minute: number) => Math.floor(minute / 1440)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
