import { isRoleHead } from '../actors/roles.js'
import type { Sentence, Word } from '../language/words.js'
import { isCue, isSaying } from './lexicon.js'
import { headOf, isNominal, isTime, phraseEndingAt, phraseStartingAt, type Run } from './phrases.js'

/** The noun phrase before word `to` that is the clause's subject, over what is set off by commas in between. */
export function subjectBefore(sentence: Sentence, to: number): Run | null {
  const { words } = sentence
  let at = to
  // "Lavrov on Tuesday said", "the minister later said"
  while (at > 0 && (isTime(words[at]) || (words[at]?.pos === 'ADV' && words[at]?.text !== ','))) {
    at--
    if (/^(?:on|last|this|late|earlier)$/i.test(words[at]?.text ?? '')) at--
  }
  const last = words[at]
  if (!last) return null
  if (last.text === ',' || last.text === ')' || last.text === '—' || last.text === '–')
    return subjectOverInterposition(sentence, at)
  return phraseEndingAt(sentence, at)
}

function subjectOverInterposition(sentence: Sentence, close: number): Run | null {
  const { words } = sentence
  const open = words[close]?.text === ')' ? '(' : (words[close]?.text ?? ',')
  for (let at = 1; at < close; at++) {
    if (words[at]?.text !== open) continue
    const phrase = phraseEndingAt(sentence, at - 1)
    if (!phrase || !interposes(words[at + 1]) || goesOn(words, at + 1, close)) continue
    const opener = words[phrase.from - 1]
    const startsClause =
      opener === undefined ||
      [',', ';', ':', '"', '“', '”', '—'].includes(opener.text) ||
      /^(?:that|and|but|as|while|when|because|if)$/i.test(opener.text) ||
      opener.pos === 'ADV' ||
      endsPlace(words, phrase.from - 1)
    if (startsClause) return phrase
  }
  return null
}

/** "Velia, which hosts the talks, *has sent* a draft, its minister,": the clause of the first name goes on before the last mark. */
function goesOn(words: readonly Word[], from: number, close: number): boolean {
  return words.some(
    ({ text }, n) =>
      n >= from &&
      n < close &&
      text === ',' &&
      (words[n + 1]?.pos === 'AUX' || /^(?:has|had|have|will|would|is|was|are|were)$/i.test(words[n + 1]?.text ?? '')),
  )
}

/** "In Ostrel the minister, ...": a place or time that opens the clause. */
function endsPlace(words: readonly Word[], at: number): boolean {
  let from = at
  while (from >= 0 && (isNominal(words[from]) || isTime(words[from]))) from--
  return from < at && words[from]?.pos === 'ADP' && (from === 0 || words[from - 1]?.text === ',')
}

/** Whether an interposed phrase can start with the word: "facing ...", "a doctor", "who ...", "44". */
function interposes(word: Word | undefined): boolean {
  if (!word) return false
  return (
    ['VERB', 'DET', 'NUM', 'ADP', 'NOUN', 'PROPN', 'ADJ', 'ADV', 'SCONJ'].includes(word.pos) ||
    /^(?:who|which|whose)$/i.test(word.text)
  )
}

/** "reported by some allies": a past participle right after its noun, with its agent. */
export function isReducedRelative(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.text.toLowerCase() === 'by'
}

export function agentAfter(sentence: Sentence, from: number): Run | null {
  const { words } = sentence
  for (let at = from; at < Math.min(words.length, from + 8); at++) {
    if (words[at]?.text.toLowerCase() === 'by') return phraseStartingAt(sentence, at + 1)
    if (words[at]?.pos === 'VERB' || words[at]?.text === ',') return null
  }
  return null
}

/** "under the eyes of an envoy who": the last noun of the phrase, unless its head is a person or a group already. */
export function personWithin(sentence: Sentence, phrase: Run): Run {
  const { words } = sentence
  const head = words[headOf(sentence, phrase)]
  if (!head || isRoleHead(head.text.toLowerCase()) || head.pos === 'PROPN' || isCue('agents', head.text.toLowerCase()))
    return phrase
  for (let at = phrase.to; at > phrase.from; at--) if (words[at - 1]?.pos === 'ADP') return { from: at, to: phrase.to }
  return phrase
}

/** `with many on social media expressing`: the phrase may hold the preposition itself. */
export function absoluteStart(words: readonly Word[], phrase: Run): Run | null {
  for (let at = phrase.to; at >= phrase.from; at--)
    if (words[at]?.text.toLowerCase() === 'with' && words[at - 1]?.text === ',') return { from: at + 1, to: phrase.to }
  return null
}

const longestInterposition = 14

/** The verb whose subject ends at word `to`, over adverbs and over what commas set off. */
export function verbAfter({ words }: Sentence, to: number): string | null {
  let at = to + 1
  if (words[at]?.text === ',' || words[at]?.text === '(') {
    const close = words[at]?.text === ',' ? ',' : ')'
    let end = at + 1
    while (end < Math.min(words.length, at + longestInterposition) && words[end]?.text !== close) end++
    if (words[end]?.text !== close) return null
    at = end + 1
  }
  for (; at < words.length; at++) {
    const word = words[at]
    if (!word) return null
    if (word.pos === 'VERB' || isSaying(word.text)) return word.text
    if (word.pos !== 'ADV' && word.pos !== 'AUX' && word.pos !== 'PART') return null
  }
  return null
}
