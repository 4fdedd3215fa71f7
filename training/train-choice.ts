import type { SparseModel } from '../src/language/model/sparse.js'
import type { Analysis } from '../src/statements/tagger/analysis.js'
import type { Candidate } from '../src/statements/tagger/candidates.js'
import { choiceFeatures, mostChoiceFeatures, type Option } from '../src/statements/tagger/choice-features.js'
import type { LinkFrame } from '../src/statements/tagger/link-features.js'
import type { Marks } from '../src/statements/tagger/marks.js'
import { random } from './corpus.js'
import { growing, numbered } from './features.js'
import type { GoldTokens } from './gold.js'
import { frequent, interner } from './intern.js'
import { quantised } from './perceptron.js'

/** The options of one cue, and how good each is: 0 to about 3. */
export interface Choice {
  readonly analysis: Analysis
  readonly marks: Marks
  readonly frame: LinkFrame
  readonly options: readonly Option[]
  readonly rewards: readonly number[]
}

/** How well an option agrees with what people marked: the whole content right counts as much as all tokens of it. */
export function reward({ roles }: Option, { windowFrom }: Candidate, gold: GoldTokens): number {
  const agreement = (role: number, list: readonly number[]) => {
    let common = 0
    let found = 0
    for (let k = 0; k < roles.length; k++) if (roles[k] === role) found++
    for (const i of list) if (roles[i - windowFrom] === role) common++
    const all = found + list.length - common
    return all === 0 ? 1 : common / all
  }
  const content = agreement(3, gold.content)
  const source = agreement(1, gold.source)
  return (
    content +
    (content === 1 ? 0.7 : 0) +
    (content >= 0.5 ? 0.5 : 0) +
    0.5 * source +
    (source > 0 ? 0.3 : 0) +
    0.3 * agreement(2, gold.cue)
  )
}

export interface ChoiceSettings {
  readonly epochs: number
  readonly rate: number
  readonly dropout: number
  readonly least: number
  /** How much better the best option must be rewarded to be the only one learned from. */
  readonly sharpness: number
  /** Features of fewer steps are left out of the model file. */
  readonly leastRow: number
}

/** Maximises the expected reward's softmax: a log-linear model over the options of each cue (AdaGrad, dropout). */
export function trainChoice(
  choices: readonly Choice[],
  settings: ChoiceSettings,
  which: (index: number) => boolean = () => true,
): SparseModel {
  const keys = new Int32Array(mostChoiceFeatures)
  const counted = interner(1 << 22)
  const hashes = growing()
  const begin = growing()
  const below: number[] = []
  const target: number[] = []
  const first: number[] = [0]
  choices.forEach((choice, index) => {
    if (!which(index)) return
    const { analysis, marks, frame, options, rewards } = choice
    const top = Math.max(...rewards)
    const wanted = rewards.map(value => Math.exp((value - top) * settings.sharpness))
    const total = wanted.reduce((sum, value) => sum + value, 0)
    options.forEach((option, k) => {
      begin.push(hashes.length())
      const n = choiceFeatures(analysis, marks, frame, option, keys)
      for (let j = 0; j < n; j++) {
        hashes.push(keys[j]!)
        counted.count(keys[j]!)
      }
      below.push(option.below)
      target.push(wanted[k]! / total)
    })
    first.push(below.length)
  })
  begin.push(hashes.length())
  const kept = frequent(counted, settings.least)
  const list = numbered(begin.array(), hashes.array(), kept)
  const weights = new Float64Array(kept.size())
  const squares = new Float64Array(kept.size())
  const average = new Float64Array(kept.size())
  const next = random(5)
  const order = Array.from({ length: first.length - 1 }, (_, i) => i)
  const keep = 1 - settings.dropout
  const gradient = new Float64Array(kept.size())
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const c of order) {
      const from = first[c]!
      const to = first[c + 1]!
      if (to - from < 2) continue
      // One draw a cue: what is left out is left out of all its options.
      const salt = Math.floor(next() * 2 ** 31)
      const isKept = (id: number) => (Math.imul(id ^ salt, 0x9e3779b1) >>> 8) / 2 ** 24 < keep
      const scores: number[] = []
      let top = Number.NEGATIVE_INFINITY
      for (let o = from; o < to; o++) {
        let sum = 0
        for (let at = list.begin[o]!; at < list.begin[o + 1]!; at++)
          if (isKept(list.features[at]!)) sum += weights[list.features[at]!]!
        const score = sum / keep - below[o]!
        scores.push(score)
        if (score > top) top = score
      }
      let total = 0
      for (let k = 0; k < scores.length; k++) total += scores[k] = Math.exp(scores[k]! - top)
      const touched: number[] = []
      for (let o = from; o < to; o++) {
        const g = target[o]! - scores[o - from]! / total
        if (Math.abs(g) < 1e-4) continue
        for (let at = list.begin[o]!; at < list.begin[o + 1]!; at++) {
          const id = list.features[at]!
          if (!isKept(id)) continue
          if (gradient[id] === 0) touched.push(id)
          gradient[id]! += g
        }
      }
      for (const id of touched) {
        const g = gradient[id]!
        gradient[id] = 0
        if (g === 0) continue
        squares[id]! += g * g
        weights[id]! += (settings.rate * g) / (Math.sqrt(squares[id]!) + 1)
      }
    }
    if (epoch * 2 >= settings.epochs)
      for (let i = 0; i < weights.length; i++) average[i]! += weights[i]! / Math.ceil(settings.epochs / 2)
  }
  return quantised(kept.keys(), 1, Float32Array.from(average), {
    levels: 127,
    prune: settings.leastRow,
    percentile: 0.9999,
  })
}
