import { overlap, type Span } from '../../language/span.js'
import { sentences, type Word } from '../../language/words.js'
import type { Report } from '../../reports/report.js'
import type { Act, ActKind, Condition, IssueId } from '../act.js'
import { isStance } from '../stance.js'
import { type Wording, type WordingReader, wordingIn } from './wording.js'
import data from './words.json' with { type: 'json' }

/** One act on one of its issues, with the words that say what exactly it is about. */
export interface Bearing {
  readonly act: Act
  readonly issue: IssueId
  /** Null where nothing is said beyond the issue itself. */
  readonly wording: Wording | null
  readonly kind: ActKind | null
  readonly awaited: boolean
}

/** What every act says of each of its issues, in the order of the acts and of their issues. O(words of the statements). */
export function bearings(acts: readonly Act[], reports: readonly Report[], reader: WordingReader): Bearing[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const found = acts.flatMap(act => {
    if (act.issues.length === 0) return []
    const text = texts.get(act.statement.report) ?? ''
    const own = sentences(text, act.statement)
    return act.issues.map(issue => bearing(act, issue, own, text, reader))
  })
  return takenUp(found, texts)
}

function bearing(
  act: Act,
  issue: IssueId,
  own: readonly { readonly words: readonly Word[] }[],
  text: string,
  reader: WordingReader,
): Bearing {
  const { source, cue } = act.statement
  const barred = [...source, ...cue, ...(act.cue ? [act.cue] : [])]
  const isBarred = (word: Word) => barred.some(span => overlap(span, word) > 0)
  const words = own.flatMap(sentence => sentence.words)
  const wording = wordingIn(words, text, issue, reader, isBarred) ?? null
  const told = { act, issue, wording, kind: act.act, awaited: false }
  if (!wording) return told
  if (act.condition && isWithin(wording.span, act.condition)) return { ...told, ...awaitedBy(act.act, act.condition) }
  if (isAside(words, wording.span)) return { ...told, kind: mentioned(act.act) }
  return isKept(act, wording, words, text) ? { ...told, kind: 'DEMAND' } : told
}

const giving: ReadonlySet<ActKind> = new Set(['PROPOSE', 'OFFER', 'ACCEPT', 'CONCEDE', 'SUPPORT'])
const binding: ReadonlySet<Condition['kind']> = new Set([
  'if',
  'only-if',
  'only-after',
  'in-exchange',
  'provided',
  'must-include',
])

/** Who gives only after B asks for B; what threatens "if B" asks for nothing. */
function awaitedBy(kind: ActKind | null, condition: Condition): Pick<Bearing, 'kind' | 'awaited'> {
  const isAsked = kind !== null && giving.has(kind) && binding.has(condition.kind)
  if (isAsked) return { kind: 'DEMAND', awaited: true }
  return { kind: condition.kind === 'must-include' ? kind : mentioned(kind), awaited: false }
}

/** A thing that is merely mentioned: no stance on it. */
function mentioned(kind: ActKind | null): ActKind | null {
  return kind !== null && isStance(kind) ? 'STATE' : kind
}

const had = new Set(data.had)
const notNegotiable =
  /^[^.;!?]{0,60}\b(?:non-?negotiable|not negotiable|not up for (?:discussion|negotiation|debate|sale)|untouchable)\b/i

/** "Our posts on the ridge are not negotiable": who refuses to talk of what he has insists on it. */
function isKept({ act, party, statement }: Act, { span, of }: Wording, words: readonly Word[], text: string): boolean {
  if (act !== 'REJECT' || !notNegotiable.test(text.slice(span.end, statement.end))) return false
  const isOwn = party !== null && of.has(party)
  return isOwn || words.some(word => overlap(span, word) > 0 && had.has(word.lemma))
}

const asides = new Set(data.asides)

/** Whether the words stand in a clause that says when or why: "will not come while [the envoys] are held". */
function isAside(words: readonly Word[], { start }: Span): boolean {
  const at = words.findIndex(word => word.start >= start)
  if (isSetting(words, at)) return true
  const before = words.slice(0, at).findLastIndex(({ pos, text }) => pos === 'PUNCT' && /^[,;:"“”.!?]$/.test(text))
  const clause = words.slice(before + 1, at)
  const opener = clause.findLastIndex(
    ({ lemma }, n) => asides.has(lemma) || (lemma === 'as' && clause[n - 1]?.lemma === 'long'),
  )
  // "after the vote, they offer X": only a clause that still runs at the words is an aside.
  return opener > 0 && clause.slice(0, opener).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

const settings = new Set(data.settings)

/** "under the auspices of a [guarantee]": that is only where something else would stand. */
function isSetting(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 4), at)
  return before.some(({ lemma }, n) => settings.has(lemma) && before[n + 1]?.lemma === 'of')
}

function isWithin(inner: Span, outer: Span): boolean {
  return overlap(inner, outer) * 2 > inner.end - inner.start
}

/** "this idea", "such a move"; "it" and "them" may stand for anything. */
const takesUpByNoun = new RegExp(`\\b(?:this|these|those|such) (?:an? )?(?:${data.takenUp.join('|')})s?\\b`, 'i')

/** Where a statement only takes up what was said ("such a deployment"), the last words before it that took a stand on the issue. */
function takenUp(found: readonly Bearing[], texts: ReadonlyMap<string, string>): Bearing[] {
  const byPlace = new Map<string, Bearing[]>()
  for (const one of found) {
    if (!tells(one.wording)) continue
    const key = `${one.act.statement.report}\0${one.issue}`
    const group = byPlace.get(key)
    if (group) group.push(one)
    else byPlace.set(key, [one])
  }
  return found.map(one => {
    if (tells(one.wording)) return one
    const { statement } = one.act
    const said = (texts.get(statement.report) ?? '').slice(statement.start, statement.end)
    const refers = one.wording ? one.wording.isRecalled : takesUpByNoun.test(said)
    if (!refers) return { ...one, wording: null }
    const before = (byPlace.get(`${statement.report}\0${one.issue}`) ?? []).filter(
      ({ wording, kind }) =>
        kind !== null &&
        isStance(kind) &&
        wording &&
        wording.span.end <= statement.start &&
        wording.span.end > statement.start - data.reach,
    )
    const last = before.sort((a, b) => (b.wording?.span.end ?? 0) - (a.wording?.span.end ?? 0))[0]
    return { ...one, wording: last?.wording ?? null }
  })
}

function tells(wording: Wording | null): boolean {
  return wording !== null && !wording.isBare && !wording.isRecalled
}
