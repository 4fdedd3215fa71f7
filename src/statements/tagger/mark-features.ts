import { rowOf, type SparseModel, weightOf } from '../../language/model/sparse.js'
import { tagOf } from '../../language/tagger/tags.js'
import { hashOf, mix } from '../../language/tokens/forms.js'
import { gap } from '../../language/tokens/tokens.js'
import type { Analysis } from './analysis.js'

/** How many features a token can have at most. */
export const mostMarkFeatures = 110

const comma = hashOf(',')
const colon = hashOf(':')

/** How often words of a stem are cues, in five steps: 0 (never seen as one) to 4 (nearly always). */
export function cueness(lexicon: SparseModel, stem: number): number {
  const row = rowOf(lexicon, stem)
  return row === 0 ? 0 : weightOf(lexicon.cells[row + 1]!)
}

/** What is looked up once per text: cue words, and the nearest of them on each side within the sentence. */
export interface Clues {
  readonly cueness: Uint8Array
  /** Nearest token with cueness 2 or more before and after, in the sentence; -1 for none. */
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  /** Nearest token upwards in the tree, itself excluded, with cueness 2 or more; -1 for none. */
  readonly cueAbove: Int32Array
}

export function clues(analysis: Analysis, lexicon: SparseModel): Clues {
  const { tokens, forms, syntax } = analysis
  const { count } = tokens
  const strength = new Uint8Array(count)
  const cueBefore = new Int32Array(count).fill(-1)
  const cueAfter = new Int32Array(count).fill(-1)
  const cueAbove = new Int32Array(count).fill(-1)
  for (let i = 0; i < count; i++) strength[i] = cueness(lexicon, forms.stem[i]!)
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const from = tokens.sentences[s]!
    const to = tokens.sentences[s + 1]!
    for (let i = from, last = -1; i < to; i++) {
      cueBefore[i] = last
      if (strength[i]! >= 2) last = i
    }
    for (let i = to - 1, last = -1; i >= from; i--) {
      cueAfter[i] = last
      if (strength[i]! >= 2) last = i
    }
  }
  if (syntax) {
    const { heads } = syntax.trees
    for (let i = 0; i < count; i++) {
      let at = heads[i]!
      for (let steps = 0; at >= 0 && steps < 12; steps++) {
        if (strength[at]! >= 2) {
          cueAbove[i] = at
          break
        }
        at = heads[at]!
      }
    }
  }
  return { cueness: strength, cueBefore, cueAfter, cueAbove }
}

function bin(distance: number): number {
  if (distance < 5) return distance
  return distance < 8 ? 5 : distance < 13 ? 6 : distance < 25 ? 7 : 8
}

/** The kind of join between token `i` and the one before it: chains weigh label pairs by it. */
export const joinKinds = 9
export function joinKind(analysis: Analysis, i: number): number {
  const { quotes, forms, tokens, sentenceFrom } = analysis
  if (i === 0) return 0
  const q = quotes.of[i]!
  const before = quotes.of[i - 1]!
  if (sentenceFrom[i] === i) return q >= 0 && q === before ? 1 : tokens.gap[i] === gap.blankLine ? 8 : 2
  if (q >= 0 && q !== before) return 3
  if (before >= 0 && q !== before) return 4
  if (q >= 0) return 5
  if (forms.lower[i] === comma || forms.lower[i] === colon) return 6
  if (forms.lower[i - 1] === comma) return 7
  return 0
}

const [vbn, to] = [tagOf('VBN'), tagOf('TO')]

