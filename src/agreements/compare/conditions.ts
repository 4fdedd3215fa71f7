import { type Condition, inWords, patternWords } from '../agreement/condition.js'
import type { EventPattern } from '../agreement/terms.js'
import { later } from '../compliance/durations.js'
import type { Change, Effect } from './changes.js'

/** Whether one condition holds in more cases than another; null: neither can be said, or both at once. */
type Width = 'wider' | 'narrower' | 'same' | null

export const sameConditions = (a: Condition | undefined, b: Condition | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** How a condition changed in the cases in which it holds. */
export function conditionChange(of: string, before: Condition, after: Condition): Change[] {
  return changeOf(of, widthOf(before, after), inWords(before), inWords(after))
}

/** The same of a pattern of events. */
export function patternChange(of: string, before: EventPattern, after: EventPattern): Change[] {
  return changeOf(of, patternWidth(before, after), patternWords(before), patternWords(after))
}

function changeOf(of: string, width: Width, before: string, after: string): Change[] {
  if (width === 'same') return []
  const effect: Effect = width === 'wider' ? 'widened' : width === 'narrower' ? 'narrowed' : 'changed'
  return [{ of, effect, before, after }]
}

/** Sound, not complete: what is called wider is so under every event; much that is goes unseen. */
function widthOf(before: Condition, after: Condition): Width {
  if (sameConditions(before, after)) return 'same'
  if (after.op === 'always') return 'wider'
  if (before.op === 'always') return 'narrower'
  if (before.op === 'event' && after.op === 'event') return patternWidth(before.event, after.event)
  if (before.op === 'not' && after.op === 'not') return turned(widthOf(before.of, after.of))
  if (before.op === 'elapsed' && after.op === 'elapsed' && before.since === after.since) {
    const [a, b] = [later(0, before.duration), later(0, after.duration)]
    return a === null || b === null ? null : b < a ? 'wider' : b > a ? 'narrower' : 'same'
  }
  if (before.op === 'date' && after.op === 'date') return after.at < before.at ? 'wider' : 'narrower'
  const parts = (given: Condition, op: 'and' | 'or') =>
    new Set((given.op === op ? given.of : [given]).map(one => JSON.stringify(one)))
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].every(one => all.has(one))
  if (before.op !== 'or' && after.op !== 'or') {
    const [a, b] = [parts(before, 'and'), parts(after, 'and')]
    if (holds(b, a)) return 'narrower'
    if (holds(a, b)) return 'wider'
  }
  if (before.op !== 'and' && after.op !== 'and') {
    const [a, b] = [parts(before, 'or'), parts(after, 'or')]
    if (holds(b, a)) return 'wider'
    if (holds(a, b)) return 'narrower'
  }
  return null
}

const turned = (width: Width): Width => (width === 'wider' ? 'narrower' : width === 'narrower' ? 'wider' : width)

const thresholds = ['any', 'significant', 'significant-deliberate-sustained']

/** Each part of a pattern by itself; parts that pull both ways leave it open. */
function patternWidth(before: EventPattern, after: EventPattern): Width {
  const any = (names: readonly string[] | undefined) => (names?.some(one => /^any\b/i.test(one)) ? undefined : names)
  const threshold = ({ threshold: given }: EventPattern) => thresholds.indexOf(given ?? 'any')
  const flag = (key: 'sustained' | 'attributed' | 'unprovoked'): Width =>
    (before[key] ?? false) === (after[key] ?? false) ? 'same' : after[key] ? 'narrower' : 'wider'
  const limits: Width =
    threshold(before) === threshold(after)
      ? (before.threshold ?? 'any') === (after.threshold ?? 'any')
        ? 'same'
        : null
      : threshold(before) < 0 || threshold(after) < 0
        ? null
        : threshold(after) < threshold(before)
          ? 'wider'
          : 'narrower'
  return joined([
    setWidth(before.acts, after.acts),
    setWidth(any(before.attacker), any(after.attacker)),
    setWidth(any(before.target), any(after.target)),
    setWidth(before.area, after.area),
    turned(setWidth(before.exceptArea ?? [], after.exceptArea ?? [])),
    limits,
    flag('sustained'),
    flag('attributed'),
    flag('unprovoked'),
  ])
}

/** Undefined: any. */
function setWidth(before: readonly string[] | undefined, after: readonly string[] | undefined): Width {
  if (before === undefined || after === undefined)
    return before === after ? 'same' : after === undefined ? 'wider' : 'narrower'
  const isIn = (some: readonly string[], all: readonly string[]) => some.every(one => all.includes(one))
  if (isIn(before, after)) return isIn(after, before) ? 'same' : 'wider'
  return isIn(after, before) ? 'narrower' : null
}

function joined(parts: readonly Width[]): Width {
  const moved = new Set(parts.filter(part => part !== 'same'))
  const [only = 'same', ...others] = moved
  return others.length > 0 ? null : only
}
