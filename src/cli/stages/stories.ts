import { stories } from '../../reports/story.js'
import type { StageFilter } from './filter.js'
import { clustersOf } from './lineages.js'

/** `{id, text, date?, title?}` in, `{id, cluster}` out, in the order of the input; all lines are one collection. */
export const filter: StageFilter = { all: lines => clustersOf(lines, stories) }
