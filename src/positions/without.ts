import type { Span } from '../language/span.js'

/** What remains of `span` outside `holes`, which are in order and do not overlap. */
export function without(span: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = []
  let start = span.start
  for (const hole of holes) {
    if (hole.end <= start || hole.start >= span.end) continue
    if (start < hole.start) rest.push({ start, end: hole.start })
    start = hole.end
  }
  if (start < span.end) rest.push({ start, end: span.end })
  return rest
}
