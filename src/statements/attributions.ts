import { firstFrom, spanAt } from '../language/in-order.js'
import { hull, isWithin, type Span, slice } from '../language/span.js'
import { type Sentence, sentences } from '../language/words.js'
import type { Agency } from './agency.js'
import { withContinuations, withLooseQuotations } from './continuations.js'
import { withFreeSpeech } from './free-speech.js'
import { headlineSpeech } from './headline-speech.js'
import { merged } from './merge.js'
import { type Quotation, quotations } from './quotations.js'
import { attributionsByRule } from './rules.js'
import type { Attribution, Statement } from './statement.js'

/** An attribution as an engine finds it, before its speaker is resolved. */
export interface Found extends Attribution {
  readonly layer: Statement['layer']
  readonly hearsay: boolean
  /** The source stands with another cue, earlier in the sentence. */
  readonly shared: boolean
  /** The clause's own words: verb group and content, and the source unless it is shared. */
  readonly clause: Span
  /** The one whose stance the content reports, where it names one: "Lavrov announced that *Putin* is open to". */
  readonly principal: Span | null
  /** The cue is a noun, which may stand within the words of another: "Zelensky's requests for". */
  readonly nominal: boolean
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

/** Reads the attributions out of a whole text, as the trained tagger does. */
export type AttributionReader = (text: string) => readonly Attribution[]

/**
 * Who is said to have said what, in order of the text; offsets are into `text`.
 *
 * A sentence of the `headline` may be written as only headlines are. By rule, and by `tagger` where one is given: see `merged` for how the two agree.
 */
export function attributions(
  { text, sentences }: Reading,
  body: readonly Span[],
  agency: Agency,
  headline: Span | null,
  tagger?: AttributionReader,
): Found[] {
  const quoted = quotations(text, hull(body))
  const found = sentences.flatMap(sentence => {
    const special = headline && isWithin(sentence, headline) ? headlineSpeech(sentence, agency) : null
    return special ? [special] : attributionsByRule(sentence, quotationsAround(sentence, quoted), agency)
  })
  const byRule = withContinuations(text, found, quoted)
  const complete = (all: readonly Found[]) =>
    withFreeSpeech(text, withLooseQuotations(text, all, quoted, sentences, agency), quoted, sentences)
  if (!tagger) return complete(byRule)
  const inOrder = [...body].sort((a, b) => a.start - b.start)
  const isInBody = (span: Span) => {
    const part = spanAt(inOrder, span.start)
    return part !== undefined && isWithin(span, part)
  }
  const tagged = tagger(text).filter(each => [...each.cue, ...each.content].every(isInBody) && !isSilence(text, each))
  // A transcript's "A:" and the dash before a name are a layout: whoever stands there speaks.
  const isLaidOut = ({ cue }: Attribution) => cue.every(span => /^[^\p{L}\p{N}]+$/u.test(slice(text, span)))
  return complete(
    merged(
      byRule,
      tagged,
      each => isLaidOut(each) || each.source.some(source => asks(source, sentences, agency.canSpeak)),
      each => each.source.some(source => asks(source, sentences, agency.isParty)),
    ),
  )
}

/** "did not reply to a request for comment", "are left to wonder": nothing was said. */
function isSilence(text: string, { cue, content }: Attribution): boolean {
  const words = [...cue, ...content].map(span => slice(text, span)).join(' ')
  if (/^(?:(?:is|are|was|were|been) )?(?:left|made) (?:to )?(?:wonder|guess|ask|speculat)/i.test(words)) return true
  return /\b(?:not|n't|declined|refused)\b.{0,60}\b(?:comment|repl(?:y|ied)|respond(?:ed)?)\b/i.test(
    words.slice(0, 120),
  )
}

/** Whether the words of a source, as the tagger gives it, are what is asked for. */
function asks(source: Span, sentences: readonly Sentence[], ask: Agency['canSpeak']): boolean {
  const sentence = spanAt(sentences, source.start)
  if (!sentence) return false
  const inside = sentence.words.flatMap((word, n) =>
    isWithin(word, source) && /[\p{L}\p{N}]/u.test(word.text) ? n : [],
  )
  const [from] = inside
  const to = inside.at(-1)
  return from !== undefined && to !== undefined && ask(sentence, { from, to })
}

/** The quotations that share words with the sentence. */
function quotationsAround({ start, end }: Span, quoted: readonly Quotation[]): readonly Quotation[] {
  const first = firstFrom(quoted, start)
  const before = quoted[first - 1]
  return quoted.slice(before && before.end > start ? first - 1 : first, firstFrom(quoted, end))
}
