import { choices } from './choices.js'
import { nearest } from './ratio.js'
import { partyCount, type Space, type Whole } from './space.js'

/** The packages with the highest Nash product, without listing the frontier. */
export interface NashPoint {
  /** The product of gains over the reserves, in utilities. */
  readonly product: number
  /** One point for each different way to share that product: the parties' utilities and one package that gives them. */
  readonly points: readonly { readonly utilities: readonly number[]; readonly package: readonly number[] }[]
}

/** An issue's choices as doubles, best for the weighted sum first. */
interface Step {
  readonly issue: number
  readonly options: readonly number[]
  /** [choice][party], in utilities */
  readonly values: readonly Float64Array[]
  readonly weighted: Float64Array
  readonly exact: readonly (readonly bigint[])[]
}

/**
 * The exact Nash point by branch and bound, for models whose frontier is too large to list.
 *
 * The product of gains is at most ((sum of w·gain) / n)^n / product of w for any weights w (the means' inequality), and the
 * weighted sum is largest issue by issue. Doubles set aside what is clearly lower; whole numbers decide among the rest.
 * Null when no package gives every party more than its reserve.
 */
export function nashPoint(space: Space): NashPoint | null {
  const parties = partyCount(space)
  const floor = Float64Array.from(space.reserve, (r, party) => nearest(r, space.scale[party]))
  const plain = choices(space).map(({ issue, classes, values }) => ({
    issue,
    options: classes.map(([first]) => first as number),
    values: classes.map((_, k) =>
      Float64Array.from(values, (of, p) => nearest(BigInt(of[k] as Whole), space.scale[p])),
    ),
    exact: classes.map((_, k) => values.map(of => BigInt(of[k] as Whole))),
  }))
  const { weights, start } = supportingWeights(plain, floor)
  const steps = plain.map(step => ordered(step, weights)).sort((a, b) => spread(b) - spread(a))
  const n = steps.length
  const after = new Float64Array(n + 1)
  const most = Array.from({ length: n + 1 }, () => new Float64Array(parties))
  for (let depth = n - 1; depth >= 0; depth--) {
    const { values, weighted } = steps[depth] as Step
    after[depth] = (after[depth + 1] as number) + (weighted[0] as number)
    for (let p = 0; p < parties; p++) {
      const high = values.reduce((top, of) => Math.max(top, of[p] as number), Number.NEGATIVE_INFINITY)
      ;(most[depth] as Float64Array)[p] = ((most[depth + 1] as Float64Array)[p] as number) + high
    }
  }
  let best = start
  let found: { product: bigint; whole: bigint[]; package: number[] }[] = []
  const chosen = new Array<number>(n).fill(0)
  const gains = Array.from({ length: n + 1 }, () => new Float64Array(parties))
  for (let p = 0; p < parties; p++) (gains[0] as Float64Array)[p] = -(floor[p] as number)
  const caps = new Float64Array(parties)

  const leaf = () => {
    const whole = space.reserve.map((r, p) =>
      steps.reduce((sum, step, depth) => sum + (step.exact[chosen[depth] as number]?.[p] as bigint), -r),
    )
    if (whole.some(gain => gain <= 0n)) return
    const product = whole.reduce((all, gain) => all * gain, 1n)
    const against = found[0]?.product ?? 0n
    if (product < against || (product === against && found.some(one => String(one.whole) === String(whole)))) return
    const made = new Array<number>(n)
    steps.forEach((step, depth) => {
      made[step.issue] = step.options[chosen[depth] as number] as number
    })
    if (product > against) found = []
    found.push({ product, whole, package: made })
    best = Math.max(
      best,
      whole.reduce((all, gain, p) => all * nearest(gain, space.scale[p]), 1),
    )
  }

  const descend = (depth: number, sum: number) => {
    if (depth === n) return leaf()
    const { values, weighted } = steps[depth] as Step
    const from = gains[depth] as Float64Array
    const to = gains[depth + 1] as Float64Array
    const beyond = most[depth + 1] as Float64Array
    for (let k = 0; k < values.length; k++) {
      const reach = sum + (weighted[k] as number)
      const budget = reach + (after[depth + 1] as number)
      if (highestProduct(budget, weights, null, parties) < best * slack) return
      const add = values[k] as Float64Array
      let open = true
      for (let p = 0; p < parties; p++) {
        to[p] = (from[p] as number) + (add[p] as number)
        caps[p] = (to[p] as number) + (beyond[p] as number)
        if ((caps[p] as number) <= 0) open = false
      }
      if (!open || highestProduct(budget, weights, caps, parties) < best * slack) continue
      chosen[depth] = k
      descend(depth + 1, reach)
    }
  }
  descend(0, -floor.reduce((sum, r, p) => sum + r * (weights[p] as number), 0))
  const first = found[0]
  if (!first) return null
  return {
    product: nearest(
      first.product,
      space.scale.reduce((all, d) => all * d, 1n),
    ),
    points: found.map(one => ({
      utilities: one.whole.map((gain, p) => nearest(gain + (space.reserve[p] as bigint), space.scale[p])),
      package: one.package,
    })),
  }
}

