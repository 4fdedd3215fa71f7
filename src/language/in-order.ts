import type { Span } from './span.js'

/** The index of the first of `spans` that starts at `at` or after it; their number where none does. They must be in order. */
export function firstFrom(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of `spans` that lie within `outer`. They must be in order and not overlap. */
export function spansWithin<T extends Span>(spans: readonly T[], outer: Span): T[] {
  const found: T[] = []
  for (let n = firstFrom(spans, outer.start); n < spans.length; n++) {
    const span = spans[n]
    if (!span || span.end > outer.end) break
    found.push(span)
  }
  return found
}

/** The one of `spans` that holds the place `at`, if any. They must be in order and not overlap. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T | undefined {
  const span = spans[firstFrom(spans, at + 1) - 1]
  return span && at < span.end ? span : undefined
}
