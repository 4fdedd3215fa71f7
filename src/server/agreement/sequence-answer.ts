import { sequenceCaseOf } from '../../agreements/agreement/as-case.js'
import { type Agreement, nameOf, normsOf } from '../../agreements/agreement.js'
import type { Compliance } from '../../agreements/compliance.js'
import { type Move, sequenceCase } from '../../agreements/sequence/case-file.js'
import { sequence, sequenceUnder } from '../../agreements/sequence.js'
import type { ApiSequence } from '../api.js'

export const moves = ['drop', 'simultaneous', 'tranches', 'third-party'] as const satisfies readonly Move[]

/**
 * The order of an agreement's steps as things stood on a day.
 *
 * @param parties whose readings are added to the text; those of all where left out
 * @param weights what a point of weight costs by each move, by the analyst's judgement; 1 where left out
 */
export function sequenceAnswer(
  agreement: Agreement,
  known: Compliance,
  parties: readonly string[] | undefined,
  weights: Readonly<Partial<Record<Move, number>>>,
): ApiSequence {
  const value = { ...sequenceCaseOf(agreement, known), moveWeights: weights }
  const { steps, waits } = sequenceCase(value)
  const all = [...new Set(waits.map(({ reading }) => reading))].filter(reading => reading !== 'text')
  const labels = labelsOf(agreement)
  const chosen = parties?.filter(party => all.includes(party)) ?? all
  return {
    steps: steps.map(step => ({ ...step, label: labels.get(step.id) ?? step.label })),
    waits: [...waits],
    sets: sequence(value).readings.map(({ readings, deadlocks, timetable }) => ({
      readings,
      circles: deadlocks.length,
      consistent: timetable.consistent,
    })),
    moveWeights: Object.fromEntries(moves.map(move => [move, weights[move] ?? 1])),
    chosen: sequenceUnder(value, chosen),
  }
}

/** "withdrawal of soldiers"; with who is bound, where two norms are called the same. */
function labelsOf(agreement: Agreement): Map<string, string> {
  const norms = normsOf(agreement)
  const act = ({ modality, act, object }: (typeof norms)[number]) =>
    `${modality === 'prohibition' ? 'no ' : ''}${act}${object ? ` of ${object}` : ''}`
  return new Map(
    norms.map(norm => {
      const isOnly = norms.every(other => other === norm || act(other) !== act(norm))
      const bearers = norm.bearers.map(one => nameOf(agreement, one)).join(', ')
      return [norm.id, isOnly ? act(norm) : `${act(norm)} (${bearers})`] as const
    }),
  )
}
