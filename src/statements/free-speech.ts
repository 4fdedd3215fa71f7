import { firstFrom, spanAt } from '../language/in-order.js'
import { isWithin, type Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Found } from './attributions.js'
import { isCue } from './lexicon.js'

/**
 * What goes on as somebody's words without saying so: `The envoy said they had a deal. Talks would start in May.`
 *
 * Taken for the speaker of the sentence before, within one paragraph, is a sentence that has no attribution of its own
 * and whose verb is "would"; after a sentence that tells of points or terms, also one that lists what must or should be.
 * The narrator's own outlook ("That would be a first") is left out. Both in order; what is added is `shared`.
 */
export function withFreeSpeech(
  text: string,
  found: readonly Found[],
  quoted: readonly Span[],
  sentences: readonly Sentence[],
): Found[] {
  const clauses = found.map(({ clause }) => clause)
  const added: Found[] = []
  let carried: Found | null = null
  for (const [n, sentence] of sentences.entries()) {
    const before = sentences[n - 1]
    const isNew = !before || /\n/.test(text.slice(before.end, sentence.start))
    const own = found.slice(firstFrom(clauses, sentence.start), firstFrom(clauses, sentence.end))
    const reaches = found[firstFrom(clauses, sentence.start) - 1]
    if (isNew) carried = null
    const isFree =
      carried && own.length === 0 && (reaches?.clause.end ?? 0) <= sentence.start && !spanAt(quoted, sentence.start)
    const lists = isFree && before && tellsTerms(before) && parts(sentence).length > 1
    const each =
      isFree && carried && (lists ? listed(sentence, carried) : isWould(sentence) ? [going(sentence, carried)] : [])
    if (each && each.length > 0) added.push(...each)
    else if (own.length > 0) carried = speaks(own, sentence) ?? null
    else carried = null
  }
  return added.length === 0 ? [...found] : [...found, ...added].sort((a, b) => a.clause.start - b.clause.start)
}

/** The attribution that says a whole sentence, by a verb of speech of its own. */
function speaks(own: readonly Found[], sentence: Sentence): Found | undefined {
  return own.findLast(
    ({ nominal, layer, cue, source }) =>
      !nominal &&
      layer === 'statement' &&
      source.length > 0 &&
      cue.some(span => sentence.words.some(word => isWithin(word, span) && isCue('say', word.lemma))),
  )
}

/** "Talks would start in May": the one finite verb before any subordinate clause. */
function isWould({ words }: Sentence): boolean {
  if (words.at(-1)?.text === '?' || words.some(({ text }) => text === '!')) return false
  const opener = words.find(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ')
  if (/^(?:that|this|it|which|what|there|such|how|who|why|so|perhaps|i|we|you)$/i.test(opener?.text ?? '')) return false
  const main = words.findIndex(({ pos, text }) => pos === 'AUX' || pos === 'VERB' || text === ',')
  const verb = words[main]
  return /^would$/i.test(verb?.text ?? '') && words[main + 1] !== undefined
}

/** "His four points", "the terms": what a list follows. */
function tellsTerms({ words }: Sentence): boolean {
  return words.some(({ lemma }) => /^(?:point|term|condition|demand|requirement|principle)$/.test(lemma))
}

const deontic = /^(?:must|has|have|should|shall|cannot|would|will)$/i

/** The parts of a list that semicolons part, each with a verb of what must be. */
function parts({ words }: Sentence): (readonly Word[])[] {
  const found: Word[][] = [[]]
  for (const word of words)
    if (word.text === ';') found.push([])
    else found.at(-1)?.push(word)
  return found.every(part => part.some(({ text, pos }) => pos === 'AUX' || deontic.test(text))) ? found : []
}

function listed(sentence: Sentence, carried: Found): Found[] {
  return parts(sentence).flatMap(part => {
    const [first, last] = [part[0], part.at(-1)]
    return first && last ? goesOn(carried, { start: first.start, end: last.end }) : []
  })
}

function going({ words, start, end }: Sentence, carried: Found): Found {
  return goesOn(carried, { start: words[0]?.start ?? start, end: words.at(-1)?.end ?? end })
}

function goesOn({ source, cue }: Found, content: Span): Found {
  return {
    source,
    cue,
    content: [content],
    direct: false,
    confidence: 0.6,
    layer: 'statement',
    hearsay: false,
    shared: true,
    clause: content,
    principal: null,
    nominal: false,
  }
}
