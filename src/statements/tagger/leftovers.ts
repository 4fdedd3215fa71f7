import type { Accepted } from './accept.js'
import type { Analysis } from './analysis.js'
import type { Run } from './links.js'
import { withParagraphs } from './long-quotes.js'
import type { Marks } from './marks.js'

/** An attribution as token runs, before it becomes spans. */
export interface Reading {
  readonly source: readonly Run[]
  readonly cue: readonly Run[]
  readonly content: readonly Run[]
  readonly confidence: number
}

/** How often a content that only the first chain saw is right, and how far from it its cue may stand. */
const leftoverConfidence = 0.45
const farthest = 150

/** How sure the first chain must be of its words on average: below, on dev, more is lost than won. */
const leastMean = 0.98

/**
 * The accepted links, and what else the first chain is nearly sure is content: it makes an attribution with the cue that
 * the chain says it has, and with that cue's source.
 */
export function withLeftovers(analysis: Analysis, marks: Marks, kept: readonly Accepted[]): Reading[] {
  const { best } = marks
  const covered = new Uint8Array(analysis.tokens.count)
  const ownerOf = new Int32Array(analysis.tokens.count)
  const readings: Reading[] = kept.map(({ link, confidence }, k) => {
    for (const [from, to] of link.content) covered.fill(1, from, to)
    const { from, to } = link.candidate
    const cue: readonly Run[] = link.cue.length > 0 ? link.cue : [[from, to]]
    for (const [a, b] of cue) ownerOf.fill(k + 1, a, b)
    return { source: link.source, cue, content: link.content, confidence }
  })
  for (const [from, to] of contentRuns(best)) {
    let free = 0
    for (let i = from; i < to; i++) free += 1 - covered[i]!
    if (free * 2 <= to - from || to - from < 2 || meanOf(marks, from, to) < leastMean) continue
    const cue = cueOf(analysis, best, from, to)
    if (!cue) continue
    // Across a sentence's end the chain's side of the cue is right for speech only.
    const isFar = analysis.sentenceFrom[from] !== analysis.sentenceFrom[cue[0]]
    if (isFar && analysis.quotes.of[from]! < 0) continue
    const owner = ownerOf.subarray(cue[0], cue[1]).find(k => k > 0)
    readings.push({
      source: owner === undefined ? sourceOf(analysis, best, cue) : readings[owner - 1]!.source,
      cue: [cue],
      content: uncovered(covered, from, to),
      confidence: leftoverConfidence,
    })
    covered.fill(1, from, to)
  }
  return readings.map(reading => ({ ...reading, content: withParagraphs(analysis, reading.content, covered) }))
}

function meanOf({ contentBefore, contentAfter }: Marks, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += Math.max(contentBefore[i]!, contentAfter[i]!)
  return sum / (to - from)
}

function contentRuns(best: Uint8Array): Run[] {
  const found: Run[] = []
  for (let i = 0; i < best.length; i++) {
    if (best[i]! < 7) continue
    const from = i
    const more = best[i]! >= 9 ? 10 : 8
    while (i + 1 < best.length && best[i + 1] === more) i++
    found.push([from, i + 1])
  }
  return found
}

function uncovered(covered: Uint8Array, from: number, to: number): Run[] {
  const found: Run[] = []
  for (let i = from; i < to; i++) {
    if (covered[i] === 1) continue
    const start = i
    while (i + 1 < to && covered[i + 1] === 0) i++
    found.push([start, i + 1])
  }
  return found
}

/** The nearest cue of the first chain on the side that the content's label names, in its paragraph or the next to it. */
function cueOf(analysis: Analysis, best: Uint8Array, from: number, to: number): Run | undefined {
  const isCue = (i: number) => best[i] === 5 || best[i] === 6
  const isBehind = best[from]! >= 9
  let at = isBehind ? from - 1 : to
  for (let steps = 0; at >= 0 && at < analysis.tokens.count && steps < farthest; steps++) {
    if (isCue(at)) {
      let start = at
      while (best[start] === 6 && start > 0) start--
      let end = at + 1
      while (end < best.length && best[end] === 6) end++
      return [start, end]
    }
    at += isBehind ? -1 : 1
  }
  return undefined
}

/** The nearest source of the first chain that looks for its cue on the side where `cue` is, within the sentence. */
function sourceOf(analysis: Analysis, best: Uint8Array, [from, to]: Run): Run[] {
  const first = analysis.sentenceFrom[from]!
  const last = analysis.sentenceTo[from]!
  for (let steps = 0; from - steps > first || to + steps < last; steps++) {
    const left = from - 1 - steps
    const right = to + steps
    if (left >= first && (best[left] === 1 || best[left] === 2)) {
      let start = left
      while (best[start] === 2 && start > first) start--
      return [[start, left + 1]]
    }
    if (right < last && best[right] === 3) {
      let end = right + 1
      while (end < last && best[end] === 4) end++
      return [[right, end]]
    }
  }
  return []
}
