import { expect, test } from 'vitest'
import { actDefinitions, issueDefinitions } from '../positions/definitions.js'
import { codesSchema } from './codes.js'
import data from './codes.json' with { type: 'json' }

const { plover, cameo } = codesSchema.parse(data)

test('every issue of the taxonomy has its PLOVER contexts, or is known to have none', () => {
  expect(Object.keys(plover.contexts)).toEqual(issueDefinitions.map(({ id }) => id))
  expect(Object.keys(plover.modes).filter(id => !(id in plover.contexts))).toEqual([])
})

test('every PLOVER type of an act has its quad category, and a score but for REQUEST, for which none is published', () => {
  const types = [...new Set(actDefinitions.flatMap(act => act.plover))]
  expect(types.filter(type => !(type in plover.quad))).toEqual([])
  expect(types.filter(type => !(type in plover.scores))).toEqual(['REQUEST'])
})

test('every CAMEO code of an act has its Goldstein score', () => {
  expect(actDefinitions.flatMap(act => act.cameo).filter(code => !(code in cameo.goldstein))).toEqual([])
})
