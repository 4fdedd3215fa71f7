import { middle, read } from './estimates.js'
import type { Model } from './model.js'

/** By party and issue: which part of all that matters to the party this issue is to be, from 0 to 1. */
export type Shares = Readonly<Record<string, Readonly<Record<string, number>>>>

/** [party][issue]: each weight as a part of the party's weights, with the middle taken of what is open. */
export const shareOfWeights = (model: Model): number[][] =>
  read(model, middle).weights.map(of => {
    const sum = of.reduce((a, b) => a + b, 0)
    return of.map(weight => (sum === 0 ? 0 : weight / sum))
  })

/**
 * The model with other weights: issues that are named get the share that is asked for, the others of that party share what
 * is left as they did before. The party's weights keep their sum, so that its reserve means what it meant, and count as
 * known. Shares that make more than the whole are taken in proportion.
 */
export function withShares(model: Model, shares: Shares): Model {
  const { weights } = read(model, middle)
  return {
    ...model,
    parties: model.parties.map((party, p) => {
      const asked = shares[party.id]
      if (!asked || !model.issues.some(issue => issue.id in asked)) return party
      const own = weights[p] as readonly number[]
      const sum = own.reduce((a, b) => a + b, 0)
      const wanted = model.issues.map(issue => asked[issue.id])
      const taken = wanted.reduce<number>((all, share) => all + (share ?? 0), 0)
      const free = own.reduce((all, weight, i) => (wanted[i] === undefined ? all + weight : all), 0)
      const scale = free === 0 ? (taken === 0 ? 0 : 1 / taken) : Math.min(1, 1 / Math.max(taken, 1))
      const left = Math.max(0, 1 - taken)
      return {
        ...party,
        weights: {
          evidence: party.weights.evidence,
          given: Object.fromEntries(
            model.issues.map((issue, i) => {
              const share = wanted[i] ?? -1
              const part = share >= 0 ? share * scale : (left * (own[i] as number)) / free
              return [issue.id, rounded(part * (sum || 1))]
            }),
          ),
        },
      }
    }),
  }
}

/** Ten digits: exact arithmetic reads the digits of a number, and needs no more of them than that. */
const rounded = (value: number): number => Number(value.toPrecision(10))
