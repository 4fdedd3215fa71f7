import type { Word } from '../../language/words.js'
import data from './words.json' with { type: 'json' }

/** Places in a list of words, `until` exclusive. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

const modifying = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'SYM'])
const nominal = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'DET', 'PRON', 'SYM'])
const light = new Set(data.light)
const demonstratives = new Set(data.demonstratives)
const occasions = new Set(data.occasions)
const times = new Set(data.times)
const events = new Set(data.events)
const scope = new Set(data.scope)
const heads = new Set(data.heads)
const modal = /^(?:must|should|shall|will|would|may|might|can|cannot|could|need)$/

/**
 * The phrase that a noun or verb stands in: its modifiers, what hangs on it by a preposition, and the verb that governs it.
 *
 * "dismissed the idea of [deploying peacekeeping troops to Ordania]"; of a verb, its clause: "that [Ordania will not join
 * the league]". A mark, a conjunction, a time, an occasion or another finite verb ends it.
 *
 * @param isBarred words that say what is done with it, not what it is
 */
export function phraseAround(
  words: readonly Word[],
  mention: Stretch,
  isBarred: (word: Word) => boolean = () => false,
): Stretch {
  const isVerbal = words.slice(mention.from, mention.until).some(({ pos }) => pos === 'VERB')
  const until = scopeEnd(words, rightOf(words, mention.until))
  const from = isVerbal ? clauseStart(words, mention.from, isBarred) : leftOf(words, mention.from, isBarred)
  return trimmed(words, { from, until }, mention)
}

/** Left over modifiers, over "deployment of" or "posts on", and over the verb that governs the noun. */
function leftOf(words: readonly Word[], start: number, isBarred: (word: Word) => boolean): number {
  const least = Math.max(0, start - data.longest)
  let at = start
  while (at > least && modifies(words, at - 1) && !isBarred(words[at - 1]!)) at--
  const open = withoutDeterminer(words, at)
  const before = words[open - 1]
  if (before && heads.has(before.lemma)) {
    const head = words[open - 2]
    const isNoun =
      head?.pos === 'NOUN' &&
      !light.has(head.lemma) &&
      !events.has(head.lemma) &&
      !times.has(head.lemma) &&
      !isBarred(head)
    return isNoun && open - 2 >= least ? leftOf(words, open - 2, isBarred) : at
  }
  const governs = before?.pos === 'VERB' && !light.has(before.lemma) && !isBarred(before) && isGoverned(words, open - 1)
  return governs ? open - 1 : at
}

/** An adjective, a noun, a hyphen; "legally" in "legally binding", "guaranteed" in "a guaranteed minimum flow". */
function modifies(words: readonly Word[], at: number): boolean {
  const { pos, text } = words[at]!
  if (modifying.has(pos) || isHyphen(words[at]!)) return true
  if (pos === 'ADV' && /ly$/i.test(text)) return words[at + 1]?.pos === 'ADJ'
  return pos === 'VERB' && /ed$/i.test(text) && /^(?:DET|ADJ|ADP|NUM)$/.test(words[at - 1]?.pos ?? '')
}

/** "to deploy", "deploying", "will send": a verb of what is wanted, not the verb by which it is wanted. */
function isGoverned(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return /ing$/i.test(words[at]!.text) || before?.lemma === 'to' || before?.pos === 'AUX'
}

function withoutDeterminer(words: readonly Word[], at: number): number {
  let start = at
  while (start > 0 && /^(?:DET|PRON|ADV)$/.test(words[start - 1]!.pos) && !demonstratives.has(words[start - 1]!.lemma))
    start--
  return start
}

/** The start of the clause: behind a mark, a conjunction or "that". */
function clauseStart(words: readonly Word[], start: number, isBarred: (word: Word) => boolean): number {
  // "into accepting terms": what is accepted, not who is brought to it.
  if (/ing$/i.test(words[start]?.text ?? '') && words[start - 1]?.pos === 'ADP') return start
  const least = Math.max(0, start - data.longest)
  let at = start
  while (at > least) {
    const word = words[at - 1]!
    if ((word.pos === 'PUNCT' && !isHyphen(word)) || /^(?:SCONJ|CCONJ|VERB)$/.test(word.pos) || isBarred(word)) break
    if (/^(?:that|which|who|whether|to)$/.test(word.lemma) || occasions.has(word.lemma)) break
    at--
  }
  return at
}

