import { taggerModel } from '../../record/tagger-model.js'
import { tagger } from '../../statements/tagger/tagger.js'
import type { StageFilter } from './filter.js'

const read = tagger(taggerModel())

/** `{id, text}` to `{id, attributions: [{source, cue, content, direct, confidence}]}`: spans as [start, end]. */
export const filter: StageFilter = {
  each: ({ id, text }) => ({
    id,
    attributions: read(typeof text === 'string' ? text : '').map(({ source, cue, content, direct, confidence }) => ({
      source: source.map(pair),
      cue: cue.map(pair),
      content: content.map(pair),
      direct,
      confidence: Math.round(confidence * 1000) / 1000,
    })),
  }),
}

const pair = ({ start, end }: { start: number; end: number }) => [start, end]
