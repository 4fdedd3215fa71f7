import type { SequenceCase, Wait } from './case-file.js'
import type { Deadlock } from './deadlocks.js'
import outcomes from './outcomes.json' with { type: 'json' }

/** What can happen now, and what waits for what and on whose word. */
export interface Agenda {
  /** Whether an outcome says that the agreement as a whole has ended. */
  readonly hasEnded: boolean
  /** Steps whose outcome says that they are done (or in force). */
  readonly done: readonly string[]
  /** Steps that wait for nothing that is not done. */
  readonly next: readonly string[]
  readonly waiting: readonly {
    readonly node: string
    /** What it waits for itself, and who says so. */
    readonly for: readonly { readonly node: string; readonly reading: string }[]
    /** All that must come before it, over any number of waits. */
    readonly after: readonly string[]
    /** Whether one of these waits, over some way, for the other: no order of steps reaches it. */
    readonly isLocked: boolean
  }[]
}

/** What can happen next under `waits`, given the outcomes that the case records. O(steps · waits). */
export function agenda(given: SequenceCase, waits: readonly Wait[], locked: readonly Deadlock[]): Agenda {
  const result = new Map(given.file.outcomes.map(({ check, result }) => [check, result.trim().toLowerCase()]))
  const ids = given.steps.map(({ id }) => id)
  const isDone = (id: string) => outcomes.done.includes(result.get(id) ?? '')
  const inLock = new Set(locked.flatMap(({ nodes }) => nodes))
  const open = ids.filter(id => !isDone(id))
  const waitsFor = (id: string) => waits.filter(({ from, to }) => to === id && !isDone(from))
  // What is to happen together waits for each other, and keeps neither from being next.
  // A step of a circle is free where all that it waits for was done all the same.
  const isHeld = (id: string) => waitsFor(id).some(({ kind }) => kind === 'finish-start' || inLock.has(id))
  const before = new Map<string, string[]>()
  for (const { from, to } of waits) before.set(to, [...(before.get(to) ?? []), from])
  const waiting = open
    .filter(id => waitsFor(id).length > 0)
    .map(node => {
      const all = reach(node, before)
      return {
        node,
        for: waitsFor(node).map(({ from, reading }) => ({ node: from, reading })),
        after: ids.filter(id => all.has(id) && id !== node && !isDone(id)),
        isLocked: inLock.has(node) || [...all].some(id => inLock.has(id)),
      }
    })
  return {
    hasEnded: given.file.outcomes.some(
      ({ check, result }) => !ids.includes(check) && outcomes.ended.includes(result.trim().toLowerCase()),
    ),
    done: ids.filter(isDone),
    next: open.filter(id => !isHeld(id)),
    waiting,
  }
}

function reach(from: string, before: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>()
  const open = [from]
  for (const id of open) {
    for (const other of before.get(id) ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      open.push(other)
    }
  }
  return seen
}
