import type { Word } from '../language/words.js'
import data from './idioms.json' with { type: 'json' }

/** How many words a `*` may stand for. */
const longestGap = 5

const byVerb = new Map<string, (readonly string[])[]>()
for (const { verb, after } of data.idioms)
  byVerb.set(verb, [...(byVerb.get(verb) ?? []), ...after.map(words => words.split(' '))])

/**
 * The index of the last word of the turn of phrase that the verb at `at` opens ("pours cold water on"); null where it
 * opens none. Adverbs may stand between ("is firmly in favour of"). The longest turn wins.
 */
export function idiomEnd(words: readonly Word[], at: number, lemma: string): number | null {
  let longest: number | null = null
  for (const pattern of byVerb.get(lemma) ?? []) {
    const end = matchEnd(words, at + 1, pattern, 0)
    if (end !== null && end > (longest ?? -1)) longest = end
  }
  return longest
}

function matchEnd(words: readonly Word[], at: number, pattern: readonly string[], from: number): number | null {
  const wanted = pattern[from]
  if (wanted === undefined) return at - 1
  if (wanted === '*') {
    for (let next = at + 1; next <= at + longestGap; next++) {
      if (words[next - 1]?.pos === 'PUNCT') return null
      const end = matchEnd(words, next, pattern, from + 1)
      if (end !== null) return end
    }
    return null
  }
  const word = words[at]
  if (word?.text.toLowerCase() === wanted) return matchEnd(words, at + 1, pattern, from + 1)
  return from === 0 && (word?.pos === 'ADV' || word?.text.toLowerCase() === 'not')
    ? matchEnd(words, at + 1, pattern, from)
    : null
}
