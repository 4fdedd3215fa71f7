import { expect, test } from 'vitest'
import { featureNames as blockFeatures } from '../extract/features.js'
import extractModel from '../extract/model.json' with { type: 'json' }
import { featureNames } from './features.js'
import model from './model.json' with { type: 'json' }
import { articleRun } from './run.js'

/** One feature; above 0 speaks for the article by 1, else against it by 1. */
const trees = { features: ['prose'], base: 0, roots: [0], feature: [0, -1, -1], value: [0, -1, 1], left: [1, 0, 0] }
const rows = [0, 1, 0, 1, 1, 0, 0, 1, 0].map(prose => [prose])
const run = (change: number) => articleRun({ about: '', bias: 0, change, trees }, rows).map(Number).join('')

test('a line alone decides for itself where a change costs nothing', () => {
  expect(run(0)).toBe('010110010')
})

test('a change that costs something bridges single lines and drops strays', () => {
  expect(run(0.8)).toBe('011110000')
})

test('the models measure what the code measures, in its order', () => {
  expect(model.trees.features).toEqual(featureNames)
  expect(extractModel.trees.features).toEqual(blockFeatures)
})
