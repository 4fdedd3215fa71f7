import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canLeft, canRight, canShift, isFinished, make, move, newState, restart } from './state.js'

test('whatever moves are chosen, a sentence of n tokens is done after 2n moves, each token with one head and no circle', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }),
      (size, wishes) => {
        const state = newState(size)
        restart(state, size)
        let moves = 0
        while (!isFinished(state)) {
          const able = [canShift(state), canLeft(state), canRight(state)]
          const wish = [0, 1, 2].map(k => (wishes[moves]! + k) % 3).find(k => able[k])!
          make(state, [move.shift, move.left, move.right][wish]!, 0)
          moves++
        }
        expect(moves).toBe(2 * size)
        for (let i = 0; i < size; i++) {
          let at = i
          let steps = 0
          while (at < size && steps <= size) {
            at = state.heads[at]!
            steps++
          }
          expect(at).toBe(size)
        }
      },
    ),
  )
})
