import type { Quotes } from './quotes.js'

/**
 * Where each token stands in a quotation: 0 outside, else four times the quotation's length in four steps, plus 1 for its
 * first token, 2 for its last, 3 for one inside.
 */
export function quoteStates({ of, from, to }: Quotes): Uint8Array {
  return Uint8Array.from(of, (q, i) => {
    if (q < 0) return 0
    const length = to[q]! - from[q]!
    const size = length < 4 ? 1 : length < 7 ? 2 : length < 12 ? 3 : 4
    return size * 4 + (i === from[q] ? 1 : i === to[q]! - 1 ? 2 : 3)
  })
}
