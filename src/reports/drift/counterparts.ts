import { type Account, type AccountSentence, likeness } from './account.js'

/** Sentences of several reports that say the same: at most a few from each. */
export interface Counterparts {
  /** The group of each sentence, by report and place; sentences without a counterpart are in none. */
  readonly groupOf: ReadonlyMap<AccountSentence, number>
  readonly groups: readonly (readonly PlacedSentence[])[]
  /** How like the likest sentence of any other report is, 0 to 1. */
  readonly nearest: ReadonlyMap<AccountSentence, number>
}

export interface PlacedSentence {
  readonly account: Account
  readonly sentence: AccountSentence
}

/** Two sentences that are each other's likest are counterparts from here on. */
const counterpart = 0.3

/** Aligns the sentences of all pairs of accounts: those that are each other's likest are grouped. */
export function counterparts(accounts: readonly Account[]): Counterparts {
  const links: [PlacedSentence, PlacedSentence][] = []
  const nearest = new Map<AccountSentence, number>()
  for (const [at, account] of accounts.entries()) {
    for (const other of accounts.slice(at + 1)) {
      const here = likest(account, other)
      const there = likest(other, account)
      for (const [sentence, best] of [...here, ...there]) {
        nearest.set(sentence, Math.max(nearest.get(sentence) ?? 0, best.value))
      }
      for (const [sentence, best] of here) {
        if (best.value >= counterpart && there.get(best.sentence)?.sentence === sentence) {
          links.push([
            { account, sentence },
            { account: other, sentence: best.sentence },
          ])
        }
      }
    }
  }
  return { ...group(links), nearest }
}

function likest(account: Account, other: Account): Map<AccountSentence, { sentence: AccountSentence; value: number }> {
  const found = new Map<AccountSentence, { sentence: AccountSentence; value: number }>()
  for (const sentence of account.sentences) {
    for (const candidate of other.sentences) {
      const value = likeness(sentence, candidate)
      if (value > (found.get(sentence)?.value ?? 0)) found.set(sentence, { sentence: candidate, value })
    }
  }
  return found
}

function group(links: readonly [PlacedSentence, PlacedSentence][]): Pick<Counterparts, 'groupOf' | 'groups'> {
  const groupOf = new Map<AccountSentence, number>()
  const groups: PlacedSentence[][] = []
  for (const [a, b] of links) {
    const first = groupOf.get(a.sentence)
    const second = groupOf.get(b.sentence)
    if (first !== undefined && second !== undefined) {
      if (first === second) continue
      for (const placed of groups[second]!) groupOf.set(placed.sentence, first)
      groups[first]!.push(...groups[second]!)
      groups[second] = []
      continue
    }
    const at = first ?? second ?? groups.push([]) - 1
    for (const placed of [a, b]) {
      if (groupOf.has(placed.sentence)) continue
      groupOf.set(placed.sentence, at)
      groups[at]!.push(placed)
    }
  }
  return { groupOf, groups }
}
