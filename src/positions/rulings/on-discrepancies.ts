import type { Report } from '../../reports/report.js'
import type { Discrepancy, Side } from '../discrepancy.js'
import { folded } from './find-statement.js'
import type { DiscrepancyRuling, RulingEffect } from './ruling.js'

export interface RuledDiscrepancies {
  /** All that were given, in their order. */
  readonly discrepancies: readonly Discrepancy[]
  /** In the order of the rulings. */
  readonly effects: readonly RulingEffect[]
}

/**
 * The discrepancies, with what persons decided of them; none is taken away. The last ruling on one stands.
 *
 * A ruling is known again by its kind and both quotes, in either order; a quote is any evidence of a side, or what the
 * side says where it has none. Where the ruling names reports they must be those of the quotes: bare figures repeat.
 */
export function ruledDiscrepancies(
  given: readonly Discrepancy[],
  reports: readonly Report[],
  rulings: readonly DiscrepancyRuling[],
): RuledDiscrepancies {
  if (rulings.length === 0) return { discrepancies: given, effects: [] }
  const byId = new Map(reports.map(report => [report.id, report]))
  const found = rulings.map(ruling => find(ruling, given, byId))
  const last = new Map(found.flatMap((object, place) => (object ? [[object.discrepancy, place] as const] : [])))
  return {
    discrepancies: given.map(discrepancy => {
      const place = last.get(discrepancy)
      const ruling = place === undefined ? undefined : rulings[place]
      if (place === undefined || !ruling) return discrepancy
      const { by, on, why, resolution } = ruling
      return {
        ...discrepancy,
        resolution: { by, on: on ?? null, why, resolution, right: rightSide(ruling, found[place]?.turned ?? false) },
      }
    }),
    effects: rulings.map(({ by, on, why, sides, resolution }, place) => {
      const object = found[place]?.discrepancy
      return {
        of: 'discrepancy',
        place,
        by,
        on: on ?? null,
        why,
        quotes: sides.map(({ quote }) => quote),
        reports: sides.flatMap(({ report }) => report ?? []),
        object: object?.id ?? null,
        state: !object ? 'without-object' : last.get(object) === place ? 'stands' : 'superseded',
        decides: [{ field: 'resolution', value: resolution, before: null }],
      }
    }),
  }
}

function rightSide({ resolution }: DiscrepancyRuling, turned: boolean): 0 | 1 | null {
  if (resolution !== 'first' && resolution !== 'second') return null
  return (resolution === 'first') === turned ? 1 : 0
}

interface Found {
  readonly discrepancy: Discrepancy
  /** The ruling's first side is the discrepancy's second. */
  readonly turned: boolean
}

function find(
  { kind, sides: [first, second] }: DiscrepancyRuling,
  given: readonly Discrepancy[],
  reports: ReadonlyMap<string, Report>,
): Found | null {
  for (const discrepancy of given) {
    const [a, b] = discrepancy.sides
    if (discrepancy.kind !== kind || !a || !b) continue
    if (stands(first, a, reports) && stands(second, b, reports)) return { discrepancy, turned: false }
    if (stands(first, b, reports) && stands(second, a, reports)) return { discrepancy, turned: true }
  }
  return null
}

function stands(
  { quote, report: place }: DiscrepancyRuling['sides'][number],
  side: Side,
  reports: ReadonlyMap<string, Report>,
): boolean {
  const words = folded(quote)
  if (side.evidence.length === 0) return folded(side.says) === words
  return side.evidence.some(({ report: id, start, end }) => {
    const report = reports.get(id)
    return (
      report !== undefined &&
      (place === undefined || place === report.place) &&
      folded(report.text.slice(start, end)) === words
    )
  })
}
