import type { ApiIncidents } from '../../src/server/api.js'

/** What is asked of the incidents; empty sets ask for all. `?` stands for what is not known. */
export interface IncidentFilter {
  /** Days since 1970-01-01; null: no bound. */
  readonly asOf: number | null
  readonly from: number | null
  readonly to: number | null
  readonly side: ReadonlySet<string>
  readonly zone: ReadonlySet<string>
  readonly kind: ReadonlySet<string>
  /** Lower case. */
  readonly words: string
}

export const unknown = '?'
type Named = keyof ApiIncidents['names']

/** The places of the incidents that a filter asks for, the latest first. One pass: a hundred thousand take some milliseconds. */
export function selected(all: ApiIncidents, filter: IncidentFilter): number[] {
  const side = codes(all, 'side', filter.side)
  const zone = codes(all, 'zone', filter.zone)
  const kind = codes(all, 'kind', filter.kind)
  const found: number[] = []
  for (let i = all.id.length - 1; i >= 0; i--) {
    const until = all.until[i] ?? null
    if (
      filter.asOf === null
        ? until !== null
        : (all.known[i] ?? 0) > filter.asOf || (until !== null && until <= filter.asOf)
    )
      continue
    if (filter.from !== null && (all.to[i] ?? 0) < filter.from) continue
    if (filter.to !== null && (all.from[i] ?? 0) > filter.to) continue
    if (
      (side && !side.has(all.side[i] ?? -1)) ||
      (zone && !zone.has(all.zone[i] ?? -1)) ||
      (kind && !kind.has(all.kind[i] ?? -1))
    )
      continue
    if (filter.words && !wordsOf(all, i).includes(filter.words)) continue
    found.push(i)
  }
  return found
}

/** Null asks for all. */
function codes(all: ApiIncidents, name: Named, chosen: ReadonlySet<string>): ReadonlySet<number> | null {
  if (chosen.size === 0) return null
  return new Set([...chosen].map(one => (one === unknown ? -1 : all.names[name].indexOf(one))))
}

const wordsOf = (all: ApiIncidents, i: number): string =>
  `${all.text[i]} ${nameAt(all, 'place', i) ?? ''} ${all.id[i]}`.toLowerCase()

/** The name in a column; null: not known. */
export const nameAt = (all: ApiIncidents, name: Named, i: number): string | null =>
  all.names[name][all[name][i] ?? -1] ?? null

/** The ISO day of a day since 1970-01-01. */
export const dayText = (day: number | undefined): string => new Date((day ?? 0) * 86_400_000).toISOString().slice(0, 10)

/** Days since 1970-01-01 of an ISO day; null where there is none. */
export const dayNumber = (day: string | undefined): number | null => {
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? null : Math.floor(at / 86_400_000)
}
