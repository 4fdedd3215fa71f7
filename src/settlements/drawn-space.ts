import type { Reading } from './estimates.js'
import type { Group } from './joined-issues.js'
import type { Model } from './model.js'
import { conditionsOf, fallbackOptions, holds, type ModelSpace } from './model-space.js'

/**
 * Makes spaces from many readings of one model, rounded to whole numbers of a millionth of a millionth of the largest
 * utility: fast, and as exact as a draw needs. Each space is written over by the next one.
 */
export function drawnSpaces(model: Model, groups: readonly Group[]): (reading: Reading) => ModelSpace {
  const parties = model.parties.length
  const sums = groups.map(group => model.parties.map(() => new Array<number>(group.ways.length).fill(0)))
  const whole = groups.map(group => model.parties.map(() => new Array<number>(group.ways.length).fill(0)))
  const weighted = model.parties.map(() => model.issues.map(issue => new Array<number>(issue.options.length).fill(0)))
  const parts = groups.map(group => model.parties.map((_, p) => group.ways.map(way => partsOf(model, p, group, way))))
  const everything = { issues: model.issues.map((_, i) => i) }
  const fallback = model.parties.map((_, p) => partsOf(model, p, everything, fallbackOptions(model, p)))

  const weigh = (reading: Reading, p: number, i: number) => {
    const values = reading.values[p]?.[i] as readonly number[]
    const weight = reading.weights[p]?.[i] as number
    const into = weighted[p]?.[i] as number[]
    let most = 1
    if (model.convention === 'genius') most = Math.max(...values)
    for (let o = 0; o < into.length; o++) into[o] = weight * (most === 0 ? 0 : (values[o] as number) / most)
  }
  const sumOf = (reading: Reading, p: number, { issues, options, together }: Parts) => {
    const of = weighted[p] as number[][]
    let sum = 0
    for (let i = 0; i < issues.length; i++) sum += of[issues[i] as number]?.[options[i] as number] ?? 0
    for (const c of together) sum += reading.combinations[p]?.[c] as number
    return sum
  }

  return reading => {
    for (let p = 0; p < parties; p++) for (let i = 0; i < model.issues.length; i++) weigh(reading, p, i)
    let largest = 1
    for (let g = 0; g < groups.length; g++) {
      let most = 0
      for (let p = 0; p < parties; p++) {
        const ways = parts[g]?.[p] as readonly Parts[]
        const into = sums[g]?.[p] as number[]
        for (let w = 0; w < ways.length; w++) {
          const sum = sumOf(reading, p, ways[w] as Parts)
          into[w] = sum
          if (Math.abs(sum) > most) most = Math.abs(sum)
        }
      }
      largest += most
    }
    const grid = Math.max(1, 2 ** Math.floor(Math.log2(1e12 / largest)))
    for (let g = 0; g < groups.length; g++) {
      for (let p = 0; p < parties; p++) {
        const from = sums[g]?.[p] as number[]
        const into = whole[g]?.[p] as number[]
        for (let w = 0; w < from.length; w++) into[w] = Math.round((from[w] as number) * grid)
      }
    }
    return {
      groups,
      space: {
        values: whole,
        scale: model.parties.map(() => BigInt(grid)),
        reserve: reading.reserve.map((utility, p) =>
          BigInt(Math.round((utility ?? sumOf(reading, p, fallback[p] as Parts)) * grid)),
        ),
      },
    }
  }
}

/** What the worth of one way to settle some issues is summed from. */
interface Parts {
  readonly issues: readonly number[]
  readonly options: readonly number[]
  /** The combinations that hold. */
  readonly together: readonly number[]
}

const partsOf = (model: Model, p: number, { issues }: Pick<Group, 'issues'>, options: readonly number[]): Parts => {
  const combinations = conditionsOf(model, model.parties[p] as Model['parties'][number])
  return { issues, options, together: combinations.flatMap((when, c) => (holds(when, issues, options) ? [c] : [])) }
}
