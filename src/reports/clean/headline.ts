import { slice } from '../../language/span.js'
import type { RemovedReason } from '../report.js'
import { plain } from './debris.js'
import type { Line } from './line.js'
import { isSlug } from './slug.js'

/**
 * Which line is the headline: the one that equals the known title, else the line before the first paragraph
 * that shares most of its words with the text after it; null where none shares at least a third.
 */
export function findHeadline(
  text: string,
  all: readonly Line[],
  first: number,
  byWords: readonly (RemovedReason | null)[],
  title: string | null,
): number | null {
  if (title !== null) {
    const known = all.findIndex((line, index) => index <= first && plain(slice(text, line)) === plain(title))
    if (known >= 0) return known
  }
  const prose = new Set(all.slice(first).flatMap(line => (line.sentence ? line.words.map(stem) : [])))
  let best: number | null = null
  let bestScore = 0
  for (let index = 0; index < first; index++) {
    const line = all[index]!
    const words = line.words.filter(word => word.length > 3)
    if (byWords[index] || line.words.length < 3 || line.words.length > 30 || isSlug(slice(text, line))) continue
    const shared = words.filter(word => prose.has(stem(word))).length
    if (shared < words.length / 3 || shared < 2) continue
    const score = shared / Math.sqrt(words.length)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best
}

/** Rough enough that "Guarantees" meets "guarantee". */
function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .slice(0, 6)
}
