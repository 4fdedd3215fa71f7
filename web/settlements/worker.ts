import './jitless.js'
import type { Model } from '../../src/settlements/model.js'
import { parseModel } from '../../src/settlements/model-file.js'
import { settlements } from '../../src/settlements/settlement.js'
import { conflictReport } from '../../src/settlements/stability/conflict-report.js'
import { withShares } from '../../src/settlements/what-if.js'
import type { Question, Reply } from './messages.js'

let known: { text: string; model: Model } | undefined

addEventListener('message', ({ data }: MessageEvent<Question>) => postMessage(reply(data)))

function reply({ text, shares, standard, draws }: Question): Reply {
  try {
    if (known?.text !== text) known = { text, model: parseModel(text, 'model.yaml') }
    const { model } = known
    const asked = withShares(model, shares)
    const answer = settlements(asked, { listed: 12, draws, seed: 1, standard, outlined: 400, flip: draws > 0 })
    return { solved: { model, answer, conflict: model.conflict && draws > 0 ? conflictReport(model.conflict) : null } }
  } catch (error) {
    const { message, place } = error as Error & { place?: string }
    return { fault: place ? `${place}: ${message}` : message }
  }
}
