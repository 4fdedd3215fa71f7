import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFrom, spanAt, spansWithin } from './in-order.js'
import { isWithin, type Span } from './span.js'

/** Spans in order that do not overlap. */
const inOrder = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 })), { maxLength: 12 }).map(pieces => {
  const spans: Span[] = []
  let at = 0
  for (const [gap, length] of pieces) {
    spans.push({ start: at + gap, end: at + gap + length })
    at += gap + length
  }
  return spans
})

test('what a search finds is what a look at every span finds', () => {
  fc.assert(
    fc.property(inOrder, fc.nat(40), fc.nat(40), (spans, a, b) => {
      const outer = { start: Math.min(a, b), end: Math.max(a, b) }
      const first = spans.findIndex(({ start }) => start >= a)
      expect(firstFrom(spans, a)).toBe(first < 0 ? spans.length : first)
      expect(spansWithin(spans, outer)).toEqual(spans.filter(span => isWithin(span, outer)))
      expect(spanAt(spans, a)).toBe(spans.find(({ start, end }) => start <= a && a < end))
    }),
  )
})
