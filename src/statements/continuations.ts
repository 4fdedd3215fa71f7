import { firstFrom, spanAt } from '../language/in-order.js'
import { hull, type Span } from '../language/span.js'
import type { Sentence } from '../language/words.js'
import type { Agency } from './agency.js'
import type { Found } from './attributions.js'
import { spanOf } from './phrases.js'
import { predicates } from './predicates.js'
import type { Quotation } from './quotations.js'

/** Longest stretch between a quotation and the one that goes on with it: white space and a full stop. */
const longestGap = 6

/** `"A," he said. "B."`: a quotation that follows at once, and has no speaker of its own, goes on with the speech. */
export function withContinuations(text: string, found: readonly Found[], quoted: readonly Quotation[]): Found[] {
  return found.map((each, n) => {
    if (!each.direct) return each
    const limit = found[n + 1]?.clause.start ?? Number.POSITIVE_INFINITY
    const more: Span[] = []
    let end = each.clause.end
    for (let next = firstFrom(quoted, end); next < quoted.length; next++) {
      const quotation = quoted[next]
      if (!quotation) break
      const gap = text.slice(end, quotation.start)
      if (gap.length > longestGap || !/^\.?\s*$/.test(gap) || quotation.end > limit) break
      more.push({ start: quotation.start, end: quotation.end })
      end = quotation.end
    }
    return more.length === 0
      ? each
      : { ...each, content: [...each.content, ...more], clause: { start: each.clause.start, end } }
  })
}

/**
 * The quotations that no attribution has, as statements of their own, merged into `found`; both in order.
 *
 * `He has two terms: "A."` is said by the subject of its clause. A quoted sentence by itself is said by whoever spoke in
 * the sentence before it, within one paragraph: `The minister said in a speech that A. "B."`
 */
export function withLooseQuotations(
  text: string,
  found: readonly Found[],
  quoted: readonly Quotation[],
  sentences: readonly Sentence[],
  agency: Agency,
): Found[] {
  const covered = covers(found)
  const clauses = found.map(({ clause }) => clause)
  const loose: Found[] = []
  for (const quotation of quoted) {
    const at = firstFrom(sentences, quotation.start + 1) - 1
    const sentence = sentences[at]
    if (!sentence || sentence.start > quotation.start || quotation.open) continue
    const next = covered[firstFrom(covered, quotation.start)]
    if (spanAt(covered, quotation.start) || (next && next.start < quotation.end)) continue
    const before = lastBefore(found, clauses, loose.at(-1), quotation.start)
    const each = afterColon(sentence, quotation, agency) ?? goingOn(text, before, quotation, sentences, at)
    if (each) loose.push(each)
  }
  return loose.length === 0 ? [...found] : [...found, ...loose].sort(byPlace)
}

/** The stretches of text that attributions cover, in order, none touching another. */
function covers(found: readonly Found[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const { clause } of [...found].sort(byPlace)) {
    const last = merged.at(-1)
    if (last && clause.start <= last.end) last.end = Math.max(last.end, clause.end)
    else merged.push({ start: clause.start, end: clause.end })
  }
  return merged
}

/** How many attributions are looked at: one that spans others is never far before them. */
const reach = 12

/** The last statement that ends before the place; `loose` is the last quotation that was given a speaker. */
function lastBefore(
  found: readonly Found[],
  clauses: readonly Span[],
  loose: Found | undefined,
  place: number,
): Found | undefined {
  const until = firstFrom(clauses, place)
  const last = found
    .slice(Math.max(0, until - reach), until)
    .findLast(({ clause, layer }) => clause.end <= place && layer === 'statement')
  return loose && loose.clause.start > (last?.clause.start ?? -1) ? loose : last
}

function byPlace(a: Found, b: Found): number {
  return a.clause.start - b.clause.start || a.clause.end - b.clause.end
}

/** `His colleague has one term: "A."` */
function afterColon(sentence: Sentence, quotation: Quotation, agency: Agency): Found | null {
  const { words } = sentence
  const colon = words.findLastIndex(({ text, end }) => text === ':' && end <= quotation.start)
  const mark = words[colon]
  if (!mark) return null
  const isWhole = (words[colon + 1]?.start ?? 0) >= quotation.start
  const main = predicates({ ...sentence, words: words.slice(0, colon) }, () => false).find(
    ({ subject, relative, form }) => subject !== null && !relative && form === 'finite',
  )
  if (!main?.subject || !agency.isActor(sentence, main.subject)) return null
  if (isWhole) return said(spanOf(sentence, main.subject), mark, quotation, false)
  // "The envoy was blunt: the plan was "dead"."
  const first = words[colon + 1]
  if (!first || main.kind !== 'none') return null
  const all = { start: first.start, end: Math.max(quotation.end, words.at(-1)?.end ?? 0) }
  return { ...said(spanOf(sentence, main.subject), mark, { ...quotation, ...all }, false), direct: false }
}

/** `..., he said in a speech. "A."` */
function goingOn(
  text: string,
  last: Found | undefined,
  quotation: Quotation,
  sentences: readonly Sentence[],
  at: number,
): Found | null {
  const isWhole =
    sentences[at]?.start === quotation.start &&
    /[.!?…]$/.test(text.slice(quotation.inner.start, quotation.inner.end)) &&
    spanAt(sentences, quotation.end)?.start !== sentences[at]?.start
  const before = sentences[at - 1]
  if (!isWhole || !before) return null
  if (/\n/.test(text.slice(before.end, quotation.start)) && !isOwnParagraph(text, quotation)) return null
  const [source] = last?.source ?? []
  const [cue] = last?.cue ?? []
  if (!last || !source || !cue || last.nominal || last.clause.end <= before.start) return null
  return said(source, cue, quotation, true)
}

/** Fewest words of a quotation that goes on with the paragraph before it. */
const shortestSpeech = 4

/** A quotation that fills its line, as live reports and popular papers print what goes on. */
function isOwnParagraph(text: string, { start, end }: Quotation): boolean {
  const from = text.lastIndexOf('\n', start) + 1
  const next = text.indexOf('\n', end)
  const around = text.slice(from, start) + text.slice(end, next < 0 ? text.length : next)
  return around.trim() === '' && text.slice(start, end).split(/\s+/).length >= shortestSpeech
}

function said(source: Span, cue: Span, quotation: Quotation, shared: boolean): Found {
  const content = { start: quotation.start, end: quotation.end }
  return {
    source: [{ start: source.start, end: source.end }],
    cue: [{ start: cue.start, end: cue.end }],
    content: [content],
    direct: true,
    confidence: 0.6,
    layer: 'statement',
    hearsay: false,
    shared,
    clause: shared ? content : (hull([source, content]) ?? content),
    principal: null,
    nominal: false,
  }
}
