import type { Condition, NormState } from '../agreement/condition.js'
import { moment } from '../sequence/times.js'
import { later } from './durations.js'
import type { LogEntry } from './log.js'
import type { Matching } from './matching.js'
import { both, constant, either, firstHeld, firstPossible, from, negated, type Steps } from './steps.js'

/** What a condition is read against. */
export interface Setting {
  readonly view: readonly LogEntry[]
  readonly matching: Matching
  /** When a norm first came into a state: for certain, or perhaps; null: not yet. */
  readonly reached: (norm: string, state: NormState) => Reached
  /** `signed`, `entry`, `trigger`: the minute that durations count from; null: not known, or not yet. */
  readonly clock: (name: string) => number | null
}

export interface Reached {
  readonly at: number | null
  readonly perhaps: number | null
}

export const never: Reached = { at: null, perhaps: null }

/** When a condition holds, over time. What the log does not say has not happened; what it says in doubt is unknown. */
export function evaluate(condition: Condition, setting: Setting): Steps {
  switch (condition.op) {
    case 'always':
      return constant('yes')
    case 'date':
      return from(moment(condition.at, 0)?.from ?? null)
    case 'event':
      return happened(condition, setting, () => true)
    case 'after': {
      const { at, perhaps } = setting.reached(condition.norm, condition.state)
      return from(at, perhaps)
    }
    case 'elapsed': {
      const since = since_(condition.since, setting)
      const shifted = (minute: number | null) => (minute === null ? null : later(minute, condition.duration))
      return from(shifted(since.at), shifted(since.perhaps))
    }
    case 'finding':
      return found(condition, setting)
    case 'and':
      return both(condition.of.map(one => evaluate(one, setting)))
    case 'or':
      return either(condition.of.map(one => evaluate(one, setting)))
    case 'not':
      return negated(evaluate(condition.of, setting))
  }
}

function since_(name: string, setting: Setting): Reached {
  const at = setting.clock(name)
  return at !== null ? { at, perhaps: null } : setting.reached(name, 'fulfilled')
}

function happened(
  condition: Extract<Condition, { op: 'event' }>,
  { view, matching }: Setting,
  counts: (entry: LogEntry) => boolean,
): Steps {
  let held: number | null = null
  let perhaps: number | null = null
  for (const entry of view) {
    if (!counts(entry)) continue
    const is = matching.isEvent(entry, condition.event)
    if (is === 'yes' && (held === null || entry.to < held)) held = entry.to
    if (is !== 'no' && (perhaps === null || entry.from < perhaps)) perhaps = entry.from
  }
  return from(held, perhaps)
}

/** Something a mechanism has found; as long as it has not, what happened leaves it open. */
function found(condition: Extract<Condition, { op: 'finding' }>, setting: Setting): Steps {
  const own = { ...setting, view: setting.view.filter(({ foundBy }) => foundBy === condition.mechanism) }
  const any = evaluate(condition.of, setting)
  return from(firstHeld(evaluate(condition.of, own)), firstPossible(any))
}
