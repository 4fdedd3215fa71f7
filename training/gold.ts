import type { Tokens } from '../src/language/tokens/tokens.js'
import type { GoldAttribution } from './corpus.js'

/** A gold attribution in tokens: token indices, in order. */
export interface GoldTokens {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
}

export function goldTokens(tokens: Tokens, attribution: GoldAttribution): GoldTokens {
  const within = (pairs: GoldAttribution['cue']) => {
    const found: number[] = []
    for (const [start, end] of pairs) {
      let low = 0
      let high = tokens.count
      while (low < high) {
        const middle = (low + high) >> 1
        if (tokens.end[middle]! > start) high = middle
        else low = middle + 1
      }
      for (let i = low; i < tokens.count && tokens.start[i]! < end; i++) found.push(i)
    }
    return found
  }
  return { source: within(attribution.source), cue: within(attribution.cue), content: within(attribution.content) }
}

/** The labels of the first chain for a text: contents over sources, cues over both. */
export function markLabelling(count: number, gold: readonly GoldTokens[]): Uint8Array {
  const labels = new Uint8Array(count)
  const paint = (list: readonly number[], cue: number, before: number, after: number) => {
    list.forEach((token, k) => {
      const first = token < cue ? before : after
      labels[token] =
        k > 0 && list[k - 1] === token - 1 && labels[token - 1] !== 0 && sameKind(labels[token - 1]!, first)
          ? first + 1
          : first
    })
  }
  for (const { source, cue } of gold) paint(source, cue[0] ?? 0, 1, 3)
  for (const { content, cue } of gold) paint(content, cue[0] ?? 0, 7, 9)
  for (const { cue } of gold) paint(cue, cue[0] ?? 0, 5, 5)
  repair(labels)
  return labels
}

function sameKind(before: number, first: number): boolean {
  return before === first || before === first + 1
}

/** A label that goes on where another was painted over becomes a first one. */
function repair(labels: Uint8Array): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!
    if (label > 0 && label % 2 === 0 && !(i > 0 && sameKind(labels[i - 1]!, label - 1))) labels[i] = label - 1
  }
}
