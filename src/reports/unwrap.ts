/** Width beyond which a line may have been broken by a program rather than by its author. */
const narrowest = 50
const widest = 100

/**
 * `text` with the line breaks of fixed-width wrapping turned into spaces; the length and so every offset stay.
 *
 * A text counts as wrapped where most of its lines of running words end without a full stop at about one width.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n').map(line => line.replace(/\r$/, ''))
  const running = lines.filter(line => line.length >= narrowest)
  const broken = lines.filter(
    (line, index) =>
      line.length >= narrowest &&
      line.length <= widest &&
      !/[.!?:…]["”’»)]*\s*$/u.test(line) &&
      /^\S/.test(lines[index + 1] ?? ''),
  )
  if (running.length < 4 || broken.length < running.length * 0.6) return text
  let out = ''
  let cursor = 0
  for (const [index, line] of lines.entries()) {
    cursor += line.length
    out += line
    const next = lines[index + 1]
    if (next === undefined) break
    const breakLength = text.charAt(cursor) === '\r' ? 2 : 1
    const joins =
      line.length >= narrowest - 15 && /^[\p{L}\p{N}"“‘'(]/u.test(next) && index > 0
        ? true
        : line.length >= narrowest && /^\p{Ll}/u.test(next)
    out += joins && line.length <= widest ? ' '.repeat(breakLength) : text.slice(cursor, cursor + breakLength)
    cursor += breakLength
  }
  return out
}
