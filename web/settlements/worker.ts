import './jitless.js'
import type { Model } from '../../src/settlements/model.js'
import { parseModel } from '../../src/settlements/model-file.js'
import { settlements } from '../../src/settlements/settlement.js'
import { inverseAnswer } from '../../src/settlements/stability/conflict-answer.js'
import { conflictReport } from '../../src/settlements/stability/conflict-report.js'
import { withShares } from '../../src/settlements/what-if.js'
import type { Inverse, InverseQuestion, Question, Reply, Solved } from './messages.js'

let known: { text: string; model: Model; hasConflict?: boolean } | undefined

addEventListener('message', ({ data }: MessageEvent<Question | InverseQuestion>) => postMessage(reply(data)))

function reply(question: Question | InverseQuestion): Reply {
  try {
    if (known?.text !== question.text) known = { text: question.text, model: parseModel(question.text, 'model.yaml') }
    return 'state' in question ? { inverse: inverse(known.model, question) } : { solved: solved(known, question) }
  } catch (error) {
    const { message, place } = error as Error & { place?: string }
    return { fault: place ? `${place}: ${message}` : message }
  }
}

function solved(of: NonNullable<typeof known>, { shares, standard, draws }: Question): Solved {
  const asked = withShares(of.model, shares)
  const answer = settlements(asked, { listed: 12, draws, seed: 1, standard, outlined: 400, flip: draws > 0 })
  // Not while something is being dragged, and once a text.
  if (draws === 0 || of.hasConflict) return { model: of.model, answer }
  of.hasConflict = true
  return { model: of.model, answer, conflict: of.model.conflict ? conflictReport(of.model.conflict) : null }
}

const inverse = ({ conflict }: Model, { state }: InverseQuestion): Inverse => ({
  state,
  answers: conflict ? inverseAnswer(conflict, state) : [],
})
