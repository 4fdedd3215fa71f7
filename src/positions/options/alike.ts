import type { Wording } from './wording.js'
import data from './words.json' with { type: 'json' }

/** What tells a wording from others, each with its kind: `of:COMPACT`, `n:30`, `peacek`. */
export function features(wording: Wording): readonly string[] {
  const known = featuresOf.get(wording)
  if (known) return known
  const found = readFeatures(wording)
  featuresOf.set(wording, found)
  return found
}

/** Each wording is compared with many: its features are made once. */
const featuresOf = new WeakMap<Wording, readonly string[]>()

function readFeatures({ stems, own, of, towards, from, numbers }: Wording): string[] {
  return [
    ...stems,
    ...own,
    ...[...of].map(party => `of:${party}`),
    ...[...towards].map(party => `to:${party}`),
    ...[...from].map(party => `from:${party}`),
    ...[...numbers].map(number => `n:${number}`),
  ].sort()
}

/** What is the same for wordings that say the same. */
export function signature(wording: Wording): string {
  return [features(wording).join(' '), wording.negated, [...wording.contrasts].sort(), wording.isPossessive].join('|')
}

/** Weighs features by how rare they are among wordings: ln(1 + wordings / wordings that have it); numbers more (`numberWeight`). */
export function weights(wordings: readonly Wording[]): (feature: string) => number {
  const counts = new Map<string, number>()
  for (const wording of wordings) {
    for (const feature of features(wording)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  return feature =>
    Math.log(1 + wordings.length / (counts.get(feature) ?? 1)) * (feature.startsWith('n:') ? data.numberWeight : 1)
}

/** How much of two wordings is one: the mean of shared/smaller and shared/both, by weight; 0 to 1. */
export function likeness(a: Wording, b: Wording, weight: (feature: string) => number): number {
  const [mine, others] = [features(a), new Set(features(b))]
  // That both name the issue by one of its terms says little, and little that they do so by different ones.
  const weighed = (feature: string) => weight(feature) * (a.own.has(feature) || b.own.has(feature) ? data.ownWeight : 1)
  const sum = (list: Iterable<string>) => [...list].reduce((total, feature) => total + weighed(feature), 0)
  const shared = sum(mine.filter(feature => others.has(feature)))
  const [x, y] = [sum(mine), sum(others)]
  return shared === 0 ? 0 : (shared / Math.min(x, y) + shared / (x + y - shared)) / 2
}

/** What an issue is quarrelled about: whether whose it is, for whom, or how much tells options of it apart. */
export interface Contested {
  readonly of: boolean
  readonly towards: boolean
  readonly from: boolean
  readonly numbers: boolean
}

/** Where two wordings of an issue name different owners, a wording that names none is not taken for either. */
export function contested(wordings: readonly Wording[]): Contested {
  const differ = (part: (wording: Wording) => ReadonlySet<string>) =>
    new Set(wordings.map(wording => [...part(wording)].sort().join(' ')).filter(names => names !== '')).size > 1
  return {
    of: differ(({ of }) => of),
    towards: differ(({ towards }) => towards),
    from: differ(({ from }) => from),
    numbers: differ(({ numbers }) => numbers),
  }
}

/** Whether nothing in two wordings forbids that they mean the same: parties, numbers, polarity, words that exclude each other. */
export function areCompatible(a: Wording, b: Wording, quarrel: Contested): boolean {
  if (a.negated !== b.negated || exclude(a.contrasts, b.contrasts)) return false
  const anyOwner = a.isPossessive || b.isPossessive
  return (
    agree(a.of, b.of, quarrel.of && !anyOwner) &&
    agree(a.towards, b.towards, quarrel.towards) &&
    agree(a.from, b.from, quarrel.from) &&
    agree(a.numbers, b.numbers, quarrel.numbers)
  )
}

function agree(a: ReadonlySet<string>, b: ReadonlySet<string>, isStrict: boolean): boolean {
  if (a.size === 0 || b.size === 0) return !isStrict || a.size === b.size
  return a.size === b.size && [...a].every(name => b.has(name))
}

function exclude(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some(one => [...b].some(other => one !== other && about(one) === about(other)))
}

function about(contrast: string): string {
  return contrast.slice(0, contrast.lastIndexOf(':'))
}
