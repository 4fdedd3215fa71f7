import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontier, utilities } from './frontier.js'
import { bestPoints, ranked } from './ranking.js'
import { rationalPoints, solutions } from './solutions.js'
import type { Space } from './space.js'
import { type Standard, standardIds, standards } from './standards.js'

const spaces: fc.Arbitrary<Space> = fc
  .array(fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map(values => ({ values, scale: [1n, 1n], reserve: [4n, 3n] }))

test('every rational point is ranked once, and none that is not', () => {
  fc.assert(
    fc.property(spaces, fc.constantFrom<Standard | null>(null, ...standardIds), (space, standard) => {
      const front = frontier(space)
      expect([...ranked(front, standard)].sort((a, b) => a - b)).toEqual(rationalPoints(front))
    }),
  )
})

test('by one standard its exact solutions come first', () => {
  fc.assert(
    fc.property(spaces, fc.constantFrom(...standardIds), (space, standard) => {
      const front = frontier(space)
      const best = solutions(front)?.[standard].points ?? []
      expect(new Set(ranked(front, standard).slice(0, best.length))).toEqual(new Set(best))
    }),
  )
})

test('by no standard, what is best by more of them comes first', () => {
  const front = frontier({
    values: [
      [
        [9, 5, 0],
        [0, 5, 9],
      ],
    ],
    scale: [1n, 1n],
    reserve: [0n, 0n],
  })
  const [first] = ranked(front, null)
  expect(utilities(front, first as number)).toEqual([5, 5])
  expect(bestPoints(solutions(front)).get(first as number)).toEqual(standardIds)
  expect(bestPoints(null).size).toBe(0)
})

test('each standard says by formula what it maximises', () => {
  for (const { name, formula, words } of Object.values(standards)) {
    expect(formula).toContain('over rational outcomes')
    expect(name && words).toBeTruthy()
  }
})
