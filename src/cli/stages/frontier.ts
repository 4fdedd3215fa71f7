import { Fault } from '../../fault.js'
import { type Frontier, frontier, outcomesOn, utilities } from '../../settlements/frontier.js'
import { peerVariants } from '../../settlements/peers.js'
import { nearest } from '../../settlements/ratio.js'
import { type Convention, scenarioSchema, scenarioSpace } from '../../settlements/scenario.js'
import { rationalPoints, type Solution, solutions } from '../../settlements/solutions.js'
import { leastUtilities, packageCount } from '../../settlements/space.js'
import type { StageFilter } from './filter.js'

/**
 * {scenario, rule: 'genius' or 'raw'} -> {name, rule, outcomes, pareto, nash, kalaiSmorodinsky, egalitarian, maxWelfare, ...}.
 *
 * Points are utilities, party after party, in falling order, with all ties; a solution is null where no outcome is rational.
 */
export const filter: StageFilter = {
  each({ id, scenario: given, rule = 'genius' }) {
    if (rule !== 'genius' && rule !== 'raw') throw new Fault('Expected "rule" to be "genius" or "raw".')
    const parsed = scenarioSchema.safeParse(given)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new Fault(`Field "scenario.${issue?.path.join('.')}": ${issue?.message}.`)
    }
    return { ...(id === undefined ? {} : { id }), name: parsed.data.name, rule, ...answer(parsed.data, rule) }
  },
}

function answer(scenario: Parameters<typeof scenarioSpace>[0], rule: Convention) {
  const space = scenarioSpace(scenario, rule)
  const front = frontier(space)
  const best = solutions(front)
  const reserve = space.reserve.map((value, party) => nearest(value, space.scale[party]))
  const peers = peerVariants(front, leastUtilities(space), reserve)
  const at = (solution: Solution | undefined) =>
    solution ? { formula: solution.formula, value: solution.value, points: pointsOf(front, solution.points) } : null
  return {
    outcomes: String(packageCount(space)),
    reserve,
    pareto: pointsOf(
      front,
      Array.from({ length: front.count }, (_, point) => point),
    ),
    paretoOutcomes: String(outcomesOn(front)),
    rational: pointsOf(front, rationalPoints(front)),
    ideal: best?.ideal ?? null,
    nash: at(best?.nash),
    kalaiSmorodinsky: at(best?.kalaiSmorodinsky),
    egalitarian: at(best?.egalitarian),
    maxWelfare: at(best?.utilitarian),
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

const pointsOf = (front: Frontier, points: readonly number[]): number[][] =>
  points.map(point => utilities(front, point))
