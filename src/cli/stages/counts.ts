import { counts } from '../../agreements/counts.js'
import { Fault } from '../../fault.js'
import type { StageFilter } from './filter.js'

/** {id, text: a monitor's prose} -> {id, rows: [{region, period_end, cfv, explosions, prev}]}. */
export const filter: StageFilter = {
  each({ id, text }) {
    if (typeof text !== 'string') throw new Fault('Expected "text" to be a string.')
    return { id, rows: counts(text) }
  },
}
