import type { SparseModel } from '../src/language/model/sparse.js'
import { tagFeatureCount, tagFeatures } from '../src/language/tagger/tag-features.js'
import { tagNames } from '../src/language/tagger/tags.js'
import { type Parsed, random, shuffled } from './corpus.js'
import { frequent, interner } from './intern.js'
import { perceptron } from './perceptron.js'

/** Learns parts of speech from silver tags. */
export function trainTags(parses: readonly Parsed[], seed: number, epochs = 5): SparseModel {
  const keys = new Int32Array(tagFeatureCount)
  const counted = interner(1 << 23)
  const each = (parse: Parsed, visit: (from: number, to: number) => void) => {
    for (let s = 0; s + 1 < parse.tokens.sentences.length; s++)
      visit(parse.tokens.sentences[s]!, parse.tokens.sentences[s + 1]!)
  }
  for (const parse of parses) {
    each(parse, (from, to) => {
      for (let i = from; i < to; i++) {
        tagFeatures(
          parse.forms,
          from,
          to,
          i,
          i > from ? parse.tags[i - 1]! : 0,
          i > from + 1 ? parse.tags[i - 2]! : 0,
          keys,
        )
        for (const key of keys) counted.count(key)
      }
    })
  }
  const classes = tagNames.length + 1
  const learner = perceptron(frequent(counted, 2), classes, 2)
  const scores = new Float32Array(classes)
  const next = random(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const parse of shuffled(parses, next)) {
      each(parse, (from, to) => {
        let tag1 = 0
        let tag2 = 0
        for (let i = from; i < to; i++) {
          tagFeatures(parse.forms, from, to, i, tag1, tag2, keys)
          learner.scores(keys, tagFeatureCount, scores)
          let best = 1
          for (let tag = 2; tag < classes; tag++) if (scores[tag]! > scores[best]!) best = tag
          const right = parse.tags[i]!
          if (best !== right && right > 0) learner.update(keys, tagFeatureCount, right, best)
          learner.tick()
          tag2 = tag1
          tag1 = best
        }
      })
    }
  }
  return learner.model({ levels: 42, prune: 1, leastRow: 3 })
}
