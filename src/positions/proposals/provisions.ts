import type { Span } from '../../language/span.js'
import type { PlanGroup } from './groups.js'
import { lexicon, provision } from './lexicon.js'
import type { Mention } from './mentions.js'
import type { Line, Reader, Word } from './reader.js'

/** What a report says of a point against the version before. */
export type Stated = 'added' | 'dropped' | 'changed' | 'same'

export interface Provision {
  readonly span: Span
  readonly stated: Stated | null
  readonly number: string | null
}

/**
 * What a report says that the proposal provides, in the clauses around one mention of it: "the plan calls for ...",
 * "under the plan, ... would ...", "a text that would ...", and the sentences that go on with "It also ...".
 *
 * A clause that tells how the proposal was taken ("the plan would fail") is none. Linear in the sentence.
 */
export function provisionsAt(mention: Mention, reader: Reader, group: PlanGroup): Provision[] {
  const at = reader.lines.findIndex(({ end }) => end > mention.place.start)
  const line = reader.lines[at]
  if (!line) return []
  const from = line.words.findIndex(({ end }) => end > mention.place.start)
  const until = line.words.findLastIndex(({ start }) => start < mention.place.end) + 1
  const found = under(line, from, until) ?? predicated(line, until)
  const goesOn = found.length > 0 || from <= 4 ? continued(reader, at + 1, group) : []
  return [...found, ...goesOn].flatMap(run => asProvision(run, reader))
}

/** A run of words of a sentence: `until` exclusive. */
interface Run {
  readonly line: Line
  readonly from: number
  readonly until: number
  readonly stated: Stated | null
}

