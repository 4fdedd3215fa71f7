import { type Frontier, utilities } from './frontier.js'
import { nearest } from './ratio.js'
import { rationalPoints, type Solutions, solutions } from './solutions.js'
import { type Standard, standardIds } from './standards.js'

/** The standards by which each frontier point is the best. */
export function bestPoints(found: Solutions | null): ReadonlyMap<number, readonly Standard[]> {
  const by = new Map<number, Standard[]>()
  if (!found) return by
  for (const id of standardIds) {
    for (const point of found[id].points) by.set(point, [...(by.get(point) ?? []), id])
  }
  return by
}

/**
 * The rational points of a frontier, best first.
 *
 * By one standard: its exact solutions first, the others by the same measure in doubles. By none: those best by more
 * standards first, then by their Nash product.
 */
export function ranked(front: Frontier, standard: Standard | null): number[] {
  const found = solutions(front)
  if (!found) return []
  const best = bestPoints(found)
  const { scale, reserve } = front.space
  const floor = reserve.map((r, p) => nearest(r, scale[p]))
  const measure = measures[standard ?? 'nash']
  const scored = rationalPoints(front).map(point => {
    const of = best.get(point) ?? []
    return {
      point,
      first: standard ? Number(of.includes(standard)) : of.length,
      score: measure(utilities(front, point), floor, found.ideal),
    }
  })
  return scored
    .sort((a, b) => b.first - a.first || lexicographic(b.score, a.score) || a.point - b.point)
    .map(one => one.point)
}

type Measure = (u: readonly number[], floor: readonly number[], ideal: readonly number[]) => readonly number[]

const ascending = (a: number, b: number): number => a - b

const measures: Readonly<Record<Standard, Measure>> = {
  nash: (u, floor) => [u.reduce((all, value, p) => all * (value - (floor[p] as number)), 1)],
  kalaiSmorodinsky: (u, floor, ideal) =>
    u
      .map((value, p) => {
        const room = (ideal[p] as number) - (floor[p] as number)
        return room === 0 ? 1 : (value - (floor[p] as number)) / room
      })
      .sort(ascending),
  egalitarian: (u, floor) => u.map((value, p) => value - (floor[p] as number)).sort(ascending),
  utilitarian: u => [u.reduce((all, value) => all + value, 0)],
}

function lexicographic(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const by = (a[i] as number) - (b[i] as number)
    if (by !== 0) return by
  }
  return 0
}
