import { type SparseModel, sparseModel } from '../src/language/model/sparse.js'
import type { Analysis } from '../src/statements/tagger/analysis.js'
import type { GoldTokens } from './gold.js'

/** How often each stem is in a cue: 1 to 4 for shares of at least 3, 15, 40 and 70 %, of stems seen 5 times or more. */
export function learnLexicon(texts: readonly { analysis: Analysis; gold: readonly GoldTokens[] }[]): SparseModel {
  const seen = new Map<number, [number, number]>()
  for (const { analysis, gold } of texts) {
    const isCue = new Uint8Array(analysis.tokens.count)
    for (const { cue } of gold) {
      // The word that carries the cue: not the function words around it.
      for (const i of cue) isCue[i] = 1
    }
    for (let i = 0; i < analysis.tokens.count; i++) {
      const stem = analysis.forms.stem[i]!
      const entry = seen.get(stem)
      if (entry) {
        entry[0]++
        entry[1] += isCue[i]!
      } else seen.set(stem, [1, isCue[i]!])
    }
  }
  const stems: number[] = []
  const steps: number[] = []
  for (const [stem, [all, cues]] of seen) {
    if (all < 5) continue
    const share = cues / (all + 3)
    const step = share >= 0.7 ? 4 : share >= 0.4 ? 3 : share >= 0.15 ? 2 : share >= 0.03 ? 1 : 0
    if (step > 0) {
      stems.push(stem)
      steps.push(step)
    }
  }
  return sparseModel(
    1,
    1,
    Int32Array.from(stems),
    Int32Array.from({ length: stems.length + 1 }, (_, i) => i),
    new Uint8Array(stems.length),
    Int8Array.from(steps),
  )
}
