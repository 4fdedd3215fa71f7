import { labelOf } from '../../language/parser/labels.js'
import { mix } from '../../language/tokens/forms.js'
import type { Analysis } from './analysis.js'
import type { Candidate } from './candidates.js'
import { path } from './clauses.js'
import type { Marks } from './marks.js'

/** How many features a token can have at most beside a candidate. */
export const mostLinkFeatures = 80

/** What is found out once per candidate. */
export interface LinkFrame {
  readonly candidate: Candidate
  /** The token that the cue's word hangs on, and the relation. */
  readonly above: number
  /** What hangs on the subject of the cue: first token and the one after the last, or -1. */
  readonly subjectFrom: number
  readonly subjectTo: number
  /** How many other candidates begin before each token of the window, counted from the cue. */
  readonly others: Int32Array
  /** How many commas and the like. */
  readonly stops: Int32Array
}

const [nsubj, nsubjpass, xcomp, conj, aclRelcl, acl] = [
  labelOf('nsubj'),
  labelOf('nsubjpass'),
  labelOf('xcomp'),
  labelOf('conj'),
  labelOf('acl:relcl'),
  labelOf('acl'),
]

export function linkFrame(analysis: Analysis, all: readonly Candidate[], index: number): LinkFrame {
  const candidate = all[index]!
  const { windowFrom, windowTo, from, to } = candidate
  const size = windowTo - windowFrom
  const others = new Int32Array(size)
  const stops = new Int32Array(size)
  const isStart = new Uint8Array(size)
  for (let k = index - 1; k >= 0 && all[k]!.to > windowFrom; k--)
    if (all[k]!.probability >= 0.3) isStart[Math.max(0, all[k]!.to - 1 - windowFrom)] = 1
  for (let k = index + 1; k < all.length && all[k]!.from < windowTo; k++)
    if (all[k]!.probability >= 0.3) isStart[all[k]!.from - windowFrom] = 1
  const isStop = (i: number) => {
    const unit = analysis.tokens.text.charCodeAt(analysis.tokens.start[i]!)
    return unit === 44 || unit === 58 || unit === 59 || unit === 40 || unit === 41 || unit === 0x2014 ? 1 : 0
  }
  for (let i = to, other = 0, stop = 0; i < windowTo; i++) {
    other += isStart[i - windowFrom]!
    stop += isStop(i)
    others[i - windowFrom] = other
    stops[i - windowFrom] = stop
  }
  for (let i = from - 1, other = 0, stop = 0; i >= windowFrom; i--) {
    other += isStart[i - windowFrom]!
    stop += isStop(i)
    others[i - windowFrom] = other
    stops[i - windowFrom] = stop
  }
  let subject = -1
  let above = -1
  if (analysis.syntax) {
    const { heads, labels } = analysis.syntax.trees
    const { sentenceFrom, sentenceTo } = analysis
    above = heads[candidate.top]!
    let verb = candidate.top
    for (let steps = 0; steps < 4 && subject < 0 && verb >= 0; steps++) {
      for (let i = sentenceFrom[from]!; i < sentenceTo[from]!; i++)
        if (heads[i] === verb && (labels[i] === nsubj || labels[i] === nsubjpass)) subject = i
      const label = labels[verb]!
      if (label === acl || label === aclRelcl) {
        if (subject < 0) subject = heads[verb]!
        break
      }
      if (label !== xcomp && label !== conj && steps > 0) break
      verb = heads[verb]!
    }
  }
  const spans = analysis.syntax?.clauses
  return {
    candidate,
    above,
    subjectFrom: subject < 0 || !spans ? -1 : spans.first[subject]!,
    subjectTo: subject < 0 || !spans ? -1 : spans.last[subject]! + 1,
    others,
    stops,
  }
}

function step(probability: number): number {
  return probability < 0.02
    ? 0
    : probability < 0.1
      ? 1
      : probability < 0.3
        ? 2
        : probability < 0.6
          ? 3
          : probability < 0.9
            ? 4
            : 5
}

function far(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : distance < 40 ? 7 : 8
}