/** Writes the hashes of the features of token `i` for the first chain into `keys`; gives their number. */
export function markFeatures(analysis: Analysis, clue: Clues, i: number, keys: Int32Array): number {
  const { tokens, forms, tags, quotes, quoteStates, syntax, sentenceFrom, sentenceTo } = analysis
  const { lower, stem, word, shape, suffix3, prefix3 } = forms
  const from = sentenceFrom[i]!
  const end = sentenceTo[i]!
  // Words, stems and tags of the neighbours, with signs for the sentence's start and end.
  const wordBefore2 = i - 2 < from ? 1 : lower[i - 2]!
  const wordBefore = i - 1 < from ? 1 : lower[i - 1]!
  const word0 = lower[i]!
  const wordAfter = i + 1 >= end ? 2 : lower[i + 1]!
  const wordAfter2 = i + 2 >= end ? 2 : lower[i + 2]!
  const stemBefore2 = i - 2 < from ? 1 : stem[i - 2]!
  const stemBefore = i - 1 < from ? 1 : stem[i - 1]!
  const stemAfter = i + 1 >= end ? 2 : stem[i + 1]!
  const stemAfter2 = i + 2 >= end ? 2 : stem[i + 2]!
  const tagBefore2 = i - 2 < from ? 60 : tags[i - 2]!
  const tagBefore = i - 1 < from ? 60 : tags[i - 1]!
  const tagAfter = i + 1 >= end ? 61 : tags[i + 1]!
  const tagAfter2 = i + 2 >= end ? 61 : tags[i + 2]!
  const own = stem[i]!
  const tag = tags[i]!
  const state = quoteStates[i]!
  const place = i - from === 0 ? 1 : i - from < 3 ? 2 : end - i <= 2 ? 3 : 4
  let n = 0
  keys[n++] = mix(100, 0)
  keys[n++] = mix(101, lower[i]!)
  keys[n++] = mix(102, word[i]!)
  keys[n++] = mix(103, own)
  keys[n++] = mix(mix(104, own), tag)
  keys[n++] = mix(105, suffix3[i]!)
  keys[n++] = mix(106, prefix3[i]!)
  keys[n++] = mix(107, shape[i]!)
  keys[n++] = mix(108, wordBefore)
  keys[n++] = mix(109, wordBefore2)
  keys[n++] = mix(110, wordAfter)
  keys[n++] = mix(111, wordAfter2)
  keys[n++] = mix(mix(112, wordBefore), word0)
  keys[n++] = mix(mix(113, word0), wordAfter)
  keys[n++] = mix(mix(114, wordBefore), wordAfter)
  keys[n++] = mix(mix(mix(115, wordBefore), word0), wordAfter)
  keys[n++] = mix(116, tag)
  keys[n++] = mix(117, (tagBefore << 8) | tag)
  keys[n++] = mix(118, (tag << 8) | tagAfter)
  keys[n++] = mix(119, (tagBefore << 16) | (tag << 8) | tagAfter)
  keys[n++] = mix(120, (tagBefore2 << 16) | (tagBefore << 8) | tag)
  keys[n++] = mix(121, (tag << 16) | (tagAfter << 8) | tagAfter2)
  keys[n++] = mix(mix(122, stemBefore), tag)
  keys[n++] = mix(mix(123, stemAfter), tag)
  keys[n++] = mix(mix(124, stemAfter2), stemAfter)
  keys[n++] = mix(mix(125, stemBefore2), stemBefore)
  keys[n++] = mix(126, (state << 8) | place)
  keys[n++] = mix(mix(127, state), own)
  keys[n++] = mix(128, (state << 8) | tag)
  const stateBefore = i > 0 ? quoteStates[i - 1]! : 99
  const stateAfter = i + 1 < tokens.count ? quoteStates[i + 1]! : 99
  keys[n++] = mix(129, (stateBefore << 16) | (state << 8) | stateAfter)
  keys[n++] = mix(mix(130, stateBefore), lower[i]!)
  keys[n++] = mix(mix(131, stateAfter), lower[i]!)
  keys[n++] = mix(132, (place << 8) | tag)
  const strength = clue.cueness[i]!
  keys[n++] = mix(133, (strength << 8) | tag)
  keys[n++] = mix(
    134,
    ((i + 1 < end ? clue.cueness[i + 1]! : 9) << 16) | (strength << 8) | (i > from ? clue.cueness[i - 1]! : 9),
  )
  const left = clue.cueBefore[i]!
  const right = clue.cueAfter[i]!
  const leftBin = left < 0 ? 15 : bin(i - left)
  const rightBin = right < 0 ? 15 : bin(right - i)
  keys[n++] = mix(135, (leftBin << 8) | rightBin)
  keys[n++] = mix(136, (leftBin << 8) | tag)
  keys[n++] = mix(137, (rightBin << 8) | tag)
  if (left >= 0) {
    keys[n++] = mix(mix(138, stem[left]!), Math.min(leftBin, 4))
    keys[n++] = mix(mix(139, left + 1 >= end ? 2 : lower[left + 1]!), (Math.min(leftBin, 4) << 8) | (tags[left]! & 255))
    keys[n++] = mix(mix(140, stem[left]!), left + 1 >= end ? 2 : lower[left + 1]!)
    keys[n++] = mix(141, (clue.cueness[left]! << 8) | leftBin | (tags[left]! << 16))
  }
  if (right >= 0) {
    keys[n++] = mix(mix(142, stem[right]!), Math.min(rightBin, 4))
    keys[n++] = mix(143, (clue.cueness[right]! << 8) | rightBin | (tags[right]! << 16))
    keys[n++] = mix(mix(144, stem[right]!), tag)
    keys[n++] = mix(mix(145, right - 1 < from ? 1 : lower[right - 1]!), stem[right]!)
  }
  // Around quotations: what stands just before and after the one the token is in.
  const q = quotes.of[i]!
  if (q >= 0) {
    const a = quotes.from[q]!
    const b = quotes.to[q]!
    const ahead = b < tokens.count ? lower[b]! : 0
    const behind = a > 0 ? lower[a - 1]! : 0
    keys[n++] = mix(mix(146, ahead), state >> 2)
    keys[n++] = mix(mix(147, behind), state >> 2)
    keys[n++] = mix(mix(148, b + 1 < tokens.count ? stem[b + 1]! : 0), ahead)
    keys[n++] = mix(149, (b < tokens.count ? tags[b]! << 8 : 0) | (a > 0 ? tags[a - 1]! : 0) | ((state >> 2) << 16))
    keys[n++] = mix(150, (tags[b - 2] ?? 0) | ((state >> 2) << 8) | (quotes.goesOn[q] ? 1 << 12 : 0))
    keys[n++] = mix(151, (a === sentenceFrom[a]! ? 1 : 0) | (sentenceFrom[a] === from ? 2 : 0) | ((state >> 2) << 4))
    keys[n++] = mix(
      152,
      (a > 0 ? clue.cueness[a - 1]! : 9) |
        ((b < tokens.count ? clue.cueness[b]! : 9) << 4) |
        ((b + 1 < tokens.count ? clue.cueness[b + 1]! : 9) << 8),
    )
  } else {
    const next = nextQuote(analysis, i)
    const last = lastQuote(analysis, i)
    keys[n++] = mix(153, (next << 8) | last)
    keys[n++] = mix(mix(154, own), (next > 0 ? 1 : 0) | (last > 0 ? 2 : 0))
    keys[n++] = mix(155, (next << 16) | (last << 8) | tag)
  }
  // The sentence: how it begins and ends, what the one before ended with.
  keys[n++] = mix(mix(156, lower[from]!), Math.min(i - from, 3))
  keys[n++] = mix(
    157,
    (from > 0 && quotes.of[from - 1]! >= 0 ? 1 : 0) |
      (quotes.of[from]! >= 0 ? 2 : 0) |
      (quotes.of[end - 1]! >= 0 ? 4 : 0) |
      (q >= 0 ? 8 : 0),
  )
  keys[n++] = mix(158, Math.min(15, (end - from) >> 2) | (place << 8))
  if (tokens.gap[from] === gap.blankLine) keys[n++] = mix(159, (from === 0 ? 1 : 0) | (place << 2))
  if (syntax) n = treeFeatures(analysis, clue, i, keys, n)
  return n
}

