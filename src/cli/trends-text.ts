import type { BeforeAfter } from '../agreements/trends/before-after.js'
import { isoDayOf } from '../agreements/trends/counted.js'
import type { Trends } from '../agreements/trends.js'

/** Trends with ISO days in place of day numbers. */
export function trendsJson(answer: Trends): object {
  return {
    ...answer,
    days: answer.days.map(one => ({ ...one, day: isoDayOf(one.day) })),
    alarms: answer.alarms.map(isoDayOf),
    changes: answer.changes.map(one => ({ ...one, day: isoDayOf(one.day), between: one.between.map(isoDayOf) })),
  }
}

/** Trends as a reader at a terminal wants them: what is counted, what changed, on whom that rests. */
export function trendsText(answer: Trends, event: string | undefined): string {
  const { dates, mix, days, hot } = answer
  const counted = dates.day + dates.week + dates.worse
  if (counted === 0) return 'No incident is counted.\n'
  const first = days[0]
  const last = days.at(-1)
  const span = first && last ? `, ${isoDayOf(first.day)} to ${isoDayOf(last.day)}` : ''
  return [
    `${counted} incidents${span}: ${dates.day} known to the day, ${dates.week} to a week, ${dates.worse} less well`,
    `told by ${tellers(mix.source)}`,
    '',
    `DAYS  variance ${answer.dispersion === null ? 'unknown' : `${answer.dispersion.toFixed(1)} times the mean`}`,
    ...(answer.alarms.length === 0 ? ['  no day stands above its limit'] : answer.alarms.map(alarm)),
    ...(answer.poissonAlarms > answer.alarms.length
      ? [`  (limits that take days for evenly random would have called ${answer.poissonAlarms})`]
      : []),
    '',
    'CHANGES OF LEVEL, incidents a day',
    ...(answer.changes.length === 0 ? ['  none found'] : []),
    ...answer.changes.map(
      ({ day, between, from, to }) =>
        `  ${isoDayOf(day)} (${between.map(isoDayOf).join(' to ')}): from ${from.toFixed(2)} to ${to.toFixed(2)}`,
    ),
    ...(answer.event ? ['', `BEFORE AND AFTER ${event}`, ...eventLines(answer.event)] : []),
    '',
    `HOT SPOTS, hexagons of ${hot.edge.toFixed(0)} km an edge; ${hot.unplaced} incidents are on none`,
    ...(hot.cells.some(({ hot }) => hot) ? [] : ['  none']),
    ...hot.cells.filter(({ hot }) => hot).map(({ id, count, z }) => `  ${id}: ${count} (z ${z.toFixed(1)})`),
    '',
  ].join('\n')

  function alarm(day: number): string {
    const found = days.find(one => one.day === day)
    return `  ${isoDayOf(day)}: ${found?.count}, limit ${found?.limit}, ${found?.expected?.toFixed(1)} expected`
  }
}

const longest = 6

function tellers(sources: Trends['mix']['source']): string {
  const named = sources.slice(0, longest).map(([name, count]) => `${name} ${count}`)
  return [...named, ...(sources.length > longest ? [`${sources.length - longest} others`] : [])].join(', ')
}

function eventLines({ all, without, restsOn, straddling }: NonNullable<Trends['event']>): string[] {
  return [
    `  all: ${compared(all)}`,
    ...without.map(({ source, result }) => `  without ${source}: ${compared(result)}`),
    ...(straddling > 0 ? [`  ${straddling} may lie on either side and count on none`] : []),
    ...restsOn.map(source => `  This rests on ${source} alone: what changed may be the reporting.`),
  ]
}

function compared({ before, after, ratio, change }: BeforeAfter): string {
  const rate = ratio ? `, ${ratio.value.toFixed(2)} times (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})` : ''
  return `${before} to ${after}${rate}: ${change}`
}
