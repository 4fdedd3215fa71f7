import { addScores, type SparseModel } from '../model/sparse.js'
import type { Forms } from '../tokens/forms.js'
import type { Tokens } from '../tokens/tokens.js'
import { labelNames } from './labels.js'
import { parseFeatureCount, parseFeatures } from './parse-features.js'
import {
  canLeft,
  canRight,
  canShift,
  isFinished,
  make,
  move,
  moveCount,
  newState,
  restart,
  type State,
} from './state.js'

/** The dependency tree of every sentence. */
export interface Trees {
  /** Index of each token's head among the tokens of the text; -1 for the root of a sentence. */
  readonly heads: Int32Array
  /** Its relation to the head: a place in `labelNames`. */
  readonly labels: Uint8Array
}

/** Parses each sentence from left to right, one best move at a time (arc-hybrid, averaged perceptron). Linear in the text. */
export function trees(model: SparseModel, tokens: Tokens, forms: Forms, tags: Uint8Array): Trees {
  const heads = new Int32Array(tokens.count)
  const labels = new Uint8Array(tokens.count)
  let longest = 0
  for (let s = 0; s + 1 < tokens.sentences.length; s++)
    longest = Math.max(longest, tokens.sentences[s + 1]! - tokens.sentences[s]!)
  const state = newState(longest)
  const keys = new Int32Array(parseFeatureCount)
  const scores = new Int32Array(moveCount(labelNames.length))
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const from = tokens.sentences[s]!
    const size = tokens.sentences[s + 1]! - from
    restart(state, size)
    while (!isFinished(state)) step(model, forms, tags, from, state, keys, scores)
    for (let i = 0; i < size; i++) {
      heads[from + i] = state.heads[i]! >= size ? -1 : from + state.heads[i]!
      labels[from + i] = state.labels[i]!
    }
  }
  return { heads, labels }
}

function step(
  model: SparseModel,
  forms: Forms,
  tags: Uint8Array,
  from: number,
  state: State,
  keys: Int32Array,
  scores: Int32Array,
): void {
  if (state.depth === 0) {
    make(state, move.shift, 0)
    return
  }
  parseFeatures(forms, tags, from, state, keys)
  scores.fill(0)
  addScores(model, keys, parseFeatureCount, scores)
  const best = bestMove(scores, labelNames.length, state)
  make(state, kindOf(best), labelOfMove(best))
}

/** The best of the moves that can be made. */
export function bestMove(scores: Int32Array | Float32Array, labels: number, state: State): number {
  let best = -1
  if (canShift(state)) best = 0
  const from = canLeft(state) ? 1 : 1 + labels
  const to = canRight(state) ? 1 + 2 * labels : 1 + labels
  for (let c = from; c < to; c++) if (best < 0 || scores[c]! > scores[best]!) best = c
  return best
}

export function kindOf(chosen: number): number {
  return chosen === 0 ? move.shift : chosen <= labelNames.length ? move.left : move.right
}

export function labelOfMove(chosen: number): number {
  return chosen === 0 ? 0 : (chosen - 1) % labelNames.length
}
