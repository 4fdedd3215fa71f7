import type { Reading } from './estimates.js'
import { isPackage, type Model, type Package } from './model.js'
import { type ModelSpace, utilitiesOf } from './model-space.js'
import { nearest } from './ratio.js'

/** What one party has from a package. */
export interface PartyShare {
  readonly party: string
  readonly utility: number
  /** Above what it has without an agreement. */
  readonly gain: number
  /** Issues settled as it would have them. */
  readonly gets: readonly string[]
  /** Issues settled otherwise, but no worse for it than without an agreement; what that costs it against its best, dearest first. */
  readonly gives: readonly Concession[]
  /**
   * Issues settled worse for it than without an agreement, and combinations that count against it, dearest first. Where
   * nothing says what it has without an agreement, issue by issue: those settled in the way that it likes least.
   */
  readonly swallows: readonly Concession[]
  /** Issues of which it is not known what it would have. */
  readonly unknown: readonly string[]
}

export interface Concession {
  /** The issue, or all issues of a combination, joined by " + ". */
  readonly issue: string
  readonly cost: number
}

/** What each party gets, gives and must swallow under a package of option indices. */
export function sharesOf(model: Model, reading: Reading, made: ModelSpace, options: readonly number[]): PartyShare[] {
  const { scale, reserve } = made.space
  return (utilitiesOf(made, options) ?? []).map((utility, p): PartyShare => {
    const fallback = fallbackOf(model, p)
    const settled = model.issues.map((issue, i) => {
      const values = reading.values[p]?.[i] ?? []
      const most = Math.max(...values)
      const unit = model.convention === 'genius' ? most || 1 : 1
      const value = values[options[i] as number] ?? 0
      const held = fallback ? values[issue.options.indexOf(fallback[issue.id] ?? '')] : undefined
      return {
        issue: issue.id,
        cost: ((reading.weights[p]?.[i] ?? 0) * (most - value)) / unit,
        isLoss: held === undefined ? value === Math.min(...values) : value < held,
      }
    })
    const open = model.issues
      .map(issue => issue.id)
      .filter(id => (model.parties[p]?.values[id]?.given ?? 'unknown') === 'unknown')
    const known = settled.filter(({ issue }) => !open.includes(issue))
    return {
      party: model.parties[p]?.id ?? '',
      utility,
      gain: utility - nearest(reserve[p] as bigint, scale[p]),
      gets: known.filter(({ cost }) => cost === 0).map(({ issue }) => issue),
      gives: known
        .filter(({ cost, isLoss }) => cost > 0 && !isLoss)
        .map(concession)
        .sort(dearest),
      swallows: [
        ...known.filter(({ cost, isLoss }) => cost > 0 && isLoss).map(concession),
        ...maluses(model, reading, p, options),
      ].sort(dearest),
      unknown: open,
    }
  })
}

/** The package that a party has without an agreement, where the model names one. */
export function fallbackOf(model: Model, party: number): Package | null {
  const given = model.parties[party]?.reserve?.given
  if (given === undefined) return model.statusQuo ?? null
  return isPackage(given) ? given : null
}

const concession = ({ issue, cost }: Concession): Concession => ({ issue, cost })
const dearest = (a: Concession, b: Concession): number => b.cost - a.cost

/** Combinations of the package that count against the party. */
function maluses(model: Model, reading: Reading, p: number, options: readonly number[]): Concession[] {
  return (model.parties[p]?.combinations ?? []).flatMap(({ when }, i) => {
    const value = reading.combinations[p]?.[i] ?? 0
    const holds = Object.entries(when).every(([issue, wanted]) => {
      const at = model.issues.findIndex(one => one.id === issue)
      return [wanted].flat().includes(model.issues[at]?.options[options[at] as number] ?? '')
    })
    return holds && value < 0 ? [{ issue: Object.keys(when).join(' + '), cost: -value }] : []
  })
}
