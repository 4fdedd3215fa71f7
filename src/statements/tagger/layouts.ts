import type { Analysis } from './analysis.js'
import type { Run } from './links.js'

/** An attribution that the layout shows, in token runs. */
export interface LaidOut {
  readonly source: Run
  readonly cue: Run
  readonly content: Run
}

/** Names longer than this are sentences. */
const longestName = 6
const longestByline = 14
/** So many lines "NAME: ..." make a transcript; fewer may be headings or lists. */
const fewestLines = 3

/** Speech that no verb reports: the lines of a transcript ("NAME: ...", Q and A), and `"..." - Name`. */
export function layouts(analysis: Analysis): LaidOut[] {
  return [...transcript(analysis), ...bylines(analysis)].sort((a, b) => a.content[0] - b.content[0])
}

function transcript(analysis: Analysis): LaidOut[] {
  const found: LaidOut[] = []
  const names = new Map<string, number>()
  for (const [from, to] of lines(analysis)) {
    const colon = colonAfterName(analysis, from, to)
    if (colon < 0 || colon + 1 >= to) continue
    const name = textOf(analysis, from, colon)
    names.set(name, (names.get(name) ?? 0) + 1)
    found.push({ source: [from, colon], cue: [colon, colon + 1], content: [colon + 1, to] })
  }
  const takesTurns = names.size >= 2 && [...names.values()].some(count => count >= 2)
  return found.length >= fewestLines && takesTurns ? found : []
}

/** The colon after one to six capitalised words at the start of a line; -1 where there is none. */
function colonAfterName(analysis: Analysis, from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + longestName + 1); i++) {
    const word = textOf(analysis, i, i + 1)
    if (word === ':') return i > from ? i : -1
    if (!/^[\p{Lu}.(]/u.test(word) && !/^(?:of|the|de|van|al|bin|\)|,|-|')$/u.test(word)) return -1
  }
  return -1
}

function bylines(analysis: Analysis): LaidOut[] {
  const { quotes, tokens } = analysis
  const found: LaidOut[] = []
  for (const [from, to] of lines(analysis)) {
    const q = quotes.of[from]!
    if (q < 0 || quotes.from[q] !== from) continue
    const end = quotes.to[q]!
    if (end >= to - 1 || to - end > longestByline) continue
    if (!/^[-–—―~]+$/u.test(textOf(analysis, end, end + 1))) continue
    if (!/^\p{Lu}/u.test(textOf(analysis, end + 1, end + 2))) continue
    const last = /^[.)]$/.test(textOf(analysis, to - 1, to)) ? to - 1 : to
    if (last - end < 2 || tokens.count < last) continue
    found.push({ source: [end + 1, last], cue: [end, end + 1], content: [from, end] })
  }
  return found
}

/** The lines of the text, as token runs. */
function lines({ tokens }: Analysis): Run[] {
  const found: Run[] = []
  let from = 0
  for (let i = 1; i <= tokens.count; i++) {
    if (i < tokens.count && tokens.gap[i]! < 2) continue
    if (i > from) found.push([from, i])
    from = i
  }
  return found
}

function textOf({ tokens }: Analysis, from: number, to: number): string {
  const start = tokens.start[from]!
  return tokens.text.slice(start, Math.min(tokens.end[to - 1]!, start + 80))
}
