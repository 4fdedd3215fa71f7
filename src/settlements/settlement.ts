import { cover } from './cover.js'
import { middle, type Reading, read } from './estimates.js'
import { type Frontier, packages, utilities } from './frontier.js'
import { type Group, groups } from './joined-issues.js'
import { type Flip, leastFlip } from './least-flip.js'
import type { Model, Package } from './model.js'
import { exactSpace, type ModelSpace, optionsOf, utilitiesOf } from './model-space.js'
import { nashPoint } from './nash-search.js'
import { type NoZone, noZone } from './no-zone.js'
import { nearest } from './ratio.js'
import { type Robustness, robustness } from './robustness.js'
import { rationalPoints, solutions } from './solutions.js'
import { packageCount } from './space.js'
import { type Trade, trades } from './trades.js'

/** A package that no party must refuse, on the frontier. */
export interface Settlement {
  readonly package: Package
  /** How many other packages give everyone exactly as much. */
  readonly alike: number
  readonly shares: readonly PartyShare[]
  /** The standards by which it is the best, by formula. */
  readonly bestBy: readonly string[]
}

/** What one party has from a package. */
export interface PartyShare {
  readonly party: string
  readonly utility: number
  /** Above what it has without an agreement. */
  readonly gain: number
  /** Issues settled as it would have them. */
  readonly gets: readonly string[]
  /** Issues settled otherwise, with what that costs it, dearest first. */
  readonly gives: readonly { readonly issue: string; readonly cost: number }[]
  /** Issues of which it is not known what it would have. */
  readonly unknown: readonly string[]
}

/** What could be agreed under a model, and how sure that is. */
export interface Settlements {
  readonly model: string
  readonly parties: readonly { readonly id: string; readonly name: string; readonly reserve: number }[]
  /** Packages that cross no red line. */
  readonly packages: bigint
  /** All packages. */
  readonly allPackages: bigint
  /** Points on the frontier, with those that leave some party below its reserve. */
  readonly frontierPoints: number
  /** [party]: by how much an unlisted package may be better for everyone; 0s: the frontier is exact. */
  readonly within: readonly number[]
  /** The frontier's settlements: those best by a standard first, then by Nash product. */
  readonly settlements: readonly Settlement[]
  readonly noZone: NoZone | null
  readonly trades: readonly Trade[]
  readonly robustness: Robustness
  readonly flip: Flip | null
}

/** How many settlements are listed, and how far uncertainty is explored. */
export interface Extent {
  readonly listed: number
  readonly draws: number
  readonly seed: number
}

/**
 * The settlements that a model leaves within reach, with the middle taken of everything uncertain and the uncertainty
 * told beside it. Pure and repeatable: the same model, extent and seed give the same answer.
 */
export function settlements(
  model: Model,
  { listed, draws, seed }: Extent = { listed: 12, draws: 10_000, seed: 1 },
): Settlements {
  const reading = read(model, middle)
  const tied = groups(model)
  const made = exactSpace(model, tied, reading)
  const { space } = made
  const { front, within } = cover(space)
  const isExact = within.every(by => by === 0n)
  const ranked = rank(front)
  const best = isExact ? standardsOf(front) : new Map<number, string[]>()
  const candidates = ranked.slice(0, listed).map(
    (point): Candidate => ({
      options: firstPackage(front, tied, point),
      alike: isExact ? othersAlike(front, point) : 0,
      bestBy: best.get(point) ?? [],
    }),
  )
  // Points that stand for a frontier are best by no standard; the Nash point is found without the list.
  const nash = isExact ? null : nashPoint(space)
  for (const point of nash?.points.slice(0, 1) ?? []) {
    candidates.unshift({
      options: optionsOf(tied, point.package),
      alike: 0,
      bestBy: ['Nash: product of (u - r) over rational outcomes'],
    })
  }
  const chosen = candidates.map(({ options }) => options)
  return {
    model: model.name,
    parties: model.parties.map((party, p) => ({
      id: party.id,
      name: party.name ?? party.id,
      reserve: nearest(space.reserve[p] as bigint, space.scale[p]),
    })),
    packages: packageCount(space),
    allPackages: model.issues.reduce((all, issue) => all * BigInt(issue.options.length), 1n),
    frontierPoints: front.count,
    within: within.map((of, p) => nearest(of, space.scale[p])),
    settlements: candidates.map(({ options, alike, bestBy }) => ({
      package: named(model, options),
      alike,
      shares: sharesOf(model, reading, made, options),
      bestBy,
    })),
    noZone: candidates.length === 0 ? noZone(model, reading) : null,
    trades: trades(model, reading),
    robustness: robustness(model, chosen, draws, seed),
    flip: leastFlip(model),
  }
}

