import { expect, test } from 'vitest'
import { bestLabels, newLattice } from '../src/statements/tagger/chain.js'
import { type Sequences, trainChain } from './train-chain.js'

/** Sequences over two words, 0 and 1: label 1 ("first") at each 1, label 2 ("more") at each 0 right after a 1. */
function toy(): Sequences {
  const words = [0, 1, 0, 0, 1, 0, 0, 0, 1, 0]
  const labels = words.map((word, i) => (word === 1 ? 1 : words[i - 1] === 1 ? 2 : 0))
  const copies = 40
  const repeat = <T>(list: T[]) => Array.from({ length: copies }, () => list).flat()
  return {
    starts: Int32Array.from({ length: copies + 1 }, (_, i) => i * words.length),
    begin: Int32Array.from({ length: copies * words.length + 1 }, (_, i) => i),
    features: Int32Array.from(repeat(words)),
    kinds: new Uint8Array(copies * words.length),
    labels: Uint8Array.from(repeat(labels)),
  }
}

const options = {
  labelCount: 3,
  featureCount: 2,
  joinKinds: 1,
  epochs: 8,
  rate: 0.3,
  dropout: 0.1,
  shrink: 0.001,
  seed: 5,
}

test('a chain learns what no word alone tells: the label of a word by the word before it', () => {
  const { weights, edges } = trainChain(toy(), options)
  const lattice = newLattice()
  const words = [1, 0, 0, 1, 0]
  lattice.length = words.length
  lattice.scores = Float32Array.from(words.flatMap(word => Array.from(weights.subarray(word * 3, word * 3 + 3))))
  lattice.kinds = new Uint8Array(words.length)
  lattice.best = new Uint8Array(words.length * 3)
  const chain = { features: null as never, edges, labels: 3 }
  expect(Array.from(bestLabels(chain, lattice))).toEqual([1, 2, 0, 1, 2])
})

test('the same data and seed give the same weights', () => {
  expect(trainChain(toy(), options).weights).toEqual(trainChain(toy(), options).weights)
})
