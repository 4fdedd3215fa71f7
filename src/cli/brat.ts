import { codePoints } from '../language/code-points.js'
import { type Span, slice } from '../language/span.js'
import type { Attribution } from '../statements/statement.js'

/**
 * The attributions of a text as brat standoff: a `T` line for each source, cue and content (`start end;start end` where
 * it is discontinuous), an `R` line from each cue to its source and its content.
 *
 * Offsets count Unicode code points, as brat does. brat wants no line break in a span: one that has some is cut there.
 */
export function brat(text: string, found: readonly Attribution[]): string {
  const points = codePoints(text)
  const lines: string[] = []
  const known = new Map<string, string>()
  let relations = 0

  /** The id of the part, which is written once however many attributions share it. */
  function part(type: 'Source' | 'Cue' | 'Content', spans: readonly Span[]): string | null {
    const pieces = spans.flatMap(span => withoutBreaks(text, span))
    if (pieces.length === 0) return null
    const places = pieces.map(({ start, end }) => `${points[start]} ${points[end]}`).join(';')
    const key = `${type} ${places}`
    const id = known.get(key) ?? `T${known.size + 1}`
    const words = pieces.map(piece => slice(text, piece).replaceAll('\t', ' ')).join(' ')
    if (!known.has(key)) lines.push(`${id}\t${key}\t${words}`)
    known.set(key, id)
    return id
  }

  for (const { source, cue, content } of found) {
    const from = part('Cue', cue)
    for (const [type, spans] of [['Source', source] as const, ['Content', content] as const]) {
      const to = part(type, spans)
      if (from && to) lines.push(`R${++relations}\t${type} Arg1:${from} Arg2:${to}`)
    }
  }
  return lines.map(line => `${line}\n`).join('')
}

/** The stretches of `span` on each line, without the white space around a line break. */
function withoutBreaks(text: string, span: Span): Span[] {
  return [...slice(text, span).matchAll(/[^\r\n]+/g)].flatMap(({ index, 0: line }) => {
    const start = span.start + index + (line.length - line.trimStart().length)
    const end = span.start + index + line.trimEnd().length
    return start < end ? [{ start, end }] : []
  })
}
