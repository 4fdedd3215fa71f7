import type { ApiSequence } from '../../src/server/api.js'
import { type Drawing, drawn } from '../parts/graph.js'
import { list } from '../state/address.js'
import { groupBy } from '../state/case.js'
import { hrefWith } from '../state/route.svelte.js'
import { labelsOf, readingName, waitText } from './sequence-words.js'

/** Steps from left to right as the chosen readings order them; the circles they close are marked. */
export function drawSequence(sequence: ApiSequence): Drawing {
  const { readings, deadlocks, agenda } = sequence.chosen
  const labels = labelsOf(sequence)
  const waits = sequence.waits.filter(({ reading }) => readings.includes(reading))
  const ends = new Set(waits.flatMap(({ from, to }) => [from, to]))
  const locked = new Set(deadlocks.flatMap(({ nodes }) => nodes))
  const circular = new Set(deadlocks.flatMap(one => one.waits.map(({ from, to }) => list.write([from, to]))))
  const done = new Set(agenda.done)
  return drawn(
    sequence.steps
      .filter(({ id }) => ends.has(id))
      .map(({ id, label }) => ({
        id,
        text: `${done.has(id) ? '✓ ' : ''}${label ?? id}`,
        href: hrefWith({ open: list.write(['norm', id]) }),
        isMarked: locked.has(id),
      })),
    [...groupBy(waits, ({ from, to }) => list.write([from, to]))].flatMap(([key, of]) => {
      const [first] = of
      if (!first) return []
      const label = [...new Set(of.map(({ reading }) => readingName(reading)))].join(', ')
      return [
        {
          from: first.from,
          to: first.to,
          label,
          says: `${label}: ${waitText(first, labels)}`,
          href: hrefWith({ open: list.write(['wait', first.from, first.to]) }),
          isMarked: circular.has(key),
          isLoose: of.every(({ kind }) => kind !== 'finish-start'),
        },
      ]
    }),
  )
}
