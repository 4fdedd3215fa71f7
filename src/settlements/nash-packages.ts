import { type Frontier, frontier, packages } from './frontier.js'
import { type ModelSpace, optionsOf } from './model-space.js'
import { nashPoint } from './nash-search.js'
import { partyCount } from './space.js'

/**
 * The packages of a few Nash points, as option indices; none: nothing leaves every party at least its reserve.
 *
 * Two parties' frontiers are listed, which is fastest. With more parties the point is searched for without a list, and a
 * package that gives some party no more than its reserve does not count.
 */
export function nashPackages({ space, groups }: ModelSpace): number[][] {
  if (partyCount(space) > 2) {
    return (nashPoint(space)?.points ?? []).slice(0, 4).map(point => optionsOf(groups, point.package))
  }
  const front = frontier(space)
  return nashOf(front).map(point => {
    const [ways] = packages(front, point)
    return optionsOf(groups, ways ?? [])
  })
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
