import { Fault } from '../../fault.js'
import type { Span } from '../../language/span.js'
import { sentences } from '../../language/words.js'
import { sentenceAct } from '../../positions/sentence-act.js'
import { actModel } from '../../record/act-model.js'
import type { StageFilter } from './filter.js'

/**
 * {id, text (one sentence), source_actor?, target_actor?} -> {id, act, plover, cameo, confidence}; null: unsure, or none.
 *
 * An actor is given by the words of the sentence that name it, or as a list of {text}.
 */
export const filter: StageFilter = {
  each({ id, text, source_actor, target_actor }) {
    if (typeof text !== 'string') throw new Fault('Expected "text" to be a string.')
    const words = sentences(text).flatMap(sentence => sentence.words)
    const { act, plover, cameo, confidence } = sentenceAct(
      words,
      placesOf(text, source_actor),
      placesOf(text, target_actor),
      actModel(),
    )
    return { id, act, plover, cameo, confidence: Number(confidence.toFixed(4)) }
  },
}

function placesOf(text: string, actor: unknown): Span[] {
  const names = Array.isArray(actor) ? actor.map(each => (each as { text?: unknown } | null)?.text) : [actor]
  return names.flatMap(name => {
    const start = typeof name === 'string' && name !== '' ? text.indexOf(name) : -1
    return start < 0 ? [] : [{ start, end: start + (name as string).length }]
  })
}
