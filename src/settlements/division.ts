import { add, compare, divide, multiply, one, type Ratio, ratioOf, subtract, zero } from './ratio.js'

/** A good that can be shared, and how many points each of two parties puts on it. */
export interface Good {
  readonly name: string
  readonly points: readonly [Ratio, Ratio]
}

/** Who gets what share of each good, and how many points that is worth to each. */
export interface Division {
  /** [good]: the first party's share, from 0 to 1. */
  readonly shares: readonly Ratio[]
  /** Points of each party before anything is transferred. */
  readonly initial: readonly [Ratio, Ratio]
  /** What goes from the richer party to the other, in order: how much of a good. */
  readonly transfers: readonly { readonly good: number; readonly from: 0 | 1; readonly share: Ratio }[]
  readonly final: readonly [Ratio, Ratio]
}

/** A good with the points as their digits. */
export const good = (name: string, first: string | number, second: string | number): Good => ({
  name,
  points: [ratioOf(first), ratioOf(second)],
})

/**
 * Adjusted Winner (Brams and Taylor 1996): each good goes to who puts more points on it; then the richer party hands over
 * goods, those first on which the two differ least in proportion, the last one in part, until both have as many points.
 *
 * A good on which both put as many points goes first to the party that is then poorer, or to the second.
 */
export function adjustedWinner(goods: readonly Good[]): Division {
  const shares: Ratio[] = goods.map(({ points }) => (compare(points[0], points[1]) > 0 ? one : zero))
  const total = (party: 0 | 1) =>
    goods.reduce((sum, { points }, i) => {
      const share = party === 0 ? (shares[i] as Ratio) : subtract(one, shares[i] as Ratio)
      return add(sum, multiply(points[party], share))
    }, zero)
  goods.forEach(({ points }, i) => {
    if (compare(points[0], points[1]) === 0 && compare(total(0), subtract(total(1), points[1])) < 0) shares[i] = one
  })
  const initial = [total(0), total(1)] as const
  const transfers: Division['transfers'][number][] = []
  const richer: 0 | 1 = compare(initial[0], initial[1]) >= 0 ? 0 : 1
  const poorer = richer === 0 ? 1 : 0
  const order = goods
    .map((_, i) => i)
    .filter(i => compare(shares[i] as Ratio, richer === 0 ? one : zero) === 0)
    .sort((a, b) => byProportion(goods[a] as Good, goods[b] as Good, richer) || a - b)
  for (const i of order) {
    const gap = subtract(total(richer), total(poorer))
    if (gap.n <= 0n) break
    const { points } = goods[i] as Good
    const both = add(points[0], points[1])
    if (both.n === 0n) continue
    const needed = divide(gap, both)
    const share = compare(needed, one) < 0 ? needed : one
    shares[i] = richer === 0 ? subtract(one, share) : share
    transfers.push({ good: i, from: richer, share })
  }
  return { shares, initial, transfers, final: [total(0), total(1)] }
}

/** Goods on which the richer party is ahead least, in proportion, come first; none of the other's points: last. */
function byProportion(a: Good, b: Good, richer: 0 | 1): number {
  const lead = ({ points }: Good) => ({ mine: points[richer], theirs: points[richer === 0 ? 1 : 0] })
  const x = lead(a)
  const y = lead(b)
  return compare(multiply(x.mine, y.theirs), multiply(y.mine, x.theirs))
}
