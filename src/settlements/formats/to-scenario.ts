import { middle, read, uncertainInputs } from '../estimates.js'
import { isPackage, type Model, type ModelParty, type Package } from '../model.js'
import { add, compare, divide, multiply, one, type Ratio, ratio, ratioOf, toNumber, zero } from '../ratio.js'
import type { Convention, Scenario } from '../scenario.js'
import { digitsOf } from './from-scenario.js'

export interface ScenarioExport {
  readonly scenario: Scenario
  /** What the format cannot hold, in words; none: every package has the same utilities there as here. */
  readonly losses: readonly string[]
}

/**
 * A model as a peer's scenario.
 *
 * Utilities stay the same: where the peer divides an issue's values by the highest and the model does not, or the other way
 * round, the issue's weight makes up for it. What is open is taken at its middle.
 *
 * @param convention how the reader of the files will make utilities of their numbers
 * @param reserves whether the format holds a reserve as a number (GENIUS) or as a package (GeniusWeb)
 */
export function scenarioOfModel(model: Model, convention: Convention, reserves: 'number' | 'bid'): ScenarioExport {
  const losses: string[] = []
  const open = uncertainInputs(model)
  const [first] = open
  if (first)
    losses.push(
      `${open.length} inputs that are not known for sure are taken at their middle, as ${first.party}, ${first.about}.`,
    )
  const lines = model.parties.reduce((sum, party) => sum + party.redLines.length, 0)
  if (lines > 0) losses.push(`${lines} red lines are left out.`)
  const together = model.parties.reduce((sum, party) => sum + party.combinations.length, 0)
  if (together > 0) losses.push(`${together} values of combinations are left out.`)
  if (model.conflict) losses.push('The conflict is left out.')
  const reading = read(model, middle)
  const parties = model.parties.map((party, p) => {
    const digits = (value: Ratio, what: string): string => {
      const exact = digitsOf(value)
      if (exact !== null) return exact
      losses.push(`${party.id}, ${what}: rounded.`)
      return String(toNumber(value))
    }
    const values = model.issues.map((_, i) => (reading.values[p]?.[i] ?? []).map(value => ratioOf(value)))
    const weights = model.issues.map((issue, i) => {
      const weight = ratioOf(reading.weights[p]?.[i] ?? 0)
      const most = highest(values[i] as Ratio[])
      if (model.convention === convention) return weight
      if (model.convention === 'genius') return most.n === 0n ? zero : divide(weight, most)
      if (most.n === 0n && values[i]?.some(value => value.n !== 0n))
        losses.push(`${party.id}: nothing on ${issue.id} is worth more than 0; a reader that divides by that counts 0.`)
      return multiply(weight, most)
    })
    return {
      name: party.id,
      weights: weights.map((weight, i) => digits(weight, `weight of ${model.issues[i]?.id}`)),
      evaluations: values.map((of, i) =>
        of.map((value, o) => digits(value, `${model.issues[i]?.id}: ${model.issues[i]?.options[o]}`)),
      ),
      ...reserveOf(model, party, reading.reserve[p] ?? null, reserves, values, weights, convention, digits, losses),
    }
  })
  const issues = model.issues.map(({ id, options }) => ({ name: id, type: 'discrete' as const, values: options }))
  return { scenario: { name: model.name, issues, parties }, losses }
}

const highest = (values: readonly Ratio[]): Ratio => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b))

function reserveOf(
  model: Model,
  party: ModelParty,
  utility: number | null,
  reserves: 'number' | 'bid',
  values: readonly (readonly Ratio[])[],
  weights: readonly Ratio[],
  convention: Convention,
  digits: (value: Ratio, what: string) => string,
  losses: string[],
) {
  if (utility !== null) {
    if (reserves === 'number')
      return { reserved: party.reserve ? digits(ratioOf(utility), 'reserve') : null, discount: null }
    if (party.reserve) losses.push(`${party.id}: the reserve is a number; the format holds it as a package only.`)
    return {}
  }
  const given = party.reserve?.given
  const fallback: Package = given !== undefined && isPackage(given) ? given : (model.statusQuo ?? {})
  if (reserves === 'bid') return { reservationBid: { ...fallback } }
  const worth = model.issues.reduce((sum, issue, i) => {
    const of = values[i] as readonly Ratio[]
    const most = convention === 'genius' ? highest(of) : one
    const value = of[issue.options.indexOf(fallback[issue.id] ?? '')] ?? zero
    return add(sum, multiply(weights[i] ?? zero, most.n === 0n ? ratio(0n) : divide(value, most)))
  }, zero)
  return { reserved: digits(worth, 'reserve'), discount: null }
}
