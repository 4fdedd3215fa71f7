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
  const given = values.map(of => (typeof of[0] === 'bigint' ? ranks(of) : (of as readonly number[])))
  const falling = fallingOrder(given, parties, values[0]?.length ?? 0)
  const classes = parties === 2 ? risingClasses(given, falling) : maximalClasses(given, falling)
  return { classes, values: values.map(of => classes.map(([first]) => of[first as number] as Whole)) }
}

/** The options from high to low, party after party; equal ones in their own order. */
function fallingOrder(values: readonly ArrayLike<number>[], parties: number, options: number): number[] {
  const isBefore = (a: number, b: number): boolean => {
    for (let party = 0; party < parties; party++) {
      const of = values[party] as ArrayLike<number>
      const difference = (of[a] as number) - (of[b] as number)
      if (difference !== 0) return difference > 0
    }
    return a < b
  }
  const order = Array.from({ length: options }, (_, i) => i)
  if (options > 64) return order.sort((a, b) => (isBefore(a, b) ? -1 : 1))
  // Few options are put in order by insertion: draws do this many thousand times.
  for (let i = 1; i < options; i++) {
    let at = i
    for (; at > 0 && isBefore(i, order[at - 1] as number); at--) order[at] = order[at - 1] as number
    order[at] = i
  }
  return order
}

function maximalClasses(values: readonly ArrayLike<number>[], falling: readonly number[]): number[][] {
  const best = maxima(
    values.map(of => Float64Array.from(falling, option => of[option] as number)),
    1,
    falling.length,
  )
  return Array.from({ length: best.groups }, (_, group) =>
    [...best.order.subarray(best.start[group], best.start[group + 1])].map(at => falling[at] as number),
  )
}

/** The same for two parties: what is worth less to the first must be worth more to the second than all before. */
function risingClasses(values: readonly ArrayLike<number>[], falling: readonly number[]): number[][] {
  const [first, second] = values as [ArrayLike<number>, ArrayLike<number>]
  const classes: number[][] = []
  let last: number[] = []
  for (const option of falling) {
    const [before] = last
    if (before === undefined || (second[option] as number) > (second[before] as number)) {
      last = [option]
      classes.push(last)
    } else if (first[option] === first[before] && second[option] === second[before]) last.push(option)
  }
  return classes
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
