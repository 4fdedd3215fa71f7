import { cellToBoundary, getHexagonEdgeLengthAvg, gridDisk, latLngToCell, UNITS } from 'h3-js'
import jStat from 'jstat'

/** A hexagon of the H3 grid and how many incidents lie in it. */
export interface Cell {
  readonly id: string
  readonly count: number
  /** Getis-Ord Gi*: how far the count here and around stands above the mean of all cells, in standard deviations. */
  readonly z: number
  /** Whether it stays when false discoveries are held below 5 % (Benjamini-Hochberg). */
  readonly hot: boolean
  /** Corners as [latitude, longitude], in degrees. */
  readonly boundary: readonly (readonly [number, number])[]
}

export interface HotSpots {
  /** Length of a hexagon's edge in kilometres. */
  readonly edge: number
  /** Cells with an incident, the hottest first. */
  readonly cells: readonly Cell[]
  /** Places that are known too roughly for cells of this size, or not at all: on no cell. */
  readonly unplaced: number
}

/** Where something happened; `within`: kilometres by which the place may be off. */
export interface Place {
  readonly lat: number
  readonly lon: number
  readonly within: number
}

/**
 * Where incidents crowd, on hexagons of equal size (H3).
 *
 * The field is every hexagon with an incident and all around one; Gi* counts a cell and its six neighbours (Ord and Getis,
 * Geographical Analysis 1995), one-sided. Fewer than twelve cells in the field: none is called hot.
 * @param resolution of H3, 3 (edge 69 km) to 7 (1.4 km)
 */
export function hotSpots(places: readonly (Place | null)[], resolution: number): HotSpots {
  const edge = getHexagonEdgeLengthAvg(resolution, UNITS.km)
  const counts = new Map<string, number>()
  let unplaced = 0
  for (const place of places) {
    if (!place || place.within > edge) {
      unplaced++
      continue
    }
    const id = latLngToCell(place.lat, place.lon, resolution)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const field = new Set([...counts.keys()].flatMap(id => gridDisk(id, 1)))
  const n = field.size
  const total = places.length - unplaced
  const mean = total / n
  const squares = [...counts.values()].reduce((sum, count) => sum + count ** 2, 0)
  const deviation = Math.sqrt(squares / n - mean ** 2)
  const scored = [...counts].map(([id, count]) => {
    const around = gridDisk(id, 1)
    const sum = around.reduce((part, cell) => part + (counts.get(cell) ?? 0), 0)
    const spread = deviation * Math.sqrt((n * around.length - around.length ** 2) / (n - 1))
    return { id, count, z: n < fewest || spread === 0 ? 0 : (sum - mean * around.length) / spread }
  })
  const ranked = scored.sort((a, b) => b.z - a.z || b.count - a.count || (a.id < b.id ? -1 : 1))
  const hottest = n < fewest ? -1 : ranked.findLastIndex(({ z }, i) => above(z) <= (discoveries * (i + 1)) / n)
  return {
    edge,
    unplaced,
    cells: ranked.map((cell, i) => ({
      ...cell,
      hot: i <= hottest,
      boundary: cellToBoundary(cell.id).map(([lat, lon]) => [lat, lon] as const),
    })),
  }
}

const fewest = 12
const discoveries = 0.05
const above = (z: number) => 1 - jStat.normal.cdf(z, 0, 1)
