import { z } from 'zod'
import { boxedFrontier } from './boxed-frontier.js'
import { boxedRectangles } from './boxes.js'
import type { Frontier } from './frontier.js'
import { divide, lcm, nearest, type Ratio, ratio, ratioOf, zero } from './ratio.js'
import { type Convention, decimal } from './scenario.js'

const bounds = z.array(z.tuple([z.number().int().min(0), z.number().int(), z.number().int()])).max(500)
const issue = z
  .tuple([z.string(), z.number().int(), z.number().int()])
  .refine(([, low, high]) => low <= high && high - low < 1000, 'expected [name, lowest, highest], at most 1000 values')

/** A scenario of two parties whose utilities hang on combinations: profiles of hyper-rectangles. */
export const rectangleScenarioSchema = z.object({
  name: z.string(),
  /** [name, lowest, highest] an issue */
  issues: z.array(issue).min(1).max(200),
  parties: z
    .array(
      z.object({
        /** What counts as its best: by convention `genius` utilities are divided by it and cut at 1. */
        maxutility: decimal,
        reserved: decimal.nullish(),
        discount: decimal.nullish(),
        rects: z.array(z.object({ u: decimal, in: bounds, ex: bounds.optional() })).max(2000),
      }),
    )
    .length(2, 'expected two parties: interdependent values are searched for two'),
})

export type RectangleScenario = z.infer<typeof rectangleScenarioSchema>

export interface RectangleFrontier {
  readonly front: Frontier
  /** [point]: one package that gives it, a value an issue. */
  readonly packages: readonly (readonly number[])[]
  /** Between which utilities the search gave up; none: the frontier is exact. */
  readonly unsearched: readonly { readonly atLeast: readonly number[]; readonly below: readonly number[] }[]
}

/**
 * The exact frontier of interdependent values, in whole numbers.
 *
 * `genius`: utilities are divided by the profile's stated maximum and cut at 1, as GENIUS has it; `raw`: bonuses as written.
 */
export function rectangleFrontier(scenario: RectangleScenario, convention: Convention): RectangleFrontier {
  const rects = scenario.parties.map(party =>
    party.rects.map(rect => ({ ...rect, value: ratioOf(rect.u), most: ratioOf(party.maxutility) })),
  )
  // Each party's bonuses as whole numbers of one unit.
  const unit = rects.map((of, p) =>
    of.reduce((all, { value }) => lcm(all, value.d), ratioOf(scenario.parties[p]?.maxutility ?? '1').d),
  )
  const whole = (value: Ratio, p: number) => Number(value.n * ((unit[p] as bigint) / value.d))
  const space = boxedRectangles(
    scenario.issues,
    rects.map((of, p) => of.map(({ value, in: inside, ex }) => ({ u: whole(value, p), in: inside, ex }))),
  )
  const isCut = convention === 'genius'
  const most = scenario.parties.map(({ maxutility }) => ratioOf(maxutility))
  const cap = most.map((of, p) => (isCut ? whole(of, p) : Number.POSITIVE_INFINITY)) as [number, number]
  const { points, unsearched } = boxedFrontier(space, cap)
  const reserve = scenario.parties.map(({ reserved }) => (reserved == null ? zero : ratioOf(reserved)))
  /** The utility of one unit. */
  const worth = unit.map((of, p) => divide(ratio(1n, of), isCut ? (most[p] as Ratio) : ratio(1n)))
  const scale = worth.map((of, p) => lcm(of.d, (reserve[p] as Ratio).d))
  const exact = (value: number, p: number): bigint => {
    const { n, d } = worth[p] as Ratio
    return (BigInt(value) * n * (scale[p] as bigint)) / d
  }
  const utility = (value: number, p: number) => nearest(exact(value, p), scale[p] as bigint)
  return {
    front: {
      space: { values: [], scale, reserve: reserve.map(({ n, d }, p) => (n * (scale[p] as bigint)) / d) },
      count: points.length,
      values: [0, 1].map(p => points.map(point => exact(point.values[p as 0 | 1], p))),
      layers: [],
    },
    packages: points.map(point => point.package.map((option, i) => option + (scenario.issues[i]?.[1] ?? 0))),
    unsearched: unsearched.map(({ atLeast, below }) => ({ atLeast: atLeast.map(utility), below: below.map(utility) })),
  }
}
