/** A bonus (or malus) for one party when every named issue is settled by one of the named options. */
export interface Box {
  readonly party: number
  /** A whole number, so that sums are exact. */
  readonly value: number
  readonly conditions: readonly { readonly issue: number; readonly options: readonly number[] }[]
}

/** Values of single options plus values of combinations, in whole numbers. */
export interface BoxedSpace {
  /** How many options each issue has. */
  readonly options: readonly number[]
  /** [party]: what every package gives. */
  readonly constant: readonly number[]
  /** [issue][party][option] */
  readonly values: readonly (readonly (readonly number[])[])[]
  readonly boxes: readonly Box[]
}

/** A party's profile of hyper-rectangles, as GENIUS writes them. */
export interface Rectangle {
  readonly u: number
  /** [issue, from, to]: pays when every one of these holds. */
  readonly in: readonly (readonly [number, number, number])[]
  /** Pays unless all of these hold. */
  readonly ex?: readonly (readonly [number, number, number])[] | undefined
}

/**
 * Rectangles as boxes: one that pays unless all hold is one that always pays, less one that pays when all hold.
 *
 * @param issues [name, lowest, highest] an issue
 */
export function boxedRectangles(
  issues: readonly (readonly [string, number, number])[],
  parties: readonly (readonly Rectangle[])[],
): BoxedSpace {
  const options = issues.map(([, low, high]) => high - low + 1)
  const box = (party: number, value: number, bounds: Rectangle['in']): Box => ({
    party,
    value,
    conditions: bounds.map(([issue, from, to]) => ({
      issue,
      options: Array.from({ length: options[issue] ?? 0 }, (_, option) => option).filter(option => {
        const at = option + (issues[issue]?.[1] ?? 0)
        return at >= from && at <= to
      }),
    })),
  })
  return folded({
    options,
    constant: parties.map(() => 0),
    values: options.map(count => parties.map(() => new Array<number>(count).fill(0))),
    boxes: parties.flatMap((rectangles, party) =>
      rectangles.flatMap(({ u, in: inside, ex = [] }) =>
        ex.length === 0 ? [box(party, u, inside)] : [box(party, u, inside), box(party, -u, [...inside, ...ex])],
      ),
    ),
  })
}

/** The same space with as few boxes as can be: conditions that always hold and boxes of a single issue become plain values. */
export function folded(space: BoxedSpace): BoxedSpace {
  const constant = [...space.constant]
  const values = space.values.map(issue => issue.map(of => [...of]))
  const boxes: Box[] = []
  for (const box of space.boxes) {
    const conditions = joined(box.conditions).filter(
      ({ issue, options }) => options.length < (space.options[issue] ?? 0),
    )
    const [first, second] = conditions
    if (conditions.some(({ options }) => options.length === 0)) continue
    if (!first) constant[box.party] = (constant[box.party] ?? 0) + box.value
    else if (second) boxes.push({ ...box, conditions })
    else {
      const of = values[first.issue]?.[box.party] ?? []
      for (const option of first.options) of[option] = (of[option] ?? 0) + box.value
    }
  }
  return { options: space.options, constant, values, boxes }
}

/** One condition an issue: two conditions on one issue hold where both do. */
function joined(conditions: Box['conditions']): Box['conditions'] {
  const byIssue = new Map<number, readonly number[]>()
  for (const { issue, options } of conditions) {
    const before = byIssue.get(issue)
    byIssue.set(issue, before ? before.filter(option => options.includes(option)) : options)
  }
  return [...byIssue].map(([issue, options]) => ({ issue, options }))
}

/** What a package gives each party. */
export function boxedValues(space: BoxedSpace, chosen: readonly number[]): number[] {
  const sum = space.constant.map((constant, party) =>
    space.values.reduce((all, issue, i) => all + (issue[party]?.[chosen[i] ?? 0] ?? 0), constant),
  )
  for (const { party, value, conditions } of space.boxes) {
    if (conditions.every(({ issue, options }) => options.includes(chosen[issue] ?? -1))) {
      sum[party] = (sum[party] ?? 0) + value
    }
  }
  return sum
}

/** A space with only the options that may be needed, and what they are called in the space it was made from. */
export interface Reduced {
  readonly space: BoxedSpace
  /** [issue][option]: the option in the original space. */
  readonly original: readonly (readonly number[])[]
}

/**
 * Leaves out every option that another one of its issue makes useless: worth no less to anyone, in every bonus that the
 * other is in, and in no malus that the other is not in. Points of the frontier are the same; of equal packages one is left.
 */
export function reduced(space: BoxedSpace): Reduced {
  const original = space.options.map((count, issue) => {
    const on = space.boxes.flatMap(box =>
      box.conditions
        .filter(condition => condition.issue === issue)
        .map(({ options }) => ({ options: new Set(options), value: box.value })),
    )
    const covers = (a: number, b: number): boolean =>
      (space.values[issue] ?? []).every(of => (of[a] ?? 0) >= (of[b] ?? 0)) &&
      on.every(({ options, value }) => (Number(options.has(a)) - Number(options.has(b))) * value >= 0)
    const all = Array.from({ length: count }, (_, option) => option)
    return all.filter(b => !all.some(a => a !== b && covers(a, b) && (a < b || !covers(b, a))))
  })
  return {
    original,
    space: {
      options: original.map(options => options.length),
      constant: space.constant,
      values: space.values.map((issue, i) => issue.map(of => (original[i] ?? []).map(option => of[option] ?? 0))),
      boxes: space.boxes.map(box => ({
        ...box,
        conditions: box.conditions.map(({ issue, options }) => ({
          issue,
          options: (original[issue] ?? []).flatMap((option, at) => (options.includes(option) ? [at] : [])),
        })),
      })),
    },
  }
}
