import type { Span } from '../language/span.js'
import { type AccountSentence, accountOf } from '../reports/drift/account.js'
import { counterparts } from '../reports/drift/counterparts.js'
import type { Report } from '../reports/report.js'
import { reportAnswer } from './answers.js'
import type { ApiComparison } from './api.js'

type Row = ApiComparison['rows'][number]

/**
 * Two reports sentence by sentence, aligned as their drift is.
 *
 * Rows keep the order of both reports: of the sentences that answer each other, as many as can stand in order share a row;
 * the others stand alone and say where their counterpart is.
 */
export function sideBySide(a: Report, b: Report): ApiComparison {
  const left = accountOf(a)
  const right = accountOf(b)
  const pairs = pairsOf(left.sentences, right.sentences, counterparts([left, right]))
  return { a: reportAnswer(a), b: reportAnswer(b), rows: rows(left.sentences, right.sentences, pairs) }
}

/** By place in the first report: the place in the second of the sentence that answers it. */
function pairsOf(
  left: readonly AccountSentence[],
  right: readonly AccountSentence[],
  { groupOf }: ReturnType<typeof counterparts>,
): ReadonlyMap<number, number> {
  const places = new Map(right.flatMap((sentence, at) => [[groupOf.get(sentence), at] as const]))
  return new Map(
    left.flatMap((sentence, at) => {
      const group = groupOf.get(sentence)
      const place = group === undefined ? undefined : places.get(group)
      return place === undefined ? [] : [[at, place] as const]
    }),
  )
}

function rows(left: readonly Span[], right: readonly Span[], pairs: ReadonlyMap<number, number>): Row[] {
  const inOrder = new Map(longestInOrder([...pairs]))
  const back = new Map([...pairs].map(([i, j]) => [j, i]))
  const span = (of: Span | undefined): Span | null => (of ? { start: of.start, end: of.end } : null)
  const found: Row[] = []
  let next = 0
  const rightUpTo = (end: number) => {
    for (; next < end; next++) {
      const counterpart = back.get(next)
      found.push({
        a: null,
        b: span(right[next]),
        elsewhere: counterpart === undefined ? null : span(left[counterpart]),
      })
    }
  }
  for (const [i, sentence] of left.entries()) {
    const j = inOrder.get(i)
    if (j === undefined) {
      const counterpart = pairs.get(i)
      found.push({ a: span(sentence), b: null, elsewhere: counterpart === undefined ? null : span(right[counterpart]) })
      continue
    }
    rightUpTo(j)
    found.push({ a: span(sentence), b: span(right[j]), elsewhere: null })
    next = j + 1
  }
  rightUpTo(right.length)
  return found
}

/** The longest choice of pairs in which both places rise; the first of equals. */
function longestInOrder(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const best: { length: number; before: number }[] = []
  for (const [at, [, place]] of pairs.entries()) {
    let longest = { length: 1, before: -1 }
    for (let before = 0; before < at; before++) {
      const length = best[before]!.length + 1
      if (pairs[before]![1] < place && length > longest.length) longest = { length, before }
    }
    best.push(longest)
  }
  let at = best.reduce((top, one, n) => (one.length > (best[top]?.length ?? 0) ? n : top), best.length > 0 ? 0 : -1)
  const chosen: (readonly [number, number])[] = []
  for (; at >= 0; at = best[at]!.before) chosen.unshift(pairs[at]!)
  return chosen
}