/** Right over the rest of the noun group and what follows by prepositions; "that" opens a clause that belongs to it. */
function rightOf(words: readonly Word[], end: number): number {
  const most = Math.min(words.length, end + data.longest)
  let at = end
  while (at < most && /^(?:NOUN|PROPN|NUM)$/.test(words[at]!.pos)) at++
  while (at < most) {
    const { pos, lemma } = words[at]!
    if (lemma === 'that' && at === end) return clauseEnd(words, at + 1, most)
    if (occasions.has(lemma)) break
    if (pos === 'ADP') {
      const next = groupEnd(words, at + 1, most, lemma === 'between')
      const group = words.slice(at + 1, next)
      if (group.length === 0 || isTime(group) || (/^(?:in|at|during)$/.test(lemma) && isEvent(group))) break
      at = next
    } else if (isJoint(words, at) && nominal.has(words[at + 1]?.pos ?? '')) {
      at++
    } else if (nominal.has(pos) || isHyphen(words[at]!)) {
      at++
    } else break
  }
  return at
}

/** "must also include Velmara", "cannot be limited to the coast": what the thing is to reach is part of what is wanted. */
function scopeEnd(words: readonly Word[], end: number): number {
  if (!modal.test(words[end]?.lemma ?? '')) return end
  const verb = words.slice(end, end + 6).findIndex(({ lemma }) => scope.has(lemma))
  const between = words.slice(end + 1, end + Math.max(0, verb))
  if (verb < 0 || !between.every(({ pos }) => /^(?:AUX|ADV|PART)$/.test(pos))) return end
  let at = end + verb + 1
  while (/^(?:ADV|ADP|PART)$/.test(words[at]?.pos ?? '')) at++
  const object = groupEnd(words, at, Math.min(words.length, at + data.longest), false)
  return object > at ? rightOf(words, object) : end
}

/** The end of the noun group that begins at `start`. */
function groupEnd(words: readonly Word[], start: number, most: number, isPair: boolean): number {
  let at = start
  while (at < most) {
    const { pos, lemma } = words[at]!
    if (occasions.has(lemma)) break
    const joins = isJoint(words, at) || (isPair && lemma === 'and' && nominal.has(words[at + 1]?.pos ?? ''))
    if (!nominal.has(pos) && !joins) break
    at++
  }
  return at
}

/** "on Tuesday", "in the first week of April": when, not what. */
function isTime(group: readonly Word[]): boolean {
  return group.some(({ lemma }) => times.has(lemma))
}

/** "in urgent talks": on which occasion, not what. */
function isEvent(group: readonly Word[]): boolean {
  const last = group.at(-1)
  return last !== undefined && (events.has(last.lemma) || events.has(last.text.toLowerCase().replace(/s$/, '')))
}

function clauseEnd(words: readonly Word[], start: number, most: number): number {
  let at = start
  while (at < most && (words[at]!.pos !== 'PUNCT' || isHyphen(words[at]!)) && words[at]!.pos !== 'SCONJ') at++
  return at
}

/** A hyphen or a possessive within a noun group, "and" between two nouns or two names. */
function isJoint(words: readonly Word[], at: number): boolean {
  const word = words[at]!
  if (isHyphen(word) || /^['’]s?$/.test(word.text)) return true
  if (word.lemma !== 'and') return false
  if (words[at - 1]?.pos === 'PROPN' && words[at + 1]?.pos === 'PROPN') return true
  const isNoun = (index: number) => /^(?:NOUN|PROPN)$/.test(words[index]?.pos ?? '')
  const isOwn = /^(?:its|their|our)$/.test(words[at + 1]?.lemma ?? '') && isNoun(at + 2)
  return isNoun(at - 1) && (isNoun(at + 1) || isOwn) && !hasVerbBehind(words, at + 1)
}

/** "... and the minister said": the second noun opens another clause. */
function hasVerbBehind(words: readonly Word[], at: number): boolean {
  return words.slice(at, at + 4).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

function isHyphen({ text }: Word): boolean {
  return text === '-' || text === '–'
}

/** Without what stands loose at its edges; never less than the mention. */
function trimmed(words: readonly Word[], { from, until }: Stretch, mention: Stretch): Stretch {
  let start = from
  let end = until
  const isLoose = ({ pos, lemma }: Word) =>
    /^(?:PUNCT|SCONJ|CCONJ|ADV|PART|ADP)$/.test(pos) ||
    (/^(?:DET|PRON)$/.test(pos) && !/^(?:no|all|every)$/.test(lemma))
  const isLight = (at: number) => light.has(words[at]!.lemma) && words[at + 1]?.lemma === 'of'
  while (start < mention.from && (isLoose(words[start]!) || isLight(start))) start++
  while (end > mention.until && (isLoose(words[end - 1]!) || words[end - 1]!.pos === 'AUX')) end--
  return { from: start, until: end }
}
