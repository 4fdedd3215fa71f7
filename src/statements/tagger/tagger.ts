import type { Span } from '../../language/span.js'
import type { Attribution } from '../statement.js'
import { accepted, confidences, type Judges } from './accept.js'
import { type Analysis, analyse, type SyntaxModels } from './analysis.js'
import { type LaidOut, layouts } from './layouts.js'
import { type Reading, withLeftovers } from './leftovers.js'
import { type LinkModels, type LinkReader, linkReader, links, type Run } from './links.js'
import { type MarkModels, type MarkReader, markReader, marks } from './marks.js'

/** Everything that was learned: see `models/README.md`. */
export interface TaggerModel extends SyntaxModels, MarkModels, LinkModels, Judges {
  /** Least confidence of an attribution. */
  readonly threshold: number
  /** Whether it was trained without trees. */
  readonly isFast: boolean
}

/** Reads the attributions of a text. */
export type Tagger = (text: string) => Attribution[]

/** A tagger with its buffers: make one, use it for many texts. */
export function tagger(model: TaggerModel): Tagger {
  const reader = markReader(model)
  const linker = linkReader(model)
  return text => attributions(text, model, reader, linker)
}

/**
 * Who is said to have said, thought or wanted what, in the order of the text.
 *
 * Five readings: the words and their syntax; a chain that marks sources, cues and contents; a second chain that finds,
 * cue by cue, a dozen readings of its source and content; a comparison of these as whole spans; judges that keep what
 * holds up, beside which contents that only the first chain saw, and speech that only the layout shows, are kept too. Spans are slices of `text`.
 * Takes time and memory linear in the text.
 */
export function attributions(
  text: string,
  model: TaggerModel,
  reader: MarkReader = markReader(model),
  linker: LinkReader = linkReader(model),
): Attribution[] {
  const analysis = analyse(text, model, model.isFast)
  const marked = marks(analysis, model, reader)
  const all = links(analysis, marked, linker)
  const confidence = confidences(model, analysis, marked, all)
  const kept = accepted(all, confidence, model.threshold, analysis.tokens.count)
  const found = withLeftovers(analysis, marked, kept)
  return [...found, ...unread(layouts(analysis), found)]
    .map(({ source, cue, content, confidence }) => ({
      source: spans(analysis, source),
      cue: spans(analysis, cue),
      content: spans(analysis, content),
      direct: content.some(([from, to]) => hasQuote(analysis, from, to)),
      confidence,
    }))
    .sort((a, b) => a.cue[0]!.start - b.cue[0]!.start)
}

/** What a layout shows is seldom wrong; no labelled transcripts to measure it on. */
const layoutConfidence = 0.8

/** What the layout shows and what was found does not cover half of. */
function unread(shown: readonly LaidOut[], found: readonly Reading[]): Reading[] {
  const read = found.flatMap(({ content }) => content).sort((a, b) => a[0] - b[0])
  let next = 0
  return shown.flatMap(({ source, cue, content }) => {
    while (next < read.length && read[next]![1] <= content[0]) next++
    let common = 0
    for (let k = next; k < read.length && read[k]![0] < content[1]; k++)
      common += Math.min(read[k]![1], content[1]) - Math.max(read[k]![0], content[0])
    const isRead = common * 2 > content[1] - content[0]
    return isRead ? [] : [{ source: [source], cue: [cue], content: [content], confidence: layoutConfidence }]
  })
}

function hasQuote({ quotes }: Analysis, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (quotes.of[i]! >= 0) return true
  return false
}

function spans({ tokens }: Analysis, runs: readonly Run[]): Span[] {
  return runs.map(([from, to]) => ({ start: tokens.start[from]!, end: tokens.end[to - 1]! }))
}
