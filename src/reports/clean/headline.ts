import { plain } from './debris.js'
import type { Line } from './line.js'
import type { Look } from './look.js'
import { isSlug } from './slug.js'

/** Fewer words than these are a site's name or a rubric, unless the line stands twice. */
const fewest = 4
const most = 30

/**
 * Which line is the headline: the one that equals the known title, else the line before the first paragraph that shares most
 * of its words with the text after it (a title set twice over is all the more one); where none shares any two, the last line
 * that reads like a headline; null where none does.
 *
 * Words of the lines behind the article do not count: there the site names itself.
 */
export function findHeadline(
  all: readonly Line[],
  seen: readonly Look[],
  first: number,
  title: string | null,
): number | null {
  if (title !== null) {
    const wanted = plain(title)
    const known = seen.findIndex((look, index) => index <= first && look.plain === wanted)
    if (known >= 0) return known
  }
  const rest = all.slice(first)
  const lastOfProse = rest.findLastIndex(line => line.sentence)
  const prose = new Set(rest.flatMap(line => (line.sentence ? line.words.map(stem) : [])))
  const site = new Set(rest.slice(lastOfProse + 1).flatMap(line => line.words.map(stem)))
  const times = new Map<string, number>()
  for (let index = 0; index < first; index++) times.set(seen[index]!.plain, (times.get(seen[index]!.plain) ?? 0) + 1)
  let best: number | null = null
  let bestScore = 0
  let fallback: number | null = null
  for (let index = 0; index < first; index++) {
    const line = all[index]!
    const { text: words, plain, why } = seen[index]!
    if (why || line.words.length > most || isSlug(words) || /[|>•·]|\d{4}$/.test(words)) continue
    const twice = times.get(plain)! > 1
    if (line.words.length < (twice ? 3 : fewest)) continue
    fallback = index
    const long = line.words.filter(word => word.length > 3)
    const shared = long.filter(word => prose.has(stem(word)) && !site.has(stem(word))).length
    const score = shared + (twice ? 2 : 0)
    if (shared >= 2 && shared >= long.length / 3 && score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best ?? fallback
}

/** Rough enough that "Guarantees" meets "guarantee". */
function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .slice(0, 6)
}
