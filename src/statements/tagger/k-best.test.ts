import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sparseModel } from '../../language/model/sparse.js'
import { begin, bestLabels, type Chain, computeMarginals, expEdges, newLattice, scoreOf } from './chain.js'
import { kBest } from './k-best.js'

const labels = 3
const nothing = sparseModel(labels, 1, new Int32Array(0), new Int32Array(1), new Uint8Array(0), new Int8Array(0))
const weight = fc.integer({ min: -40, max: 40 }).map(value => value / 8)

/** All labellings of `length` tokens. */
function every(length: number): Uint8Array[] {
  const all: Uint8Array[] = []
  for (let code = 0; code < labels ** length; code++)
    all.push(Uint8Array.from({ length }, (_, i) => Math.floor(code / labels ** i) % labels))
  return all
}

test('the k best labellings are those of brute force, best first, and the first is the Viterbi one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(weight, { minLength: 9, maxLength: 9 }),
      fc.array(weight, { minLength: 15, maxLength: 15 }),
      (length, k, edges, scores) => {
        const chain: Chain = { features: nothing, edges: Float32Array.from(edges), labels }
        const lattice = newLattice()
        begin(lattice, length, labels)
        lattice.scores.set(scores.slice(0, length * labels))
        lattice.kinds.fill(0)
        computeMarginals(lattice, labels, expEdges(chain.edges))
        const found = kBest(chain, lattice, k, 0)
        const expected = every(length)
          .map(labelling => scoreOf(chain, lattice, labelling))
          .sort((a, b) => b - a)
          .slice(0, k)
        expect(found.map(({ score }) => score)).toEqual(expected.map(value => expect.closeTo(value, 4)))
        for (const { labels, score } of found) expect(scoreOf(chain, lattice, labels)).toBeCloseTo(score, 4)
        expect(new Set(found.map(({ labels }) => labels.join(''))).size).toBe(found.length)
        expect(found[0]!.score).toBeCloseTo(scoreOf(chain, lattice, bestLabels(chain, lattice)), 4)
      },
    ),
  )
})
