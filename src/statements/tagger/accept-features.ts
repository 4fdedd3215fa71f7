import { mix } from '../../language/tokens/forms.js'
import type { Analysis } from './analysis.js'
import type { Link, Run } from './links.js'
import type { Marks } from './marks.js'

/** How many features a link can have at most. */
export const mostAcceptFeatures = 70

/**
 * Writes the hashes of what speaks for and against a link into `keys`; gives their number. `strength` is how likely each
 * of `all` is, by what is known so far.
 */
export function acceptFeatures(
  analysis: Analysis,
  marks: Marks,
  all: readonly Link[],
  strength: ArrayLike<number>,
  index: number,
  keys: Int32Array,
): number {
  const found = all[index]!
  const { candidate, source, content } = found
  const { forms, tags, quotes, syntax } = analysis
  const { stem, lower } = forms
  const word = stem[candidate.word]!
  const tag = tags[candidate.word]!
  const first = content[0]
  const length = runLength(content)
  const sourceLength = runLength(source)
  const contentMarks = mean(content, i => Math.max(marks.contentBefore[i]!, marks.contentAfter[i]!))
  const sourceMarks = mean(source, i => marks.source[i]!)
  const cueMarks = mean(found.cue, i => marks.cue[i]!)
  const rival = strongestRival(all, strength, index)
  const side = !first ? 0 : first[0] < candidate.from ? (content.length > 1 ? 3 : 1) : 2
  const sourceSide = source.length === 0 ? 0 : source[0]![0] < candidate.from ? 1 : 2
  const state = first ? analysis.quoteStates[first[0]]! : 0
  let n = 0
  keys[n++] = mix(500, 0)
  const cueStep = step(candidate.probability)
  const isBest = candidate.isBest ? 1 : 0
  keys[n++] = mix(501, (cueStep << 1) | isBest)
  keys[n++] = mix(502, step(cueMarks))
  keys[n++] = mix(503, step(found.contentProbability))
  keys[n++] = mix(504, step(found.sourceProbability))
  keys[n++] = mix(505, step(found.cueProbability))
  keys[n++] = mix(506, step(contentMarks))
  keys[n++] = mix(507, step(sourceMarks))
  keys[n++] = mix(508, Math.max(-12, Math.round(found.logProbability * 2)))
  keys[n++] = mix(509, (step(contentMarks) << 8) | (cueStep << 4) | step(found.contentProbability))
  keys[n++] = mix(510, (step(sourceMarks) << 8) | (cueStep << 4) | sourceSide)
  keys[n++] = mix(511, (sizeOf(length) << 8) | (side << 4) | sourceSide)
  keys[n++] = mix(512, (sizeOf(length) << 8) | state)
  keys[n++] = mix(513, (sizeOf(sourceLength) << 8) | sourceSide)
  keys[n++] = mix(514, (side << 4) | sourceSide | ((state >> 2) << 8) | (isBest << 12))
  keys[n++] = mix(515, word)
  keys[n++] = mix(mix(516, word), tag)
  keys[n++] = mix(mix(517, word), (side << 4) | sourceSide)
  keys[n++] = mix(mix(518, word), state >> 2)
  keys[n++] = mix(519, tag | (sourceSide << 8) | (side << 12))
  keys[n++] = mix(520, (rival.overlap << 4) | (rival.stronger ? 1 : 0))
  keys[n++] = mix(521, (rival.overlap << 8) | (rival.stronger ? 1 : 0) | (cueStep << 12))
  if (first) {
    keys[n++] = mix(522, tags[first[0]]! | (side << 8))
    keys[n++] = mix(523, lower[first[0]]!)
    keys[n++] = mix(mix(524, lower[first[0]]!), word)
    keys[n++] = mix(525, (first[0] - candidate.to > 3 ? 4 : Math.max(-1, first[0] - candidate.to)) | (side << 8))
    keys[n++] = mix(526, quotes.of[first[0]]! >= 0 && quotes.of[candidate.from] === quotes.of[first[0]] ? 1 : 0)
    keys[n++] = mix(
      527,
      (content.length > 3 ? 3 : content.length) |
        (analysis.sentenceFrom[first[0]] === analysis.sentenceFrom[candidate.from] ? 8 : 0),
    )
  }
  const named = source.at(-1)
  if (named) {
    keys[n++] = mix(528, stem[named[1] - 1]!)
    keys[n++] = mix(529, tags[named[1] - 1]! | (tags[named[0]]! << 8))
    keys[n++] = mix(530, lower[named[0]]!)
    keys[n++] = mix(531, tags[named[1] - 1]! | (tag << 8))
  }
  const { from, to } = candidate
  const near = (i: number) => (i < 0 || i >= lower.length ? 0 : lower[i]!)
  keys[n++] = mix(532, near(from - 1))
  keys[n++] = mix(533, near(to))
  keys[n++] = mix(mix(534, near(from - 1)), word)
  keys[n++] = mix(mix(535, word), near(to))
  keys[n++] = mix(mix(536, near(from)), to - from)
  keys[n++] = mix(537, Math.min(to - from, 6) | (runLength(found.cue) === to - from ? 8 : 0))
  keys[n++] = mix(538, analysis.sentenceFrom[from] === 0 ? 1 : 0)
  keys[n++] = mix(539, Math.min(9, Math.round(10 * mean(content, i => (marks.best[i]! >= 7 ? 1 : 0)))) | (cueStep << 4))
  keys[n++] = mix(544, step(found.lead))
  keys[n++] = mix(545, (step(found.lead) << 8) | (cueStep << 4) | step(found.contentProbability))
  // Attributions are not marked within others: what lies inside a likelier one is its words.
  const { inside, swallowed } = conflicts(all, strength, index)
  keys[n++] = mix(546, step(inside))
  keys[n++] = mix(547, (step(inside) << 4) | cueStep)
  keys[n++] = mix(548, step(swallowed))
  keys[n++] = mix(549, (step(swallowed) << 4) | cueStep)
  keys[n++] = mix(mix(550, word), inside > 0.5 ? 1 : 0)
  keys[n++] = mix(551, step(strength[index]!))
  keys[n++] = mix(552, (step(strength[index]!) << 8) | (step(inside) << 4) | step(swallowed))
  if (syntax) {
    const { labels } = syntax.trees
    keys[n++] = mix(540, labels[candidate.top]! | (tag << 8))
    keys[n++] = mix(mix(541, syntax.clauses.children[candidate.top]!), 0)
    keys[n++] = mix(mix(542, word), labels[candidate.top]!)
    if (first) keys[n++] = mix(543, labels[first[0]]! | (labels[candidate.top]! << 8))
  }
  return n
}

