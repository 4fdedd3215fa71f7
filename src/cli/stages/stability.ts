import { conflictOf } from '../../settlements/stability/conflict-file.js'
import { concepts, type Stability, stability } from '../../settlements/stability/stability.js'
import type { StageFilter } from './filter.js'

/** {a conflict: decisionMakers, states, reach, ranking} -> {name, Nash, GMR, SMR, SEQ, SSEQ, coalitionNash, byDM}; states from 1. */
export const filter: StageFilter = {
  each({ id, ...conflict }) {
    const read = conflictOf(conflict)
    const found = stability(read)
    return {
      ...(id === undefined ? {} : { id }),
      name: read.name,
      ...Object.fromEntries(concepts.map(concept => [concept, found.equilibria[concept].map(fromOne)])),
      coalitionNash: found.coalitionNash.map(fromOne),
      byDM: Object.fromEntries(concepts.map(concept => [concept, stableStates(found, concept)])),
    }
  },
}

const stableStates = (found: Stability, concept: (typeof concepts)[number]): number[][] =>
  found.verdicts[concept].map(of => of.flatMap((verdict, state) => (verdict.stable ? [fromOne(state)] : [])))

const fromOne = (state: number): number => state + 1
