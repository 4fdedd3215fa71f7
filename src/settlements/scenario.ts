import { z } from 'zod'
import { add, compare, divide, multiply, one, type Ratio, ratioOf, zero } from './ratio.js'
import { type Space, spaceOf } from './space.js'

/**
 * How a profile's numbers become utilities.
 *
 * `genius`: an option's value is divided by the highest value of its issue (GENIUS, NegMAS).
 * `raw`: values count as they stand (GeniusWeb).
 */
export type Convention = 'genius' | 'raw'

/** A number as the digits that were written. */
export const decimal = z
  .union([z.string().max(500), z.number()])
  .transform(value => String(value))
  .refine(value => isDecimal(value), 'expected a decimal number')

const linear = z.object({ ftype: z.literal('linear'), offset: decimal, slope: decimal })

/** A scenario as the peers' files hold it: numbers as the digits that were written. */
export const scenarioSchema = z.object({
  name: z.string(),
  issues: z
    .array(
      z.union([
        z.object({ name: z.string(), type: z.literal('discrete'), values: z.array(z.string()).min(1).max(100_000) }),
        z.object({
          name: z.string(),
          type: z.literal('integer'),
          lower: z.coerce.number().int(),
          upper: z.coerce.number().int(),
        }),
      ]),
    )
    .min(1)
    .max(1000),
  parties: z
    .array(
      z.object({
        name: z.string(),
        weights: z.array(decimal),
        /** One entry an issue: a value an option (null: none given, counts 0), or a line over an integer issue. */
        evaluations: z.array(z.union([z.array(decimal.nullable()), linear])),
        reserved: decimal.nullish(),
        discount: decimal.nullish(),
        /** An option an issue instead of a number: the reserve is what that package is worth. */
        reservationBid: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
      }),
    )
    .min(1)
    .max(50),
})

export type Scenario = z.infer<typeof scenarioSchema>
type Issue = Scenario['issues'][number]
type Party = Scenario['parties'][number]

/** The options of an issue, in order. */
export const optionNames = (issue: Issue): readonly string[] =>
  issue.type === 'discrete'
    ? issue.values
    : Array.from({ length: issue.upper - issue.lower + 1 }, (_, i) => String(issue.lower + i))

/** The scenario's values in whole numbers, by one of the two conventions. */
export function scenarioSpace(scenario: Scenario, convention: Convention): Space {
  const values = scenario.issues.map((issue, i) =>
    scenario.parties.map(party => optionValues(party, issue, i, convention)),
  )
  return spaceOf(
    values,
    scenario.parties.map((party, p) => reserveOf(scenario, party, p, values)),
  )
}

/** What each option of an issue is worth to a party, weight and all. */
export function optionValues(party: Party, issue: Issue, i: number, convention: Convention): Ratio[] {
  const weight = ratioOf(party.weights[i] ?? '0')
  const given = party.evaluations[i] ?? []
  const values = Array.isArray(given)
    ? optionNames(issue).map((_, option) => ratioOf(given[option] ?? '0'))
    : optionNames(issue).map((_, step) =>
        clipped(add(ratioOf(given.offset), multiply(ratioOf(given.slope), ratioOf(step)))),
      )
  const most = values.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
  const divisor = convention === 'raw' || !Array.isArray(given) ? one : most
  return values.map(value => (divisor.n === 0n ? zero : multiply(weight, divide(value, divisor))))
}

/** A line's value stays between 0 and 1, as the peers cut it. */
const clipped = (value: Ratio): Ratio => (value.n < 0n ? zero : compare(value, one) > 0 ? one : value)

function reserveOf(
  scenario: Scenario,
  party: Party,
  p: number,
  values: readonly (readonly (readonly Ratio[])[])[],
): Ratio {
  if (!party.reservationBid) return ratioOf(party.reserved ?? '0')
  return scenario.issues.reduce((sum, issue, i) => {
    const option = optionNames(issue).indexOf(String(party.reservationBid?.[issue.name]))
    return add(sum, values[i]?.[p]?.[option] ?? zero)
  }, zero)
}

function isDecimal(value: string): boolean {
  try {
    ratioOf(value)
    return true
  } catch {
    return false
  }
}
