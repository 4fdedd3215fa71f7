import type { Span } from '../language/span.js'
import type { Sentence, Word } from '../language/words.js'
import type { Condition } from './act.js'
import data from './connectives.json' with { type: 'json' }

interface Connective {
  /** Lower-case words as they stand in the text. */
  readonly words: readonly string[]
  /** Null: these words look like a condition and are none ("even if"). */
  readonly kind: Condition['kind'] | null
  readonly takes: string
  readonly needs: string | null
  readonly notAfter: ReadonlySet<string>
  readonly notBefore: string
  readonly opens: boolean
}

const connectives: readonly Connective[] = data.connectives.map(entry => ({
  words: entry.words.split(' '),
  kind: entry.kind as Condition['kind'] | null,
  takes: entry.takes,
  needs: entry.needs ?? null,
  notAfter: new Set(entry.notAfter ?? []),
  notBefore: entry.notBefore ?? '',
  opens: entry.opens ?? false,
}))
const byFirstWord = new Map<string, Connective[]>()
for (const connective of connectives) {
  const first = connective.words[0] ?? ''
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), connective])
}

const withheld = new Set(data.withheld)
const ahead = new Set(data.ahead)
const refusal = new Set(data.refusal)
const settlement = new Set(data.settlement)
const role = new Set(data.role)
const ready = new Set(data.ready)
const due = new Set([...data.withheld, ...data.due])
const mustInclude = new Set(data.mustInclude)
const mustBe = new Set(data.mustBe)
const deontic = new Set(['must', 'need', 'have'])

/**
 * What the sentence makes something depend on: "only if ...", "until ...", "in exchange for ...", "or face ...".
 *
 * In order of place; spans include the connective, are offsets into the text the sentence was read from, and do not
 * overlap. A mere time ("until June"), an indirect question ("asked if") and "even if" are no conditions.
 * Linear in the words of the sentence.
 */
export function conditions(sentence: Sentence, text: string): Condition[] {
  const { words } = sentence
  const found: Condition[] = []
  let next = 0
  for (let at = 0; at < words.length; at++) {
    if (at < next) continue
    const opened = inverted(words, at) ?? openedBy(words, at) ?? requirement(words, at)
    if (!opened) continue
    next = Math.max(opened.until, at + 1)
    if (opened.kind === null) continue
    const first = words[opened.from]
    const last = words[opened.until - 1]
    if (!first || !last) continue
    const span: Span = { start: first.start, end: last.end }
    found.push({ ...span, text: text.slice(span.start, span.end), kind: opened.kind, connective: opened.name })
  }
  return found
}

/**
 * The condition that a warning's subject holds: "such a deployment would make them targets" speaks of what happens if.
 *
 * Null where the subject is no imagined thing.
 */
export function hypotheticalSubject(words: readonly Word[], text: string): Condition | null {
  const modal = words.findIndex(word => word.lemma === 'would' || word.lemma === 'will')
  const from = words.findLastIndex((word, i) => i < modal && (word.lemma === 'such' || word.lemma === 'any'))
  const first = words[from]
  const last = words[modal - 1]
  if (modal < 0 || !first || !last || modal - from > 8 || words.slice(from, modal).some(isVerb)) return null
  const span: Span = { start: first.start, end: last.end }
  return { ...span, text: text.slice(span.start, span.end), kind: 'if', connective: first.lemma }
}

interface Opened {
  readonly kind: Condition['kind'] | null
  readonly name: string
  /** Indices of words: `until` is exclusive. */
  readonly from: number
  readonly until: number
}

/** A connective of the list, at the word `at`, that opens a condition here; the longest one decides. */
function openedBy(words: readonly Word[], at: number): Opened | undefined {
  const candidates = byFirstWord.get(words[at]?.text.toLowerCase() ?? '')
  if (!candidates) return undefined
  for (const connective of candidates) {
    const { length } = connective.words
    if (!connective.words.every((word, i) => words[at + i]?.text.toLowerCase() === word)) continue
    const from = connective.words[0] === ',' ? at + 1 : at
    const name = connective.words.filter(word => word !== ',').join(' ')
    if (connective.kind === null) return { kind: null, name, from, until: at + length }
    const before = words[at - 1]
    if (before && connective.notAfter.has(before.lemma)) return { kind: null, name, from, until: at + length }
    const subject = before && ['NOUN', 'PROPN', 'PRON'].includes(before.pos)
    if (connective.opens && subject && words[at + length]?.pos === 'VERB') return undefined
    if (connective.notBefore && textFrom(words, at + length, 2).startsWith(connective.notBefore)) continue
    const until = endFor(connective, words, at)
    if (until === undefined || (until <= at + length && connective.takes !== 'word')) continue
    const inside = words.slice(at + length, until)
    if (connective.takes === 'clause' && !inside.some(isVerb) && !inside.some(isVerbTakenForNoun)) continue
    if (!meets(connective, words, at, until)) continue
    return { kind: connective.kind, name, from, until }
  }
  return undefined
}

