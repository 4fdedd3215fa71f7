import { Fault } from '../../fault.js'
import { sentences } from '../../language/words.js'
import { conditions } from '../../positions/conditions.js'
import type { StageFilter } from './filter.js'

/** {id, text (one sentence)} -> {id, conditional, start, end, connective}; offsets into `text`, null where there is none. */
export const filter: StageFilter = {
  each({ id, text }) {
    if (typeof text !== 'string') throw new Fault('Expected "text" to be a string.')
    const [first] = sentences(text).flatMap(sentence => conditions(sentence, text))
    return {
      id,
      conditional: first !== undefined,
      start: first?.start ?? null,
      end: first?.end ?? null,
      connective: first?.connective ?? null,
    }
  },
}