/** Writes the hashes of the features of token `i` beside a candidate into `keys`; gives their number. */
export function linkFeatures(analysis: Analysis, marks: Marks, frame: LinkFrame, i: number, keys: Int32Array): number {
  const { forms, tags, quotes, sentenceFrom, sentenceTo } = analysis
  const { stem, lower } = forms
  const { candidate } = frame
  const { from, to, top, word, windowFrom, windowTo } = candidate
  const k = i - windowFrom
  const isCue = i >= from && i < to
  const side = isCue ? (i === from ? 2 : 3) : i < from ? 0 : 1
  const distance = isCue ? 0 : far(i < from ? from - i : i - to + 1)
  const others = Math.min(frame.others[k]!, 3)
  const stops = Math.min(frame.stops[k]!, 3)
  const away = side | (others << 2)
  const cueStem = stem[word]!
  const cueTag = tags[word]!
  const tag = tags[i]!
  const content = i < from ? marks.contentBefore[i]! : marks.contentAfter[i]!
  const contra = i < from ? marks.contentAfter[i]! : marks.contentBefore[i]!
  const sourceStep = step(marks.source[i]!)
  const contentStep = step(content)
  const contraStep = step(contra)
  const best = marks.best[i]!
  const before = i > windowFrom ? marks.best[i - 1]! : 15
  const after = i + 1 < windowTo ? marks.best[i + 1]! : 15
  const state = analysis.quoteStates[i]!
  const sentence = sentenceFrom[i] === sentenceFrom[from] ? 0 : i < from ? 1 : 2
  let n = 0
  keys[n++] = mix(300, away)
  keys[n++] = mix(301, (away << 8) | distance)
  keys[n++] = mix(302, (away << 4) | stops)
  keys[n++] = mix(303, (away << 4) | sourceStep)
  keys[n++] = mix(304, (away << 4) | contentStep)
  keys[n++] = mix(305, (away << 8) | (contentStep << 4) | contraStep)
  keys[n++] = mix(306, (away << 12) | (best << 8) | (before << 4) | after)
  keys[n++] = mix(307, (away << 12) | (sourceStep << 8) | (contentStep << 4) | step(marks.cue[i]!))
  keys[n++] = mix(308, (away << 8) | (best << 4) | distance)
  keys[n++] = mix(mix(309, cueStem), (away << 4) | best)
  keys[n++] = mix(mix(310, cueStem), (side << 12) | (tag << 4) | Math.min(distance, 5))
  keys[n++] = mix(mix(311, cueStem), side)
  keys[n++] = mix(mix(312, stem[i]!), away)
  keys[n++] = mix(mix(313, stem[i]!), (side << 4) | Math.min(distance, 4))
  keys[n++] = mix(314, (away << 8) | tag | (distance << 16))
  keys[n++] = mix(315, (side << 16) | (tag << 8) | cueTag)
  const b1 = i > windowFrom ? i - 1 : -1
  const a1 = i + 1 < windowTo ? i + 1 : -1
  keys[n++] = mix(316, (side << 24) | ((b1 < 0 ? 62 : tags[b1]!) << 16) | (tag << 8) | (a1 < 0 ? 63 : tags[a1]!))
  keys[n++] = mix(mix(317, b1 < 0 ? 1 : lower[b1]!), (side << 8) | tag)
  keys[n++] = mix(mix(318, a1 < 0 ? 2 : lower[a1]!), (side << 8) | tag)
  keys[n++] = mix(319, (state << 8) | away | (sentence << 16))
  const stateBefore = b1 < 0 ? 99 : analysis.quoteStates[b1]!
  const stateAfter = a1 < 0 ? 99 : analysis.quoteStates[a1]!
  keys[n++] = mix(320, (stateBefore << 24) | (state << 16) | (stateAfter << 8) | side | (sentence << 4))
  keys[n++] = mix(321, (sentence << 8) | (quotes.of[from]! >= 0 ? 1 : 0) | (quotes.of[i]! >= 0 ? 2 : 0) | (side << 4))
  const q = quotes.of[i]!
  if (q >= 0) {
    const a = quotes.from[q]!
    const b = quotes.to[q]!
    const touches =
      (b === from || b + 1 === from ? 1 : 0) | (a === to || a === to + 1 ? 2 : 0) | (quotes.of[from] === q ? 4 : 0)
    keys[n++] = mix(322, touches | (side << 4) | ((state >> 2) << 8) | (others << 12))
    keys[n++] = mix(mix(323, cueStem), touches | (side << 4) | ((state >> 2) << 8))
    keys[n++] = mix(
      324,
      (step(marks.contentBefore[a]!) << 4) | step(marks.contentAfter[a]!) | (side << 8) | (others << 12),
    )
  }
  keys[n++] = mix(
    325,
    (i === sentenceFrom[i]! ? 1 : 0) | (i === sentenceTo[i]! - 1 ? 2 : 0) | (sentence << 4) | (away << 8),
  )
  keys[n++] = mix(326, (i === windowFrom ? 1 : 0) | (i === windowTo - 1 ? 2 : 0) | (tag << 4) | (side << 12))
  if (isCue) {
    keys[n++] = mix(mix(327, stem[i]!), tag)
    keys[n++] = mix(328, (i === top ? 1 : 0) | (i === word ? 2 : 0) | (tag << 4))
    keys[n++] = mix(329, step(marks.cue[i]!) | (step(marks.cueFirst[i]!) << 4) | (to - from === 1 ? 256 : 0))
  } else if (i === from - 1 || i === to) {
    keys[n++] = mix(mix(330, lower[i]!), cueStem)
    keys[n++] = mix(mix(331, lower[i]!), side | (step(marks.cue[i]!) << 4))
    keys[n++] = mix(332, (tag << 16) | (cueTag << 8) | side)
  }
  if (i > to && i < to + 4) keys[n++] = mix(mix(mix(333, lower[to]!), cueStem), i - to)
  const syntax = analysis.syntax
  if (!syntax || sentence !== 0) return n
  const { heads, labels } = syntax.trees
  const { clause, argument, first, last } = syntax.clauses
  const label = labels[i]!
  const way = path(syntax.trees, i, top)
  keys[n++] = mix(400, way)
  keys[n++] = mix(mix(401, way), cueStem)
  keys[n++] = mix(mix(402, way), cueTag | (side << 8))
  keys[n++] = mix(mix(403, way), (best << 4) | side)
  const inSubject = i >= frame.subjectFrom && i < frame.subjectTo
  if (frame.subjectFrom >= 0) {
    const edge = inSubject
      ? i === frame.subjectFrom
        ? 1
        : i === frame.subjectTo - 1
          ? 2
          : 3
      : i === frame.subjectTo
        ? 4
        : i === frame.subjectFrom - 1
          ? 5
          : 0
    keys[n++] = mix(404, edge | (side << 4) | (sourceStep << 8))
    keys[n++] = mix(405, edge | (label << 4) | (side << 12))
    keys[n++] = mix(406, edge | (tag << 4) | (side << 12))
  }
  // The child of the cue under which the token hangs, if it does.
  let child = i
  let up = 0
  while (heads[child]! >= 0 && heads[child] !== top && heads[child] !== word && up++ < 20) child = heads[child]!
  const hangs = child !== top && child !== word && (heads[child] === top || heads[child] === word)
  if (hangs) {
    const relation = labels[child]!
    const place = (i === first[child] ? 1 : 0) | (i === last[child] ? 2 : 0)
    const size = far(last[child]! - first[child]!)
    keys[n++] = mix(407, (relation << 8) | (place << 4) | side)
    keys[n++] = mix(mix(408, cueStem), (relation << 4) | side)
    keys[n++] = mix(mix(409, cueStem), (relation << 8) | (label << 16) | side)
    keys[n++] = mix(410, (relation << 16) | (tag << 8) | (place << 4) | side)
    keys[n++] = mix(411, (relation << 16) | (contentStep << 8) | (sourceStep << 4) | side | (size << 24))
    keys[n++] = mix(mix(412, stem[child]!), relation)
    keys[n++] = mix(mix(413, lower[first[child]!]!), (relation << 4) | side)
  } else {
    // The cue hangs under a clause of which the token is part: "..., he said, ...".
    const relation = labels[clause[top]!]!
    const over = frame.above
    const within = over >= 0 && i >= first[over]! && i <= last[over]! ? 1 : 0
    keys[n++] = mix(414, (relation << 8) | (within << 4) | side)
    keys[n++] = mix(mix(415, cueStem), (relation << 8) | (within << 4) | side)
    keys[n++] = mix(416, (relation << 16) | (label << 8) | (within << 4) | side)
    keys[n++] = mix(417, (relation << 16) | (contentStep << 8) | (sourceStep << 4) | side)
    keys[n++] = mix(
      418,
      (i === over ? 1 : 0) | (clause[i] === clause[over] ? 2 : 0) | (labels[top]! << 4) | (side << 12),
    )
  }
  const a = argument[i]!
  keys[n++] = mix(419, (a < 0 ? 63 : labels[a]!) | (label << 8) | (side << 16))
  keys[n++] = mix(420, labels[clause[i]!]! | (labels[top]! << 8) | (away << 16))
  return n
}