interface Candidate {
  readonly options: readonly number[]
  readonly alike: number
  readonly bestBy: readonly string[]
}

/** A package by names. */
export const named = (model: Model, options: readonly number[]): Package =>
  Object.fromEntries(model.issues.map((issue, i) => [issue.id, issue.options[options[i] as number] as string]))

/** Rational points: those best by more standards first, then by their Nash product. */
function rank(front: Frontier): number[] {
  const best = standardsOf(front)
  const { scale, reserve } = front.space
  const product = new Map(
    rationalPoints(front).map(point => [
      point,
      utilities(front, point).reduce((all, u, p) => all * (u - nearest(reserve[p] as bigint, scale[p])), 1),
    ]),
  )
  const standards = (point: number) => best.get(point)?.length ?? 0
  return [...product.keys()].sort(
    (a, b) => standards(b) - standards(a) || (product.get(b) as number) - (product.get(a) as number) || a - b,
  )
}

function standardsOf(front: Frontier): ReadonlyMap<number, readonly string[]> {
  const found = solutions(front)
  const by = new Map<number, string[]>()
  if (!found) return by
  for (const [name, solution] of [
    ['Nash', found.nash],
    ['Kalai-Smorodinsky', found.kalaiSmorodinsky],
    ['egalitarian', found.egalitarian],
    ['utilitarian', found.utilitarian],
  ] as const) {
    for (const point of solution.points) by.set(point, [...(by.get(point) ?? []), `${name}: ${solution.formula}`])
  }
  return by
}

function firstPackage(front: Frontier, tied: readonly Group[], point: number): number[] {
  const [ways] = packages(front, point)
  return optionsOf(tied, ways ?? [])
}

const alikeLimit = 1000

/** Packages beside the first that give the same point; counted up to a thousand. */
function othersAlike(front: Frontier, point: number): number {
  let count = -1
  for (const _ of packages(front, point)) if (++count >= alikeLimit) break
  return count
}

function sharesOf(model: Model, reading: Reading, made: ModelSpace, options: readonly number[]): PartyShare[] {
  const { scale, reserve } = made.space
  return (utilitiesOf(made, options) ?? []).map((utility, p): PartyShare => {
    const costs = model.issues.map((issue, i) => {
      const values = reading.values[p]?.[i] ?? []
      const most = Math.max(...values)
      const unit = model.convention === 'genius' ? most || 1 : 1
      return {
        issue: issue.id,
        cost: ((reading.weights[p]?.[i] ?? 0) * (most - (values[options[i] as number] ?? 0))) / unit,
      }
    })
    const open = model.issues
      .map(issue => issue.id)
      .filter(id => (model.parties[p]?.values[id]?.given ?? 'unknown') === 'unknown')
    return {
      party: model.parties[p]?.id ?? '',
      utility,
      gain: utility - nearest(reserve[p] as bigint, scale[p]),
      unknown: open,
      gets: costs.filter(({ cost, issue }) => cost === 0 && !open.includes(issue)).map(({ issue }) => issue),
      gives: costs.filter(({ cost }) => cost > 0).sort((a, b) => b.cost - a.cost),
    }
  })
}
