import { expect, test } from 'vitest'
import { middle, read } from './estimates.js'
import { groups } from './joined-issues.js'
import { modelSchema } from './model.js'
import { exactSpace } from './model-space.js'
import { fallbackOf, sharesOf } from './party-share.js'
import { shareOfWeights, withShares } from './what-if.js'

const model = modelSchema.parse({
  issues: [
    { id: 'dam', options: ['shared', 'metered', 'closed'] },
    { id: 'toll', options: ['none', 'high'] },
  ],
  statusQuo: { dam: 'metered', toll: 'high' },
  parties: [
    {
      id: 'ARDO',
      weights: { given: { dam: 3, toll: 1 } },
      values: { dam: { given: ['closed', 'metered', 'shared'] }, toll: { given: ['none', 'high'] } },
      combinations: [{ when: { dam: 'shared', toll: 'high' }, value: -2 }],
    },
    {
      id: 'BESK',
      weights: { given: { dam: 1, toll: 1 } },
      values: { dam: { given: ['shared', 'metered', 'closed'] } },
      reserve: { given: 0.5 },
    },
  ],
})
const made = exactSpace(model, groups(model), read(model, middle))
const shares = (...options: number[]) => sharesOf(model, read(model, middle), made, options)

test('short of its best but no worse than without an agreement is given; worse than that must be swallowed', () => {
  expect(shares(1, 0)[0]).toMatchObject({
    party: 'ARDO',
    gets: ['toll'],
    gives: [{ issue: 'dam', cost: 1.5 }],
    swallows: [],
    gain: 1,
  })
  expect(shares(0, 0)[0]).toMatchObject({ gets: ['toll'], gives: [], swallows: [{ issue: 'dam', cost: 3 }] })
})

test('a combination that counts against a party is swallowed with the issues it joins', () => {
  expect(shares(0, 1)[0]?.swallows).toEqual([
    { issue: 'dam', cost: 3 },
    { issue: 'dam + toll', cost: 2 },
  ])
})

test('an issue of which nothing is known is neither got nor given, and a reserve in utility names no package', () => {
  expect(shares(0, 0)[1]).toMatchObject({ party: 'BESK', gets: ['dam'], unknown: ['toll'] })
  expect(fallbackOf(model, 0)).toEqual({ dam: 'metered', toll: 'high' })
  expect(fallbackOf(model, 1)).toBeNull()
})

test('a share that is asked for is given, the rest is split as before, and the sum stays', () => {
  const asked = withShares(model, { ARDO: { toll: 0.5 } })
  expect(shareOfWeights(asked)[0]).toEqual([0.5, 0.5])
  expect(asked.parties[0]?.weights.given).toEqual({ dam: 2, toll: 2 })
  expect(asked.parties[1]).toBe(model.parties[1])
})

test('shares beyond the whole are taken in proportion, and those of unknown parties or issues change nothing', () => {
  expect(shareOfWeights(withShares(model, { BESK: { dam: 3, toll: 1 } }))[1]).toEqual([0.75, 0.25])
  expect(withShares(model, { NOBODY: { dam: 1 }, ARDO: { moon: 1 } })).toEqual(model)
})
