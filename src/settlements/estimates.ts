import { isPackage, type Model, type ModelParty, type Quantity } from './model.js'

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
  /** Fills `into` with numbers from high to low, uniform over all that are so ordered, within 0 and 1. */
  falling(into: Float64Array): void
  /** Fills `into` with parts of one, uniform over all there are; `ordered`: over those from high to low. */
  shares(into: Float64Array, ordered: boolean): void
}

/** The middle of everything: intervals at half, unknowns at half, rankings at their expected values. */
export const middle: Guess = {
  between: (low, high) => (low + high) / 2,
  falling: into => {
    for (let i = 0; i < into.length; i++) into[i] = (into.length - i) / (into.length + 1)
  },
  shares: (into, ordered) => {
    for (let i = 0; i < into.length; i++) into[i] = ordered ? centroid(into.length, i) : 1 / into.length
  },
}

/** The expected i-th largest of `count` parts of one (the rank-order centroid, Barron and Barrett 1996). */
const centroid = (count: number, i: number): number => {
  let sum = 0
  for (let k = i + 1; k <= count; k++) sum += 1 / k
  return sum / count
}

/** What is not known for sure: only where there is something does a draw differ from the middle. */
export const uncertainInputs = (model: Model): readonly Uncertain[] => readings(model).inputs

/** One reading of the model. */
export const read = (model: Model, guess: Guess): Reading => readings(model).settle(guess)

/** A model made ready to be read many times. */
export interface Readings {
  /** What is open, in the order in which it is settled. */
  readonly inputs: readonly Uncertain[]
  /** [input]: what the last reading took. */
  readonly taken: Float64Array
  /** Settles everything that is open. The reading is written over by the next one. */
  settle(guess: Guess): Reading
}

/**
 * The readings of a model.
 *
 * Among options, a ranking's best is worth 1 and its worst 0; weights by ranking are parts of one, so ordered, issues left
 * out coming last. Unknown options lie between 0 and 1, or within the numbers that the issue's other options have.
 */
export function readings(model: Model): Readings {
  const sheet: Sheet = { inputs: [], steps: [] }
  const issueIds = model.issues.map(issue => issue.id)
  const reading: Reading = {
    weights: model.parties.map(party => weightsOf(sheet, party, issueIds)),
    values: model.parties.map(party =>
      model.issues.map(issue => {
        const about = (option: string) => `${issue.id}: ${option}`
        const given = party.values[issue.id]?.given
        return Array.isArray(given)
          ? ranked(sheet, party, given, issue.options, about)
          : numbers(sheet, party, given === 'unknown' ? {} : (given ?? {}), issue.options, about)
      }),
    ),
    combinations: model.parties.map(party => {
      const into: number[] = []
      party.combinations.forEach((one, i) => {
        quantity(sheet, into, i, { party: party.id, about: `combination ${i + 1}` }, one.value, [0, 1])
      })
      return into
    }),
    reserve: reserves(sheet, model),
  }
  const taken = new Float64Array(sheet.inputs.length)
  return {
    inputs: sheet.inputs,
    taken,
    settle(guess) {
      for (const step of sheet.steps) step(guess, taken)
      return reading
    },
  }
}

type Named = Omit<Uncertain, 'kind'>
type Step = (guess: Guess, taken: Float64Array) => void

/** What is written once, and the steps that write what is open, in a fixed order: the same seed gives the same draws. */
interface Sheet {
  readonly inputs: Uncertain[]
  readonly steps: Step[]
}

/** The place of one more open input. */
const open = (sheet: Sheet, named: Named, kind: Uncertain['kind']): number => sheet.inputs.push({ ...named, kind }) - 1

function quantity(
  sheet: Sheet,
  into: (number | null)[],
  at: number,
  named: Named,
  of: Quantity,
  [low, high]: readonly [number, number],
): void {
  into[at] = typeof of === 'number' ? of : 0
  if (typeof of === 'number') return
  const [from, to] = of === 'unknown' ? [low, high] : of
  const input = open(sheet, named, of === 'unknown' ? 'unknown' : 'interval')
  sheet.steps.push((guess, taken) => {
    const value = guess.between(from, to)
    into[at] = value
    taken[input] = value
  })
}

function numbers(
  sheet: Sheet,
  party: ModelParty,
  of: Readonly<Record<string, Quantity>>,
  names: readonly string[],
  about: (name: string) => string,
): number[] {
  const known = Object.values(of).flatMap(value => (value === 'unknown' ? [] : [value].flat()))
  const low = Math.min(0, ...known)
  const high = known.length > 0 ? Math.max(...known) : 1
  const into: number[] = []
  names.forEach((name, i) => {
    quantity(sheet, into, i, { party: party.id, about: about(name) }, of[name] ?? 'unknown', [low, high])
  })
  return into
}

type Ranking = readonly (string | readonly string[])[]

/** For each name its place in the order; undefined: it has none. */
function placesIn(order: Ranking, names: readonly string[]): (number | undefined)[] {
  const place = new Map(order.flatMap((tied, i) => [tied].flat().map(name => [name, i] as const)))
  return names.map(name => place.get(name))
}

function ranked(
  sheet: Sheet,
  party: ModelParty,
  order: Ranking,
  names: readonly string[],
  about: (name: string) => string,
): number[] {
  const into = new Array<number>(names.length).fill(0)
  const between = new Float64Array(Math.max(0, order.length - 2))
  const drawn: { at: number; place: number; input: number }[] = []
  sheet.steps.push((guess, taken) => {
    guess.falling(between)
    for (const { at, place, input } of drawn) {
      const value = between[place] as number
      into[at] = value
      taken[input] = value
    }
  })
  placesIn(order, names).forEach((place, at) => {
    const named = { party: party.id, about: about(names[at] as string) }
    if (place === undefined) quantity(sheet, into, at, named, 'unknown', [0, 1])
    else if (place === 0) into[at] = 1
    else if (place < order.length - 1) drawn.push({ at, place: place - 1, input: open(sheet, named, 'ranking') })
  })
  return into
}

function weightsOf(sheet: Sheet, party: ModelParty, names: readonly string[]): number[] {
  const { given } = party.weights
  const about = (name: string) => `weight of ${name}`
  if (given !== 'unknown' && !Array.isArray(given)) return numbers(sheet, party, given, names, about)
  const isRanked = given !== 'unknown'
  const order: Ranking = isRanked ? [...given, ...names.filter(name => !given.flat().includes(name))] : names
  const places = placesIn(order, names) as number[]
  const inputs = names.map(name =>
    open(sheet, { party: party.id, about: about(name) }, isRanked ? 'ranking' : 'unknown'),
  )
  const parts = new Float64Array(order.length)
  const into = new Array<number>(names.length).fill(0)
  sheet.steps.push((guess, taken) => {
    guess.shares(parts, isRanked)
    let sum = 0
    for (const place of places) sum += parts[place] as number
    for (let i = 0; i < places.length; i++) {
      const weight = (parts[places[i] as number] as number) / sum
      into[i] = weight
      taken[inputs[i] as number] = weight
    }
  })
  return into
}

function reserves(sheet: Sheet, model: Model): (number | null)[] {
  const into: (number | null)[] = []
  model.parties.forEach((party, p) => {
    const given = party.reserve?.given
    if (given === undefined) into[p] = model.statusQuo ? null : 0
    else if (isPackage(given)) into[p] = null
    else quantity(sheet, into, p, { party: party.id, about: 'reserve' }, given, [0, 1])
  })
  return into
}
