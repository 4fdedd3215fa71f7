import { hull, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { contentFrom } from './extents.js'
import { spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { subjectBefore } from './subjects.js'

/** How far "as saying" may stand from "was quoted", in words: "by the Harbour Gazette on Monday". */
const reach = 12

/**
 * The attribution that one report takes from another, or null: "X was quoted by the Gazette as saying that A", "A, X is
 * cited as saying". Who said it is the one quoted, not the paper.
 */
export function quotedAs(sentence: Sentence, quotations: readonly Quotation[], agency: Agency): Found | null {
  const { words } = sentence
  const at = words.findIndex(
    ({ text }, n) =>
      /^(?:quoted|cited|reported)$/i.test(text) && /^(?:was|is|were|are|been)$/i.test(words[n - 1]?.text ?? ''),
  )
  if (at < 2) return null
  const saying = words.findIndex(
    ({ text }, n) =>
      n > at + 1 &&
      n < at + reach &&
      /^(?:saying|telling|stating|warning|adding)$/i.test(text) &&
      lower(words[n - 1]) === 'as',
  )
  if (saying < 0) return null
  const be = lower(words[at - 2]) === 'has' || lower(words[at - 2]) === 'have' ? at - 2 : at - 1
  const source = subjectBefore(sentence, be - 1)
  if (!source || !agency.canSpeak(sentence, source)) return null
  const content = after(sentence, saying, quotations) ?? before(words, source.from)
  const who = spanOf(sentence, source)
  const cue = spanOf(sentence, { from: at, to: saying })
  const clause = content && hull([who, cue, content])
  if (!content || !clause) return null
  return {
    source: [who],
    cue: [cue],
    content: [content],
    direct: quotations.some(each => each.start <= content.start + 1 && each.end >= content.end - 1),
    confidence: 0.8,
    layer: 'statement',
    hearsay: false,
    shared: false,
    clause,
    principal: null,
    nominal: false,
  }
}

/** What follows, over the paper that has it: "as saying by the Gazette", "as saying on Monday". */
function after(sentence: Sentence, saying: number, quotations: readonly Quotation[]): Span | null {
  const { words } = sentence
  const next = words[saying + 1]
  if (!next || /^[.;]$/.test(next.text) || /^(?:by|in|on)$/i.test(next.text)) return null
  return contentFrom(sentence, saying + 1, quotations, 'say')
}

/** What stands before a speaker whom a comma parts from it. */
function before(words: readonly Word[], from: number): Span | null {
  const [first, comma, last] = [words[0], words[from - 1], words[from - 2]]
  return first && last && comma?.text === ',' && from > 3 ? { start: first.start, end: last.end } : null
}

function lower(word: Word | undefined): string {
  return word?.text.toLowerCase() ?? ''
}
