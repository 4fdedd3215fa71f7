import { maxima } from './maxima.js'
import { partyCount, type Space, type Whole } from './space.js'

/** The options of one issue that are worth considering. */
export interface Choices {
  readonly issue: number
  /** Options worth the same to all are one class; options that another one dominates are left out. */
  readonly classes: readonly (readonly number[])[]
  /** [party][class] */
  readonly values: readonly (readonly Whole[])[]
}

/** The choices of every issue, in falling lexicographic order of their values. */
export function choices(space: Space): Choices[] {
  const parties = partyCount(space)
  return space.values.map((values, issue) => ({ issue, ...worthConsidering(values, parties) }))
}

function worthConsidering(values: readonly (readonly Whole[])[], parties: number): Omit<Choices, 'issue'> {
  const options = values[0]?.length ?? 0
  const falling = Array.from({ length: options }, (_, option) => option).sort((a, b) => {
    for (let party = 0; party < parties; party++) {
      const x = values[party]?.[a] as Whole
      const y = values[party]?.[b] as Whole
      if (x !== y) return x < y ? 1 : -1
    }
    return a - b
  })
  const comparable = values.map(of => {
    const rank = ranks(of)
    return Float64Array.from(falling, option => rank[option] as number)
  })
  const best = maxima(comparable, 1, options)
  const classes = Array.from({ length: best.groups }, (_, group) =>
    [...best.order.subarray(best.start[group], best.start[group + 1])].map(at => falling[at] as number),
  )
  return { classes, values: values.map(of => classes.map(([first]) => of[first as number] as Whole)) }
}

/** For each value its place among the different values, lowest first: doubles that compare as the values do. */
export function ranks(values: readonly Whole[]): Float64Array {
  const order = values.map((_, i) => i).sort((a, b) => ascending(values[a] as Whole, values[b] as Whole))
  const rank = new Float64Array(values.length)
  let place = 0
  order.forEach((item, i) => {
    if (i > 0 && values[item] !== values[order[i - 1] as number]) place++
    rank[item] = place
  })
  return rank
}

const ascending = (a: Whole, b: Whole): number => (a < b ? -1 : a > b ? 1 : 0)
