import type { Span } from '../language/span.js'
import { type Sentence, sentences } from '../language/words.js'
import { quotations } from './quotations.js'
import { type Agency, attributionsByRule } from './rules.js'
import type { Attribution, Statement } from './statement.js'

/** An attribution as an engine finds it, before its speaker is resolved. */
export interface Found extends Attribution {
  readonly layer: Statement['layer']
  readonly hearsay: boolean
  /** The source stands with another cue, earlier in the sentence. */
  readonly shared: boolean
}

/** A stretch of text with its sentences, read once. */
export interface Reading {
  readonly text: string
  readonly sentences: readonly Sentence[]
}

/** Reads the sentences of the article's own parts. */
export function readSentences(text: string, body: readonly Span[]): Reading {
  return { text, sentences: body.flatMap(span => sentences(text, span)) }
}

/** Who is said to have said what, in order of the text; offsets are into `text`. */
export function attributions({ text, sentences }: Reading, body: readonly Span[], agency: Agency): Found[] {
  const quoted = body.flatMap(span => quotations(text, span))
  return sentences.flatMap(sentence => {
    const near = quoted.filter(each => each.start < sentence.end && each.end > sentence.start)
    return attributionsByRule(sentence, near, agency)
  })
}
