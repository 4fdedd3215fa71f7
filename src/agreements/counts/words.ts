/** One word or sign of a sentence. */
export interface Word {
  readonly text: string
  /** The same in lower case. */
  readonly low: string
}

/** No sentence of prose is longer; what is, is cut there, so that the work stays linear. */
const longest = 400

const pattern = /[\p{L}\p{N}]+(?:[’'.,:–-][\p{L}\p{N}]+)*|[^\s]/gu

/**
 * The sentences of a report as words. A line ends a sentence where the next begins like one: with a capital or a bullet.
 *
 * A decimal sign, a thousands comma, a time and a hyphen join a word; every other sign is a word by itself. O(text).
 */
export function sentencesOfWords(text: string): Word[][] {
  const sentences: Word[][] = []
  for (const block of text.split(/\n[ \t]*(?=[\p{Lu}•*▪◦·–—-]|\n)/u)) {
    let sentence: Word[] = []
    const words = [...block.matchAll(pattern)].map(([word]) => ({ text: word, low: word.toLowerCase() }))
    for (const [i, word] of words.entries()) {
      sentence.push(word)
      const isEnd = /^[.!?]$/.test(word.text) && beginsSentence(words[i + 1], words[i - 1])
      if (!isEnd && sentence.length < longest) continue
      sentences.push(sentence)
      sentence = []
    }
    sentences.push(sentence)
  }
  return sentences.filter(({ length }) => length > 0)
}

const beginsSentence = (next: Word | undefined, before: Word | undefined): boolean =>
  next === undefined || (!/^\p{Ll}/u.test(next.text) && !/^(approx|no|nos|ca|cf|incl|prev)$/.test(before?.low ?? ''))
