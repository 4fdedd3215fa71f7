import { codePoints } from '../language/code-points.js'
import { type Span, slice } from '../language/span.js'

/** Two ways to the same words: what they are with what stands around them, and where they are. */
export type Selectors = readonly [
  { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
  /** Counted in Unicode code points, as the Web Annotation Data Model wants it; the record counts UTF-16 units. */
  { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
]

/** How much of the text around a quote is given: enough to tell apart two places of the same words. */
const around = 32

/** The selectors of spans of one text. */
export function selectorsFor(text: string): (span: Span) => Selectors {
  const points = codePoints(text)
  return span => {
    const before = boundary(text, Math.max(0, span.start - around))
    const after = boundary(text, Math.min(text.length, span.end + around))
    return [
      {
        type: 'TextQuoteSelector',
        exact: slice(text, span),
        prefix: slice(text, { start: before, end: span.start }),
        suffix: slice(text, { start: span.end, end: after }),
      },
      { type: 'TextPositionSelector', start: points[span.start] ?? 0, end: points[span.end] ?? 0 },
    ]
  }
}

/** `offset`, or the one before it where it would part a surrogate pair. */
function boundary(text: string, offset: number): number {
  const isInPair = /[\udc00-\udfff]/.test(text[offset] ?? '') && /[\ud800-\udbff]/.test(text[offset - 1] ?? '')
  return isInPair ? offset - 1 : offset
}
