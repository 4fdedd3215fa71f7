import type { Analysis } from './analysis.js'
import type { Run } from './links.js'

/**
 * The content with the further paragraphs of a quotation that it holds one paragraph of, as far as no other has them:
 * a speech over several paragraphs opens its mark anew in each and closes it in the last.
 */
export function withParagraphs({ quotes, tokens }: Analysis, content: readonly Run[], covered: Uint8Array): Run[] {
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
