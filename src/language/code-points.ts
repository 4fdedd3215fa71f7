/**
 * How many Unicode code points stand before each UTF-16 offset of `text`: `codePoints(text)[offset]`.
 *
 * For formats that count code points, as Python, R, brat and the W3C's selectors do. An offset within a surrogate pair
 * counts the pair as passed. O(length).
 */
export function codePoints(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    count++
    for (let k = 1; k <= size; k++) counts[at + k] = count
    at += size
  }
  return counts
}