/** What rounding of doubles may hide: products this close are compared exactly. */
const slack = 1 - 1e-9

/** The highest product of gains whose weighted sum is at most `budget` and none of which is above its cap. */
function highestProduct(budget: number, weights: Float64Array, caps: Float64Array | null, parties: number): number {
  let product = 1
  let left = budget
  let open = parties
  let capped = 0
  for (let changed = true; changed && open > 0; ) {
    changed = false
    const share = left / open
    if (share <= 0) return 0
    if (!caps) break
    for (let p = 0; p < parties; p++) {
      if (capped & (1 << p)) continue
      const most = (caps[p] as number) * (weights[p] as number)
      if (most < share) {
        capped |= 1 << p
        product *= caps[p] as number
        left -= most
        open--
        changed = true
        break
      }
    }
  }
  for (let p = 0; p < parties; p++) if (!(capped & (1 << p))) product *= left / open / (weights[p] as number)
  return product
}

function ordered(step: Omit<Step, 'weighted'>, weights: Float64Array): Step {
  const worth = step.values.map(value => value.reduce((sum, v, p) => sum + v * (weights[p] as number), 0))
  const order = worth.map((_, k) => k).sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b)
  const by = <T>(of: readonly T[]) => order.map(k => of[k] as T)
  return {
    issue: step.issue,
    options: by(step.options),
    values: by(step.values),
    exact: by(step.exact),
    weighted: Float64Array.from(order, k => worth[k] as number),
  }
}

/** How much the second best choice costs: issues that are settled easily come first. */
const spread = (step: Step): number => (step.weighted[0] as number) - (step.weighted[1] ?? Number.NEGATIVE_INFINITY)

/**
 * Weights under which the weighted sum bounds the product tightly: the gradient of the sum of logarithms at its highest
 * point over mixtures of packages (Frank and Wolfe's method), with the product of the best package met on the way.
 */
function supportingWeights(
  steps: readonly Pick<Step, 'values'>[],
  floor: Float64Array,
): { weights: Float64Array; start: number } {
  const parties = floor.length
  const sumOf = (pick: (values: readonly Float64Array[]) => Float64Array) => {
    const sum = floor.map(r => -r)
    for (const { values } of steps) {
      const value = pick(values)
      for (let p = 0; p < parties; p++) sum[p] = (sum[p] as number) + (value[p] as number)
    }
    return sum
  }
  const mean = sumOf(values =>
    new Float64Array(parties).map((_, p) => values.reduce((sum, v) => sum + (v[p] as number), 0) / values.length),
  )
  const reach = sumOf(values => new Float64Array(parties).map((_, p) => Math.max(...values.map(v => v[p] as number))))
  const least = (p: number) => Math.max(1e-12, 1e-3 * (reach[p] as number))
  let point = mean
  let start = 0
  for (let round = 0; round < 120; round++) {
    const weights = point.map((gain, p) => 1 / Math.max(gain, least(p)))
    const target = sumOf(values => {
      let best = values[0] as Float64Array
      let bestSum = Number.NEGATIVE_INFINITY
      for (const value of values) {
        let sum = 0
        for (let p = 0; p < parties; p++) sum += (value[p] as number) * (weights[p] as number)
        if (sum > bestSum) {
          bestSum = sum
          best = value
        }
      }
      return best
    })
    if (round % 8 === 7) start = Math.max(start, climbed(steps, target, weights))
    const pace = 2 / (round + 2)
    point = point.map((gain, p) => gain + pace * ((target[p] as number) - gain))
  }
  return { weights: point.map((gain, p) => 1 / Math.max(gain, least(p))), start }
}

/** The product reached from the package that is best for the weights by changing one issue at a time for the better. */
function climbed(steps: readonly Pick<Step, 'values'>[], sum: Float64Array, weights: Float64Array): number {
  const at = steps.map(({ values }) => {
    const worth = values.map(value => value.reduce((all, v, p) => all + v * (weights[p] as number), 0))
    return values[worth.indexOf(Math.max(...worth))] as Float64Array
  })
  const gains = Float64Array.from(sum)
  const productWith = (from: Float64Array, to: Float64Array) => {
    let product = 1
    for (let p = 0; p < gains.length; p++) {
      const gain = (gains[p] as number) - (from[p] as number) + (to[p] as number)
      if (gain <= 0) return 0
      product *= gain
    }
    return product
  }
  let best = gains.every(gain => gain > 0) ? gains.reduce((all, gain) => all * gain, 1) : 0
  for (let better = true; better; ) {
    better = false
    steps.forEach(({ values }, i) => {
      for (const value of values) {
        const from = at[i] as Float64Array
        const product = productWith(from, value)
        if (product <= best * (1 + 1e-12)) continue
        best = product
        better = true
        for (let p = 0; p < gains.length; p++)
          gains[p] = (gains[p] as number) - (from[p] as number) + (value[p] as number)
        at[i] = value
      }
    })
  }
  return best
}
