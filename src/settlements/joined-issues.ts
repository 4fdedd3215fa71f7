import { Fault } from '../fault.js'
import type { Model } from './model.js'

/** Issues that can be decided apart from all others, with the ways to settle them together. */
export interface Group {
  readonly issues: readonly number[]
  /** One option index an issue of the group, red lines already left out. */
  readonly ways: readonly (readonly number[])[]
}

/** A red line by its place in the model. */
export interface RedLine {
  readonly party: number
  readonly line: number
}

const wayLimit = 200_000

/**
 * The issues in groups: those that a red line or a combination ties together are settled together.
 *
 * @param lifted red lines that do not count
 * @throws Fault when the issues of a group have more ways than can be listed
 */
export function groups(model: Model, lifted: readonly RedLine[] = []): Group[] {
  const index = new Map(model.issues.map((issue, i) => [issue.id, i]))
  const indexed = (of: Readonly<Record<string, string | string[]>>): Condition[] =>
    Object.entries(of).map(([issue, options]) => {
      const at = index.get(issue) as number
      return { issue: at, options: [options].flat().map(option => model.issues[at]?.options.indexOf(option) as number) }
    })
  const lines = model.parties.flatMap((party, p) =>
    party.redLines.flatMap((one, line) =>
      lifted.some(up => up.party === p && up.line === line) ? [] : [indexed(one.never)],
    ),
  )
  const ties = [...lines, ...model.parties.flatMap(party => party.combinations.map(one => indexed(one.when)))]
  return components(model.issues.length, ties).map(issues => {
    const counts = issues.map(issue => model.issues[issue]?.options.length ?? 0)
    const size = counts.reduce((a, b) => a * b, 1)
    if (size > wayLimit) {
      throw new Fault(`${issues.length} issues hang together in ${size} ways; at most ${wayLimit} are listed.`, {
        mend: `Untie them: fewer red lines or combinations over ${issues.map(i => model.issues[i]?.id).join(', ')}.`,
      })
    }
    const mine = lines.filter(line => line.length > 0 && issues.includes((line[0] as Condition).issue))
    return { issues, ways: product(counts).filter(way => !mine.some(line => holds(line, issues, way))) }
  })
}

interface Condition {
  readonly issue: number
  readonly options: readonly number[]
}

const holds = (conditions: readonly Condition[], issues: readonly number[], way: readonly number[]): boolean =>
  conditions.every(({ issue, options }) => options.includes(way[issues.indexOf(issue)] as number))

/** Issues that share a tie, directly or through others; each group and all groups in the order of issues. */
function components(count: number, ties: readonly (readonly Condition[])[]): number[][] {
  const leader = Array.from({ length: count }, (_, i) => i)
  const find = (i: number): number => (leader[i] === i ? i : find(leader[i] as number))
  for (const tie of ties) {
    for (const { issue } of tie) {
      const [a, b] = [find(issue), find((tie[0] as Condition).issue)]
      leader[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const members = new Map<number, number[]>()
  for (let i = 0; i < count; i++) members.set(find(i), [...(members.get(find(i)) ?? []), i])
  return [...members.values()]
}

const product = (counts: readonly number[]): number[][] =>
  counts.reduce<number[][]>(
    (all, count) => all.flatMap(way => Array.from({ length: count }, (_, option) => [...way, option])),
    [[]],
  )
