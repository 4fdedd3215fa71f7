import type { Span } from '../../../language/span.js'
import type { Word } from '../../../language/words.js'
import { type Clause, folded, isCalendarName } from './clauses.js'
import type { FactKind } from './fact.js'
import data from './facts.json' with { type: 'json' }

/** Whom a promise is for. */
interface Beneficiaries extends Span {
  /** By the first letters of their names; empty where it is meant for all. */
  readonly names: ReadonlySet<string>
  readonly isForAll: boolean
  /** "For Arland alone": nobody else. */
  readonly isClosed: boolean
  /** "Not for Arland alone": others, too. */
  readonly isOpen: boolean
}

const promises = new Set(data.promises)
const everyone = new Set(data.everyone)
const alone = new Set(data.alone)
const binders = new Set(['for', 'to', 'cover', 'include', 'protect', 'extend', 'toward', 'towards', ...data.limiting])

/**
 * For whom a promise is, as one speaker gives it: for one side alone against both, or for one against the other. A report
 * that names one side and is silent on the other does not contradict one that names both.
 */
export const beneficiaries: FactKind<Beneficiaries> = {
  kind: 'beneficiary',
  ofOneSpeaker: () => true,
  areApart,
  find: (clause, report) => {
    const at = clause.words.findIndex((_, i) => isPromise(clause.words, i))
    const promise = clause.words[at]
    const value = promise && beneficiariesOf(clause, at)
    return value
      ? [
          {
            kind: 'beneficiary',
            report: report.id,
            clause,
            key: promise.lemma,
            value,
            words: { start: promise.start, end: value.end },
          },
        ]
      : []
  },
}

/** The noun, also where the tagger took a plural for a verb ("security guarantees would"). */
function isPromise(words: readonly Word[], at: number): boolean {
  const { lemma, pos, text } = words[at]!
  if (!promises.has(lemma) && !promises.has(lemma.replace(/s$/, ''))) return false
  return pos !== 'VERB' || (text.endsWith('s') && ['NOUN', 'ADJ', 'DET', 'VERB'].includes(words[at - 1]?.pos ?? ''))
}

function areApart(a: Beneficiaries, b: Beneficiaries): boolean {
  const others = (of: Beneficiaries, than: Beneficiaries) =>
    of.isForAll || of.isOpen || [...of.names].some(name => !than.names.has(name))
  if (a.isClosed && others(b, a)) return true
  if (b.isClosed && others(a, b)) return true
  if (a.isForAll || b.isForAll || a.isOpen || b.isOpen) return false
  return a.names.size > 0 && b.names.size > 0 && [...a.names].every(name => !b.names.has(name))
}

const reach = 8

function beneficiariesOf({ words }: Clause, promise: number): Beneficiaries | undefined {
  for (let at = promise + 1; at < Math.min(words.length, promise + reach); at++) {
    if (!binders.has(words[at]!.lemma)) continue
    const found = listAfter(words, at + 1)
    if (found) return withExclusion(words, promise, at, found)
  }
  return undefined
}

interface List {
  readonly names: ReadonlySet<string>
  readonly isForAll: boolean
  readonly until: number
}

/** "Arland", "Arland and Belmar", "both sides": names joined by commas and "and". */
function listAfter(words: readonly Word[], from: number): List | undefined {
  let at = from
  while (
    alone.has(words[at]?.lemma ?? '') ||
    words[at]?.lemma === 'the' ||
    words[at]?.lemma === 'to' ||
    words[at]?.lemma === 'for' ||
    words[at]?.lemma === 'not'
  )
    at++
  if (everyone.has(words[at]?.lemma ?? '')) {
    const own = new Set<string>()
    let until = at + 1
    while (
      words[until] &&
      (words[until]!.pos === 'NOUN' || words[until]!.lemma === 'the' || words[until]!.lemma === 'of')
    )
      until++
    // "both Arland and Belmar" is a list, "both sides" is everyone.
    if (until > at + 1) return { names: own, isForAll: true, until }
    at++
  }
  const names = new Set<string>()
  let until = at
  for (; until < words.length; until++) {
    const { pos, text, lemma } = words[until]!
    if (pos === 'PROPN' && /^\p{Lu}/u.test(text) && !isCalendarName(text)) names.add(folded(text))
    else if (lemma !== 'and' && lemma !== 'the' && lemma !== 'for' && lemma !== 'well' && lemma !== 'as') break
  }
  if (names.size === 0 || words[until]?.pos === 'NOUN') return undefined
  return { names, isForAll: false, until }
}

function withExclusion(words: readonly Word[], promise: number, binder: number, list: List): Beneficiaries {
  const around = [...words.slice(promise + 1, binder + 3), ...words.slice(list.until, list.until + 2)]
  const isAlone =
    around.some(({ lemma }) => alone.has(lemma)) ||
    data.limiting.some(lemma => words.slice(promise, binder + 1).some(word => word.lemma === lemma))
  const isNegated = words
    .slice(promise, list.until)
    .some(({ lemma, text }) => lemma === 'not' || text.toLowerCase() === 'cannot')
  const alsoOthers = words
    .slice(Math.max(0, promise - 6), list.until + 3)
    .some(({ lemma }) => lemma === 'also' || lemma === 'too')
  const last = isAlone && alone.has(words[list.until]?.lemma ?? '') ? list.until : list.until - 1
  return {
    start: words[binder]!.start,
    end: words[last]!.end,
    names: list.names,
    isForAll: list.isForAll,
    isClosed: isAlone && !isNegated && !list.isForAll,
    isOpen: (isAlone && isNegated) || alsoOthers,
  }
}
