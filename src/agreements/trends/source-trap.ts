import { type BeforeAfter, beforeAfter } from './before-after.js'

/** How a change looks when one kind of source is left out. */
export interface Without {
  readonly source: string
  /** How many incidents of both spells it alone carries. */
  readonly carries: number
  readonly result: BeforeAfter
}

export interface SourcedChange {
  readonly all: BeforeAfter
  /** Without each kind of source in turn, the one that carries most first. */
  readonly without: readonly Without[]
  /** Kinds of source without which the change can no longer be told: what fell may be the reporting. */
  readonly restsOn: readonly string[]
}

/** Daily counts of two spells by kind of source; null days were not observed. */
export interface SpellsBySource {
  readonly before: ReadonlyMap<string, readonly (number | null)[]>
  readonly after: ReadonlyMap<string, readonly (number | null)[]>
}

/**
 * A change in the rate, and whether it holds without any one kind of source.
 *
 * An alarm by a memorial book that was closed, a monitor that left, an agency that lost its stringer: the count falls and
 * nothing else did. Sources that carry less than a tenth of the incidents are not left out in turn.
 */
export function changeBySource(spells: SpellsBySource): SourcedChange {
  const sources = [...new Set([...spells.before.keys(), ...spells.after.keys()])].sort()
  const of = (left: readonly string[]) => beforeAfter(added(spells.before, left), added(spells.after, left))
  const all = of(sources)
  const without = sources
    .map(source => ({
      source,
      carries: carried(spells.before, source) + carried(spells.after, source),
      result: of(sources.filter(other => other !== source)),
    }))
    .filter(({ carries }) => sources.length > 1 && carries >= (all.before + all.after) / 10)
    .sort((a, b) => b.carries - a.carries || (a.source < b.source ? -1 : 1))
  const isTold = all.change !== 'unclear'
  const restsOn = !isTold ? [] : without.filter(({ result }) => result.change !== all.change)
  return { all, without, restsOn: restsOn.map(({ source }) => source) }
}

function carried(spell: SpellsBySource['before'], source: string): number {
  return (spell.get(source) ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** The sum of the sources' days; a day that was not observed stays so. */
function added(spell: SpellsBySource['before'], sources: readonly string[]): (number | null)[] {
  const [first] = spell.values()
  const sum: (number | null)[] = (first ?? []).map(count => (count === null ? null : 0))
  for (const source of sources) {
    for (const [i, count] of (spell.get(source) ?? []).entries()) {
      const before = sum[i]
      if (before !== null && before !== undefined) sum[i] = before + (count ?? 0)
    }
  }
  return sum
}
