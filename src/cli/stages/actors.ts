import { resolveInSentence } from '../../actors/resolve.js'
import type { StageFilter } from './filter.js'

/** `{id, text, sentence?}` to `{id, code, sector, party}`. */
export const filter: StageFilter = {
  each({ id, text, sentence }) {
    const { code, sector, party } = resolveInSentence(
      typeof text === 'string' ? text : '',
      typeof sentence === 'string' ? sentence : '',
    )
    return { id, code, sector, party }
  },
}
