import { expect, test } from 'vitest'
import { worldParty, worldPerson } from './world-people.js'

test('who has served two parties in turn is read by the year of the report', () => {
  expect([worldParty('kaja kallas', 2022), worldParty('kaja kallas', 2025), worldParty('kaja kallas')]).toEqual([
    'EST',
    'EU',
    'EU',
  ])
  expect([worldParty('rutte', 2019), worldParty('rutte', 2025)]).toEqual(['NLD', 'NATO'])
})

test('a surname alone brings the full name, and nobody where it is a word of another kind', () => {
  expect(worldPerson('grundberg')).toEqual({ name: 'Hans Grundberg', party: 'UN' })
  expect(worldPerson('powell')).toBeNull()
})
