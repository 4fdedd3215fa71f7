import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnSpaces } from './drawn-space.js'
import { drawn, seeded } from './draws.js'
import { readings } from './estimates.js'
import { groups } from './joined-issues.js'
import { modelSchema } from './model.js'
import { exactSpace, utilitiesOf } from './model-space.js'
import { robustness } from './robustness.js'

const talks = modelSchema.parse({
  issues: [
    { id: 'bridge', options: ['open', 'shut'] },
    { id: 'toll', options: ['none', 'low', 'high'] },
  ],
  parties: [
    {
      id: 'Ardo',
      weights: { given: { bridge: 1, toll: [0, 1] } },
      values: { bridge: { given: { open: 0, shut: 0 } }, toll: { given: { none: 1, low: 0.5, high: 0 } } },
      reserve: { given: 0.25 },
    },
    {
      id: 'Besk',
      values: { toll: { given: ['high', 'low', 'none'] } },
      combinations: [{ when: { bridge: 'open', toll: ['low', 'high'] }, value: [-1, 1] }],
    },
  ],
})

test('a package whose worth hangs on one interval is acceptable in as many draws as the interval says', () => {
  const [none, high] = robustness(
    talks,
    [
      [1, 0],
      [1, 2],
    ],
    4000,
    7,
  ).packages
  // Ardo is worth its weight of the toll, uniform over 0 to 1, against a reserve of a quarter.
  expect(none?.acceptable.share).toBeCloseTo(0.75, 1)
  expect(high?.acceptable).toMatchObject({ count: 0, low: 0 })
})

test('the same seed gives the same draws, another seed others', () => {
  const ask = (seed: number) => robustness(talks, [[0, 1]], 300, seed)
  expect(ask(3)).toEqual(ask(3))
  expect(ask(3)).not.toEqual({ ...ask(4), seed: 3 })
})

test('what an answer hangs on stands first among the unknowns', () => {
  expect(robustness(talks, [[1, 0]], 3000, 1).unknowns[0]).toMatchObject({
    party: 'Ardo',
    about: 'weight of toll',
    kind: 'interval',
  })
})

test('a drawn space gives every package what the exact one gives it, to a millionth', () => {
  const tied = groups(talks)
  const spaceOf = drawnSpaces(talks, tied)
  const open = readings(talks)
  fc.assert(
    fc.property(fc.integer(), fc.nat(1), fc.nat(2), (seed, bridge, toll) => {
      const reading = open.settle(drawn(seeded(seed)))
      const exact = utilitiesOf(exactSpace(talks, tied, reading), [bridge, toll]) ?? []
      const fast = utilitiesOf(spaceOf(reading), [bridge, toll]) ?? []
      expect(fast).toHaveLength(2)
      fast.forEach((value, p) => {
        expect(value).toBeCloseTo(exact[p] as number, 6)
      })
    }),
    { numRuns: 40 },
  )
})
