import { Fault } from '../../fault.js'
import type { Span } from '../../language/span.js'
import { packagedTagger } from '../../record/tagger-model.js'
import type { Attribution } from '../../statements/statement.js'
import type { StageFilter, StageLine } from './filter.js'

/** `{id, text}` to `{id, attributions: [{source, cue, content, direct, confidence}]}`: spans as [start, end]. */
export const filter: StageFilter = {
  each: line => attributionLine(line.id, packagedTagger(textOf(line))),
}

/** The text of a line; it is read as it stands, so that offsets are those of the line. */
export function textOf({ text }: StageLine): string {
  if (typeof text !== 'string') throw new Fault('Expected a string in the field "text".')
  return text
}

/** What was found in the text `id`, as others read it: offsets count UTF-16 units, the end exclusive. */
export function attributionLine(id: unknown, found: readonly Attribution[]): object {
  return {
    id,
    attributions: found.map(({ source, cue, content, direct, confidence }) => ({
      source: source.map(pair),
      cue: cue.map(pair),
      content: content.map(pair),
      direct,
      confidence: Math.round(confidence * 1000) / 1000,
    })),
  }
}

const pair = ({ start, end }: Span) => [start, end]
