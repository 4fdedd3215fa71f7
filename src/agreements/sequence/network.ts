/** "`to` comes at most `atMost` minutes after `from`"; a negative number: at least so many before it. */
export interface Bound {
  readonly from: string
  readonly to: string
  readonly atMost: number
  /** The words of the case that say so. */
  readonly because: string
}

/** Bounds that lead back to where they began and together leave less than no time. */
export interface Contradiction {
  readonly bounds: readonly Bound[]
  /** Minutes by which they miss each other. */
  readonly missing: number
}

/** Earliest and latest minute of each point, counted from the origin; null: open. */
export type Windows = ReadonlyMap<string, { readonly earliest: number | null; readonly latest: number | null }>

/**
 * A simple temporal network (Dechter, Meiri, Pearl 1991): the windows of its points, or a negative cycle of its bounds.
 *
 * Bellman-Ford: O(points · bounds).
 *
 * @param origin the point that the windows count from
 */
export function network(points: readonly string[], bounds: readonly Bound[], origin: string): Windows | Contradiction {
  const circle = negativeCycle(points, bounds)
  if (circle) return { bounds: circle, missing: -circle.reduce((sum, { atMost }) => sum + atMost, 0) }
  const latest = distances(points, bounds, origin)
  const reversed = bounds.map(bound => ({ ...bound, from: bound.to, to: bound.from }))
  const before = distances(points, reversed, origin)
  const known = (value: number | undefined) => (value === undefined ? null : value + 0)
  return new Map(
    points.map(point => {
      const back = before.get(point)
      return [point, { earliest: known(back === undefined ? undefined : -back), latest: known(latest.get(point)) }]
    }),
  )
}

export const isContradiction = (answer: Windows | Contradiction): answer is Contradiction => 'bounds' in answer

function negativeCycle(points: readonly string[], bounds: readonly Bound[]): Bound[] | null {
  const at = new Map(points.map(point => [point, 0]))
  const by = new Map<string, Bound>()
  let changed: string | null = null
  for (let round = 0; round <= points.length; round++) {
    changed = null
    for (const bound of bounds) {
      const reached = (at.get(bound.from) as number) + bound.atMost
      if (reached >= (at.get(bound.to) as number)) continue
      at.set(bound.to, reached)
      by.set(bound.to, bound)
      changed = bound.to
    }
    if (changed === null) return null
  }
  // After as many rounds as there are points, going back as many steps ends on the circle.
  let point = changed as string
  for (let step = 0; step < points.length; step++) point = by.get(point)?.from as string
  const circle: Bound[] = []
  let next = point
  do {
    const bound = by.get(next) as Bound
    circle.unshift(bound)
    next = bound.from
  } while (next !== point)
  return circle
}

function distances(points: readonly string[], bounds: readonly Bound[], origin: string): Map<string, number> {
  const at = new Map([[origin, 0]])
  for (let round = 0; round < points.length; round++) {
    let hasChanged = false
    for (const { from, to, atMost } of bounds) {
      const reached = at.get(from)
      if (reached === undefined || reached + atMost >= (at.get(to) ?? Number.POSITIVE_INFINITY)) continue
      at.set(to, reached + atMost)
      hasChanged = true
    }
    if (!hasChanged) break
  }
  return at
}
