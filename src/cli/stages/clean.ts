import { Fault } from '../../fault.js'
import { clean, judge } from '../../reports/clean/clean.js'
import { line } from '../../reports/clean/line.js'
import type { StageFilter } from './filter.js'

/** {id, lines} -> {id, keep: [0 or 1 a line]}; {id, text} -> {id, spans: [[start, end], ...]}. */
export const filter: StageFilter = {
  each({ id, lines, text, title }) {
    const known = typeof title === 'string' ? title : null
    if (Array.isArray(lines) && lines.every(words => typeof words === 'string')) return { id, keep: keep(lines, known) }
    if (typeof text === 'string') return { id, spans: clean(text, known).body.map(({ start, end }) => [start, end]) }
    throw new Fault('Expected "lines" (a list of strings) or "text" (a string).')
  },
}

function keep(given: readonly string[], title: string | null): (0 | 1)[] {
  const text = given.join('\n')
  let at = 0
  const all = given.map(words => {
    const span = { start: at, end: at + words.length }
    at = span.end + 1
    return line(span, words)
  })
  return judge(text, all, title).map(reason => (reason === null ? 1 : 0))
}
