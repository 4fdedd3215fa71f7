import { type Sequence, sequence } from '../../agreements/sequence.js'
import type { StageFilter } from './filter.js'

/**
 * {a case: nodes, edges with the reading that asserts each} -> {cycles, waysOut, timetables, next, waiting, knownMoves, undeclared}.
 *
 * Each of the first five has one entry a set of readings: the text alone, with each party's, with all.
 */
export const filter: StageFilter = {
  each({ id, ...value }) {
    const found = sequence(value)
    return { ...(id === undefined ? {} : { id }), ...answer(found) }
  },
}

function answer({ readings: sets, knownMoves, undeclared }: Sequence) {
  return {
    cycles: sets.map(({ readings, deadlocks }) => ({
      readings,
      cycles: deadlocks.map(({ nodes }) => nodes),
      circles: deadlocks.map(({ circle }) => circle.map(({ from, to, reading }) => ({ from, to, reading }))),
    })),
    waysOut: sets.flatMap(({ readings, deadlocks }) =>
      deadlocks.map(({ nodes, waysOut }) => ({ readings, cycle: nodes, ways: waysOut })),
    ),
    timetables: sets.map(({ readings, timetable }) => ({ readings, ...timetable })),
    next: sets.map(({ readings, agenda }) => ({
      readings,
      done: agenda.done,
      next: agenda.next,
      hasEnded: agenda.hasEnded,
    })),
    waiting: sets.map(({ readings, agenda }) => ({ readings, waiting: agenda.waiting })),
    knownMoves,
    undeclared,
  }
}
