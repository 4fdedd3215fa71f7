import type { ApiActKind, ApiRecord } from '../../src/server/api.js'

/** What a reader saw of a case when last marked as read; kept in this browser alone. */
export interface Seen {
  /** Act and red line by `party issue`. */
  readonly positions: Readonly<Record<string, { readonly act: ApiActKind; readonly red: boolean }>>
  readonly discrepancies: readonly string[]
  readonly refused: readonly string[]
  readonly reports: number
}

export function seenOf(record: ApiRecord): Seen {
  return {
    positions: Object.fromEntries(
      record.positions.map(({ party, issue, latest, redLine }) => [`${party} ${issue}`, { act: latest, red: redLine }]),
    ),
    discrepancies: record.discrepancies.map(({ id }) => id),
    refused: record.refused.map(({ place }) => place),
    reports: record.reports.length,
  }
}

export interface News {
  readonly moved: readonly {
    readonly party: string
    readonly issue: string
    readonly from: ApiActKind | null
    readonly to: ApiActKind
  }[]
  readonly redLines: readonly { readonly party: string; readonly issue: string }[]
  readonly discrepancies: readonly string[]
  readonly refused: readonly string[]
  readonly reports: number
}

/** What the record holds that was not there before. */
export function news(record: ApiRecord, seen: Seen): News {
  const before = ({ party, issue }: { party: string; issue: string }) => seen.positions[`${party} ${issue}`]
  const discrepancies = new Set(seen.discrepancies)
  const refused = new Set(seen.refused)
  return {
    moved: record.positions
      .filter(position => before(position)?.act !== position.latest)
      .map(position => ({
        party: position.party,
        issue: position.issue,
        from: before(position)?.act ?? null,
        to: position.latest,
      })),
    redLines: record.positions.filter(position => position.redLine && !before(position)?.red),
    discrepancies: record.discrepancies.map(({ id }) => id).filter(id => !discrepancies.has(id)),
    refused: record.refused.map(({ place }) => place).filter(place => !refused.has(place)),
    reports: record.reports.length - seen.reports,
  }
}

export function isNothing({ moved, redLines, discrepancies, refused, reports }: News): boolean {
  return !moved.length && !redLines.length && !discrepancies.length && !refused.length && reports === 0
}

const key = (name: string) => `parley:seen:${name}`

/** Null where this browser never marked the case as read, or what it kept cannot be read. */
export function readSeen(name: string): Seen | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key(name)) ?? 'null')
    return typeof value === 'object' && value !== null && 'positions' in value && 'discrepancies' in value
      ? (value as Seen)
      : null
  } catch {
    return null
  }
}

export function writeSeen(record: ApiRecord): void {
  localStorage.setItem(key(record.name), JSON.stringify(seenOf(record)))
}
