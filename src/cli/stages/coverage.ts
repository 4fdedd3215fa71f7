import { coverage } from '../../agreements/coverage.js'
import type { StageFilter } from './filter.js'

/** {guarantees, attacks} -> {cells: [{guarantee, attack, answer, duties, clause, conditions, collisions, wouldVoid}], uncovered}. */
export const filter: StageFilter = {
  each({ id, ...value }) {
    return { ...(id === undefined ? {} : { id }), ...coverage(value) }
  },
}