function step(probability: number): number {
  const odds = Math.log((probability + 0.003) / (1.003 - probability))
  return Math.round(odds) + 7
}

function sizeOf(length: number): number {
  return length < 6
    ? length
    : length < 9
      ? 6
      : length < 14
        ? 7
        : length < 22
          ? 8
          : length < 40
            ? 9
            : length < 80
              ? 10
              : 11
}

export function runLength(runs: readonly Run[]): number {
  let sum = 0
  for (const [from, to] of runs) sum += to - from
  return sum
}

function mean(runs: readonly Run[], value: (i: number) => number): number {
  let sum = 0
  let count = 0
  for (const [from, to] of runs) {
    for (let i = from; i < to; i++) sum += value(i)
    count += to - from
  }
  return count === 0 ? 0 : sum / count
}

/** How many tokens two lists of runs share. */
export function shared(a: readonly Run[], b: readonly Run[]): number {
  let sum = 0
  for (const [from, to] of a)
    for (const [from2, to2] of b) sum += Math.max(0, Math.min(to, to2) - Math.max(from, from2))
  return sum
}

/** The likeliest cue whose content holds this link's cue, and the likeliest cue within this link's content; 0 for none. */
function conflicts(
  all: readonly Link[],
  strength: ArrayLike<number>,
  index: number,
): { inside: number; swallowed: number } {
  const own = all[index]!
  let inside = 0
  let swallowed = 0
  for (let k = Math.max(0, index - 6); k < Math.min(all.length, index + 7); k++) {
    const other = all[k]!
    if (k === index || other.content.length === 0) continue
    const probability = strength[k]!
    if (probability > inside && holds(other.content, own)) inside = probability
    if (probability > swallowed && holds(own.content, other)) swallowed = probability
  }
  return { inside, swallowed }
}

function holds(content: readonly Run[], { candidate }: Link): boolean {
  return content.some(([from, to]) => from <= candidate.word && candidate.word < to)
}

function strongestRival(
  all: readonly Link[],
  strength: ArrayLike<number>,
  index: number,
): { overlap: number; stronger: boolean } {
  const own = all[index]!
  const length = runLength(own.content)
  let overlap = 0
  let stronger = false
  for (let k = Math.max(0, index - 6); k < Math.min(all.length, index + 7); k++) {
    if (k === index) continue
    const other = all[k]!
    const common = shared(own.content, other.content)
    if (common === 0) continue
    const share = common * 2 > length ? 2 : 1
    const isStronger = strength[k]! > strength[index]!
    if (share > overlap || (share === overlap && isStronger)) {
      overlap = share
      stronger = isStronger
    }
  }
  return { overlap, stronger }
}
