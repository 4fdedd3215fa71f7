import type { Gazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { type Span, slice } from '../language/span.js'
import { type Sentence, sentences } from '../language/words.js'
import type { People } from './people.js'

/**
 * The sentences of a headline; one printed With Capitals is read as if only its names had them, since a tagger takes
 * every capitalised word for a name. Offsets stay those of `text`.
 */
export function headlineSentences(text: string, headline: Span, people: People, gazetteer: Gazetteer): Sentence[] {
  const words = slice(text, headline)
  const long = words.match(/\p{L}{4,}/gu) ?? []
  if (long.filter(word => /^\p{Lu}/u.test(word)).length < long.length * 0.7) return sentences(text, headline)
  const isName = (word: string, at: number) => {
    const key = normal(word)[0] ?? ''
    const further = normal(words.slice(at, at + longestName))
    const isListed = gazetteer
      .get(key)
      // "Crisis" is no name for opening that of a group.
      ?.some(entry => entry.capital && entry.words.every((each, n) => each === further[n]))
    return people.bySurname.has(key) || isListed || /\p{Lu}.*\p{Lu}/u.test(word)
  }
  const plain = words.replaceAll(/[\p{L}][\p{L}.]*/gu, (word, at: number) => (isName(word, at) ? word : lower(word)))
  return sentences(text.slice(0, headline.start) + plain, { start: headline.start, end: headline.start + plain.length })
}

/** Longest name that is looked for in a headline, in characters. */
const longestName = 60

/** Lower case, where that keeps the length. */
function lower(word: string): string {
  const lowered = word.toLowerCase()
  return lowered.length === word.length ? lowered : word
}
