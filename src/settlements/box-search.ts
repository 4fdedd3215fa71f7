import type { BoxedSpace } from './boxes.js'

/** What is sought: the highest weighted sum among packages that give each party at least its floor. */
export interface Search {
  /** Two weights, not negative. */
  readonly weights: readonly [number, number]
  /** Two whole numbers; -Infinity where there is none. */
  readonly floor: readonly [number, number]
  /** The weighted sum to reach. */
  readonly atLeast: number
  /** How many nodes may be looked at. */
  readonly nodes: number
}

export interface Found {
  readonly package: readonly number[]
  readonly values: readonly [number, number]
}

/** `found` is null when there is no such package; `complete` is false when the nodes ran out before that was certain. */
export interface SearchResult {
  readonly found: Found | null
  readonly complete: boolean
  readonly nodes: number
}

/** A space laid out in flat arrays, made once and searched many times. */
export interface Layout {
  readonly space: BoxedSpace
  /** Where an issue's options start. */
  readonly offset: Int32Array
  /** [party]: the options' plain values. */
  readonly plain: readonly [Float64Array, Float64Array]
  readonly boxParty: Uint8Array
  readonly boxValue: Float64Array
  /** Where a box's conditions start, and after the last their number. */
  readonly boxStart: Int32Array
  readonly conditionIssue: Int32Array
  readonly conditionBox: Int32Array
  /** Where a condition's options start in `inside`: one flag an option of its issue. */
  readonly conditionStart: Int32Array
  readonly inside: Uint8Array
  /** [issue]: the conditions on it. */
  readonly ofIssue: readonly Int32Array[]
}

export function layout(space: BoxedSpace): Layout {
  const offset = new Int32Array(space.options.length + 1)
  space.options.forEach((count, i) => {
    offset[i + 1] = (offset[i] as number) + count
  })
  const plain = [0, 1].map(party => Float64Array.from(space.values.flatMap(issue => issue[party] ?? [])))
  const conditions = space.boxes.flatMap((box, b) => box.conditions.map(condition => ({ ...condition, b })))
  const conditionStart = new Int32Array(conditions.length + 1)
  conditions.forEach(({ issue }, c) => {
    conditionStart[c + 1] = (conditionStart[c] as number) + (space.options[issue] as number)
  })
  const inside = new Uint8Array(conditionStart[conditions.length] as number)
  conditions.forEach(({ options }, c) => {
    for (const option of options) inside[(conditionStart[c] as number) + option] = 1
  })
  const boxStart = new Int32Array(space.boxes.length + 1)
  space.boxes.forEach((box, b) => {
    boxStart[b + 1] = (boxStart[b] as number) + box.conditions.length
  })
  return {
    space,
    offset,
    plain: [plain[0] as Float64Array, plain[1] as Float64Array],
    boxParty: Uint8Array.from(space.boxes, box => box.party),
    boxValue: Float64Array.from(space.boxes, box => box.value),
    boxStart,
    conditionIssue: Int32Array.from(conditions, ({ issue }) => issue),
    conditionBox: Int32Array.from(conditions, ({ b }) => b),
    conditionStart,
    inside,
    ofIssue: space.options.map((_, i) =>
      Int32Array.from(conditions.flatMap(({ issue }, c) => (issue === i ? [c] : []))),
    ),
  }
}

/** What is known at one depth of the search. */
interface State {
  /** [party][option]: plain value and shares of open boxes, weighted. */
  readonly worth: readonly [Float64Array, Float64Array]
  /** [condition]: the part of its box that this issue carries. */
  readonly share: Float64Array
  /** [box]: how many conditions are open; -1 when the box cannot hold any more. */
  readonly open: Int16Array
  /** [party]: what is certain, weighted. */
  readonly certain: Float64Array
  /** [issue]: 1 when settled. */
  readonly settled: Uint8Array
}

/**
 * Depth-first branch and bound over issues.
 *
 * The bound shares every open bonus out among the issues it depends on, in any way: a package that earns it earns each
 * share, so the best option of every issue, added up, is at least the best package. Shares are moved to where they cost
 * least, box after box. A malus counts once all but one of its issues are settled. Sums are of whole numbers up to the
 * weights; the bound keeps a margin for rounding, so nothing that reaches `atLeast` is missed.
 */
