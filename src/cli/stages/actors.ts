import { resolveActor } from '../../actors/resolve.js'
import type { StageFilter } from './filter.js'

/** `{id, text, sentence?}` to `{id, code, sector, party}`. */
export const filter: StageFilter = {
  each({ id, text }) {
    const { code, sector, party } = resolveActor(typeof text === 'string' ? text : '')
    return { id, code, sector, party }
  },
}
