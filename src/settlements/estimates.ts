import type { Given, Model, ModelParty, Quantity } from './model.js'

/** One number of the model that is not known for sure. */
export interface Uncertain {
  readonly party: string
  /** What it is about: `weight of elections`, `ceasefire: full`. */
  readonly about: string
  readonly kind: 'ranking' | 'interval' | 'unknown'
}

/** What every input of a model is worth under one reading of it: plain numbers. */
export interface Reading {
  /** [party][issue] */
  readonly weights: readonly (readonly number[])[]
  /** [party][issue][option] */
  readonly values: readonly (readonly (readonly number[])[])[]
  /** [party][combination] */
  readonly combinations: readonly (readonly number[])[]
  /** [party]: a utility; null: what its fallback package is worth. */
  readonly reserve: readonly (number | null)[]
}

/** How open inputs are settled: by a middle value, or by a draw. */
export interface Guess {
  /** Between the two, both included. */
  between(low: number, high: number): number
  /** `count` numbers from high to low, uniform over all that are so ordered, within 0 and 1. */
  falling(count: number): readonly number[]
  /** `count` parts of one, uniform over all there are; `ordered`: over those from high to low. */
  shares(count: number, ordered: boolean): readonly number[]
}

/** The middle of everything: intervals at half, unknowns at half, rankings at their expected values. */
export const middle: Guess = {
  between: (low, high) => (low + high) / 2,
  falling: count => Array.from({ length: count }, (_, i) => (count - i) / (count + 1)),
  shares: (count, ordered) => Array.from({ length: count }, (_, i) => (ordered ? centroid(count, i) : 1 / count)),
}

/** The expected i-th largest of `count` parts of one (the rank-order centroid, Barron and Barrett 1996). */
const centroid = (count: number, i: number): number => {
  let sum = 0
  for (let k = i + 1; k <= count; k++) sum += 1 / k
  return sum / count
}

/** Whether something is not known for sure: only then does a draw differ from the middle. */
export const uncertainInputs = (model: Model): Uncertain[] => {
  const found: Uncertain[] = []
  read(model, middle, (party, about, kind) => found.push({ party: party.id, about, kind }))
  return found
}

/**
 * One reading of the model.
 *
 * Among options, a ranking's best is worth 1 and its worst 0; weights by ranking are parts of one, so ordered, issues left
 * out coming last. Unknown options lie between 0 and 1, or within the numbers that the issue's other options have.
 *
 * @param open called for every uncertain number in a fixed order, with the value taken
 */
export function read(
  model: Model,
  guess: Guess,
  open: (party: ModelParty, about: string, kind: Uncertain['kind'], value: number) => void = () => {},
): Reading {
  const quantity = (party: ModelParty, about: string, of: Quantity, low: number, high: number): number => {
    if (typeof of === 'number') return of
    const value = of === 'unknown' ? guess.between(low, high) : guess.between(of[0], of[1])
    open(party, about, of === 'unknown' ? 'unknown' : 'interval', value)
    return value
  }
  const numbers = (
    party: ModelParty,
    of: Readonly<Record<string, Quantity>>,
    names: readonly string[],
    about: (name: string) => string,
  ) => {
    const known = Object.values(of).flatMap(value => (value === 'unknown' ? [] : [value].flat()))
    const low = Math.min(0, ...known)
    const high = known.length > 0 ? Math.max(...known) : 1
    return names.map(name => quantity(party, about(name), of[name] ?? 'unknown', low, high))
  }
  const ranked = (party: ModelParty, order: Ranking, names: readonly string[], about: (name: string) => string) => {
    const between = guess.falling(Math.max(0, order.length - 2))
    const place = [1, ...between, ...(order.length > 1 ? [0] : [])]
    return placed(order, place, names).map((value, i) => {
      const name = about(names[i] as string)
      if (value === undefined) return quantity(party, name, 'unknown', 0, 1)
      if (value !== 0 && value !== 1) open(party, name, 'ranking', value)
      return value
    })
  }
  const weightsOf = (party: ModelParty, names: readonly string[]) => {
    const { given } = party.weights
    const about = (name: string) => `weight of ${name}`
    if (given !== 'unknown' && !Array.isArray(given)) return numbers(party, given, names, about)
    const order: Ranking =
      given === 'unknown' ? names : [...given, ...names.filter(name => !given.flat().includes(name))]
    const weights = placed(order, guess.shares(order.length, given !== 'unknown'), names).map(
      weight => weight as number,
    )
    const sum = weights.reduce((a, b) => a + b, 0)
    return weights.map((weight, i) => {
      open(party, about(names[i] as string), given === 'unknown' ? 'unknown' : 'ranking', weight / sum)
      return weight / sum
    })
  }
  const valuesOf = (
    party: ModelParty,
    given: Given | undefined,
    names: readonly string[],
    about: (name: string) => string,
  ) =>
    Array.isArray(given)
      ? ranked(party, given, names, about)
      : numbers(party, given === 'unknown' ? {} : (given ?? {}), names, about)
  const issueIds = model.issues.map(issue => issue.id)
  return {
    weights: model.parties.map(party => weightsOf(party, issueIds)),
    values: model.parties.map(party =>
      model.issues.map(issue =>
        valuesOf(party, party.values[issue.id]?.given, issue.options, option => `${issue.id}: ${option}`),
      ),
    ),
    combinations: model.parties.map(party =>
      party.combinations.map((one, i) => quantity(party, `combination ${i + 1}`, one.value, 0, 1)),
    ),
    reserve: model.parties.map(party => {
      const given = party.reserve?.given
      if (given === undefined) return model.statusQuo ? null : 0
      if (typeof given === 'object' && !Array.isArray(given)) return null
      return quantity(party, 'reserve', given, 0, 1)
    }),
  }
}

type Ranking = readonly (string | readonly string[])[]

/** For each name the value of its place in the order; undefined: it has none. */
function placed(order: Ranking, place: readonly number[], names: readonly string[]): (number | undefined)[] {
  const value = new Map(order.flatMap((tied, i) => [tied].flat().map(name => [name, place[i]] as const)))
  return names.map(name => value.get(name))
}
