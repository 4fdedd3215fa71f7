import { type SparseModel, sizeOf } from '../src/language/model/sparse.js'
import { acceptFeatures, mostAcceptFeatures } from '../src/statements/tagger/accept-features.js'
import type { Analysis } from '../src/statements/tagger/analysis.js'
import { type Candidate, candidate, candidates } from '../src/statements/tagger/candidates.js'
import type { Chain } from '../src/statements/tagger/chain.js'
import { linkLabels, markLabels } from '../src/statements/tagger/labels.js'
import { linkFeatures, linkFrame, mostLinkFeatures } from '../src/statements/tagger/link-features.js'
import { type Link, linkReader, links, type Run } from '../src/statements/tagger/links.js'
import { clues, joinKind, joinKinds, markFeatures, mostMarkFeatures } from '../src/statements/tagger/mark-features.js'
import { type MarkModels, type Marks, markReader, marks } from '../src/statements/tagger/marks.js'
import { random } from './corpus.js'
import { type GoldTokens, markLabelling } from './gold.js'
import { frequent, interner } from './intern.js'
import { learnLexicon } from './lexicon.js'
import { quantised } from './perceptron.js'
import { sequences } from './sequences.js'
import { type ChainOptions, type ChainWeights, type Sequences, trainChain } from './train-chain.js'

export interface Text {
  readonly analysis: Analysis
  readonly gold: readonly GoldTokens[]
}

/** How a chain is trained: see `settings.json`. */
export interface ChainSettings {
  readonly seeds: number
  readonly epochs: number
  readonly rate: number
  /** Share of the features left out of each step. */
  readonly dropout: number
  /** Pull of the weights to 0 (L1), per touch. */
  readonly shrink: number
  /** How often a feature must occur. */
  readonly least: number
  /** Steps of a weight, at most 127. */
  readonly levels: number
  /** Weights of fewer steps are left out of the model file. */
  readonly prune: number
  /** Features none of whose weights has so many steps are left out. */
  readonly leastRow: number
}

export interface Common {
  readonly folds: number
  readonly log: (line: string) => void
}

function sized(model: SparseModel): string {
  const { features, weights } = sizeOf(model)
  return `${weights} weights of ${features} features`
}

/** Trains one chain per seed on the same sequences and averages their weights. */
function averagedChain(data: Sequences, options: Omit<ChainOptions, 'seed'>, seeds: number): ChainWeights {
  const all = Array.from({ length: seeds }, (_, k) => trainChain(data, { ...options, seed: k + 1 }))
  const mean = (of: (w: ChainWeights) => Float32Array) =>
    of(all[0]!).map((_, i) => all.reduce((sum, w) => sum + of(w)[i]!, 0) / seeds)
  return seeds === 1 ? all[0]! : { weights: mean(w => w.weights), edges: mean(w => w.edges) }
}

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
  const options = {
    labelCount: markLabels.length,
    featureCount: kept.size(),
    joinKinds,
    epochs: settings.epochs,
    rate: settings.rate,
    dropout: settings.dropout,
    shrink: settings.shrink,
  }
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

/** The second chain, and its readings of the training texts by models that have not seen them. */
export function trainLinks(
  texts: readonly Text[],
  readings: readonly Marks[],
  settings: ChainSettings,
  { folds, log }: Common,
): { chain: Chain; found: Link[][] } {
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
  const found: Link[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const chain = chainOf(trainChain(data, { ...options, seed: 7, which: s => textOf[s]! % folds !== fold }))
    const reader = linkReader(chain)
    texts.forEach((text, t) => {
      if (t % folds === fold) found[t] = links(text.analysis, readings[t]!, reader)
    })
    log(`links: fold ${fold + 1} of ${folds}`)
  }
  const chain = chainOf(averagedChain(data, options, settings.seeds))
  log(`links: ${sized(chain.features)}`)
  return { chain, found }
}

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

/** Whether a link is right: its content and a gold content share half of their union. */
export function isRight(link: Link, gold: readonly GoldTokens[]): boolean {
  return gold.some(one => jaccard(link.content, one.content) >= 0.5)
}

function jaccard(content: readonly Run[], gold: readonly number[]): number {
  const common = gold.filter(i => content.some(([from, to]) => i >= from && i < to)).length
  if (common === 0) return 0
  return common / (content.reduce((sum, [from, to]) => sum + to - from, 0) + gold.length - common)
}

/** The judge: logistic regression with AdaGrad and feature dropout on links by models that have not seen the texts. */
export function trainAccept(
  texts: readonly Text[],
  readings: readonly Marks[],
  found: readonly (readonly Link[])[],
  { log }: Common,
): SparseModel {
  const keys = new Int32Array(mostAcceptFeatures)
  const counted = interner(1 << 20)
  const rows: { keys: Int32Array; right: number }[] = []
  texts.forEach((text, t) => {
    found[t]!.forEach((link, index) => {
      if (link.content.length === 0) return
      const n = acceptFeatures(text.analysis, readings[t]!, found[t]!, index, keys)
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
  log(`judge: ${rows.length} links, ${rows.filter(row => row.right).length} right, ${kept.size()} features`)
  return quantised(kept.keys(), 1, Float32Array.from(average), { levels: 127, prune: 1, percentile: 1 })
}
