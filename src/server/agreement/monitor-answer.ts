import { type Watched, watched } from '../../agreements/compliance/observation.js'
import { dayOf, isoDayOf } from '../../agreements/trends/counted.js'
import { latestOn, type Monitored } from '../../agreements/trends/monitored.js'
import { trends } from '../../agreements/trends.js'
import type { ApiMonitor } from '../api.js'
import type { Prepared } from './served.js'

/** Which incidents are counted; `unknown` asks for those of which it is not known. */
export interface MonitorQuestion {
  readonly at?: string | undefined
  readonly side?: readonly string[] | undefined
  readonly zone?: readonly string[] | undefined
  readonly kind?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The day that is compared, and how many days before and from it on. */
  readonly on?: string | undefined
  readonly window?: number | undefined
  readonly resolution?: number | undefined
}

export const unknown = '?'
const usualWindow = 28
/** Longer than any agreement was watched; a wider stretch comes of a date that was typed wrong. */
const mostDays = 40_000

/**
 * Counts a day, limits, changes and hot spots of the incidents that a question asks for, as known on a day.
 *
 * Counts are of incidents known to the day. About a second for 100,000 incidents over ten years.
 */
export function monitorAnswer(prepared: Prepared, question: MonitorQuestion): ApiMonitor {
  const { agreement, monitoring } = prepared
  const last = monitoring.versions.reduce((high, { known }) => Math.max(high, known), 0)
  const asOf = question.at === undefined ? last : dayOf(question.at)
  const asked = latestOn(monitoring.versions, asOf).filter(one => isAsked(one, question))
  const span = spanOf(asked, question)
  const resolution = question.resolution ?? resolutionFor(asked)
  const window = question.window ?? usualWindow
  const day = span && comparedDay(prepared, question, span)
  const ground =
    agreement.observed.length > 0 && span
      ? seenDays(
          prepared,
          question,
          { from: Math.min(span.from, (day ?? span.from) - window), to: Math.max(span.to, (day ?? span.to) + window) },
          asOf,
        )
      : null
  const found = trends(asked, {
    ...(span ?? {}),
    ...(day === null ? {} : { event: { day, window } }),
    ...(ground ? { unobserved: new Set([...ground].filter(([, how]) => how === 'blind').map(([one]) => one)) } : {}),
    resolution,
  })
  const limitOf = new Map(found.days.map(one => [one.day, one]))
  const days = span ? Array.from({ length: span.to - span.from + 1 }, (_, i) => span.from + i) : []
  const sides = sideCounts(asked, days)
  return {
    asOf: isoDayOf(asOf),
    counted: asked.length,
    days: days.map((one, i) => ({
      day: isoDayOf(one),
      count: sides.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0),
      expected: limitOf.get(one)?.expected ?? null,
      limit: limitOf.get(one)?.limit ?? null,
      seen: ground?.get(one) ?? null,
    })),
    sides,
    alarms: found.alarms.map(isoDayOf),
    poissonAlarms: found.poissonAlarms,
    dispersion: found.dispersion,
    changes: found.changes.map(one => ({
      ...one,
      day: isoDayOf(one.day),
      between: [isoDayOf(one.between[0]), isoDayOf(one.between[1])] as const,
    })),
    event: day === null || !found.event ? null : { ...found.event, day: isoDayOf(day), window },
    hot: { ...found.hot, resolution },
    mix: found.mix,
    dates: found.dates,
    saysWhoWatched: agreement.observed.length > 0,
    zones: agreement.zones.flatMap(({ id, name, box }) => (box ? [{ name: name ?? id, box }] : [])),
  }
}

function isAsked(one: Monitored, { side, zone, kind, from, to }: MonitorQuestion): boolean {
  return (
    (side === undefined || side.includes(one.side ?? unknown)) &&
    (zone === undefined || zone.includes(one.zone ?? unknown)) &&
    (kind === undefined || kind.includes(one.kind)) &&
    (from === undefined || one.to >= dayOf(from)) &&
    (to === undefined || one.from <= dayOf(to))
  )
}

/** The days asked for, else those of the incidents known to the day; null: there are none. */
function spanOf(asked: readonly Monitored[], { from, to }: MonitorQuestion): { from: number; to: number } | null {
  const dated = asked.filter(one => one.from === one.to)
  const first =
    from === undefined ? dated.reduce((low, one) => Math.min(low, one.from), Number.POSITIVE_INFINITY) : dayOf(from)
  const last =
    to === undefined ? dated.reduce((high, one) => Math.max(high, one.to), Number.NEGATIVE_INFINITY) : dayOf(to)
  return last >= first && last - first < mostDays ? { from: first, to: last } : null
}

/** The day asked for, else that of the signature where the incidents lie on both sides of it. */
function comparedDay(
  { agreement }: Prepared,
  { on }: MonitorQuestion,
  { from, to }: { from: number; to: number },
): number | null {
  if (on !== undefined) return dayOf(on)
  const signed = agreement.signed === undefined ? null : dayOf(agreement.signed.slice(0, 10))
  return signed !== null && signed - from >= 7 && to - signed >= 7 ? signed : null
}

/** Of each day the worst sight that somebody had on it, in the zone asked for or in any. */
function seenDays(
  { agreement }: Prepared,
  { zone }: MonitorQuestion,
  { from, to }: { from: number; to: number },
  asOf: number,
): Map<number, Watched['how']> {
  const own = zone?.length === 1 ? agreement.zones.find(({ id, name }) => (name ?? id) === zone[0])?.id : undefined
  const stretches = watched(agreement, { zone: own }, { from: from * 1440, to: to * 1440 + 1439 }, asOf * 1440 + 1439)
  const worse: readonly Watched['how'][] = ['watched', 'hindered', 'blind']
  const days = new Map<number, Watched['how']>()
  for (const one of stretches) {
    for (let day = Math.floor(one.from / 1440); day * 1440 <= one.to; day++) {
      const before = days.get(day)
      if (before === undefined || worse.indexOf(one.how) > worse.indexOf(before)) days.set(day, one.how)
    }
  }
  return days
}

/** Counts of incidents known to the day, sides by name; what is not known last. */
function sideCounts(asked: readonly Monitored[], days: readonly number[]): { side: string | null; counts: number[] }[] {
  const first = days[0] ?? 0
  const bySide = new Map<string | null, number[]>()
  for (const { side, from, to } of asked) {
    const i = from - first
    if (from !== to || i < 0 || i >= days.length) continue
    const counts = bySide.get(side) ?? days.map(() => 0)
    counts[i] = (counts[i] ?? 0) + 1
    bySide.set(side, counts)
  }
  return [...bySide]
    .map(([side, counts]) => ({ side, counts }))
    .sort((a, b) => Number(a.side === null) - Number(b.side === null) || ((a.side ?? '') < (b.side ?? '') ? -1 : 1))
}

/** About thirty hexagons across what the incidents span. */
function resolutionFor(asked: readonly Monitored[]): number {
  let [south, north, west, east] = [90, -90, 180, -180]
  for (const { place } of asked) {
    if (!place) continue
    south = Math.min(south, place.lat)
    north = Math.max(north, place.lat)
    west = Math.min(west, place.lon)
    east = Math.max(east, place.lon)
  }
  const kilometres = 111 * Math.max(north - south, (east - west) * Math.cos(((north + south) / 2) * (Math.PI / 180)))
  // Edges of H3: 69, 26, 9.9, 3.7 and 1.4 km at 3 to 7.
  return kilometres > 2500 ? 3 : kilometres > 900 ? 4 : kilometres > 250 ? 5 : kilometres > 60 ? 6 : 7
}