/** The index after the condition's last word; undefined where the words open none. */
function endFor({ takes, words: own }: Connective, words: readonly Word[], at: number): number | undefined {
  const from = at + own.length
  if (takes === 'word') {
    const isLast = /^[.,;!”"]$/.test(words[from]?.text ?? '.')
    return isLast && words.slice(0, at).some(isVerb) ? from : undefined
  }
  if (takes === 'subject') {
    const modal = words.findIndex(
      (word, i) => i > from && (word.pos === 'AUX' || word.lemma === 'will') && modals.has(word.lemma),
    )
    const isNear = modal > from && modal - from <= longestSubject
    return isNear && !words.slice(from, modal).some(word => word.text === ',') ? modal : undefined
  }
  return endOf(words, at, from, takes === 'phrase')
}

const modals = new Set(['will', 'would', 'shall', 'should', 'must', 'can', 'could'])
/** Words of a clause that is a subject: "anyone who sends soldiers across the river". */
const longestSubject = 12

/** "before Ostavia releases hundreds", "while the fighting rages": the library takes some verbs in -s for nouns. */
function isVerbTakenForNoun(word: Word, i: number, inside: readonly Word[]): boolean {
  if (word.pos !== 'NOUN' || !/[a-z]s$/.test(word.text)) return false
  const before = inside[i - 1]
  const after = inside[i + 1]
  if (before?.pos === 'PROPN') return after !== undefined && ['DET', 'NUM', 'NOUN', 'ADJ', 'PRON'].includes(after.pos)
  return before?.text.endsWith('ing') === true && inside[i - 2]?.pos === 'DET' && after === undefined
}

function meets({ needs, words: own }: Connective, words: readonly Word[], at: number, until: number): boolean {
  if (needs === null) return true
  const inside = words.slice(at + own.length, until)
  const clauseStart = lastIndexBefore(words, at, word => word.text === ';' || word.text === ':')
  const isFirst = words.slice(clauseStart, at).every(word => word.pos === 'PUNCT' || word.pos === 'CCONJ')
  if (needs === 'first' || (needs === 'ahead-unless-first' && isFirst)) return isFirst
  if (needs === 'settlement') return inside.slice(0, 7).some(word => settlement.has(word.lemma))
  if (needs === 'role') return inside.slice(0, 5).some(word => role.has(word.lemma))
  // The clause that depends: what stands before, or, where the condition opens the sentence, what follows it.
  const before = words.slice(clauseStart, at)
  const dependent = before.some(isVerb) ? before : words.slice(until)
  if (needs === 'refusal') {
    // "will not come while they are held"; not "will not come, while noting that ...".
    const follows = inside[0]
    return follows?.pos !== 'VERB' && before.some(word => refusal.has(word.lemma)) && before.at(-1)?.text !== ','
  }
  const signs = signsOf(needs, inside)
  return dependent.some(word => signs.has(word.lemma) && !(word.lemma === 'have' && !isHaveTo(words, word)))
}

function signsOf(needs: string, inside: readonly Word[]): ReadonlySet<string> {
  if (needs === 'ready') return ready
  // "wants peace before flying home" tells when; "wants peace before anybody flies home" tells on what.
  if (needs === 'due' && inside[0]?.text.endsWith('ing') !== true) return due
  return needs === 'ahead' || needs === 'ahead-unless-first' ? ahead : withheld
}

/** "should a ceasefire be reached": a condition by word order. */
function inverted(words: readonly Word[], at: number): Opened | undefined {
  if (words[at]?.text.toLowerCase() !== 'should' || words.at(-1)?.text === '?') return undefined
  const next = words[at + 1]
  if (!next || !['DET', 'NOUN', 'PROPN', 'ADJ', 'PRON'].includes(next.pos)) return undefined
  const before = words[at - 1]
  if (before && (before.pos === 'PRON' || before.lemma === 'that' || before.lemma === 'who')) return undefined
  const verb = words.findIndex((word, i) => i > at + 1 && i < at + 9 && (word.pos === 'VERB' || word.lemma === 'be'))
  if (verb < 0) return undefined
  return { kind: 'if', name: 'should', from: at, until: endOf(words, at, verb + 1, false) }
}

/** "must include Russia", "have to be preceded by ...": a term without which the rest does not stand. */
function requirement(words: readonly Word[], at: number): Opened | undefined {
  const modal = words[at]
  if (!modal || !deontic.has(modal.lemma)) return undefined
  if (modal.lemma === 'have' && !isHaveTo(words, modal)) return undefined
  // A person or a state that must do something is asked to act; a thing that must include something has a condition.
  const subject = words[at - 1]
  if (!subject || subject.pos === 'PRON' || subject.pos === 'PROPN') return undefined
  let i = at + 1
  while (i < words.length && (words[i]?.pos === 'ADV' || words[i]?.pos === 'PART')) i++
  const verb = words[i]
  if (!verb) return undefined
  const passive = verb.lemma === 'be' && words.slice(i + 1, i + 5).some(word => mustBe.has(word.lemma))
  if (!passive && !mustInclude.has(verb.lemma)) return undefined
  return { kind: 'must-include', name: modal.text.toLowerCase(), from: at, until: endOf(words, at, i + 1, true) }
}

/**
 * Where the condition that opens at `at` ends (index after its last word): at the end of the sentence, a semicolon or
 * dash, the closing of a quotation opened before it, or the comma that ends its clause.
 */
function endOf(words: readonly Word[], at: number, from: number, isPhrase: boolean): number {
  const opensSentence = !words.slice(0, at).some(isVerb) || isAfterThat(words, at)
  let verbSeen = false
  let depth = 0
  let end = from
  for (let i = from; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    if (/^[([]$/.test(word.text)) depth++
    else if (/^[)\]]$/.test(word.text)) {
      if (depth === 0) return end
      depth--
    } else if (/^[;:—–.?!]$/.test(word.text) || word.text === '--') return end
    else if (/^["”»]$/.test(word.text) || word.text === "''") {
      // A quotation that was opened inside the condition may close inside it.
      if (!words.slice(at, i).some(earlier => /^["“«]$/.test(earlier.text) || earlier.text === '``')) return end
    } else if (word.text === ',' && depth === 0) {
      // A verb that was taken for a noun ("if the talks founder, ...") must not make the condition run on.
      if (isPhrase || verbSeen || i - from >= 2) {
        if (opensSentence || !continuesAfterComma(words, i)) return end
      }
    } else if (opensSentence && !verbSeen && i - from >= 2 && startsClause(words, i)) return end
    else if (isVerb(word)) verbSeen = true
    if (!/^[,"“”«»]$/.test(word.text)) end = i + 1
  }
  return end
}

/** "Without a seat there will be no money": where no comma parts the condition from what depends on it. */
function startsClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return /^(?:there|we|they|he|she|nobody|nothing)$/i.test(words[at]?.text ?? '') && next?.pos === 'AUX'
}

/** Whether the clause goes on behind the comma: a list, or a second verb of the same subject. */
function continuesAfterComma(words: readonly Word[], comma: number): boolean {
  const next = words[comma + 1]
  if (!next) return false
  if (next.lemma === 'and' || next.lemma === 'or') {
    const after = words[comma + 2]
    return after !== undefined && (after.pos === 'VERB' || after.pos === 'AUX' || after.lemma === next.lemma)
  }
  // "..., a list, and more": a comma or an "and" soon after, with no verb between.
  for (let i = comma + 1; i < Math.min(words.length, comma + 6); i++) {
    const word = words[i]
    if (!word || isVerb(word)) return false
    if (word.lemma === 'and' && i > comma + 1) return true
  }
  return false
}

/** "said that if ...": the clause that depends follows. */
function isAfterThat(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return before !== undefined && (before.lemma === 'that' || /^[:“"]$/.test(before.text) || before.lemma === 'but')
}

function isHaveTo(words: readonly Word[], have: Word): boolean {
  return words[words.indexOf(have) + 1]?.lemma === 'to'
}

function isVerb(word: Word): boolean {
  return word.pos === 'VERB' || word.pos === 'AUX'
}

function lastIndexBefore(words: readonly Word[], at: number, is: (word: Word) => boolean): number {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i]
    if (word && is(word)) return i + 1
  }
  return 0
}

function textFrom(words: readonly Word[], from: number, count: number): string {
  return words
    .slice(from, from + count)
    .map(word => word.text.toLowerCase())
    .join(' ')
}
