import { expect, test } from 'vitest'
import { sentences } from '../../language/words.js'
import { actFeatures } from './features.js'
import { type ActModel, hashOf, judge, readModel, writeModel } from './model.js'

const names = ['v1:reject', 'v1:offer', 'deed:force']
const rows = names
  .map((name, i) => ({ hash: hashOf(name), weights: [i === 0 ? 4 : -2, i === 1 ? 4 : -2, i === 2 ? 4 : -2] }))
  .sort((a, b) => a.hash - b.hash)
const model: ActModel = {
  classes: ['REJECT', 'AGREE', 'ASSAULT'],
  verbal: 2,
  hashes: Uint32Array.from(rows.map(({ hash }) => hash)),
  weights: Float32Array.from(rows.flatMap(({ weights }) => weights)),
  sharpness: 1,
  noneFrom: 0.8,
}

function featuresOf(text: string): string[] {
  return actFeatures(
    sentences(text).flatMap(({ words }) => words),
    [],
    [],
  )
}

test('the likeliest verbal type is named, and a deed is none of them', () => {
  expect(judge(model, ['v1:reject']).plover).toBe('REJECT')
  expect(judge(model, ['v1:offer']).plover).toBe('AGREE')
  expect(judge(model, ['deed:force']).plover).toBeNull()
})

test('probabilities sum to 1, and features that the model does not know say nothing', () => {
  const { probabilities } = judge(model, ['v1:whistle'])
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1)
  expect(new Set(probabilities).size).toBe(1)
})

test('a model that was written and read again judges alike', () => {
  const again = readModel(writeModel(model))
  for (const name of names) expect(judge(again, [name]).plover).toBe(judge(model, [name]).plover)
  expect([...writeModel(again)]).toEqual([...writeModel(model)])
})

test('other bytes are refused with the way out', () => {
  expect(() => readModel(new TextEncoder().encode('no model\n'))).toThrow('no model of acts')
  expect(() => readModel(writeModel(model).slice(0, -1))).toThrow('cut short')
})

test('who acts is not among the features: two states that do the same look the same', () => {
  expect(featuresOf('Ostavia rejected the truce.')).toEqual(featuresOf('Karelland rejected the truce.'))
})

test('a deed still to come differs from a deed done', () => {
  expect(featuresOf('They will bomb the port.')).toContain('deed~will:force')
  expect(featuresOf('They bombed the port.')).not.toContain('deed~will:force')
})
