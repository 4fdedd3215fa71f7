import type { ApiSpan } from '../src/server/api.js'

export interface Mark<Kind extends string> extends ApiSpan {
  readonly kind: Kind
}

export interface Piece<Kind extends string> {
  readonly text: string
  readonly start: number
  /** Every kind of mark that covers this piece, each once. */
  readonly kinds: readonly Kind[]
}

/**
 * `text` cut wherever a mark begins or ends.
 *
 * @param offset where `text` begins in the report that the marks point into
 */
export function pieces<Kind extends string>(text: string, offset: number, marks: readonly Mark<Kind>[]): Piece<Kind>[] {
  const end = offset + text.length
  const inside = marks.filter(mark => mark.start < end && mark.end > offset && mark.start < mark.end)
  const cuts = new Set([offset, end])
  for (const mark of inside) {
    cuts.add(Math.max(offset, mark.start))
    cuts.add(Math.min(end, mark.end))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const to = sorted[i + 1]!
    const kinds = inside.filter(mark => mark.start <= start && mark.end >= to).map(mark => mark.kind)
    return { text: text.slice(start - offset, to - offset), start, kinds: [...new Set(kinds)] }
  })
}
