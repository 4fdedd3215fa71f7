import { and, not, or, type Truth } from '../coverage/truth.js'

/** What holds over time: from each `at` on, until the next; the first begins before all time. */
export type Steps = readonly { readonly at: number; readonly holds: Truth }[]

const ever = Number.NEGATIVE_INFINITY

export const constant = (holds: Truth): Steps => [{ at: ever, holds }]

/** Unknown from one minute on, held from another; null: never. */
export function from(held: number | null, unknown: number | null = null): Steps {
  const steps: { at: number; holds: Truth }[] = [{ at: ever, holds: 'no' }]
  if (unknown !== null && (held === null || unknown < held)) steps.push({ at: unknown, holds: 'unknown' })
  if (held !== null) steps.push({ at: held, holds: 'yes' })
  return merged(steps)
}

export const both = (all: readonly Steps[]): Steps => combined(all, and)
export const either = (all: readonly Steps[]): Steps => combined(all, or)
export const negated = (steps: Steps): Steps => steps.map(({ at, holds }) => ({ at, holds: not(holds) }))

export function holdsAt(steps: Steps, minute: number): Truth {
  let holds: Truth = 'no'
  for (const step of steps) {
    if (step.at > minute) break
    holds = step.holds
  }
  return holds
}

/** The first minute from which something holds; null: never. */
export const firstHeld = (steps: Steps): number | null => steps.find(({ holds }) => holds === 'yes')?.at ?? null

/** The first minute from which it may hold; null: never. */
export const firstPossible = (steps: Steps): number | null => steps.find(({ holds }) => holds !== 'no')?.at ?? null

function combined(all: readonly Steps[], with_: (values: readonly Truth[]) => Truth): Steps {
  const times = [...new Set(all.flatMap(steps => steps.map(({ at }) => at)))].sort((a, b) => a - b)
  return merged(times.map(at => ({ at, holds: with_(all.map(steps => holdsAt(steps, at))) })))
}

function merged(steps: readonly { at: number; holds: Truth }[]): Steps {
  return steps.filter(({ holds }, i) => i === 0 || holds !== steps[i - 1]?.holds)
}
