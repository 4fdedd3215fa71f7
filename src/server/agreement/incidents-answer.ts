import type { Monitoring } from '../../agreements/trends/monitored.js'
import type { ApiIncidents } from '../api.js'

/** The incidents as columns: a hundred thousand of them are then sent and read in a fraction of a second. */
export function incidentsAnswer({ versions, leftOut }: Monitoring): ApiIncidents {
  const side = coded(versions.map(one => one.side))
  const zone = coded(versions.map(one => one.zone))
  const kind = coded(versions.map(one => one.kind))
  const place = coded(versions.map(({ entry }) => entry.place))
  const verification = coded(versions.map(({ entry }) => entry.verification))
  const source = coded(versions.map(one => one.source))
  return {
    names: {
      side: side.names,
      zone: zone.names,
      kind: kind.names,
      place: place.names,
      verification: verification.names,
      source: source.names,
    },
    id: versions.map(({ entry }) => entry.id),
    from: versions.map(one => one.from),
    to: versions.map(one => one.to),
    known: versions.map(one => one.known),
    until: versions.map(one => one.until),
    side: side.codes,
    zone: zone.codes,
    kind: kind.codes,
    place: place.codes,
    verification: verification.codes,
    source: source.codes,
    lat: versions.map(({ entry }) => entry.lat),
    lon: versions.map(({ entry }) => entry.lon),
    text: versions.map(({ entry }) => entry.text),
    leftOut,
  }
}

/** Values as places in the list of their names, which is in order; -1: null. */
function coded(values: readonly (string | null)[]): { names: string[]; codes: number[] } {
  const names = [...new Set(values)].filter(value => value !== null).sort()
  const code = new Map(names.map((name, i) => [name, i]))
  return { names, codes: values.map(value => (value === null ? -1 : (code.get(value) ?? -1))) }
}
