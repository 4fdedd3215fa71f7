import type { Analysis } from './analysis.js'
import type { Marks } from './marks.js'

/** Words that may be a cue, and the stretch in which its source and content are looked for. Token indices, ends exclusive. */
export interface Candidate {
  readonly from: number
  readonly to: number
  /** The word of it that hangs on a word outside. */
  readonly top: number
  /** The word of it that most says that something is said. */
  readonly word: number
  readonly windowFrom: number
  readonly windowTo: number
  /** Its highest probability of being a cue, and whether the best reading has it. */
  readonly probability: number
  readonly isBest: boolean
}

/** Tokens below are no cue. */
const leastProbability = 0.03

/** How many tokens to each side of a cue are read at most. */
const widest = 130

/** The possible cues of a text, from left to right. */
export function candidates(analysis: Analysis, marks: Marks): Candidate[] {
  const found: Candidate[] = []
  const { best, cue, cueFirst } = marks
  const { count } = analysis.tokens
  let i = 0
  while (i < count) {
    if (best[i] === 5 || best[i] === 6) {
      let to = i + 1
      while (to < count && best[to] === 6) to++
      found.push(candidate(analysis, marks, i, to, true))
      i = to
    } else if (cue[i]! >= leastProbability) {
      let to = i + 1
      while (
        to < count &&
        cue[to]! >= leastProbability &&
        best[to] !== 5 &&
        best[to] !== 6 &&
        cueFirst[to]! < 0.5 * cue[to]! &&
        analysis.sentenceFrom[to] === analysis.sentenceFrom[i]
      )
        to++
      let top = 0
      for (let k = i; k < to; k++) top = Math.max(top, cue[k]!)
      let from = i
      let end = to
      while (cue[from]! < top / 3) from++
      while (cue[end - 1]! < top / 3) end--
      found.push(candidate(analysis, marks, from, end, false))
      i = to
    } else i++
  }
  return found
}

/** The candidate of the tokens `[from, to)`. */
export function candidate(analysis: Analysis, marks: Marks, from: number, to: number, isBest: boolean): Candidate {
  const { cueness } = marks.clues
  let word = from
  for (let i = from + 1; i < to; i++) {
    const more = cueness[i]! - cueness[word]!
    if (more > 0 || (more === 0 && marks.cue[i]! > marks.cue[word]!)) word = i
  }
  let top = word
  if (analysis.syntax) {
    const { heads } = analysis.syntax.trees
    for (let steps = 0; steps < to - from; steps++) {
      const head = heads[top]!
      if (head < from || head >= to) break
      top = head
    }
  }
  let probability = 0
  for (let i = from; i < to; i++) probability = Math.max(probability, marks.cue[i]!)
  return { from, to, top, word, probability, isBest, ...windowOf(analysis, marks, from, to) }
}

/** The sentence of the cue, and those next to it as long as quotations or the first reading's contents reach there. */
function windowOf(
  analysis: Analysis,
  { best }: Marks,
  from: number,
  to: number,
): { windowFrom: number; windowTo: number } {
  const { sentenceFrom, sentenceTo, quotes, tokens } = analysis
  let windowFrom = sentenceFrom[from]!
  let windowTo = sentenceTo[to - 1]!
  while (windowFrom > 0 && from - windowFrom < widest) {
    const last = windowFrom - 1
    if (quotes.of[last]! < 0 && quotes.of[windowFrom]! < 0 && best[last] !== 7 && best[last] !== 8) break
    windowFrom = Math.max(sentenceFrom[last]!, from - widest)
    if (tokens.gap[last + 1] === 3) break
  }
  while (windowTo < tokens.count && windowTo - to < widest) {
    const label = best[windowTo]!
    const isAfterColon = tokens.text[tokens.start[windowTo - 1]!] === ':'
    if (quotes.of[windowTo]! < 0 && label !== 9 && label !== 10 && !isAfterColon) break
    windowTo = Math.min(sentenceTo[windowTo]!, to + widest)
  }
  return { windowFrom: Math.max(windowFrom, from - widest), windowTo: Math.min(windowTo, to + widest) }
}
