import { markLabels } from '../src/statements/tagger/labels.js'
import { clues, joinKind, joinKinds, markFeatures, mostMarkFeatures } from '../src/statements/tagger/mark-features.js'
import { type MarkModels, type Marks, markReader, marks } from '../src/statements/tagger/marks.js'
import { averagedChain, type ChainSettings, type Common, sized, type Text } from './chains.js'
import { markLabelling } from './gold.js'
import { learnLexicon } from './lexicon.js'
import { quantised } from './perceptron.js'
import { sequences } from './sequences.js'
import { type ChainWeights, trainChain } from './train-chain.js'

/** The first chain, and its readings of the training texts by models that have not seen them. */
export function trainMarks(
  texts: readonly Text[],
  settings: ChainSettings,
  { folds, log }: Common,
): { models: MarkModels; readings: Marks[] } {
  const lexicon = learnLexicon(texts)
  const keys = new Int32Array(mostMarkFeatures)
  const gathered = sequences(1 << 23)
  const textOf: number[] = []
  texts.forEach(({ analysis, gold }, t) => {
    const clue = clues(analysis, lexicon)
    const labels = markLabelling(analysis.tokens.count, gold)
    for (let p = 0; p + 1 < analysis.paragraphs.length; p++) {
      gathered.start()
      textOf.push(t)
      for (let i = analysis.paragraphs[p]!; i < analysis.paragraphs[p + 1]!; i++) {
        const n = markFeatures(analysis, clue, i, keys)
        gathered.token(keys, n, joinKind(analysis, i), labels[i]!)
      }
    }
  })
  const { data, kept } = gathered.done(settings.least)
  log(`marks: ${data.labels.length} tokens, ${kept.size()} features`)
  const options = { ...settings, labelCount: markLabels.length, featureCount: kept.size(), joinKinds }
  const modelsOf = (found: ChainWeights): MarkModels => ({
    lexicon,
    marks: {
      features: quantised(kept.keys(), markLabels.length, found.weights, { ...settings, percentile: 0.9999 }),
      edges: found.edges,
      labels: markLabels.length,
    },
  })
  const readings: Marks[] = []
  for (let fold = 0; fold < folds; fold++) {
    const models = modelsOf(trainChain(data, { ...options, seed: 7, which: s => textOf[s]! % folds !== fold }))
    const reader = markReader(models)
    texts.forEach((text, t) => {
      if (t % folds === fold) readings[t] = marks(text.analysis, models, reader)
    })
    log(`marks: fold ${fold + 1} of ${folds}`)
  }
  const models = modelsOf(averagedChain(data, options, settings.seeds))
  log(`marks: ${sized(models.marks.features)}`)
  return { models, readings }
}
