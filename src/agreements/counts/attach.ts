import type { Mark } from './marks.js'
import { previousGroups } from './previous.js'

export type CountMark = Extract<Mark, { kind: 'count' }>
type RegionMark = Extract<Mark, { kind: 'region' }>

/** What a count is of: one region; several, each of which it holds for; `total`: all of them together. */
export type Target = { readonly regions: readonly string[] } | 'total' | 'unnamed'

export interface Attached {
  readonly mark: CountMark
  readonly target: Target
  /** Of the current period: how many were explosions, where it is said. */
  readonly explosions: number | null
  /** Of the previous period: the counts of the same sentence that it is set against. */
  readonly against: readonly CountMark[]
}

export interface ReadSentence {
  readonly current: readonly Attached[]
  readonly previous: readonly Attached[]
}

/**
 * Which count of a sentence is of which region and which period.
 *
 * Counts and regions are matched in the order in which they stand, neighbours first; what is left before a matched count
 * is a total. Counts of the previous period without a region of their own take those of the counts they are set against.
 */
export function attach(
  sentence: readonly Mark[],
  context: { known: readonly string[]; last: string | null },
): ReadSentence {
  const counts = sentence.filter(mark => mark.kind === 'count')
  const { groups, bracketed } = previousGroups(sentence)
  const inGroup = new Set(groups.flatMap(({ counts: of }) => of))
  const groupRegions = new Set(groups.flatMap(({ regions }) => regions))
  const own = counts.filter(count => !inGroup.has(count) && !isSpeltOut(count, sentence, inGroup))
  const regions = sentence.filter(mark => mark.kind === 'region').filter(region => !groupRegions.has(region))
  const current = targets(own, own.length === 0 ? [] : regions, context).map(({ mark, target }) => ({
    mark,
    target,
    explosions: explosionsOf(
      mark,
      sentence.filter(other => !bracketed.has(other)),
    ),
    against: [],
  }))
  const previous = groups.flatMap(group => {
    const around = group.regions.length > 0 || own.length > 0 ? group.regions : regions
    return targets(group.counts, around, context).map(one => ({
      ...one,
      explosions: null,
      against: againstOf(group.counts.indexOf(one.mark), group.counts.length, group.against),
    }))
  })
  return { current, previous }
}

/** "Fewer violations in Teskel region (twelve)": the number in brackets is what "fewer" stands for. */
function isSpeltOut(count: CountMark, sentence: readonly Mark[], inGroup: ReadonlySet<Mark>): boolean {
  if (count.value !== null) return false
  const next = sentence.findIndex(mark => mark.kind === 'count' && mark.at > count.at)
  const mark = sentence[next]
  return mark !== undefined && sentence[next - 1]?.kind === 'open' && !inGroup.has(mark)
}

/** Of the counts that a group is set against, those that one of its counts answers to: its own, or for a single count all. */
function againstOf(i: number, count: number, against: readonly CountMark[]): readonly CountMark[] {
  if (against.length === count) return against.slice(i, i + 1)
  return count === 1 ? against : []
}

function targets(
  counts: readonly CountMark[],
  regions: readonly RegionMark[],
  context: { known: readonly string[]; last: string | null },
) {
  const places = regions.flatMap(region => placesOf(region, context, counts.length - (regions.length - 1)))
  const of = matched(counts, places)
  const first = counts.findIndex((_, i) => of[i] !== undefined)
  return counts.flatMap((mark, i): { mark: CountMark; target: Target }[] => {
    const place = of[i]
    if (place) return [{ mark, target: targetOf(mark, place.names) }]
    if (places.length === 0) return [{ mark, target: 'unnamed' }]
    return i < first ? [{ mark, target: 'total' }] : []
  })
}

interface Place {
  readonly names: readonly string[]
  readonly at: number
  readonly to: number
}

/** A region mark as one place, or as one each where there is a count for each. */
function placesOf(
  region: RegionMark,
  context: { known: readonly string[]; last: string | null },
  room: number,
): Place[] {
  const names =
    region.reference === 'each' ? context.known : region.reference === 'same' ? [context.last ?? ''] : region.names
  const real = names.filter(name => name !== '')
  const { at, to } = region
  if (real.length === 0) return []
  return real.length > 1 && room === real.length
    ? real.map(name => ({ names: [name], at, to }))
    : [{ names: real, at, to }]
}

/** None in either region is none in each; any other number in both is their sum. */
const targetOf = (mark: CountMark, names: readonly string[]): Target =>
  names.length === 1 || mark.value === 0 ? { regions: names } : 'total'

/** For each count its place: as many pairs as there can be, in order, with the least way between them. */
function matched(counts: readonly CountMark[], places: readonly Place[]): (Place | undefined)[] {
  const cost = Array.from({ length: counts.length + 1 }, () => new Float64Array(places.length + 1))
  const unpaired = 1e6
  for (let c = counts.length; c >= 0; c--) {
    for (let p = places.length; p >= 0; p--) {
      const row = cost[c] as Float64Array
      if (c === counts.length || p === places.length) {
        row[p] = unpaired * (counts.length - c + places.length - p)
        continue
      }
      const skipCount = unpaired + (cost[c + 1]?.[p] as number)
      const skipPlace = unpaired + (row[p + 1] as number)
      row[p] = Math.min(way(counts[c], places[p]) + (cost[c + 1]?.[p + 1] as number), skipCount, skipPlace)
    }
  }
  const result: (Place | undefined)[] = counts.map(() => undefined)
  for (let c = 0, p = 0; c < counts.length && p < places.length; ) {
    const here = cost[c]?.[p] as number
    if (here === way(counts[c], places[p]) + (cost[c + 1]?.[p + 1] as number)) {
      result[c] = places[p]
      c++
      p++
    } else if (here === unpaired + (cost[c + 1]?.[p] as number)) c++
    else p++
  }
  return result
}

const way = (count: CountMark | undefined, place: Place | undefined): number =>
  count && place ? (place.at >= count.at ? place.at - count.to : count.at - place.to) : 0

/** The explosions that are said of a count: those after it and before the next. */
function explosionsOf(count: CountMark, sentence: readonly Mark[]): number | null {
  for (const mark of sentence.slice(sentence.indexOf(count) + 1)) {
    if (mark.kind === 'count') return null
    if (mark.kind === 'explosions') return mark.value === 'all' ? count.value : mark.value
  }
  return null
}
