import { type Frontier, utilities } from './frontier.js'
import { rationalPoints } from './solutions.js'

/** What other tools print, by their own formulas and in doubles, for comparison only. */
export interface PeerVariants {
  /** GENIUS and GeniusWeb: the frontier point where the parties' utilities differ least; reserves do not count. */
  readonly geniusKalaiSmorodinsky: PeerPoint | null
  /** NegMAS: the rational frontier point where gains, from reserve to best, differ least. */
  readonly negmasKalaiSmorodinsky: PeerPoint | null
  /** The least distance of a rational outcome to everyone having its best, each utility as a share of that best; 0: no conflict. */
  readonly opposition: number | null
  /** GENIUS and GeniusWeb: the distance of their Kalai-Smorodinsky point to everyone having 1. */
  readonly geniusOpposition: number | null
}

export interface PeerPoint {
  readonly formula: string
  /** The negative of what is made least. */
  readonly value: number
  readonly points: readonly number[]
}

/**
 * The peers' variants on a frontier.
 *
 * @param least the lowest utility each party can get in any outcome; NegMAS measures gains from it where it is above the reserve
 */
export function peerVariants(front: Frontier, least: readonly number[], reserve: readonly number[]): PeerVariants {
  const all = Array.from({ length: front.count }, (_, point) => ({ point, u: utilities(front, point) }))
  const highest = reserve.map((_, party) =>
    all.reduce((most, { u }) => Math.max(most, u[party] as number), Number.NEGATIVE_INFINITY),
  )
  const gain = (value: number, party: number) => {
    const floor = Math.max(reserve[party] as number, least[party] as number)
    return (highest[party] as number) > floor ? (value - floor) / ((highest[party] as number) - floor) : 1
  }
  const rational = new Set(rationalPoints(front))
  const toOne = (u: readonly number[]) => Math.hypot(...u.map(value => 1 - value))
  const ofBest = (u: readonly number[]) =>
    u.map((value, party) => (highest[party] === 0 ? 1 : value / (highest[party] as number)))
  const genius = evenest(all, 'least sum of |u_i - u_j| over pairs, on the frontier', sumOfDifferences)
  const geniusPoint = genius && all[genius.points[0] as number]
  return {
    geniusKalaiSmorodinsky: genius,
    negmasKalaiSmorodinsky: evenest(
      all.filter(({ point }) => rational.has(point)).map(({ point, u }) => ({ point, u: u.map(gain) })),
      'least spread of g = (u - max(r, least)) / (most - max(r, least)), on the rational frontier',
      gains => Math.max(...gains) - Math.min(...gains),
    ),
    opposition:
      rational.size === 0
        ? null
        : all
            .filter(({ point }) => rational.has(point))
            .reduce((least, { u }) => Math.min(least, toOne(ofBest(u))), Number.POSITIVE_INFINITY),
    geniusOpposition: geniusPoint ? toOne(geniusPoint.u) : null,
  }
}

function evenest(
  all: readonly { point: number; u: readonly number[] }[],
  formula: string,
  unevenness: (u: readonly number[]) => number,
): PeerPoint | null {
  if (all.length === 0) return null
  const scored = all.map(({ point, u }) => ({ point, value: -unevenness(u) }))
  const value = scored.reduce((most, one) => Math.max(most, one.value), Number.NEGATIVE_INFINITY)
  return { formula, value, points: scored.filter(one => one.value >= value - 1e-12).map(one => one.point) }
}

function sumOfDifferences(u: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < u.length; i++)
    for (let j = i + 1; j < u.length; j++) sum += Math.abs((u[i] as number) - (u[j] as number))
  return sum
}