export function search(layout: Layout, wanted: Search): SearchResult {
  const { space, offset, boxParty, boxStart, conditionIssue, conditionStart, conditionBox, inside, ofIssue } = layout
  const issues = space.options.length
  const [w0, w1] = wanted.weights
  const plain = layout.plain.map((of, party) => of.map(value => value * (wanted.weights[party] as number)))
  const boxWeight = layout.boxValue.map((value, b) => value * (wanted.weights[boxParty[b] as number] as number))
  const states = Array.from(
    { length: issues + 1 },
    (): State => ({
      worth: [new Float64Array(plain[0] as Float64Array), new Float64Array(plain[1] as Float64Array)],
      share: new Float64Array(conditionIssue.length),
      open: new Int16Array(boxWeight.length),
      certain: Float64Array.from(space.constant, (value, party) => value * (wanted.weights[party] as number)),
      settled: new Uint8Array(issues),
    }),
  )
  const chosen = new Array<number>(issues).fill(0)
  let best: Found | null = null
  let needed = wanted.atLeast
  let nodes = 0

  const addShare = (state: State, condition: number, amount: number) => {
    if (amount === 0) return
    const issue = conditionIssue[condition] as number
    const worth = state.worth[boxParty[conditionBox[condition] as number] as 0 | 1]
    const from = offset[issue] as number
    const to = offset[issue + 1] as number
    let flag = conditionStart[condition] as number
    for (let option = from; option < to; option++)
      if (inside[flag++]) worth[option] = (worth[option] as number) + amount
    state.share[condition] = (state.share[condition] as number) + amount
  }

  const free = new Float64Array(64)
  const openConditions = new Int32Array(64)
  /** Moves one box's shares to the issues where they raise the bound least. */
  const reshare = (state: State, box: number) => {
    const weight = boxWeight[box] as number
    if (weight === 0) return
    let count = 0
    for (let c = boxStart[box] as number; c < (boxStart[box + 1] as number); c++) {
      if (state.settled[conditionIssue[c] as number]) continue
      openConditions[count++] = c
    }
    if (weight < 0) {
      if (count === 1)
        addShare(state, openConditions[0] as number, weight - (state.share[openConditions[0] as number] as number))
      return
    }
    let sum = 0
    for (let k = 0; k < count; k++) {
      const c = openConditions[k] as number
      const issue = conditionIssue[c] as number
      const held = state.share[c] as number
      const mine = state.worth[boxParty[box] as 0 | 1]
      const other = state.worth[(1 - (boxParty[box] as number)) as 0 | 1]
      let within = Number.NEGATIVE_INFINITY
      let without = Number.NEGATIVE_INFINITY
      let flag = conditionStart[c] as number
      for (let option = offset[issue] as number; option < (offset[issue + 1] as number); option++) {
        const worth = (mine[option] as number) + (other[option] as number)
        if (inside[flag++]) {
          if (worth - held > within) within = worth - held
        } else if (worth > without) without = worth
      }
      const room = without > within ? without - within : 0
      free[k] = room
      sum += room
    }
    for (let k = 0; k < count; k++) {
      const c = openConditions[k] as number
      const share = sum >= weight ? ((free[k] as number) * weight) / sum : (free[k] as number) + (weight - sum) / count
      addShare(state, c, share - (state.share[c] as number))
    }
  }

  const root = states[0] as State
  for (let b = 0; b < boxWeight.length; b++) root.open[b] = (boxStart[b + 1] as number) - (boxStart[b] as number)
  for (let round = 0; round < 40; round++) for (let b = 0; b < boxWeight.length; b++) reshare(root, b)

  const copy = (from: State, to: State) => {
    to.worth[0].set(from.worth[0])
    to.worth[1].set(from.worth[1])
    to.share.set(from.share)
    to.open.set(from.open)
    to.certain.set(from.certain)
    to.settled.set(from.settled)
  }

  const settle = (state: State, issue: number, option: number) => {
    state.settled[issue] = 1
    for (const party of [0, 1] as const) {
      const value = (plain[party] as Float64Array)[(offset[issue] as number) + option] as number
      state.certain[party] = (state.certain[party] as number) + value
    }
    for (const c of ofIssue[issue] as Int32Array) {
      const box = conditionBox[c] as number
      const open = state.open[box] as number
      if (open < 0) continue
      if (inside[(conditionStart[c] as number) + option]) {
        state.open[box] = open - 1
        if (open === 1) {
          const party = boxParty[box] as number
          state.certain[party] = (state.certain[party] as number) + (boxWeight[box] as number)
        } else reshare(state, box)
      } else {
        state.open[box] = -1
        for (let other = boxStart[box] as number; other < (boxStart[box + 1] as number); other++) {
          if (other !== c && !state.settled[conditionIssue[other] as number])
            addShare(state, other, -(state.share[other] as number))
        }
      }
    }
  }

  /** Whether the bounds rule out that this state holds what is sought. */
  const isHopeless = (state: State): boolean => {
    let sum = (state.certain[0] as number) + (state.certain[1] as number)
    let sum0 = state.certain[0] as number
    let sum1 = state.certain[1] as number
    for (let issue = 0; issue < issues; issue++) {
      if (state.settled[issue]) continue
      let most = Number.NEGATIVE_INFINITY
      let most0 = Number.NEGATIVE_INFINITY
      let most1 = Number.NEGATIVE_INFINITY
      for (let option = offset[issue] as number; option < (offset[issue + 1] as number); option++) {
        const a = state.worth[0][option] as number
        const b = state.worth[1][option] as number
        if (a + b > most) most = a + b
        if (a > most0) most0 = a
        if (b > most1) most1 = b
      }
      sum += most
      sum0 += most0
      sum1 += most1
    }
    return below(sum, needed) || below(sum0, w0 * wanted.floor[0]) || below(sum1, w1 * wanted.floor[1])
  }

  const leaf = () => {
    const exact = exactValues(layout, chosen)
    if (exact[0] < wanted.floor[0] || exact[1] < wanted.floor[1]) return
    const sum = (w0 === 0 ? 0 : exact[0] * w0) + (w1 === 0 ? 0 : exact[1] * w1)
    if (sum < needed) return
    best = { package: [...chosen], values: exact }
    needed = sum + step
  }
  const step = wanted.weights.every(Number.isInteger) ? 1 : 0

  const descend = (depth: number) => {
    const state = states[depth] as State
    if (depth === issues) return leaf()
    const issue = nextIssue(state)
    const next = states[depth + 1] as State
    for (const option of optionsInOrder(state, issue)) {
      if (nodes >= wanted.nodes) return
      nodes++
      copy(state, next)
      chosen[issue] = option
      settle(next, issue, option)
      if (isHopeless(next)) continue
      for (let b = 0; b < boxWeight.length; b++) if ((next.open[b] as number) > 1) reshare(next, b)
      if (isHopeless(next)) continue
      descend(depth + 1)
    }
  }

  /** The issue whose second best option costs most: it is settled with the fewest detours. */
  const nextIssue = (state: State): number => {
    let chosenIssue = -1
    let dearest = Number.NEGATIVE_INFINITY
    for (let issue = 0; issue < issues; issue++) {
      if (state.settled[issue]) continue
      let best = Number.NEGATIVE_INFINITY
      let second = Number.NEGATIVE_INFINITY
      for (let option = offset[issue] as number; option < (offset[issue + 1] as number); option++) {
        const worth = (state.worth[0][option] as number) + (state.worth[1][option] as number)
        if (worth > best) {
          second = best
          best = worth
        } else if (worth > second) second = worth
      }
      if (best - second > dearest) {
        dearest = best - second
        chosenIssue = issue
      }
    }
    return chosenIssue
  }

  /** Best first, without options that another one makes useless: it keeps no bonus open that the other does not. */
  const optionsInOrder = (state: State, issue: number): number[] => {
    const from = offset[issue] as number
    const count = (offset[issue + 1] as number) - from
    const worth = (option: number) =>
      (state.worth[0][from + option] as number) + (state.worth[1][from + option] as number)
    const options = Array.from({ length: count }, (_, option) => option).sort((a, b) => worth(b) - worth(a) || a - b)
    const open = (ofIssue[issue] as Int32Array).filter(c => (state.open[conditionBox[c] as number] as number) > 0)
    const covers = (a: number, b: number): boolean => {
      for (const of of plain) if ((of[from + a] as number) < (of[from + b] as number)) return false
      for (const c of open) {
        const start = conditionStart[c] as number
        const difference = (inside[start + a] as number) - (inside[start + b] as number)
        if (difference * (boxWeight[conditionBox[c] as number] as number) < 0) return false
      }
      return true
    }
    const kept: number[] = []
    for (const option of options) {
      if (kept.some(other => covers(other, option))) continue
      kept.push(option)
    }
    return kept
  }

  if (!isHopeless(root)) descend(0)
  return { found: best, complete: nodes < wanted.nodes, nodes }
}

/** Below by more than rounding explains. */
const below = (bound: number, needed: number): boolean => bound < needed - 1e-9 * (1 + Math.abs(needed))

function exactValues(
  { space, offset, plain, boxParty, boxValue, boxStart, conditionIssue, conditionStart, inside }: Layout,
  chosen: readonly number[],
): [number, number] {
  const values: [number, number] = [space.constant[0] ?? 0, space.constant[1] ?? 0]
  chosen.forEach((option, issue) => {
    values[0] += plain[0][(offset[issue] as number) + option] as number
    values[1] += plain[1][(offset[issue] as number) + option] as number
  })
  for (let b = 0; b < boxValue.length; b++) {
    let holds = true
    for (let c = boxStart[b] as number; holds && c < (boxStart[b + 1] as number); c++) {
      holds = inside[(conditionStart[c] as number) + (chosen[conditionIssue[c] as number] as number)] === 1
    }
    if (holds) values[boxParty[b] as 0 | 1] += boxValue[b] as number
  }
  return values
}
