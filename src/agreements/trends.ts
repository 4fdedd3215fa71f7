import { type Baseline, type DayLimit, dispersion, limits, usualBaseline } from './trends/alarms.js'
import { type ChangePoint, changePoints } from './trends/change-points.js'
import { type HotSpots, hotSpots, type Place } from './trends/hot-spots.js'
import { changeBySource, type SourcedChange } from './trends/source-trap.js'

/** One incident as trends count it. */
export interface CountedIncident {
  /** First and last day on which it may have happened, days since 1970-01-01. */
  readonly from: number
  readonly to: number
  readonly side: string | null
  readonly zone: string | null
  readonly kind: string
  /** The kind of source that carries it. */
  readonly source: string
  readonly place: Place | null
}

/** What is asked: which incidents, over which days, against which day. */
export interface TrendQuestion {
  /** First and last day, inclusive; left out: those of the incidents. */
  readonly from?: number
  readonly to?: number
  readonly side?: string
  readonly zone?: string
  readonly kind?: string
  readonly source?: string
  /** Days that are compared: `window` days before `day`, and as many from `day` on. */
  readonly event?: { readonly day: number; readonly window: number }
  readonly baseline?: Baseline
  /** Days on which nobody could observe: they neither count nor teach. */
  readonly unobserved?: ReadonlySet<number>
  /** Resolution of H3 for hot spots, 3 to 7. */
  readonly resolution?: number
}

export interface Trends {
  readonly days: readonly DayLimit[]
  /** Days above their limit, and above what a Poisson model would have set. */
  readonly alarms: readonly number[]
  readonly poissonAlarms: number
  /** Variance over mean of the daily counts; null without any. */
  readonly dispersion: number | null
  readonly changes: readonly ChangePoint[]
  readonly event: (SourcedChange & { readonly straddling: number }) | null
  readonly hot: HotSpots
  /** Incidents by kind of source, by side, by kind and by zone, the most first. */
  readonly mix: Readonly<Record<'source' | 'side' | 'kind' | 'zone', readonly (readonly [string, number])[]>>
  /** How well the days are known: to the day, to a week, worse. Only the first are counted by day. */
  readonly dates: { readonly day: number; readonly week: number; readonly worse: number }
}

/**
 * How many incidents a day, and whether that changed.
 *
 * Daily counts are of incidents known to the day; what is known less well is told in `dates`, never spread over days. Before
 * and after an event count whatever is known to lie on one side of it. The order of the incidents makes no difference. 100,000 incidents over ten years take about a second.
 */
export function trends(incidents: readonly CountedIncident[], question: TrendQuestion = {}): Trends {
  const asked = incidents.filter(
    one =>
      (question.side === undefined || one.side === question.side) &&
      (question.zone === undefined || one.zone === question.zone) &&
      (question.kind === undefined || one.kind === question.kind) &&
      (question.source === undefined || one.source === question.source) &&
      one.to >= (question.from ?? Number.NEGATIVE_INFINITY) &&
      one.from <= (question.to ?? Number.POSITIVE_INFINITY),
  )
  const dated = asked.filter(({ from, to }) => from === to)
  const first = question.from ?? least(dated)
  const last = question.to ?? most(dated)
  const unobserved = question.unobserved ?? new Set()
  const count = (from: number, to: number, of: readonly CountedIncident[] = dated) => {
    const counts: (number | null)[] = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) =>
      unobserved.has(from + i) ? null : 0,
    )
    for (const one of of) {
      const before = counts[one.from - from]
      if (before !== undefined && before !== null) counts[one.from - from] = before + 1
    }
    return counts
  }
  const counts = dated.length === 0 ? [] : count(first, last)
  const days = limits(counts, first, question.baseline ?? usualBaseline)
  return {
    days,
    alarms: days.filter(({ count, limit }) => limit !== null && count > limit).map(({ day }) => day),
    poissonAlarms: days.filter(({ count, poissonLimit }) => poissonLimit !== null && count > poissonLimit).length,
    dispersion: dispersion(counts),
    changes: changePoints(counts, first),
    event: question.event ? eventOf(question.event, asked, count) : null,
    hot: hotSpots(
      asked.map(({ place }) => place),
      question.resolution ?? 5,
    ),
    mix: {
      source: tally(asked.map(({ source }) => source)),
      side: tally(asked.map(({ side }) => side ?? 'unknown')),
      kind: tally(asked.map(({ kind }) => kind)),
      zone: tally(asked.map(({ zone }) => zone ?? 'unknown')),
    },
    dates: {
      day: dated.length,
      week: asked.filter(({ from, to }) => to > from && to - from < 7).length,
      worse: asked.filter(({ from, to }) => to - from >= 7).length,
    },
  }
}

type Counter = (from: number, to: number, of?: readonly CountedIncident[]) => (number | null)[]

/** Incidents count on their first day if all the days they may have happened on lie on one side of the event; others straddle it. */
function eventOf(
  { day, window }: { readonly day: number; readonly window: number },
  asked: readonly CountedIncident[],
  count: Counter,
): SourcedChange & { readonly straddling: number } {
  const near = asked.filter(({ from, to }) => to >= day - window && from < day + window)
  const clear = near.filter(({ from, to }) => (from >= day - window && to < day) || (from >= day && to < day + window))
  const bySource = new Map<string, CountedIncident[]>()
  for (const one of clear) {
    const list = bySource.get(one.source)
    if (list) list.push(one)
    else bySource.set(one.source, [one])
  }
  const spell = (from: number) =>
    new Map([...bySource].map(([source, list]) => [source, count(from, from + window - 1, list)] as const))
  return {
    ...changeBySource({ before: spell(day - window), after: spell(day) }),
    straddling: near.length - clear.length,
  }
}

function tally(values: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

const least = (list: readonly CountedIncident[]): number =>
  list.reduce((low, { from }) => Math.min(low, from), Number.POSITIVE_INFINITY)
const most = (list: readonly CountedIncident[]): number =>
  list.reduce((high, { to }) => Math.max(high, to), Number.NEGATIVE_INFINITY)
