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
  const given = values.map(comparable)
  const falling = fallingOrder(given, parties, options)
  const best = maxima(
    given.map(of => reordered(of, falling)),
    1,
    options,
  )
  const classes = new Array<readonly number[]>(best.groups)
  for (let group = 0; group < best.groups; group++) {
    const members: number[] = []
    for (let k = best.start[group] as number; k < (best.start[group + 1] as number); k++)
      members.push(falling[best.order[k] as number] as number)
    classes[group] = members
  }
  return { classes, values: values.map(of => classes.map(([first]) => of[first as number] as Whole)) }
}

/** Doubles that compare as the values do. */
const comparable = (values: readonly Whole[]): Float64Array =>
  typeof values[0] === 'bigint' ? ranks(values) : Float64Array.from(values as readonly number[])

function reordered(values: Float64Array, order: Int32Array): Float64Array {
  const of = new Float64Array(order.length)
  for (let i = 0; i < of.length; i++) of[i] = values[order[i] as number] as number
  return of
}

/** The options from high to low, party after party; equal ones in their own order. */
function fallingOrder(values: readonly Float64Array[], parties: number, options: number): Int32Array {
  const order = new Int32Array(options)
  for (let i = 0; i < options; i++) order[i] = i
  const isBefore = (a: number, b: number): boolean => {
    for (let party = 0; party < parties; party++) {
      const of = values[party] as Float64Array
      const difference = (of[a] as number) - (of[b] as number)
      if (difference !== 0) return difference > 0
    }
    return a < b
  }
  if (options > 64) return order.sort((a, b) => (isBefore(a, b) ? -1 : 1))
  // Few options are put in order by insertion: draws do this many thousand times.
  for (let i = 1; i < options; i++) {
    let at = i
    for (; at > 0 && isBefore(i, order[at - 1] as number); at--) order[at] = order[at - 1] as number
    order[at] = i
  }
  return order
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
