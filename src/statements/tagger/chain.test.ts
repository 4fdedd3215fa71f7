import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sparseModel } from '../../language/model/sparse.js'
import { begin, bestLabels, type Chain, computeMarginals, expEdges, newLattice, scoreOf } from './chain.js'

const labels = 3
const nothing = sparseModel(labels, 1, new Int32Array(0), new Int32Array(1), new Uint8Array(0), new Int8Array(0))
const weight = fc.double({ min: -3, max: 3, noNaN: true })

/** A chain with two kinds of joins and a sequence of up to four tokens. */
const cases = fc.record({
  edges: fc.array(weight, { minLength: 18, maxLength: 18 }),
  scores: fc.array(fc.array(weight, { minLength: labels, maxLength: labels }), { minLength: 1, maxLength: 4 }),
  kinds: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
})

function laid({ edges, scores, kinds }: { edges: number[]; scores: number[][]; kinds: number[] }) {
  const chain: Chain = { features: nothing, edges: Float32Array.from(edges), labels }
  const lattice = newLattice()
  begin(lattice, scores.length, labels)
  lattice.scores.set(scores.flat())
  lattice.kinds.set(kinds.slice(0, scores.length))
  return { chain, lattice, all: labellings(scores.length) }
}

function labellings(length: number): Uint8Array[] {
  if (length === 0) return [new Uint8Array(0)]
  return labellings(length - 1).flatMap(head => [0, 1, 2].map(label => Uint8Array.from([...head, label])))
}

test('the best labelling is the one that trying all of them finds', () => {
  fc.assert(
    fc.property(cases, given => {
      const { chain, lattice, all } = laid(given)
      const best = Math.max(...all.map(labelling => scoreOf(chain, lattice, labelling)))
      expect(scoreOf(chain, lattice, bestLabels(chain, lattice))).toBeCloseTo(best, 4)
    }),
  )
})

test('marginals and the sum over all labellings are those that adding all of them up gives', () => {
  fc.assert(
    fc.property(cases, given => {
      const { chain, lattice, all } = laid(given)
      const weights = all.map(labelling => Math.exp(scoreOf(chain, lattice, labelling)))
      const sum = weights.reduce((a, b) => a + b, 0)
      computeMarginals(lattice, labels, expEdges(chain.edges))
      expect(lattice.logSum).toBeCloseTo(Math.log(sum), 3)
      for (let i = 0; i < given.scores.length; i++) {
        for (let y = 0; y < labels; y++) {
          const share = all.reduce((total, labelling, k) => total + (labelling[i] === y ? weights[k]! : 0), 0) / sum
          expect(lattice.marginals[i * labels + y]).toBeCloseTo(share, 3)
        }
      }
    }),
  )
})
