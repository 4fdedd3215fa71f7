import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, unpacked } from './packed.js'
import { addScores, sparseModel } from './sparse.js'

test('a model weighs the same after packing and unpacking', () => {
  const rows = fc.uniqueArray(
    fc.tuple(
      fc.integer(),
      fc.uniqueArray(fc.tuple(fc.nat(4), fc.integer({ min: -127, max: 127 })), {
        selector: ([label]) => label,
        minLength: 1,
        maxLength: 4,
      }),
    ),
    {
      selector: ([key]) => key >>> 4,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(rows, rows => {
      const begin = [0]
      for (const [, weights] of rows) begin.push(begin.at(-1)! + weights.length)
      const model = sparseModel(
        5,
        0.25,
        Int32Array.from(rows, ([key]) => key),
        Int32Array.from(begin),
        Uint8Array.from(rows.flatMap(([, weights]) => weights.map(([label]) => label))),
        Int8Array.from(rows.flatMap(([, weights]) => weights.map(([, weight]) => weight))),
      )
      const again = unpacked(packed(model))
      expect(again.scale).toBe(0.25)
      for (const key of [...rows.map(([key]) => key), 12345]) {
        const before = new Int32Array(5)
        const after = new Int32Array(5)
        addScores(model, Int32Array.of(key), 1, before)
        addScores(again, Int32Array.of(key), 1, after)
        expect(after).toEqual(before)
      }
    }),
  )
})

test('bytes that are cut off are refused', () => {
  const model = sparseModel(1, 1, Int32Array.of(7), Int32Array.of(0, 1), Uint8Array.of(0), Int8Array.of(3))
  expect(() => unpacked(packed(model).subarray(0, 20))).toThrow('no model')
})
