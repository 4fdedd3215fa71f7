import type { ApiMonitor } from '../../src/server/api.js'

type Seen = NonNullable<ApiMonitor['days'][number]['seen']>

/** Days in a row on which the same could be seen. */
export interface Ground {
  readonly from: string
  readonly to: string
  readonly seen: Seen
}

/** How who could observe is drawn: by height, so that colour is not needed; and said. */
export const grounds: Readonly<Record<Seen, { height: number; word: string }>> = {
  watched: { height: 1, word: 'watched' },
  hindered: { height: 0.45, word: 'access denied at least once' },
  blind: { height: 0, word: 'nobody could observe' },
}

/** Stretches of days; empty where the agreement says nothing of who could observe. */
export function stretches(days: ApiMonitor['days']): Ground[] {
  const found: { from: string; to: string; seen: Seen }[] = []
  for (const { day, seen } of days) {
    if (seen === null) continue
    const last = found.at(-1)
    if (last?.seen === seen) last.to = day
    else found.push({ from: day, to: day, seen })
  }
  return found
}
