import { type Forms, mix } from '../tokens/forms.js'

/** How many features a token has for the tagger. */
export const tagFeatureCount = 20

/**
 * The features of token `i` of a sentence `[from, to)` for its part of speech, given the two tags before it.
 * Writes their hashes into `keys`.
 */
export function tagFeatures(
  forms: Forms,
  from: number,
  to: number,
  i: number,
  tag1: number,
  tag2: number,
  keys: Int32Array,
): void {
  const { word, lower, suffix2, suffix3, prefix3, shape } = forms
  const before = i > from ? lower[i - 1]! : 0
  const before2 = i > from + 1 ? lower[i - 2]! : 0
  const after = i + 1 < to ? lower[i + 1]! : 0
  const after2 = i + 2 < to ? lower[i + 2]! : 0
  const own = lower[i]!
  const isFirst = i === from ? 1 : 0
  keys[0] = mix(1, own)
  keys[1] = mix(2, word[i]!)
  keys[2] = mix(3, suffix3[i]!)
  keys[3] = mix(4, suffix2[i]!)
  keys[4] = mix(5, prefix3[i]!)
  keys[5] = mix(mix(6, shape[i]!), isFirst)
  keys[6] = mix(7, before)
  keys[7] = mix(8, before2)
  keys[8] = mix(9, after)
  keys[9] = mix(10, after2)
  keys[10] = mix(11, tag1)
  keys[11] = mix(mix(12, tag1), tag2)
  keys[12] = mix(mix(13, tag1), own)
  keys[13] = mix(mix(14, own), after)
  keys[14] = mix(mix(15, before), own)
  keys[15] = mix(16, i + 1 < to ? suffix3[i + 1]! : 0)
  keys[16] = mix(mix(17, i + 1 < to ? shape[i + 1]! : 0), shape[i]!)
  keys[17] = mix(mix(18, suffix3[i]!), tag1)
  keys[18] = mix(mix(mix(19, tag1), own), after)
  keys[19] = mix(mix(mix(20, suffix3[i]!), shape[i]!), isFirst)
}
