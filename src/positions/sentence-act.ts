import type { Span } from '../language/span.js'
import type { Word } from '../language/words.js'
import type { ActKind } from './act.js'
import { actFeatures } from './act-model/features.js'
import { type ActModel, judge } from './act-model/model.js'
import { actDefinitions } from './definitions.js'
import { type Reading, readAct } from './reading.js'

/** One sentence coded as an event coder would: which act, and its codes in the field's schemes. */
export interface SentenceAct {
  /** Null: unsure, or none of the acts. */
  readonly act: ActKind | null
  /** PLOVER 2.0 verbal type; null: none of them. */
  readonly plover: string | null
  /** CAMEO root or sub-code; null where there is no act. */
  readonly cameo: string | null
  /** Of the answer, null included; 0 to 1, calibrated. */
  readonly confidence: number
}

/**
 * The act of one sentence: the model names the PLOVER type, the rules tell the act within it (an offer from an acceptance).
 *
 * `source`, `target`: the words of the actors, where they are known. O(words).
 */
export function sentenceAct(
  words: readonly Word[],
  source: readonly Span[],
  target: readonly Span[],
  model: ActModel,
): SentenceAct {
  const { plover, confidence } = judge(model, actFeatures(words, source, target))
  const reading = readAct(words, { cue: [], aside: [] })
  const act = actWithin(plover, reading)
  const cameo = actDefinitions.find(({ id }) => id === act)?.cameo[0] ?? null
  return { act, plover, cameo, confidence }
}

/** The rules' act where it belongs to the type that the model names; else the act that the type stands for first. */
export function actWithin(plover: string | null, reading: Reading): ActKind | null {
  const definition = actDefinitions.find(({ id }) => id === reading.act)
  // Denials, doubts and comments have no PLOVER type: there the rules stand alone.
  if (plover === null) return definition && definition.plover.length === 0 ? reading.act : null
  if (definition?.plover.includes(plover)) return reading.act
  return mainActs[plover] ?? null
}

/** The commonest act of each type, by the coding manuals' own first examples. */
const mainActs: Readonly<Record<string, ActKind>> = {
  AGREE: 'OFFER',
  CONSULT: 'CONSULT',
  SUPPORT: 'SUPPORT',
  REQUEST: 'REQUEST',
  ACCUSE: 'ACCUSE',
  REJECT: 'REJECT',
  THREATEN: 'THREATEN',
}
