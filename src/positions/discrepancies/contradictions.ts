import { sentences } from '../../language/words.js'
import type { Act, ActKind } from '../act.js'
import type { Discrepancy } from '../discrepancy.js'
import { areOpposed } from '../stance.js'
import { brief, type Sources, sideOf } from './sources.js'

/**
 * One speaker, one issue, opposed acts in different lineages: one source has it that he accepted, another that he refused.
 *
 * Only where both tell of one occasion: dated the same day, or, where a date is unknown, in much the same words. A party
 * that changes its mind over time moves; it does not contradict itself.
 */
export function contradictions(acts: readonly Act[], sources: Sources): Discrepancy[] {
  const wordsOf = tellingWordsIn(sources)
  const bySpeaker = new Map<string, Act[]>()
  for (const act of acts) {
    if (
      act.act === null ||
      act.party === null ||
      act.statement.layer !== 'statement' ||
      act.mode === 'historical' ||
      act.confidence < leastConfidence
    )
      continue
    const { name } = act.statement.principal ?? act.statement.speaker
    for (const issue of act.issues) {
      const key = `${act.party}\0${name}\0${issue}`
      bySpeaker.set(key, [...(bySpeaker.get(key) ?? []), act])
    }
  }
  const found = new Map<string, Discrepancy>()
  for (const [key, own] of bySpeaker) {
    const pair = opposedPair(own, sources, wordsOf)
    if (!pair) continue
    const [first, second] = pair
    const name = key.split('\0')[1] ?? ''
    const sides = [first, second].map(side =>
      sideOf(
        own.filter(act => act.act === side.act && isOneOccasion(act, side, sources, wordsOf)),
        brief(sources.text(side.statement.report).slice(side.statement.start, side.statement.end)),
        sources,
      ),
    )
    const id = `act:${first.statement.id}:${second.statement.id}`
    found.set(id, {
      id,
      kind: 'act',
      summary: `${name} ${told(first.act)} in one account and ${told(second.act)} in another.`,
      within: 'lineages',
      sides,
    })
  }
  return [...found.values()]
}

function opposedPair(acts: readonly Act[], sources: Sources, wordsOf: WordsOf): [Act, Act] | undefined {
  for (const [i, a] of acts.entries()) {
    for (const b of acts.slice(i + 1)) {
      if (!a.act || !b.act || !areOpposed(a.act, b.act)) continue
      if (sources.of(a.statement.report) === sources.of(b.statement.report)) continue
      if (isOneOccasion(a, b, sources, wordsOf)) return [a, b]
    }
  }
  return undefined
}

function isOneOccasion(a: Act, b: Act, sources: Sources, wordsOf: WordsOf): boolean {
  if (a === b) return true
  const days = [sources.day(a.statement.report), sources.day(b.statement.report)]
  if (days[0] !== null && days[1] !== null) return days[0] === days[1] && sharedWords(a, b, wordsOf, 1) >= leastOnOneDay
  return sharedWords(a, b, wordsOf, 3) >= leastShared
}

/** Of the telling words of the shorter account, the share that the other must have where no dates tell. */
const leastShared = 0.5

/** On one day a speaker says much: an offer and a refusal of different things are no contradiction. */
const leastOnOneDay = 0.1

/** Acts that only a turn of phrase suggests ("we will continue to") are too weak to hold one report against another. */
const leastConfidence = 0.7

/** `fewest`: of fewer telling words nothing is concluded. */
function sharedWords(a: Act, b: Act, wordsOf: WordsOf, fewest: number): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.size < fewest || second.size < fewest) return 0
  const shared = [...first].filter(word => second.has(word)).length
  return shared / Math.min(first.size, second.size)
}

type WordsOf = (act: Act) => ReadonlySet<string>

/** The telling words of acts, read once each: an act is compared with many. */
function tellingWordsIn(sources: Sources): WordsOf {
  const known = new Map<Act, ReadonlySet<string>>()
  return act => {
    const found = known.get(act) ?? tellingWords(sources.text(act.statement.report), act.statement)
    known.set(act, found)
    return found
  }
}

function tellingWords(text: string, span: { readonly start: number; readonly end: number }): Set<string> {
  return new Set(
    sentences(text, span)
      .flatMap(({ words }) => words)
      .filter(({ pos }) => pos === 'NOUN' || pos === 'ADJ' || pos === 'NUM')
      .map(({ lemma }) => lemma),
  )
}

const past: Partial<Record<ActKind, string>> = {
  OFFER: 'offers',
  ACCEPT: 'accepts',
  CONCEDE: 'gives way',
  SUPPORT: 'supports',
  REJECT: 'refuses',
  THREATEN: 'threatens',
}

function told(act: ActKind | null): string {
  return (act && past[act]) ?? 'states'
}