function asProvision({ line, from, until, stated }: Run, { text }: Reader): Provision[] {
  let last = until - 1
  while (last > from && /^[\s,.;:!?—–"“”'‘’]+$/.test(line.words[last]!.text)) last--
  const first = line.words[from]
  if (!first || last - from < 1) return []
  const span = { start: first.start, end: line.words[last]!.end }
  const isChanged =
    stated === null && /\bfrom [\p{L}\p{N}-]+(?: \p{L}+)? to [\p{N}]/u.test(text.slice(span.start, span.end))
  return [{ span, stated: isChanged ? 'changed' : stated, number: null }]
}

const modals = new Set(['would', 'will', 'must', 'shall', 'should'])

/** "Under the plan, seen by the Wire, A would leave and B would open"; "A would guard the ports, under the plan". */
function under(line: Line, from: number, until: number): Run[] | null {
  const { words } = line
  const article = /^(?:the|its|his|her|their|this|that)$/.test(words[from - 1]?.lower ?? '') ? 1 : 0
  const at = from - article - 1
  const before = words[at]?.lower
  const isUnder = before === 'under' || (before === 'to' && words[at - 1]?.lower === 'according')
  if (!isUnder) return null
  const behind = words.slice(until).some(({ text }) => /[\p{L}\p{N}]/u.test(text))
  // "..., under which": the clause before says nothing of the proposal.
  if (!behind) return withModal(line, 0, before === 'under' ? at : at - 1)
  return withModal(line, clauseAfter(words, until), words.length)
}

/** The first segment between commas that has a verb of what shall be; the asides before it are skipped. */
function clauseAfter(words: readonly Word[], from: number): number {
  let start = words[from]?.text === ',' ? from + 1 : from
  for (let at = start; at < words.length; at++) {
    if (modals.has(words[at]!.lower)) return start
    if (words[at]!.text === ',') start = at + 1
  }
  return start
}

/** Clauses with a modal verb, parted at "and" or "while" where both sides have one. */
function withModal(line: Line, from: number, to: number): Run[] {
  const { words } = line
  const until = endOf(words, from, to)
  const starts = [from]
  for (let at = from + 1; at < until; at++) {
    if (!/^(?:and|while|whereas)$/.test(words[at]!.lower)) continue
    const isOwn = modals.has(
      words.slice(at + 1, until).find(({ lower }) => modals.has(lower) || /^[;:]$/.test(lower))?.lower ?? '',
    )
    if (isOwn && words.slice(starts.at(-1), at).some(({ lower }) => modals.has(lower))) starts.push(at + 1)
  }
  return starts.flatMap((start, n) => {
    const end = n + 1 < starts.length ? starts[n + 1]! - 1 : until
    return words.slice(start, end).some(({ lower }) => modals.has(lower))
      ? [{ line, from: start, until: end, stated: null }]
      : []
  })
}

/** "The plan calls for A, keeps B and proposes that C"; "a text that would extend D"; "a plan under which E would leave". */
function predicated(line: Line, until: number): Run[] {
  const { words } = line
  let at = until
  if (words[at]?.text === ',' && !/^(?:which|under|that)$/.test(words[at + 1]?.lower ?? '')) at = overAside(words, at)
  else if (words[at]?.text === ',') at++
  if (words[at]?.lower === 'under' && words[at + 1]?.lower === 'which') return withModal(line, at + 2, words.length)
  if (/^(?:which|that)$/.test(words[at]?.lower ?? '')) at++
  return verbsFrom(line, at)
}

/** Behind ", handed to the mediators on Monday,": the word after the second comma. */
function overAside(words: readonly Word[], comma: number): number {
  for (let at = comma + 1; at < Math.min(words.length, comma + 16); at++) if (words[at]!.text === ',') return at + 1
  return comma
}

/** The clauses of one verb that provides, and of those coordinated with it. */
function verbsFrom(line: Line, from: number): Run[] {
  const { words } = line
  let at = from
  let isFuture = false
  while (
    /^(?:also|would|will|does|has|further|now|in|turn|instead|furthermore|still)$/.test(words[at]?.lower ?? '') &&
    at < from + 4
  ) {
    isFuture ||= modals.has(words[at]!.lower)
    at++
  }
  const word = words[at]?.lower ?? ''
  const verb = provision(word)
  const isOther = isFuture && /^[a-z]{3,}$/.test(word) && !reception.test(word)
  if (
    (verb === null && !isOther) ||
    (verb !== null && needsObject.has(verb) && !isFuture && !isProvided(words, at, verb))
  )
    return []
  if (verb !== null && reception.test(word)) return []
  const until = endOf(words, at, words.length)
  const starts = [at]
  if (verb !== null) {
    const form = ending(word)
    for (let i = at + 2; i < until; i++) {
      const before = words[i - 1]!.lower
      const isJoined = before === ',' || before === 'and' || before === 'also'
      if (isJoined && provision(words[i]!.lower) !== null && ending(words[i]!.lower) === form && form !== '')
        starts.push(i)
    }
  }
  return starts.map((start, n) => {
    let end = n + 1 < starts.length ? starts[n + 1]! : until
    while (end > start && /^(?:and|,|also)$/.test(words[end - 1]!.lower)) end--
    return { line, from: start, until: end, stated: statedBy(words[start]!.lower) }
  })
}

/** Verbs that tell what a text says only with the right words behind them: "says that", not "says the minister". */
const needsObject = new Set(['see', 'say', 'state', 'give', 'rule', 'ask', 'insist', 'set', 'leave', 'call'])

function isProvided(words: readonly Word[], at: number, verb: string): boolean {
  const next = words[at + 1]?.lower ?? ''
  if (verb === 'call' || verb === 'ask') return next === 'for' || next === 'on' || next === 'that'
  if (verb === 'say' || verb === 'state' || verb === 'insist') return next === 'that' || next === 'nothing'
  if (verb === 'rule' || verb === 'set') return next === 'out' || next === 'that' || verb === 'set'
  return verb !== 'see'
}

/** How a proposal fares, not what it says: "would fail", "would need approval". */
const reception =
  /^(?:be|have|fail|collapse|mean|need|take|make|amount|come|go|work|help|lead|risk|reward|hold|pass|face|never|not|remain|seem|become|require[sd]?n't|prove|appear|cost|hand)$/

function statedBy(word: string): Stated | null {
  // "would extend": what it would do, not how it differs.
  if (ending(word) === '') return null
  const verb = provision(word) ?? ''
  for (const stated of ['added', 'dropped', 'changed', 'same'] as const)
    if (lexicon.changing[stated].includes(verb)) return stated
  return null
}

function ending(word: string): string {
  if (lexicon.irregular[word]) return 'ed'
  if (/^(?:cut|set)$/.test(word)) return ''
  return /ing$/.test(word) ? 'ing' : /ed$/.test(word) ? 'ed' : /s$/.test(word) ? 's' : ''
}

/** Sentences that go on about it: "It also stipulated ...", "A new point calls for ...". At most this many. */
const mostContinued = 3

function continued(reader: Reader, from: number, group: PlanGroup): Run[] {
  const found: Run[] = []
  for (const line of reader.lines.slice(from, from + mostContinued)) {
    const { words } = line
    // Another mention speaks for itself.
    if (
      group.mentions.some(
        ({ place }) => place.report === reader.report && line.start <= place.start && place.start < line.end,
      )
    )
      break
    const added =
      /^(?:an?|one|another|the)$/.test(words[0]?.lower ?? '') &&
      /^(?:new|further|additional)$/.test(words[1]?.lower ?? '')
    const isPart = added && /^(?:points?|clauses?|provisions?|articles?|section|paragraph)$/.test(words[2]?.lower ?? '')
    const runs = isPart
      ? verbsFrom(line, 3).map(run => ({ ...run, stated: 'added' as const }))
      : words[0]?.lower === 'it'
        ? verbsFrom(line, 1)
        : []
    if (runs.length === 0) break
    found.push(...runs)
  }
  return found
}

/** Where the clause ends: before who says so, an adversative, a quotation that closes, or the end of the sentence. */
function endOf(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const { text, lower } = words[at]!
    if (/^[;!?]$/.test(text)) return at
    if (text !== ',') continue
    const next = words[at + 1]?.lower ?? ''
    if (/^(?:according|but|though|although|officials|sources|diplomats)$/.test(next)) return at
    if (
      words.slice(at + 1, at + 9).some(word => /^(?:said|says|told|added|explained|reported|wrote)$/.test(word.lower))
    )
      return at
    if (lower === 'as' || next === 'as') return at
  }
  return to
}
