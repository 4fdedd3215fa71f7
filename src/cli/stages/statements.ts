import type { Report } from '../../reports/report.js'
import { statements } from '../../statements/statements.js'
import type { StageFilter, StageLine } from './filter.js'

/** `{id, text}` to `{id, attributions: [{source, cue, content, direct, confidence}]}`: spans as [start, end]. */
export const filter: StageFilter = {
  each: line => ({
    id: line.id,
    attributions: statements([plainReport(line)])
      .filter(({ layer }) => layer !== 'event')
      .map(({ source, cue, content, direct, confidence }) => ({
        source: source.map(pair),
        cue: cue.map(pair),
        content: content.map(pair),
        direct,
        confidence,
      })),
  }),
}

const pair = ({ start, end }: { start: number; end: number }) => [start, end]

/** A text of a pipeline as a report: all of it is body. */
function plainReport({ id, text }: StageLine): Report {
  const words = typeof text === 'string' ? text : ''
  return {
    id,
    place: '-',
    outlet: null,
    url: null,
    title: null,
    byline: null,
    date: null,
    language: 'en',
    text: words,
    sha256: '',
    body: words.trim() === '' ? [] : [{ start: 0, end: words.length }],
    headline: null,
    removed: [],
  }
}
