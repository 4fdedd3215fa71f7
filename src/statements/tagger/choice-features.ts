import { labelOf } from '../../language/parser/labels.js'
import { mix } from '../../language/tokens/forms.js'
import type { Analysis } from './analysis.js'
import { path } from './clauses.js'
import type { LinkFrame } from './link-features.js'
import type { Marks } from './marks.js'

/** How many features a labelling can have at most. */
export const mostChoiceFeatures = 150

/** What a token is in a labelling: the label without its "first" and "more". */
const [source, cue, content] = [1, 2, 3]
const punct = labelOf('punct')

/** A labelling of a candidate's window, as the features see it. */
export interface Option {
  /** 0 nothing, 1 source, 2 cue, 3 content, for each token of the window. */
  readonly roles: Uint8Array
  /** Its place among the labellings, 0 for the best, and how far its score is below the best one's. */
  readonly rank: number
  readonly below: number
}

/**
 * Writes the hashes of what speaks for and against a labelling as a whole into `keys`; gives their number.
 *
 * Unlike the chain it sees the whole spans: whether they are complete in the tree, balanced in quotation marks, where
 * they begin and end, what is left over of the sentence, what other cues they swallow.
 */
export function choiceFeatures(
  analysis: Analysis,
  marks: Marks,
  frame: LinkFrame,
  option: Option,
  keys: Int32Array,
): number {
  const { candidate } = frame
  const { rank, below } = option
  const word = analysis.forms.stem[candidate.word]!
  const near = below < 0.25 ? 0 : below < 0.7 ? 1 : below < 1.5 ? 2 : below < 2.5 ? 3 : below < 4 ? 4 : 5
  let n = 0
  keys[n++] = mix(600, Math.min(rank, 4))
  keys[n++] = mix(601, near)
  n = spanFeatures(analysis, marks, frame, option, content, word, keys, n)
  n = spanFeatures(analysis, marks, frame, option, source, word, keys, n)
  n = cueFeatures(analysis, frame, option, word, keys, n)
  n = markFeatures(marks, frame, option, keys, n)
  n = restFeatures(analysis, frame, option, word, keys, n)
  if (analysis.syntax) n = treeFeatures(analysis, frame, option, word, keys, n)
  return n
}

function size(length: number): number {
  return length < 5 ? length : length < 8 ? 5 : length < 13 ? 6 : length < 21 ? 7 : length < 40 ? 8 : 9
}

function share(value: number): number {
  return value < 0.03 ? 0 : value < 0.15 ? 1 : value < 0.4 ? 2 : value < 0.7 ? 3 : value < 0.92 ? 4 : 5
}

