import { Fault } from '../../fault.js'
import { type KnownDate, type Report, wholeText } from '../../reports/report.js'
import type { StageLine } from './filter.js'

/** A line `{id, text, date?, title?, outlet?}` as a report whose whole text is its body. Throws a `Fault` on a wrong field. */
export function reportOfLine(line: StageLine, id = String(line.id)): Report {
  const { text } = line
  if (typeof text !== 'string')
    throw new Fault('Expected a string in the field "text".', { mend: 'Give each line its "text".' })
  return {
    id,
    place: '-',
    outlet: optional(line, 'outlet'),
    url: null,
    title: optional(line, 'title'),
    byline: null,
    date: dateOf(optional(line, 'date')),
    language: 'en',
    text,
    sha256: '',
    body: wholeText(text),
    headline: null,
    removed: [],
  }
}

function optional(line: StageLine, field: string): string | null {
  const value = line[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A date that is no ISO date is taken as unknown, not as an error. */
function dateOf(value: string | null): KnownDate | null {
  const match = value && /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}\S*)?)?)?$/.exec(value)
  if (!match) return null
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : value.length === 10 ? 'day' : 'minute'
  return { value, precision, from: 'given' }
}
