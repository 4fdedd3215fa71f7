import type { SparseModel } from '../../language/model/sparse.js'
import type { Span } from '../../language/span.js'
import type { Attribution } from '../statement.js'
import { accepted, confidences } from './accept.js'
import { type Analysis, analyse, type SyntaxModels } from './analysis.js'
import type { Chain } from './chain.js'
import { type LinkReader, linkReader, links, type Run } from './links.js'
import { type MarkModels, type MarkReader, markReader, marks } from './marks.js'

/** Everything that was learned: see `models/README.md`. */
export interface TaggerModel extends SyntaxModels, MarkModels {
  readonly links: Chain
  readonly accept: SparseModel
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
  const linker = linkReader(model.links)
  return text => attributions(text, model, reader, linker)
}

/**
 * Who is said to have said, thought or wanted what, in the order of the text.
 *
 * Four readings: the words and their syntax; a chain that marks sources, cues and contents; a second chain that finds,
 * cue by cue, its own source and content; a judge that keeps what holds up. Spans are slices of `text`.
 * Takes time and memory linear in the text.
 */
export function attributions(
  text: string,
  model: TaggerModel,
  reader: MarkReader = markReader(model),
  linker: LinkReader = linkReader(model.links),
): Attribution[] {
  const analysis = analyse(text, model, model.isFast)
  const marked = marks(analysis, model, reader)
  const all = links(analysis, marked, linker)
  const confidence = confidences(model.accept, analysis, marked, all)
  return accepted(all, confidence, model.threshold).map(({ link, confidence }) => ({
    source: spans(analysis, link.source),
    cue: spans(analysis, link.cue.length > 0 ? link.cue : [[link.candidate.from, link.candidate.to]]),
    content: spans(analysis, link.content),
    direct: link.content.some(([from, to]) => {
      for (let i = from; i < to; i++) if (analysis.quotes.of[i]! >= 0) return true
      return false
    }),
    confidence,
  }))
}

function spans({ tokens }: Analysis, runs: readonly Run[]): Span[] {
  return runs.map(([from, to]) => ({ start: tokens.start[from]!, end: tokens.end[to - 1]! }))
}