function spanFeatures(
  analysis: Analysis,
  marks: Marks,
  { candidate, others }: LinkFrame,
  { roles }: Option,
  role: number,
  word: number,
  keys: Int32Array,
  from: number,
): number {
  const { forms, tags, quotes, sentenceFrom, sentenceTo } = analysis
  const { lower, stem } = forms
  const { windowFrom } = candidate
  const at = (k: number) => (k < 0 || k >= lower.length ? 0 : lower[k]!)
  const tagAt = (k: number) => (k < 0 || k >= lower.length ? 62 : tags[k]!)
  const probability = (i: number) =>
    role === source ? marks.source[i]! : Math.max(marks.contentBefore[i]!, marks.contentAfter[i]!)
  const base = role * 1000
  let n = from
  let runs = 0
  let length = 0
  let least = 1
  let sum = 0
  let first = -1
  let last = -1
  let cut = 0
  for (let k = 0; k < roles.length; k++) {
    if (roles[k] !== role) continue
    const i = windowFrom + k
    const begins = k === 0 || roles[k - 1] !== role
    const ends = k + 1 === roles.length || roles[k + 1] !== role
    const p = probability(i)
    length++
    sum += p
    if (p < least) least = p
    if (first < 0) first = i
    last = i
    if (!begins && !ends) continue
    const side = i < candidate.from ? 0 : 1
    const q = quotes.of[i]!
    if (begins) {
      runs++
      const isCut = q >= 0 && quotes.from[q] !== i && roles[k - 1] !== cue ? 1 : 0
      cut |= isCut
      const start = i === sentenceFrom[i] ? 1 : i === candidate.to ? 2 : 0
      const what = (runs > 1 ? 1 : 0) | (side << 1)
      keys[n++] = mix(base + 1, (tagAt(i - 1) << 16) | (tags[i]! << 8) | what)
      keys[n++] = mix(mix(base + 2, lower[i]!), (start << 4) | what)
      keys[n++] = mix(mix(base + 3, at(i - 1)), (start << 4) | what)
      keys[n++] = mix(mix(mix(base + 4, at(i - 1)), lower[i]!), what)
      keys[n++] = mix(mix(base + 5, word), (start << 16) | (tags[i]! << 8) | what)
      keys[n++] = mix(base + 6, (share(p) << 8) | (share(k > 0 ? probability(i - 1) : 0) << 4) | what)
      keys[n++] = mix(base + 7, (start << 8) | (isCut << 4) | what | (q >= 0 ? 1 << 12 : 0))
      if (runs === 1 && i === candidate.to) keys[n++] = mix(mix(base + 8, word), lower[i]!)
      if (runs === 1 && i > candidate.to && i - candidate.to < 4)
        keys[n++] = mix(mix(mix(base + 9, word), at(candidate.to)), i - candidate.to)
    }
    if (ends) {
      const isCut = q >= 0 && quotes.to[q] !== i + 1 && roles[k + 1] !== cue ? 1 : 0
      cut |= isCut << 1
      const end = i + 1 >= sentenceTo[i]! ? 1 : i + 2 === sentenceTo[i] ? 2 : i + 1 === candidate.from ? 3 : 0
      const what = (runs > 1 ? 1 : 0) | (side << 1)
      keys[n++] = mix(base + 21, (tagAt(i + 1) << 16) | (tags[i]! << 8) | what)
      keys[n++] = mix(mix(base + 22, lower[i]!), (end << 4) | what)
      keys[n++] = mix(mix(base + 23, at(i + 1)), (end << 4) | what)
      keys[n++] = mix(mix(base + 24, at(i + 1)), (tagAt(i + 2) << 4) | what)
      keys[n++] = mix(mix(mix(base + 25, at(i + 1)), at(i + 2)), what)
      keys[n++] = mix(base + 26, (share(p) << 8) | (share(i + 1 < tags.length ? probability(i + 1) : 0) << 4) | what)
      keys[n++] = mix(base + 27, (end << 8) | (isCut << 4) | what | (q >= 0 ? 1 << 12 : 0))
      keys[n++] = mix(mix(base + 28, stem[i]!), what)
    }
  }
  const side = first < 0 ? 3 : last < candidate.from ? 0 : first >= candidate.to ? 1 : 2
  keys[n++] = mix(base + 40, (size(length) << 4) | side)
  keys[n++] = mix(base + 41, Math.min(runs, 4) | (side << 4))
  keys[n++] = mix(mix(base + 42, word), (Math.min(runs, 2) << 4) | side)
  if (length === 0) return n
  keys[n++] = mix(base + 43, share(least))
  keys[n++] = mix(base + 44, share(sum / length) | (size(length) << 4))
  keys[n++] = mix(base + 45, cut | (side << 4))
  const swallowed = Math.max(others[first - windowFrom]!, others[last - windowFrom]!)
  const nearest = Math.min(others[first - windowFrom]!, others[last - windowFrom]!)
  keys[n++] = mix(base + 46, (Math.min(swallowed, 3) << 4) | Math.min(nearest, 3) | (side << 8))
  keys[n++] = mix(base + 47, (sentenceFrom[first] === sentenceFrom[last] ? 1 : 0) | (side << 2))
  const open = count(analysis, first, last + 1, 40) - count(analysis, first, last + 1, 41)
  if (open !== 0) keys[n++] = mix(base + 48, open > 0 ? 1 : 0)
  return n
}

/** How often a character stands alone as a token. */
function count({ tokens }: Analysis, from: number, to: number, unit: number): number {
  let sum = 0
  for (let i = from; i < to; i++) if (tokens.text.charCodeAt(tokens.start[i]!) === unit) sum++
  return sum
}

function cueFeatures(
  { forms, tags }: Analysis,
  { candidate }: LinkFrame,
  { roles }: Option,
  word: number,
  keys: Int32Array,
  from: number,
): number {
  const { windowFrom } = candidate
  let n = from
  let length = 0
  let first = -1
  let last = -1
  for (let k = 0; k < roles.length; k++) {
    if (roles[k] !== cue) continue
    length++
    if (first < 0) first = windowFrom + k
    last = windowFrom + k
  }
  if (first < 0) {
    keys[n++] = mix(4000, 0)
    return n
  }
  keys[n++] = mix(4001, (Math.min(length, 6) << 4) | (last - first + 1 === length ? 1 : 0))
  keys[n++] = mix(4002, (first - candidate.from + 8) * 32 + (last + 1 - candidate.to) + 8)
  keys[n++] = mix(mix(4003, forms.lower[first]!), first === candidate.from ? 1 : 0)
  keys[n++] = mix(mix(4004, forms.lower[last]!), last + 1 === candidate.to ? 1 : 0)
  keys[n++] = mix(mix(4005, word), Math.min(length, 6))
  keys[n++] = mix(4006, (tags[first]! << 8) | tags[last]!)
  keys[n++] = mix(mix(4007, forms.lower[last]!), word)
  return n
}

