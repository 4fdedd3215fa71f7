import type { Accepted } from './accept.js'
import type { Analysis } from './analysis.js'
import type { Run } from './links.js'
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

/**
 * What the first chain read as content and no accepted link covers: it goes to the cue that the chain says it has. A cue
 * with an attribution of its own gets it as a further part of its content; else the two make an attribution, with the
 * nearest source.
 */
export function withLeftovers(analysis: Analysis, marks: Marks, kept: readonly Accepted[]): Reading[] {
  const { best } = marks
  const covered = new Uint8Array(analysis.tokens.count)
  const ownerOf = new Int32Array(analysis.tokens.count)
  const readings: { source: Run[]; cue: Run[]; content: Run[]; confidence: number }[] = kept.map(
    ({ link, confidence }, k) => {
      for (const [from, to] of link.content) covered.fill(1, from, to)
      const { from, to } = link.candidate
      const cue: Run[] = link.cue.length > 0 ? [...link.cue] : [[from, to]]
      for (const [a, b] of cue) ownerOf.fill(k + 1, a, b)
      return { source: [...link.source], cue, content: [...link.content], confidence }
    },
  )
  for (const [from, to] of contentRuns(best)) {
    let free = 0
    for (let i = from; i < to; i++) free += 1 - covered[i]!
    if (free * 2 <= to - from || to - from < 2) continue
    const cue = cueOf(analysis, best, from, to)
    if (!cue) continue
    const runs = uncovered(covered, from, to)
    const owner = ownerOf.subarray(cue[0], cue[1]).find(k => k > 0)
    if (owner !== undefined) {
      const reading = readings[owner - 1]!
      reading.content = [...reading.content, ...runs].sort((a, b) => a[0] - b[0])
    } else {
      readings.push({
        source: sourceOf(analysis, best, cue),
        cue: [cue],
        content: runs,
        confidence: leftoverConfidence,
      })
      ownerOf.fill(readings.length, cue[0], cue[1])
    }
    covered.fill(1, from, to)
  }
  for (const reading of readings) reading.content = withParagraphs(analysis, reading.content, covered)
  return readings
}

/**
 * The content with the further paragraphs of a quotation that it holds one paragraph of, as far as no other has them:
 * a speech over several paragraphs opens its mark anew in each and closes it in the last.
 */
function withParagraphs({ quotes, tokens }: Analysis, content: readonly Run[], covered: Uint8Array): Run[] {
  const more: Run[] = []
  const markOf = (q: number) => tokens.text[tokens.start[quotes.from[q]!]!]
  const take = (q: number): boolean => {
    const run: Run = [quotes.from[q]!, quotes.to[q]!]
    if (covered.subarray(...run).some(isTaken => isTaken === 1)) return false
    covered.fill(1, ...run)
    more.push(run)
    return true
  }
  for (const [from, to] of content) {
    const q = quotes.of[Math.min(to, tokens.count) - 1]!
    if (q < 0 || quotes.from[q]! < from || quotes.to[q]! > to + 1) continue
    // Another mark is a house's way to set off its excerpts.
    const goesOn = (later: number) => quotes.goesOn[later] && markOf(later) === markOf(later - 1)
    for (let next = q + 1; goesOn(next) && take(next); next++);
    for (let at = q; goesOn(at) && take(at - 1); at--);
  }
  return more.length === 0 ? [...content] : joinedRuns([...content, ...more])
}

/** Runs in order, those that touch made one. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const found: Run[] = []
  for (const [from, to] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && last[1] >= from) found[found.length - 1] = [last[0], Math.max(last[1], to)]
    else found.push([from, to])
  }
  return found
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
