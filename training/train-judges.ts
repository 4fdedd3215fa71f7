import type { SparseModel } from '../src/language/model/sparse.js'
import { type Judges, judged } from '../src/statements/tagger/accept.js'
import { acceptFeatures, mostAcceptFeatures } from '../src/statements/tagger/accept-features.js'
import type { Link, Run } from '../src/statements/tagger/links.js'
import type { Marks } from '../src/statements/tagger/marks.js'
import { type Common, sized, type Text } from './chains.js'
import { random } from './corpus.js'
import type { GoldTokens } from './gold.js'
import { frequent, interner } from './intern.js'
import { quantised } from './perceptron.js'

/** Whether a link is right: its content and a gold content share half of their union. */
export function isRight(link: Link, gold: readonly GoldTokens[]): boolean {
  return gold.some(one => jaccard(link.content, one.content) >= 0.5)
}

function jaccard(content: readonly Run[], gold: readonly number[]): number {
  const common = gold.filter(i => content.some(([from, to]) => i >= from && i < to)).length
  if (common === 0) return 0
  return common / (content.reduce((sum, [from, to]) => sum + to - from, 0) + gold.length - common)
}

/** The two judges, trained on links by models that have not seen the texts. */
export function trainJudges(
  texts: readonly Text[],
  readings: readonly Marks[],
  found: readonly (readonly Link[])[],
  { folds, log }: Common,
): Judges {
  const likely = found.map(all => all.map(({ candidate }) => candidate.probability))
  const strength: number[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const judge = trainJudge(texts, readings, found, likely, t => t % folds !== fold)
    texts.forEach(({ analysis }, t) => {
      if (t % folds === fold) strength[t] = judged(judge, analysis, readings[t]!, found[t]!, likely[t]!)
    })
  }
  const judges = {
    judge: trainJudge(texts, readings, found, likely, () => true),
    secondJudge: trainJudge(texts, readings, found, strength, () => true),
  }
  const count = found.reduce((sum, all) => sum + all.length, 0)
  log(`judges: ${count} links, ${sized(judges.judge)}, ${sized(judges.secondJudge)}`)
  return judges
}

/** Logistic regression with AdaGrad and feature dropout. */
function trainJudge(
  texts: readonly Text[],
  readings: readonly Marks[],
  found: readonly (readonly Link[])[],
  strength: readonly (readonly number[])[],
  which: (text: number) => boolean,
): SparseModel {
  const keys = new Int32Array(mostAcceptFeatures)
  const counted = interner(1 << 20)
  const rows: { keys: Int32Array; right: number }[] = []
  texts.forEach((text, t) => {
    if (!which(t)) return
    found[t]!.forEach((link, index) => {
      if (link.content.length === 0) return
      const n = acceptFeatures(text.analysis, readings[t]!, found[t]!, strength[t]!, index, keys)
      for (let k = 0; k < n; k++) counted.count(keys[k]!)
      rows.push({ keys: keys.slice(0, n), right: isRight(link, text.gold) ? 1 : 0 })
    })
  })
  const kept = frequent(counted, 5)
  const list = rows.map(row => ({ ids: row.keys.map(key => kept.idOf(key)).filter(id => id >= 0), right: row.right }))
  const weights = new Float64Array(kept.size())
  const squares = new Float64Array(kept.size())
  const average = new Float64Array(kept.size())
  const next = random(11)
  const epochs = 24
  const keep = 0.6
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[list[i], list[j]] = [list[j]!, list[i]!]
    }
    for (const { ids, right } of list) {
      const some = ids.filter(() => next() < keep)
      let sum = 0
      for (const id of some) sum += weights[id]!
      const g = right - 1 / (1 + Math.exp(-sum / keep))
      for (const id of some) {
        squares[id]! += g * g
        weights[id]! += (0.05 * g) / (Math.sqrt(squares[id]!) + 0.5)
      }
    }
    if (epoch * 2 >= epochs) for (let i = 0; i < weights.length; i++) average[i]! += weights[i]! / (epochs / 2)
  }
  return quantised(kept.keys(), 1, Float32Array.from(average), { levels: 127, prune: 1, percentile: 1 })
}
