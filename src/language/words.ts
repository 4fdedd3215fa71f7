import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItemSentence, type ItemToken, type WinkMethods } from 'wink-nlp'
import { withHyphenatedNames } from './hyphenated-names.js'
import { foldedLetters } from './letters.js'
import { paragraphs } from './paragraphs.js'
import type { Span } from './span.js'

export { paragraphs } from './paragraphs.js'

/** One word or mark of a sentence, as it stands in the text. */
export interface Word extends Span {
  readonly text: string
  /** Lower-case dictionary form ("said" -> "say"). */
  readonly lemma: string
  /** Universal part of speech: VERB, AUX, NOUN, PROPN, ADJ, ADV, ADP, DET, PRON, PART, CCONJ, SCONJ, NUM, PUNCT, SYM, INTJ, X. */
  readonly pos: string
}

export interface Sentence extends Span {
  readonly words: readonly Word[]
}

let shared: WinkMethods | undefined
/** The NLP library is loaded on first use: commands that read no words do not pay for it. */
function nlp(): WinkMethods {
  shared ??= winkNLP(model, ['sbd', 'pos'])
  return shared
}

/**
 * The sentences of `text` within `span` (default: all of it), with their words; offsets are into `text`.
 *
 * A line break ends a sentence wherever the line before it stands alone (see `paragraphs`).
 */
export function sentences(text: string, span: Span = { start: 0, end: text.length }): Sentence[] {
  return paragraphs(text, span).flatMap(paragraph => sentencesOfParagraph(text, paragraph))
}

function lemmaOf(token: ItemToken): string {
  // The library's own type for `its.lemma` does not match what `out` takes.
  const lemma = nlp().its.lemma as unknown as Parameters<ItemToken['out']>[0]
  return String(token.out(lemma)).toLowerCase()
}

function sentencesOfParagraph(text: string, paragraph: Span): Sentence[] {
  const { its } = nlp()
  // The library ends a word at every letter that it does not know: "Varović" would be "Varovi" and a mark.
  const known = foldedLetters(text.slice(paragraph.start, paragraph.end))
  const doc = nlp().readDoc(known)
  const found: Sentence[] = []
  let cursor = 0
  doc.sentences().each((sentence: ItemSentence) => {
    const words: Word[] = []
    sentence.tokens().each((token: ItemToken) => {
      const value = token.out()
      const at = known.indexOf(value, cursor)
      if (at < 0) return
      cursor = at + value.length
      const [start, end] = [paragraph.start + at, paragraph.start + cursor]
      words.push({
        start,
        end,
        text: text.slice(start, end),
        lemma: lemmaOf(token),
        pos: token.out(its.pos),
      })
    })
    const first = words[0]
    const last = words.at(-1)
    if (first && last) found.push({ start: first.start, end: last.end, words: withHyphenatedNames(words) })
  })
  return found
}
