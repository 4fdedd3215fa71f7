import { frontier, packages } from './frontier.js'
import { type ModelSpace, optionsOf } from './model-space.js'
import { nashPoint } from './nash-search.js'
import { solutions } from './solutions.js'
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
  return (solutions(front)?.nash.points ?? []).slice(0, 4).map(point => {
    const [ways] = packages(front, point)
    return optionsOf(groups, ways ?? [])
  })
}
