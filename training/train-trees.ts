import type { SparseModel } from '../src/language/model/sparse.js'
import { labelNames } from '../src/language/parser/labels.js'
import { bestMove, kindOf, labelOfMove } from '../src/language/parser/parse.js'
import { parseFeatureCount, parseFeatures } from '../src/language/parser/parse-features.js'
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
} from '../src/language/parser/state.js'
import { type Parsed, random, shuffled } from './corpus.js'
import { frequent, interner } from './intern.js'
import { perceptron } from './perceptron.js'

/** One sentence with gold heads: `size` for the root. */
interface Gold {
  readonly heads: Int32Array
  readonly labels: Uint8Array
  /** The rightmost token that hangs on each. */
  readonly lastChild: Int32Array
}

/**
 * Learns to parse from silver trees and the tags our own tagger gives (`tagsOf`), with the dynamic oracle of
 * Goldberg and Nivre (2013): from the second epoch on it follows its own moves and learns to recover.
 */
export function trainTrees(
  parses: readonly Parsed[],
  tagsOf: (parse: Parsed) => Uint8Array,
  seed: number,
  epochs = 5,
): SparseModel {
  const keys = new Int32Array(parseFeatureCount)
  const state = newState(512)
  const next = random(seed)
  const sentences = parses.flatMap(parse => {
    const tags = tagsOf(parse)
    const bounds = parse.tokens.sentences
    return Array.from({ length: bounds.length - 1 }, (_, s) => ({
      parse,
      tags,
      from: bounds[s]!,
      gold: goldOf(parse, bounds[s]!, bounds[s + 1]!),
    })).filter(sentence => sentence.gold.heads.length <= 150)
  })
  const counted = interner(1 << 24)
  for (const { parse, tags, from, gold } of sentences) {
    restart(state, gold.heads.length)
    while (!isFinished(state)) {
      if (state.depth > 0) {
        parseFeatures(parse.forms, tags, from, state, keys)
        for (const key of keys) counted.count(key)
      }
      const allowed = costless(state, gold)
      const chosen = allowed & 2 ? move.left : allowed & 4 ? move.right : move.shift
      make(state, chosen, chosen === move.shift ? 0 : gold.labels[state.stack[state.depth - 1]!]!)
    }
  }
  const labels = labelNames.length
  const learner = perceptron(frequent(counted, 3), moveCount(labels), 8)
  const scores = new Float32Array(moveCount(labels))
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { parse, tags, from, gold } of shuffled(sentences, next)) {
      restart(state, gold.heads.length)
      while (!isFinished(state)) {
        if (state.depth === 0) {
          make(state, move.shift, 0)
          continue
        }
        parseFeatures(parse.forms, tags, from, state, keys)
        learner.scores(keys, parseFeatureCount, scores)
        const guess = bestMove(scores, labels, state)
        const right = bestRight(scores, state, gold)
        if (guess !== right) learner.update(keys, parseFeatureCount, right, guess)
        learner.tick()
        const explores = epoch > 0 && next() < 0.9
        const made = explores ? guess : right
        make(state, kindOf(made), labelOfMove(made))
      }
    }
  }
  return learner.model({ levels: 42, prune: 2, leastRow: 6 })
}

function goldOf(parse: Parsed, from: number, to: number): Gold {
  const heads = parse.heads.slice(from, to).map(head => head - from)
  const lastChild = new Int32Array(to - from + 1).fill(-1)
  heads.forEach((head, i) => {
    lastChild[head] = i
  })
  return { heads, labels: parse.labels.slice(from, to), lastChild }
}

/** The moves after which every gold arc that could be reached still can: bits 1 shift, 2 left, 4 right. */
function costless(state: State, gold: Gold): number {
  const { stack, depth, next, size } = state
  const s0 = depth > 0 ? stack[depth - 1]! : -1
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  let moves = 0
  if (canShift(state)) {
    let isFree = true
    const head = gold.heads[next]!
    for (let d = 0; d < depth && isFree; d++) {
      const below = stack[d]!
      if (gold.heads[below] === next || (d < depth - 1 && below === head)) isFree = false
    }
    if (isFree) moves |= 1
  }
  if (canLeft(state)) {
    const head = gold.heads[s0]!
    const keepsHead = !(head === s1 && s1 >= 0) && !(head > next && head <= size)
    if (keepsHead && gold.lastChild[s0]! < next) moves |= 2
  }
  if (canRight(state)) {
    const head = gold.heads[s0]!
    if (!(head >= next) && gold.lastChild[s0]! < next) moves |= 4
  }
  return moves
}

/** The move of highest score among the costless ones, with the gold relation where the arc is gold. */
function bestRight(scores: Float32Array, state: State, gold: Gold): number {
  const labels = labelNames.length
  const moves = costless(state, gold)
  const s0 = state.stack[state.depth - 1]!
  const s1 = state.depth > 1 ? state.stack[state.depth - 2]! : -1
  let best = -1
  const consider = (c: number) => {
    if (best < 0 || scores[c]! > scores[best]!) best = c
  }
  if (moves & 1) consider(0)
  if (moves & 2) {
    if (gold.heads[s0] === state.next) consider(1 + gold.labels[s0]!)
    else for (let l = 0; l < labels; l++) consider(1 + l)
  }
  if (moves & 4) {
    if (gold.heads[s0] === s1) consider(1 + labels + gold.labels[s0]!)
    else for (let l = 0; l < labels; l++) consider(1 + labels + l)
  }
  if (best < 0) return bestMove(scores, labels, state)
  return best
}