function nextQuote(analysis: Analysis, i: number): number {
  const end = analysis.sentenceTo[i]!
  for (let k = i + 1; k < end && k < i + 12; k++) if (analysis.quotes.of[k]! >= 0) return bin(k - i)
  return 0
}

function lastQuote(analysis: Analysis, i: number): number {
  for (let k = i - 1; k >= 0 && k > i - 12; k--) if (analysis.quotes.of[k]! >= 0) return bin(i - k)
  return 0
}

function treeFeatures(analysis: Analysis, clue: Clues, i: number, keys: Int32Array, from: number): number {
  const { tags, forms, syntax } = analysis
  const { stem } = forms
  const { heads, labels } = syntax!.trees
  const { clause, outer, argument, children } = syntax!.clauses
  let n = from
  const head = heads[i]!
  const label = labels[i]!
  const side = head < i ? 1 : 0
  const headStem = head < 0 ? 0 : stem[head]!
  keys[n++] = mix(200, label)
  keys[n++] = mix(201, (label << 8) | tags[i]!)
  keys[n++] = mix(202, (label << 16) | ((head < 0 ? 63 : tags[head]!) << 8) | side)
  keys[n++] = mix(mix(203, headStem), label)
  keys[n++] = mix(mix(204, stem[i]!), label)
  keys[n++] = mix(mix(205, children[i]!), tags[i]!)
  keys[n++] = mix(mix(206, stem[i]!), children[i]! & 0x3f)
  keys[n++] = mix(207, ((head < 0 ? 9 : clue.cueness[head]!) << 8) | label | (side << 14))
  const c = clause[i]!
  const above = heads[c]!
  const relation = labels[c]!
  const c2 = outer[i]!
  keys[n++] = mix(208, (relation << 8) | (c2 < 0 ? 63 : labels[c2]!))
  keys[n++] = mix(mix(209, above < 0 ? 0 : stem[above]!), (relation << 8) | (above >= 0 && above < i ? 1 : 0))
  keys[n++] = mix(mix(210, above < 0 ? 0 : stem[above]!), (relation << 8) | label)
  keys[n++] = mix(
    211,
    ((above < 0 ? 9 : clue.cueness[above]!) << 16) | (relation << 8) | (above >= 0 && above < i ? 1 : 0),
  )
  keys[n++] = mix(mix(212, stem[c]!), label)
  keys[n++] = mix(213, (clue.cueness[c]! << 8) | relation | ((i === c ? 0 : i < c ? 1 : 2) << 16))
  keys[n++] = mix(mix(214, children[c]!), relation)
  const a = argument[i]!
  if (a >= 0) {
    const verb = heads[a]!
    keys[n++] = mix(mix(215, verb < 0 ? 0 : stem[verb]!), (labels[a]! << 1) | (verb < a ? 1 : 0))
    keys[n++] = mix(
      216,
      (labels[a]! << 16) | ((verb < 0 ? 9 : clue.cueness[verb]!) << 8) | (verb < a ? 1 : 0) | ((a === i ? 1 : 0) << 1),
    )
    keys[n++] = mix(217, (labels[a]! << 16) | (relation << 8) | (verb < 0 ? 9 : clue.cueness[verb]!))
    keys[n++] = mix(mix(218, verb < 0 ? 0 : children[verb]!), labels[a]!)
    keys[n++] = mix(219, (labels[a]! << 16) | (label << 8) | tags[a]!)
  }
  if (c2 >= 0) {
    const above2 = heads[c2]!
    keys[n++] = mix(mix(220, above2 < 0 ? 0 : stem[above2]!), (relation << 8) | labels[c2]!)
    keys[n++] = mix(mix(221, stem[c2]!), relation)
    keys[n++] = mix(222, (clue.cueness[c2]! << 16) | (relation << 8) | labels[c2]!)
  }
  const cue = clue.cueAbove[i]!
  if (cue >= 0) {
    let step = i
    let up = 0
    while (heads[step] !== cue) {
      step = heads[step]!
      up++
    }
    const far = Math.min(up, 5)
    const where = step < cue ? 0 : 1
    keys[n++] = mix(223, (labels[step]! << 16) | (far << 8) | where | (clue.cueness[cue]! << 4))
    keys[n++] = mix(mix(224, stem[cue]!), (labels[step]! << 8) | where)
    keys[n++] = mix(mix(225, stem[cue]!), (labels[step]! << 8) | where | (Math.min(far, 2) << 4))
    keys[n++] = mix(226, (labels[step]! << 16) | (labels[cue]! << 8) | where | (tags[cue]! === vbn ? 2 : 0))
    keys[n++] = mix(227, (labels[step]! << 16) | (i < cue ? 1 : 0) | (tags[i]! << 8) | (far << 2))
    keys[n++] = mix(mix(228, children[cue]!), labels[step]!)
  } else keys[n++] = mix(229, tags[i]! === to ? 1 : 0)
  return n
}
