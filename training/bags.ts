import type { Trees } from '../src/reports/lineages/trees.js'
import { type Boosting, boost, usual } from './boosting.js'

/** The mean of several boostings that differ by their seed: steadier than one. */
export function bag(
  names: readonly string[],
  rows: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
  bags: number,
  how: Partial<Boosting> = {},
): Trees {
  const models = Array.from({ length: bags }, (_, seed) =>
    boost(names, rows, labels, weights, { ...usual, ...how, seed: seed + 1 }),
  )
  const joined = { roots: [] as number[], feature: [] as number[], value: [] as number[], left: [] as number[] }
  for (const model of models) {
    const offset = joined.feature.length
    joined.roots.push(...model.roots.map(root => root + offset))
    model.feature.forEach((feature, node) => {
      joined.feature.push(feature)
      joined.left.push(feature < 0 ? 0 : model.left[node]! + offset)
      joined.value.push(feature < 0 ? round(model.value[node]! / bags) : model.value[node]!)
    })
  }
  return { features: [...names], base: models.reduce((sum, { base }) => sum + base / bags, 0), ...joined }
}

const round = (value: number) => Math.round(value * 1e5) / 1e5
