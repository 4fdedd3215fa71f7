import { type Choices, choices } from './choices.js'
import { type Frontier, frontierAbove, packages } from './frontier.js'
import { type ModelSpace, optionsOf } from './model-space.js'
import { nashPoint } from './nash-search.js'
import { packageCount, partyCount, type Space } from './space.js'

/**
 * The packages of a few Nash points of a drawn space, as option indices; none: nothing leaves every party at least its
 * reserve.
 *
 * Of two parties' frontiers the part that can hold a Nash point is listed. With more parties the point is searched for
 * without a list, and a package that gives some party no more than its reserve does not count.
 */
export function nashPackages({ space, groups }: ModelSpace): number[][] {
  if (partyCount(space) > 2) {
    return (nashPoint(space)?.points ?? []).slice(0, 4).map(point => optionsOf(groups, point.package))
  }
  if (packageCount(space) === 0n) return []
  const picks = choices(space)
  const { weights, least } = partyCount(space) === 2 ? nashBound(space, picks) : everything
  const front = frontierAbove(space, picks, weights, least)
  return nashOf(front).map(point => {
    const [ways] = packages(front, point)
    return optionsOf(groups, ways ?? [])
  })
}

interface Bound {
  readonly weights: readonly number[]
  readonly least: number
}

const everything: Bound = { weights: [1], least: Number.NEGATIVE_INFINITY }

/**
 * Weights of two parties, and the least weighted sum that a Nash point can have under them.
 *
 * If a package with the product L is known, gains a and b of a better one have wa·a + wb·b at least 2·√(L·wa·wb) (the
 * means' inequality). That is tightest where the weights are the inverse gains of the package that they favour: the ratio
 * of its gains falls as the second weight rises, so that halving finds the place.
 */
function nashBound({ reserve }: Space, picks: readonly Choices[]): Bound {
  const floor = reserve.map(Number)
  let known = 0
  /** The gains of the package that is best for the weights 1 and `second`. */
  const favoured = (second: number): readonly [number, number] => {
    let a = -(floor[0] as number)
    let b = -(floor[1] as number)
    for (const { classes, values } of picks) {
      const [first, other] = values as readonly (readonly number[])[]
      let at = 0
      let most = Number.NEGATIVE_INFINITY
      for (let k = 0; k < classes.length; k++) {
        const sum = (first?.[k] as number) + second * (other?.[k] as number)
        if (sum > most) {
          most = sum
          at = k
        }
      }
      a += first?.[at] as number
      b += other?.[at] as number
    }
    if (a > 0 && b > 0) known = Math.max(known, a * b)
    return [a, b]
  }
  let low = -20
  let high = 20
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    const second = 2 ** middle
    const [a, b] = favoured(second)
    if (b <= 0 || (a > 0 && a / b > second)) low = middle
    else high = middle
  }
  const second = 2 ** high
  const [a, b] = favoured(second)
  const weights = [1, second]
  if (known === 0) return { weights, least: Number.NEGATIVE_INFINITY }
  const held = (floor[0] as number) + second * (floor[1] as number)
  const gained = 2 * Math.sqrt(known * second)
  // Doubles round: what is this close is kept and compared as it is.
  const slack = 1e-9 * (Math.abs(held) + gained + Math.abs(a) + second * Math.abs(b) + 1e3)
  return { weights, least: held + gained - slack }
}

/** Up to four rational points of the highest product of gains; in doubles, which is as exact as drawn values are. */
function nashOf(front: Frontier): number[] {
  const floor = front.space.reserve.map(Number)
  let most = Number.NEGATIVE_INFINITY
  let best: number[] = []
  for (let point = 0; point < front.count; point++) {
    let product = 1
    for (let party = 0; party < floor.length; party++) {
      const gain = Number(front.values[party]?.[point]) - (floor[party] as number)
      product = gain < 0 || product < 0 ? -1 : product * gain
    }
    if (product < 0 || product < most) continue
    if (product > most) best = []
    most = product
    if (best.length < 4) best.push(point)
  }
  return best
}
