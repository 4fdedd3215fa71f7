import { cover } from './cover.js'
import { middle, read } from './estimates.js'
import { type Frontier, packages, utilities } from './frontier.js'
import { type Group, groups } from './joined-issues.js'
import { type Flip, leastFlip } from './least-flip.js'
import type { Model, Package } from './model.js'
import { exactSpace, type ModelSpace, optionsOf, utilitiesOf } from './model-space.js'
import { nashPoint } from './nash-search.js'
import { type NoZone, noZone } from './no-zone.js'
import { fallbackOf, type PartyShare, sharesOf } from './party-share.js'
import { bestPoints, ranked } from './ranking.js'
import { nearest } from './ratio.js'
import { type Robustness, robustness } from './robustness.js'
import { rationalPoints, solutions } from './solutions.js'
import { packageCount } from './space.js'
import { type Standard, standards } from './standards.js'
import { type Trade, trades } from './trades.js'
import { shareOfWeights } from './what-if.js'

/** A package that no party must refuse, on the frontier. */
export interface Settlement {
  readonly package: Package
  /** How many other packages give everyone exactly as much. */
  readonly alike: number
  readonly shares: readonly PartyShare[]
  /** The standards by which it is the best, by formula. */
  readonly bestBy: readonly string[]
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
  /** The frontier to be drawn: its first points in falling order of the first party's utility, evenly thinned where there are too many. */
  readonly outline: readonly OutlinePoint[]
  /** What the status quo and each party's fallback give everyone; null: not named, or forbidden by a red line. */
  readonly statusQuo: readonly number[] | null
  readonly fallbacks: readonly (readonly number[] | null)[]
  /** [party][issue]: each weight as a part of all, with the middle taken of what is open. */
  readonly weights: readonly (readonly number[])[]
}

/** One point of the frontier and a package that gives it. */
export interface OutlinePoint {
  readonly utilities: readonly number[]
  readonly package: Package
  /** Whether no party gets less than its reserve. */
  readonly rational: boolean
}

/** How many settlements are listed, and how far uncertainty is explored. */
export interface Extent {
  readonly listed: number
  readonly draws: number
  readonly seed: number
  /** Whether the least change that flips the best package is sought; default: yes. */
  readonly flip?: boolean
  /** How many points of the frontier are given to be drawn; default: none. */
  readonly outlined?: number
  /** By which standard the settlements are ranked; default: those best by most standards first. */
  readonly standard?: Standard | null
}

/**
 * The settlements that a model leaves within reach, with the middle taken of everything uncertain and the uncertainty
 * told beside it. Pure and repeatable: the same model, extent and seed give the same answer.
 */
export function settlements(
  model: Model,
  { listed, draws, seed, flip = true, outlined = 0, standard = null }: Extent = { listed: 12, draws: 10_000, seed: 1 },
): Settlements {
  const reading = read(model, middle)
  const tied = groups(model)
  const made = exactSpace(model, tied, reading)
  const { space } = made
  const { front, within } = cover(space)
  const isExact = within.every(by => by === 0n)
  const best = isExact ? bestPoints(solutions(front)) : new Map<number, Standard[]>()
  const candidates = ranked(front, standard)
    .slice(0, listed)
    .map(
      (point): Candidate => ({
        options: firstPackage(front, tied, point),
        alike: isExact ? othersAlike(front, point) : 0,
        bestBy: (best.get(point) ?? []).map(formulaOf),
      }),
    )
  // Points that stand for a frontier are best by no standard; the Nash point is found without the list.
  const nash = isExact ? null : nashPoint(space)
  for (const point of nash?.points.slice(0, 1) ?? []) {
    candidates.unshift({
      options: optionsOf(tied, point.package),
      alike: 0,
      bestBy: [formulaOf('nash')],
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
    flip: flip ? leastFlip(model) : null,
    outline: outlineOf(model, front, tied, outlined),
    statusQuo: model.statusQuo ? worthOf(model, made, model.statusQuo) : null,
    fallbacks: model.parties.map((_, p) => {
      const fallback = fallbackOf(model, p)
      return fallback && worthOf(model, made, fallback)
    }),
    weights: shareOfWeights(model),
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

const formulaOf = (standard: Standard): string => `${standards[standard].name}: ${standards[standard].formula}`

const worthOf = (model: Model, made: ModelSpace, of: Package): number[] | null =>
  utilitiesOf(
    made,
    model.issues.map(issue => issue.options.indexOf(of[issue.id] ?? '')),
  )

/** At most `most` points, the first and the last among them. */
function outlineOf(model: Model, front: Frontier, tied: readonly Group[], most: number): OutlinePoint[] {
  const rational = new Set(rationalPoints(front))
  const count = Math.min(most, front.count)
  return Array.from({ length: count }, (_, i) => {
    const point = count < 2 ? 0 : Math.round((i * (front.count - 1)) / (count - 1))
    return {
      utilities: utilities(front, point),
      package: named(model, firstPackage(front, tied, point)),
      rational: rational.has(point),
    }
  })
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
