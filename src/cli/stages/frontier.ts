import type { z } from 'zod'
import { Fault } from '../../fault.js'
import { type Frontier, frontier, outcomesOn, utilities } from '../../settlements/frontier.js'
import { peerVariants } from '../../settlements/peers.js'
import { nearest } from '../../settlements/ratio.js'
import {
  type RectangleScenario,
  rectangleFrontier,
  rectangleScenarioSchema,
} from '../../settlements/rectangle-scenario.js'
import { type Convention, type Scenario, scenarioSchema, scenarioSpace } from '../../settlements/scenario.js'
import { rationalPoints, type Solution, solutions } from '../../settlements/solutions.js'
import { leastUtilities, packageCount } from '../../settlements/space.js'
import type { StageFilter } from './filter.js'

/**
 * {scenario, rule: 'genius' or 'raw'} -> {name, rule, outcomes, pareto, nash, kalaiSmorodinsky, egalitarian, maxWelfare, ...}.
 *
 * Points are utilities, party after party, in falling order, with all ties; a solution is null where no outcome is rational.
 * A scenario whose parties have `rects` is one of interdependent values; it may also be the line itself.
 */
export const filter: StageFilter = {
  each({ id, rule = 'genius', ...line }) {
    if (rule !== 'genius' && rule !== 'raw') throw new Fault('Expected "rule" to be "genius" or "raw".')
    const given = line.scenario ?? line
    const field = line.scenario === undefined ? '' : 'scenario.'
    const head = id === undefined ? {} : { id }
    if (hasRectangles(given)) {
      const scenario = parsed(rectangleScenarioSchema, given, field)
      return { ...head, name: scenario.name, rule, ...interdependent(scenario, rule) }
    }
    const scenario = parsed(scenarioSchema, given, field)
    return { ...head, name: scenario.name, rule, ...answer(scenario, rule) }
  },
}

const hasRectangles = (given: unknown): boolean => {
  const parties = (given as { parties?: unknown } | null)?.parties
  return (
    Array.isArray(parties) && parties.some(party => typeof party === 'object' && party !== null && 'rects' in party)
  )
}

function parsed<T>(schema: z.ZodType<T>, given: unknown, field: string): T {
  const { success, data, error } = schema.safeParse(given)
  if (success) return data
  const [issue] = error.issues
  throw new Fault(`Field "${field}${issue?.path.join('.')}": ${issue?.message}.`)
}

function interdependent(scenario: RectangleScenario, rule: Convention) {
  const { front, packages, unsearched } = rectangleFrontier(scenario, rule)
  const { reserve, peers, ...found } = common(front, packageCountOf(scenario))
  return {
    ...found,
    reserve,
    bids: packages,
    /** Whether nothing is left unsearched; if not, `unsearched` says where more points may lie. */
    exact: unsearched.length === 0,
    ...(unsearched.length > 0 ? { unsearched } : {}),
    geniusOpposition: peers.geniusOpposition,
  }
}

const packageCountOf = ({ issues }: RectangleScenario): bigint =>
  issues.reduce((all, [, low, high]) => all * BigInt(high - low + 1), 1n)

function answer(scenario: Scenario, rule: Convention) {
  const space = scenarioSpace(scenario, rule)
  const front = frontier(space)
  const { peers, ...found } = common(front, packageCount(space), leastUtilities(space))
  return {
    ...found,
    paretoOutcomes: String(outcomesOn(front)),
    opposition: peers.opposition,
    geniusOpposition: peers.geniusOpposition,
    geniusKs: peers.geniusKalaiSmorodinsky && {
      ...peers.geniusKalaiSmorodinsky,
      points: pointsOf(front, peers.geniusKalaiSmorodinsky.points),
    },
    negmasKs: peers.negmasKalaiSmorodinsky && {
      ...peers.negmasKalaiSmorodinsky,
      points: pointsOf(front, peers.negmasKalaiSmorodinsky.points),
    },
  }
}

/** What is told of every frontier. */
function common(front: Frontier, outcomes: bigint, least?: readonly number[]) {
  const best = solutions(front)
  const reserve = front.space.reserve.map((value, party) => nearest(value, front.space.scale[party]))
  const at = (solution: Solution | undefined) =>
    solution ? { formula: solution.formula, value: solution.value, points: pointsOf(front, solution.points) } : null
  return {
    outcomes: String(outcomes),
    reserve,
    pareto: pointsOf(
      front,
      Array.from({ length: front.count }, (_, point) => point),
    ),
    rational: pointsOf(front, rationalPoints(front)),
    ideal: best?.ideal ?? null,
    nash: at(best?.nash),
    kalaiSmorodinsky: at(best?.kalaiSmorodinsky),
    egalitarian: at(best?.egalitarian),
    maxWelfare: at(best?.utilitarian),
    peers: peerVariants(front, least ?? reserve, reserve),
  }
}

const pointsOf = (front: Frontier, points: readonly number[]): number[][] =>
  points.map(point => utilities(front, point))
