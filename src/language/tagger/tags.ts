import { addScores, type SparseModel } from '../model/sparse.js'
import type { Forms } from '../tokens/forms.js'
import type { Tokens } from '../tokens/tokens.js'
import { tagFeatureCount, tagFeatures } from './tag-features.js'

/** The Penn Treebank's tags as CoreNLP 3 writes them; a tag is its place in this list plus 1, and 0 is "none". */
export const tagNames = [
  '#',
  '$',
  "''",
  ',',
  '-LRB-',
  '-RRB-',
  '.',
  ':',
  'CC',
  'CD',
  'DT',
  'EX',
  'FW',
  'IN',
  'JJ',
  'JJR',
  'JJS',
  'LS',
  'MD',
  'NN',
  'NNP',
  'NNPS',
  'NNS',
  'PDT',
  'POS',
  'PRP',
  'PRP$',
  'RB',
  'RBR',
  'RBS',
  'RP',
  'SYM',
  'TO',
  'UH',
  'VB',
  'VBD',
  'VBG',
  'VBN',
  'VBP',
  'VBZ',
  'WDT',
  'WP',
  'WP$',
  'WRB',
  '``',
] as const

export type TagName = (typeof tagNames)[number]

/** The number of a tag. */
export function tagOf(name: TagName): number {
  return tagNames.indexOf(name) + 1
}

/** The part of speech of every token, from left to right: greedy, an averaged perceptron. */
export function tags(model: SparseModel, tokens: Tokens, forms: Forms): Uint8Array {
  const found = new Uint8Array(tokens.count)
  const keys = new Int32Array(tagFeatureCount)
  const scores = new Int32Array(tagNames.length + 1)
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const from = tokens.sentences[s]!
    const to = tokens.sentences[s + 1]!
    let tag1 = 0
    let tag2 = 0
    for (let i = from; i < to; i++) {
      tagFeatures(forms, from, to, i, tag1, tag2, keys)
      scores.fill(0)
      addScores(model, keys, tagFeatureCount, scores)
      let best = 1
      for (let tag = 2; tag <= tagNames.length; tag++) if (scores[tag]! > scores[best]!) best = tag
      found[i] = best
      tag2 = tag1
      tag1 = best
    }
  }
  return found
}
