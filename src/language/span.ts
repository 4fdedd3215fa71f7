/** A stretch of a text: UTF-16 offsets, `end` exclusive, `0 <= start < end <= text.length`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words of `text` that `span` covers: the only place where a text is cut by a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** How many characters two spans share; 0 where they only touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Whether `inner` lies within `outer`. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The smallest span that covers all of `spans`; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}