/** Where the labelling and the first reading differ: contents that look for this cue and are left out, and the like. */
function markFeatures(
  { best }: Marks,
  { candidate, others }: LinkFrame,
  { roles }: Option,
  keys: Int32Array,
  from: number,
): number {
  const { windowFrom } = candidate
  let [leftOut, leftOutFar, added, sources, cues, wrongSide] = [0, 0, 0, 0, 0, 0]
  for (let k = 0; k < roles.length; k++) {
    const mark = best[windowFrom + k]!
    const isBefore = windowFrom + k < candidate.from
    const looksHere = isBefore ? mark === 7 || mark === 8 : mark >= 9
    if (roles[k] === content) {
      if (mark === 0) added++
      else if (mark < 5) sources++
      else if (mark < 7) cues++
      else if (!looksHere) wrongSide++
    } else if (looksHere) {
      if (others[k] === 0) leftOut++
      else leftOutFar++
    }
  }
  let n = from
  keys[n++] = mix(4101, (size(leftOut) << 4) | size(leftOutFar))
  keys[n++] = mix(4102, size(leftOut))
  keys[n++] = mix(4103, size(added))
  keys[n++] = mix(4104, (size(sources) << 4) | size(cues))
  keys[n++] = mix(4105, size(wrongSide))
  keys[n++] = mix(4106, (size(leftOut) << 4) | size(added))
  return n
}

/** What of the cue's own sentence is in no part: between the parts, before and behind them. */
function restFeatures(
  { forms, tags, sentenceFrom, sentenceTo }: Analysis,
  { candidate }: LinkFrame,
  { roles }: Option,
  word: number,
  keys: Int32Array,
  from: number,
): number {
  const { windowFrom, windowTo } = candidate
  const start = Math.max(windowFrom, sentenceFrom[candidate.from]!)
  const end = Math.min(windowTo, sentenceTo[candidate.from]!)
  let n = from
  let before = -1
  let rests = 0
  const roleAt = (i: number) => roles[i - windowFrom]!
  for (let i = start; i <= end && rests < 5; i++) {
    const isRest = i < end && roleAt(i) === 0
    if (isRest && before < 0) before = i
    if (isRest || before < 0) continue
    const left = before === start ? 4 : roleAt(before - 1)
    const right = i === end ? 4 : roleAt(i)
    const place = left * 5 + right
    keys[n++] = mix(5001, (place << 8) | size(i - before))
    keys[n++] = mix(mix(5002, forms.lower[before]!), (place << 4) | Math.min(i - before, 2))
    keys[n++] = mix(mix(5003, forms.lower[i - 1]!), (place << 4) | Math.min(i - before, 2))
    keys[n++] = mix(5004, (place << 16) | (tags[before]! << 8) | tags[i - 1]!)
    keys[n++] = mix(mix(5005, word), (place << 4) | (i - before > 2 ? 1 : 0))
    rests++
    before = -1
  }
  keys[n++] = mix(5006, rests)
  return n
}

/** Whether the parts are whole constituents: which of their words hang on words outside, and the other way round. */
function treeFeatures(
  analysis: Analysis,
  { candidate, subjectFrom, subjectTo }: LinkFrame,
  { roles }: Option,
  word: number,
  keys: Int32Array,
  from: number,
): number {
  const { heads, labels } = analysis.syntax!.trees
  const { sentenceFrom, sentenceTo } = analysis
  const { windowFrom, windowTo } = candidate
  const start = Math.max(windowFrom, sentenceFrom[candidate.from]!)
  const end = Math.min(windowTo, sentenceTo[candidate.from]!)
  let n = from
  const roots = [0, 0, 0, 0]
  const strays = [0, 0, 0, 0]
  let subject = 0
  for (let i = start; i < end; i++) {
    const role = roles[i - windowFrom]!
    const head = heads[i]!
    const over = head < windowFrom || head >= windowTo ? 0 : roles[head - windowFrom]!
    if (i >= subjectFrom && i < subjectTo && role !== source) subject |= 1
    if ((i < subjectFrom || i >= subjectTo) && role === source) subject |= 2
    if (role === over || labels[i] === punct) continue
    const label = labels[i]!
    if ((role === content || role === source) && roots[role]!++ < 3) {
      const way = path(analysis.syntax!.trees, i, candidate.top)
      const isBehind = i > candidate.from ? 1 : 0
      keys[n++] = mix(6001, (role << 12) | (over << 8) | label | (isBehind << 16))
      keys[n++] = mix(mix(6002, way), role)
      keys[n++] = mix(mix(mix(6003, way), word), role)
      keys[n++] = mix(mix(6004, word), (role << 12) | (over << 8) | label)
    }
    if ((over === content || over === source) && strays[over]!++ < 3) {
      keys[n++] = mix(6011, (over << 12) | (role << 8) | label | ((i < head ? 1 : 0) << 16))
      keys[n++] = mix(mix(6012, analysis.forms.lower[i]!), (over << 8) | role)
      keys[n++] = mix(6013, (over << 16) | (role << 12) | (labels[head]! << 6) | label)
    }
  }
  keys[n++] = mix(6021, Math.min(roots[content]!, 4) | (Math.min(strays[content]!, 4) << 4))
  keys[n++] = mix(6022, Math.min(roots[source]!, 4) | (Math.min(strays[source]!, 4) << 4))
  if (subjectFrom >= 0) {
    keys[n++] = mix(6023, subject)
    keys[n++] = mix(mix(6024, word), subject)
  }
  return n
}
