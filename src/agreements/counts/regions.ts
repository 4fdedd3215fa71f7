import lexicon from './lexicon.json' with { type: 'json' }
import type { Word } from './words.js'

/** The regions that some words name: one, or several at once. */
export interface RegionAt {
  readonly names: readonly string[]
  /** `each`: "in both regions", "in either"; `same`: "in the region", the one that was spoken of. */
  readonly reference: 'named' | 'each' | 'same'
  /** End of the words, exclusive. */
  readonly to: number
}

const nouns = new Set(lexicon.regions)
const notNames = new Set([
  ...['in', 'the', 'both', 'either', 'neither', 'each', 'across', 'for', 'and', 'or', 'of', 'between', 'within', 'on'],
  ...['during', 'this', 'that', 'all', 'smm', 'mission', 'no', 'none', 'from', 'while', 'compared', 'in-'],
])
const settlements = new Set(['city', 'town', 'village', 'railway', 'airport', 'filtration', 'disengagement', 'bridge'])

/**
 * The regions named at word `at`: "Teskel region", "Teskel and Corvel regions", "both regions", "the region".
 *
 * @param known names that stand beside the word region somewhere in the text: these are known without it
 */
export function regionAt(words: readonly Word[], at: number, known: readonly string[]): RegionAt | null {
  return referred(words, at) ?? listed(words, at) ?? bare(words, at, known)
}

function referred(words: readonly Word[], at: number): RegionAt | null {
  const low = words[at]?.low ?? ''
  let to = at + 1
  if (low === 'the' && words[to]?.low === 'two') to++
  else if (['the', 'that', 'this', 'same'].includes(low)) {
    if (words[to]?.low === 'same') to++
    return ['region', 'oblast', 'province', 'sector', 'district', 'governorate'].includes(words[to]?.low ?? '') &&
      words[to + 1]?.low !== 'of'
      ? { names: [], reference: 'same', to: to + 1 }
      : null
  } else if (!['both', 'either', 'neither', 'each'].includes(low)) return null
  if (words[to]?.low === 'of') to++
  if (words[to]?.low === 'the') to++
  if (words[to]?.low === 'two') to++
  return nouns.has(words[to]?.low ?? '') ? { names: [], reference: 'each', to: to + 1 } : null
}

/** Names up to the noun, or after "regions of". */
function listed(words: readonly Word[], at: number): RegionAt | null {
  if (nouns.has(words[at]?.low ?? '') && words[at + 1]?.low === 'of') {
    const list = namesFrom(words, at + 2)
    return list.names.length > 0 ? { ...list, reference: 'named' } : null
  }
  const list = namesFrom(words, at)
  if (list.names.length === 0 || !nouns.has(words[list.to]?.low ?? '')) return null
  return { names: list.names, reference: 'named', to: list.to + 1 }
}

function namesFrom(words: readonly Word[], at: number): { names: string[]; to: number } {
  const names: string[] = []
  let to = at
  while (names.length < 6) {
    const end = nameEnd(words, to)
    if (end === to) break
    names.push(nameOf(words, to, end))
    to = end
    let next = to
    while ([',', 'and', 'or', '&'].includes(words[next]?.low ?? '')) next++
    if (next === to || nameEnd(words, next) === next) break
    to = next
  }
  return { names, to }
}

function nameEnd(words: readonly Word[], at: number): number {
  let to = at
  while (to < at + 3 && isName(words[to])) to++
  return to
}

const isName = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word.text) && !notNames.has(word.low) && !nouns.has(word.low)

const nameOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ text }) => text.replace(/[’']s$/, ''))
    .join(' ')

function bare(words: readonly Word[], at: number, known: readonly string[]): RegionAt | null {
  for (let to = Math.min(words.length, at + 3); to > at; to--) {
    const name = nameOf(words, at, to)
    if (!known.includes(name) || settlements.has(words[to]?.low ?? '')) continue
    if (['near', 'from', 'km', 'of'].includes(words[at - 1]?.low ?? '')) return null
    return { names: [name], reference: 'named', to }
  }
  return null
}

/**
 * The regions that a text counts by, in the order in which it names them.
 *
 * Those beside the word region; where there is none, names that stand by themselves right after "in", as "12 in Teskel".
 */
export function knownRegions(sentences: readonly (readonly Word[])[]): string[] {
  const named = sentences.flatMap(words => words.flatMap((_, at) => listedNames(words, at)))
  if (named.length > 0) return [...new Set(named)]
  const after = sentences.flatMap(words =>
    words.flatMap((word, at) => {
      const end = nameEnd(words, at + 1)
      const isPlace = word.low === 'in' && end > at + 1 && !settlements.has(words[end]?.low ?? '')
      return isPlace &&
        !/^(january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
          words[at + 1]?.low ?? '',
        )
        ? [nameOf(words, at + 1, end)]
        : []
    }),
  )
  return [...new Set(after)]
}

function listedNames(words: readonly Word[], at: number): readonly string[] {
  // In the middle of a name, its end alone would look like another.
  if (isName(words[at - 1]) && isName(words[at])) return []
  return listed(words, at)?.names ?? []
}
