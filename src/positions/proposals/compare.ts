import { stopWords } from './lexicon.js'
import { numberOf } from './numbers.js'
import type { Point } from './points.js'

/** How a point of one version stands to the other. */
export interface Difference {
  /**
   * `added` and `dropped` are said only where both texts are given, or a report says so; a point that is reported of one
   * version alone is `only-before` or `only-after`: reports seldom tell all.
   */
  readonly kind: 'same' | 'changed' | 'added' | 'dropped' | 'only-before' | 'only-after'
  readonly before: Point | null
  readonly after: Point | null
  /** Where it is known from. */
  readonly from: 'texts' | 'stated' | 'reports'
}

/** What is compared: the points of a version, and whether they are its text. */
export interface Compared {
  readonly points: readonly Point[]
  readonly file: string | null
}

/** The differences of a version against the one before it: first what changed, then what is the same. */
export function comparison(before: Compared, after: Compared): Difference[] {
  const areTexts = before.file !== null && after.file !== null
  const stated = after.points.filter(point => point.stated !== null && !areTexts)
  const told = stated.map(point => toldOf(point, before.points))
  const used = new Set(told.flatMap(({ before: point }) => (point ? [point] : [])))
  const pairs = compare(
    before.points.filter(point => !used.has(point) && point.stated !== 'dropped'),
    after.points.filter(point => !stated.includes(point)),
    areTexts,
  )
  const found = [...told, ...pairs.map(pair => (areTexts ? pair : { ...pair, kind: unproven[pair.kind] ?? pair.kind }))]
  return found
    .map((each, n) => ({ each, n }))
    .sort((a, b) => order(a.each) - order(b.each) || a.n - b.n)
    .map(({ each }) => each)
}

const unproven: Partial<Record<Difference['kind'], Difference['kind']>> = {
  added: 'only-after',
  dropped: 'only-before',
}

function order({ kind }: Difference): number {
  return ['changed', 'added', 'dropped', 'same', 'only-before', 'only-after'].indexOf(kind)
}

/** "stretches the withdrawal from 90 to 120 days": what the report itself says of the change. */
function toldOf(after: Point, points: readonly Point[]): Difference {
  const kind = after.stated ?? 'same'
  const old = /\bfrom ([\p{L}\p{N}-]+)\b/iu.exec(after.words)
  const number = old && numberOf(old[1]!)
  const numbered = points.filter(point => number !== null && numbersOf(point.words).includes(number))
  if (kind === 'dropped') {
    const [gone] = best(points, point => share(after, point))
    // What nobody had reported before is known by what was said of its end.
    return { kind, before: gone ?? after, after: null, from: 'stated' }
  }
  const alike = points.filter(point => likeness(point, after) >= alikeFrom)
  const [before] = kind === 'added' ? [] : best([...alike, ...numbered], point => 1 + likeness(point, after))
  return { kind, before: before ?? null, after, from: 'stated' }
}

/** The points with at least half of what can be had, the best first. */
function best(points: readonly Point[], score: (point: Point) => number): Point[] {
  return points.filter(point => score(point) >= alikeFrom).sort((a, b) => score(b) - score(a))
}

/** 0 to 1: how much of what is named behind the verb ("drops the clause on the ferry") stands in a point. */
function share(told: Point, point: Point): number {
  const named = stems({ words: told.words.replace(/^\S+ /, '') })
  const known = stems(point)
  return named.size === 0 ? 0 : [...named].filter(stem => known.has(stem)).length / named.size
}

/**
 * Two lists of points, paired by likeness: each point stands in exactly one difference, in the order of `before`, then of
 * `after`.
 *
 * `exact`: a changed word is a change, as between texts; else only a changed number or a negation is, as between the ways
 * in which reports word a point. A list against itself is all `same`; swapping the lists swaps added with dropped.
 */
export function compare(before: readonly Point[], after: readonly Point[], exact: boolean): Difference[] {
  const pairs = before.flatMap((a, i) =>
    after.flatMap((b, j) => {
      const score = likeness(a, b)
      return score >= alikeFrom ? [{ i, j, score }] : []
    }),
  )
  // Equal pairs that are also equally placed mirror one another and share no point: their order decides nothing.
  pairs.sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i + a.j - b.i - b.j)
  const ofBefore = new Map<number, number>()
  const ofAfter = new Map<number, number>()
  for (const { i, j } of pairs) {
    if (ofBefore.has(i) || ofAfter.has(j)) continue
    ofBefore.set(i, j)
    ofAfter.set(j, i)
  }
  const from = exact ? 'texts' : 'reports'
  return [
    ...before.map((point, i): Difference => {
      const other = after[ofBefore.get(i) ?? -1]
      if (!other) return { kind: 'dropped', before: point, after: null, from }
      return { kind: isSame(point, other, exact) ? 'same' : 'changed', before: point, after: other, from }
    }),
    ...after.flatMap((point, j): Difference[] =>
      ofAfter.has(j) ? [] : [{ kind: 'added', before: null, after: point, from }],
    ),
  ]
}

function isSame(a: Point, b: Point, exact: boolean): boolean {
  if (plainText(a) === plainText(b)) return true
  if (exact) return false
  return String(numbersOf(a.words)) === String(numbersOf(b.words)) && isNegative(a) === isNegative(b)
}

function plainText({ words }: Point): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isNegative({ words }: Point): boolean {
  return /\b(?:no|not|never|without|nor)\b|n['’]t\b/i.test(words)
}

/** From here on two points speak of one thing: half of their words, as in "troops leave within 90 days" and "... 120 days". */
const alikeFrom = 0.5

/** 0 to 1: the share of their words that two points have in common, numbers aside; 1 where they are the same. */
export function likeness(a: Point, b: Point): number {
  if (plainText(a) === plainText(b)) return 1
  const [x, y] = [stems(a), stems(b)]
  if (x.size === 0 || y.size === 0) return 0
  let common = 0
  for (const stem of x) if (y.has(stem)) common++
  return (2 * common) / (x.size + y.size)
}

function stems({ words }: Pick<Point, 'words'>): Set<string> {
  const found = new Set<string>()
  for (const [word] of words.toLowerCase().matchAll(/\p{L}[\p{L}'’-]*/gu)) {
    const stem = word
      .replace(/['’]s?$/, '')
      .replace(/(?:ies|y)$/, 'i')
      .replace(/(?:ing|ed|es|s|al|ment)$/, '')
    if (!stopWords.has(word) && !stopWords.has(stem) && stem.length > 1 && numberOf(word) === null) found.add(stem)
  }
  return found
}

/** The numbers in a text, in order, each once. */
export function numbersOf(words: string): number[] {
  const found = [...words.matchAll(/\d[\d,.]*\d|\d|\p{L}+(?:-\p{L}+)?/gu)].flatMap(([word]) => {
    if (/^\d/.test(word)) return [Number(word.replaceAll(',', ''))]
    const number = numberOf(word)
    // "one" is as often a pronoun.
    return number === null || number === 1 ? [] : [number]
  })
  return [...new Set(found)].sort((a, b) => a - b)
}
