import type { ApiIncidents, ApiMonitor } from '../../src/server/api.js'

/** [west, south, east, north], degrees. */
export type Bounds = readonly [number, number, number, number]

interface Feature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string | number | boolean>>
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
    | { readonly type: 'LineString'; readonly coordinates: number[][] }
    | { readonly type: 'Point'; readonly coordinates: number[] }
}
export interface Features {
  readonly type: 'FeatureCollection'
  readonly features: Feature[]
}

/** What the incidents shown and the zones span, with a margin; null: nothing has a place. A map needs no more than this. */
export function boundsOf(
  all: ApiIncidents,
  rows: readonly number[],
  { zones, hot }: Pick<ApiMonitor, 'zones' | 'hot'>,
): Bounds | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  const add = (lon: number, lat: number) => {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  for (const at of rows) {
    const [lat, lon] = [all.lat[at] ?? null, all.lon[at] ?? null]
    if (lat !== null && lon !== null) add(lon, lat)
  }
  for (const { boundary } of hot.cells) for (const [lat, lon] of boundary) add(lon, lat)
  // A box over the date line would span the whole earth.
  for (const { box } of zones.filter(({ box }) => box[0] <= box[2])) {
    add(box[0], box[1])
    add(box[2], box[3])
  }
  if (west > east) return null
  const margin = Math.max(0.05, 0.08 * Math.max(east - west, north - south))
  return [
    Math.max(-180, west - margin),
    Math.max(-85, south - margin),
    Math.min(180, east + margin),
    Math.min(85, north + margin),
  ]
}

/** Degrees between two lines of the net: about five of them across. */
export function stepOf([west, south, east, north]: Bounds): number {
  const wide = Math.max(east - west, north - south)
  return [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20].find(step => wide / step <= 7) ?? 30
}

/** The net of meridians and parallels, named at their ends. */
export function net(bounds: Bounds): Features {
  const [west, south, east, north] = bounds
  const step = stepOf(bounds)
  const values = (from: number, to: number) =>
    Array.from({ length: Math.floor(to / step) - Math.ceil(from / step) + 1 }, (_, i) =>
      Number(((Math.ceil(from / step) + i) * step).toFixed(4)),
    )
  const line = (name: string, coordinates: number[][]): Feature => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'LineString', coordinates },
  })
  return {
    type: 'FeatureCollection',
    features: [
      ...values(west, east).map(lon =>
        line(degrees(lon, 'E', 'W'), [
          [lon, south],
          [lon, north],
        ]),
      ),
      ...values(south, north).map(lat =>
        line(degrees(lat, 'N', 'S'), [
          [west, lat],
          [east, lat],
        ]),
      ),
    ],
  }
}

/** 12.5° E */
export const degrees = (value: number, above: string, below: string): string =>
  `${Math.abs(value)}° ${value === 0 ? '' : value > 0 ? above : below}`.trim()

export const zoneBoxes = (zones: ApiMonitor['zones']): Features => ({
  type: 'FeatureCollection',
  features: zones.map(({ name, box: [west, south, east, north] }) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  })),
})

/** Hexagons; `weight` is the count against the highest, 0 to 1. */
export function hexagons(cells: ApiMonitor['hot']['cells']): Features {
  const most = Math.max(1, ...cells.map(({ count }) => count))
  return {
    type: 'FeatureCollection',
    features: cells.map(({ id, count, hot, boundary }) => {
      const ring = boundary.map(([lat, lon]) => [lon, lat])
      return {
        type: 'Feature',
        properties: { id, count, hot, weight: Math.sqrt(count / most) },
        geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] as number[]]] },
      }
    }),
  }
}

/** The middle of a hexagon, as words. */
export function middleOf({ boundary }: ApiMonitor['hot']['cells'][number]): string {
  const mean = (i: 0 | 1) => boundary.reduce((sum, corner) => sum + corner[i], 0) / Math.max(1, boundary.length)
  return `${degrees(Number(mean(0).toFixed(2)), 'N', 'S')}, ${degrees(Number(mean(1).toFixed(2)), 'E', 'W')}`
}
