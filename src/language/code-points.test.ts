import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints } from './code-points.js'

test('a sign beyond the Basic Multilingual Plane is one code point and two units', () => {
  expect([...codePoints('a🕊b')]).toEqual([0, 1, 2, 2, 3])
})

test('at every boundary of a sign the count is that of the signs before it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const counts = codePoints(text)
      let offset = 0
      for (const [n, sign] of [...text].entries()) {
        expect(counts[offset]).toBe(n)
        offset += sign.length
      }
      expect(counts[text.length]).toBe([...text].length)
    }),
  )
})
