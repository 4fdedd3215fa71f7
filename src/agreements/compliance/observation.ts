import type { Agreement } from '../agreement.js'
import { moment } from '../sequence/times.js'

/** A stretch of time, both minutes included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface Watched extends Stretch {
  /** `hindered`: access was denied at least once. */
  readonly how: 'watched' | 'hindered' | 'blind'
}

/**
 * What could be observed of a zone (of any, where none is named) from one minute to another: the whole time, in order.
 *
 * Time of which nothing is said is blind. Where two records overlap, the better sight counts.
 *
 * @param knownBy only what was known by then counts
 * @param mechanism only this one's eyes; any where left out
 */
export function watched(
  agreement: Agreement,
  { zone, mechanism }: { zone?: string | undefined; mechanism?: string | undefined },
  { from, to }: Stretch,
  knownBy: number,
): Watched[] {
  const own = agreement.observed.filter(
    one =>
      !one.jammed &&
      (zone === undefined || one.zone === undefined || one.zone === zone) &&
      (mechanism === undefined || one.mechanism === mechanism) &&
      (moment(one.known ?? one.from, 0)?.from ?? 0) <= knownBy,
  )
  const stretches = own.map(one => ({
    from: Math.max(from, moment(one.from, 0)?.from ?? 0),
    to: Math.min(to, moment(one.to, 0)?.to ?? 0),
    isHindered: (one.accessDenied ?? 0) > 0,
  }))
  const clear = union(stretches.filter(({ isHindered }) => !isHindered))
  const all = union(stretches)
  const cuts = [...clear, ...all].flatMap(one => [one.from, one.to + 1])
  const times = [...new Set([from, ...cuts])].filter(at => at >= from && at <= to).sort((a, b) => a - b)
  const pieces = times.map((at, i): Watched => {
    const end = (times[i + 1] ?? to + 1) - 1
    return { from: at, to: end, how: isWithin(at, clear) ? 'watched' : isWithin(at, all) ? 'hindered' : 'blind' }
  })
  return joined(pieces)
}

/** Whether all of a stretch lies within time that is not blind. */
export const isSeen = (all: readonly Watched[], at: Stretch): boolean =>
  all.some(({ from, to, how }) => how !== 'blind' && from <= at.from && to >= at.to) ||
  all.every(({ from, to, how }) => how !== 'blind' || to < at.from || from > at.to)

function union(all: readonly Stretch[]): Stretch[] {
  const sorted = all.filter(({ from, to }) => to >= from).sort((a, b) => a.from - b.from)
  const found: { from: number; to: number }[] = []
  for (const { from, to } of sorted) {
    const last = found.at(-1)
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** Stretches are sorted and apart. */
function isWithin(minute: number, stretches: readonly Stretch[]): boolean {
  let [low, high] = [0, stretches.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const one = stretches[middle] as Stretch
    if (minute < one.from) high = middle - 1
    else if (minute > one.to) low = middle + 1
    else return true
  }
  return false
}

function joined(pieces: readonly Watched[]): Watched[] {
  const found: Watched[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (last?.how === piece.how) found[found.length - 1] = { ...last, to: piece.to }
    else found.push(piece)
  }
  return found
}
