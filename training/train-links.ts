import { type SparseModel, sparseModel } from '../src/language/model/sparse.js'
import { type Candidate, candidate, candidates } from '../src/statements/tagger/candidates.js'
import type { Chain } from '../src/statements/tagger/chain.js'
import { options } from '../src/statements/tagger/choice.js'
import { linkLabels } from '../src/statements/tagger/labels.js'
import { linkFeatures, linkFrame, mostLinkFeatures } from '../src/statements/tagger/link-features.js'
import { type Link, labellings, linkReader, links } from '../src/statements/tagger/links.js'
import { joinKind, joinKinds } from '../src/statements/tagger/mark-features.js'
import type { Marks } from '../src/statements/tagger/marks.js'
import { averagedChain, type ChainSettings, type Common, sized, type Text } from './chains.js'
import type { GoldTokens } from './gold.js'
import { quantised } from './perceptron.js'
import { sequences } from './sequences.js'
import { type ChainWeights, trainChain } from './train-chain.js'
import { type Choice, type ChoiceSettings, reward, trainChoice } from './train-choice.js'

/** The gold attribution whose cue shares most with a candidate; undefined for none. */
function goldOf(cue: { from: number; to: number }, gold: readonly GoldTokens[]): GoldTokens | undefined {
  let best: GoldTokens | undefined
  let most = 0
  for (const one of gold) {
    const common = one.cue.filter(i => i >= cue.from && i < cue.to).length
    if (common > most) {
      most = common
      best = one
    }
  }
  return best
}

/** The candidates of the first reading, and the gold cues that it missed. */
function withMissed(text: Text, reading: Marks): Candidate[] {
  const found = candidates(text.analysis, reading)
  const missed = text.gold.filter(
    ({ cue }) => cue.length > 0 && !found.some(c => c.from <= cue.at(-1)! && cue[0]! < c.to),
  )
  const added = missed.map(({ cue }) => candidate(text.analysis, reading, cue[0]!, cue.at(-1)! + 1, false))
  return [...found, ...added].sort((a, b) => a.from - b.from)
}

/** The second chain, and for each fold of the training texts one that has not seen them. */
export function trainLinks(
  texts: readonly Text[],
  readings: readonly Marks[],
  settings: ChainSettings,
  { folds, log }: Common,
): { chain: Chain; parts: Chain[] } {
  const keys = new Int32Array(mostLinkFeatures)
  const gathered = sequences(1 << 23)
  const textOf: number[] = []
  texts.forEach((text, t) => {
    const all = withMissed(text, readings[t]!)
    all.forEach((one, index) => {
      const gold = goldOf(one, text.gold)
      if (!gold) return
      const frame = linkFrame(text.analysis, all, index)
      const labels = linkLabelling(one, gold)
      gathered.start()
      textOf.push(t)
      for (let i = one.windowFrom; i < one.windowTo; i++) {
        const n = linkFeatures(text.analysis, readings[t]!, frame, i, keys)
        gathered.token(keys, n, joinKind(text.analysis, i), labels[i - one.windowFrom]!)
      }
    })
  })
  const { data, kept } = gathered.done(settings.least)
  log(`links: ${textOf.length} cues, ${data.labels.length} tokens, ${kept.size()} features`)
  const options = {
    labelCount: linkLabels.length,
    featureCount: kept.size(),
    joinKinds,
    epochs: settings.epochs,
    rate: settings.rate,
    dropout: settings.dropout,
    shrink: settings.shrink,
  }
  const chainOf = (found: ChainWeights): Chain => ({
    features: quantised(kept.keys(), linkLabels.length, found.weights, { ...settings, percentile: 0.9999 }),
    edges: found.edges,
    labels: linkLabels.length,
  })
  const parts = Array.from({ length: folds }, (_, fold) => {
    const chain = chainOf(trainChain(data, { ...options, seed: 7, which: s => textOf[s]! % folds !== fold }))
    log(`links: fold ${fold + 1} of ${folds}`)
    return chain
  })
  const chain = chainOf(averagedChain(data, options, settings.seeds))
  log(`links: ${sized(chain.features)}`)
  return { chain, parts }
}

/**
 * The model that compares the best labellings of a cue, and the links of the training texts by models that have not
 * seen them.
 */
export function trainChoices(
  texts: readonly Text[],
  readings: readonly Marks[],
  parts: readonly Chain[],
  settings: ChoiceSettings,
  { folds, log }: Common,
): { choice: SparseModel; found: Link[][] } {
  const choices: Choice[] = []
  const textOf: number[] = []
  parts.forEach((part, fold) => {
    // Any choice model asks for several labellings.
    const reader = linkReader({ links: part, choice: nothing })
    texts.forEach((text, t) => {
      if (t % folds !== fold) return
      const all = candidates(text.analysis, readings[t]!)
      all.forEach((one, index) => {
        const gold = goldOf(one, text.gold)
        if (!gold || gold.content.length === 0) return
        const frame = linkFrame(text.analysis, all, index)
        const found = options(labellings(text.analysis, readings[t]!, frame, reader))
        const rewards = found.map(option => reward(option, one, gold))
        choices.push({ analysis: text.analysis, marks: readings[t]!, frame, options: found, rewards })
        textOf.push(t)
      })
    })
  })
  log(`choice: ${choices.length} cues`)
  const found: Link[][] = []
  parts.forEach((part, fold) => {
    const choice = trainChoice(choices, settings, c => textOf[c]! % folds !== fold)
    const reader = linkReader({ links: part, choice })
    texts.forEach((text, t) => {
      if (t % folds === fold) found[t] = links(text.analysis, readings[t]!, reader, 0)
    })
    log(`choice: fold ${fold + 1} of ${folds}`)
  })
  const choice = trainChoice(choices, settings)
  log(`choice: ${sized(choice)}`)
  return { choice, found }
}

const nothing = sparseModel(1, 1, new Int32Array(0), new Int32Array(1), new Uint8Array(0), new Int8Array(0))

function linkLabelling(one: Candidate, gold: GoldTokens): Uint8Array {
  const labels = new Uint8Array(one.windowTo - one.windowFrom)
  const paint = (list: readonly number[], first: number) => {
    for (const i of list) if (i >= one.windowFrom && i < one.windowTo) labels[i - one.windowFrom] = first
  }
  paint(gold.source, 1)
  paint(gold.content, 5)
  paint(gold.cue, 3)
  for (let k = labels.length - 1; k > 0; k--) if (labels[k]! > 0 && labels[k - 1] === labels[k]) labels[k]!++
  return labels
}
