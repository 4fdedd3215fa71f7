const tokens = (text: string) => text.match(/[\p{L}\p{N}_]+/gu) ?? []

/** Share of a block's runs of four words that stand in the article, from which it counts as part of it. */
const enough = 0.5

/** Per block 1 where it is part of the article, told by its runs of four words; a shorter block by its neighbours. */
export function markArticle(blocks: readonly string[], article: string): number[] {
  const words = tokens(article)
  const places = new Map<string, number[]>()
  for (let at = 0; at + 3 < words.length; at++) {
    const key = words.slice(at, at + 4).join(' ')
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  const used = new Uint8Array(words.length)
  const marks = blocks.map(block => {
    const own = tokens(block)
    if (own.length < 4) return null
    const found: number[] = []
    for (let at = 0; at + 3 < own.length; at++) {
      const place = places.get(own.slice(at, at + 4).join(' '))?.find(place => !used[place])
      if (place !== undefined) found.push(place)
    }
    if (found.length < enough * (own.length - 3)) return 0
    // A second copy on the page (a caption, a summary) finds its words used up.
    for (const place of found) used[place] = 1
    return 1
  })
  const whole = ` ${words.join(' ')} `
  return marks.map((mark, index) => {
    if (mark !== null) return mark
    const own = tokens(blocks[index]!)
    if (own.length === 0) return 0
    const above = marks.findLastIndex((other, at) => at < index && other === 1)
    const below = marks.findIndex((other, at) => at > index && other === 1)
    const tail = above < 0 ? [] : tokens(blocks[above]!).slice(-3)
    const head = below < 0 ? [] : tokens(blocks[below]!).slice(0, 3)
    const follows = tail.length > 0 && whole.includes(` ${[...tail, ...own].join(' ')} `)
    const leads = head.length > 0 && whole.includes(` ${[...own, ...head].join(' ')} `)
    return follows || leads ? 1 : 0
  })
}

/** Precision and recall of runs of four words (the article-extraction-benchmark's measure); null where there is nothing to count. */
export function shingleScore(article: string, found: string): { precision: number | null; recall: number | null } {
  const wanted = shingles(article)
  const got = shingles(found)
  let right = 0
  for (const [key, count] of wanted) right += Math.min(count, got.get(key) ?? 0)
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const ratio = (of: number) => (of === 0 ? null : right / of)
  return { precision: ratio(total(got)), recall: ratio(total(wanted)) }
}

function shingles(text: string): Map<string, number> {
  const words = tokens(text)
  const counts = new Map<string, number>()
  if (words.length === 0) return counts
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const key = words.slice(at, at + 4).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
