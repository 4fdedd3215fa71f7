import { type ModelText, nameSchema } from '../model.js'
import { add, compare, multiply, type Ratio, ratioOf, ratioText, toNumber, zero } from '../ratio.js'
import { type Convention, optionNames, optionValues, type Scenario } from '../scenario.js'

export interface ScenarioImport {
  readonly model: ModelText
  /** What a model cannot hold or had to write otherwise, in words. */
  readonly notes: readonly string[]
}

type Issue = Scenario['issues'][number]
type Party = Scenario['parties'][number]

/**
 * A peer's scenario as a model: the same issues, options and utilities.
 *
 * Names are kept where a model can hold them. Values that were never given count 0, as they do for the peers. An issue of
 * whole numbers becomes one of options. A discount has no place in a model.
 *
 * @param convention how the files' numbers become utilities
 */
export function modelOfScenario(scenario: Scenario, convention: Convention): ScenarioImport {
  const notes: string[] = []
  const issueIds = namesOf(
    scenario.issues.map(issue => issue.name),
    'issue',
    notes,
  )
  const issues = scenario.issues.map((issue, i) => ({
    id: issueIds[i] as string,
    options: namesOf(optionNames(issue), `option of ${issueIds[i]}`, notes),
  }))
  const partyIds = namesOf(
    scenario.parties.map(party => party.name),
    'party',
    notes,
  )
  const parties = scenario.parties.map((party, p) => {
    const id = partyIds[p] as string
    const number = (value: Ratio, what: string): number => {
      const held = toNumber(value)
      if (compare(ratioOf(held), value) !== 0) notes.push(`${id}, ${what}: rounded to ${held}.`)
      return held
    }
    const own = issues.map((issue, i) => valuesOf(party, scenario.issues[i] as Issue, i, convention, issue.options))
    if (party.discount != null && compare(ratioOf(party.discount), ratioOf(1)) !== 0)
      notes.push(`${id}: the discount ${party.discount} is left out: a model has no rounds.`)
    return {
      id,
      weights: {
        given: Object.fromEntries(
          issues.map(({ id: of }, i) => [of, number(own[i]?.weight ?? zero, `weight of ${of}`)]),
        ),
      },
      values: Object.fromEntries(
        issues.map(({ id: of, options }, i) => [
          of,
          {
            given: Object.fromEntries(
              options.map((option, o) => [option, number(own[i]?.values[o] ?? zero, `${of}: ${option}`)]),
            ),
          },
        ]),
      ),
      ...reserveOf(scenario, party, issues, convention, value => number(value, 'reserve')),
    }
  })
  return { model: { name: scenario.name || 'Unnamed model', convention, issues, parties }, notes }
}

interface Worth {
  readonly weight: Ratio
  readonly values: readonly Ratio[]
}

/** A line over whole numbers is never divided by its highest value: where a model would divide, its weight makes up for that. */
function valuesOf(party: Party, issue: Issue, i: number, convention: Convention, options: readonly string[]): Worth {
  const weight = ratioOf(party.weights[i] ?? '0')
  const given = party.evaluations[i] ?? []
  if (Array.isArray(given)) return { weight, values: options.map((_, o) => ratioOf(given[o] ?? '0')) }
  const plain = optionValues({ ...party, weights: party.weights.map(() => '1') }, issue, i, convention)
  const most = plain.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
  return { weight: convention === 'genius' ? multiply(weight, most) : weight, values: plain }
}

function reserveOf(
  scenario: Scenario,
  party: Party,
  issues: readonly { readonly id: string; readonly options: readonly string[] }[],
  convention: Convention,
  number: (value: Ratio) => number,
) {
  const bid = party.reservationBid
  if (!bid) return party.reserved == null ? {} : { reserve: { given: number(ratioOf(party.reserved)) } }
  const places = scenario.issues.map(issue => optionNames(issue).indexOf(String(bid[issue.name])))
  if (!places.includes(-1)) {
    return {
      reserve: {
        given: Object.fromEntries(issues.map(({ id, options }, i) => [id, options[places[i] as number] as string])),
      },
    }
  }
  // A bid that leaves issues open is worth what it names.
  const worth = scenario.issues.reduce(
    (sum, issue, i) => add(sum, optionValues(party, issue, i, convention)[places[i] as number] ?? zero),
    zero,
  )
  return { reserve: { given: number(worth) } }
}

/** The names as a model may hold them, each once. */
function namesOf(names: readonly string[], what: string, notes: string[]): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    const clean = nameSchema.safeParse(name).success ? name : cleaned(name)
    let id = clean
    for (let n = 2; taken.has(id); n++) id = `${clean} (${n})`
    taken.add(id)
    if (id !== name) notes.push(`The ${what} ${JSON.stringify(name)} is called ${JSON.stringify(id)}.`)
    return id
  })
}

const cleaned = (name: string): string => {
  const text = name
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 190)
    .trim()
  return nameSchema.safeParse(text).success ? text : 'unnamed'
}

/** A number as the digits of a decimal, or null: it has no end. */
export const digitsOf = (value: Ratio): string | null => {
  const text = ratioText(value)
  return text.includes('/') || compare(ratioOf(text), value) !== 0 ? exactDigits(value) : text
}

function exactDigits({ n, d }: Ratio): string | null {
  let places = 0
  for (let rest = d; rest > 1n; places++) {
    if (rest % 10n === 0n) rest /= 10n
    else if (rest % 5n === 0n) rest /= 5n
    else if (rest % 2n === 0n) rest /= 2n
    else return null
  }
  const digits = String(((n < 0n ? -n : n) * 10n ** BigInt(places)) / d).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places)
  return `${n < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
