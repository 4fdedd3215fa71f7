import { later } from '../compliance/durations.js'

/**
 * What a change does to what it concerns. `widened` and `narrowed` are said of cases in which something holds,
 * `strengthened` and `weakened` of how firmly it binds; `changed` where neither can be said.
 */
export type Effect = 'widened' | 'narrowed' | 'strengthened' | 'weakened' | 'added' | 'dropped' | 'changed'

export interface Change {
  /** What it concerns, in words: trigger, discretion, void if. */
  readonly of: string
  readonly effect: Effect
  /** In words; null: nothing was said. */
  readonly before: string | null
  readonly after: string | null
}

/** A single value. */
export function one(of: string, before: string | undefined, after: string | undefined): Change[] {
  if (before === after) return []
  const effect = before === undefined ? 'added' : after === undefined ? 'dropped' : 'changed'
  return [{ of, effect, before: before ?? null, after: after ?? null }]
}

/** A set of values: one change for what came, one for what went. */
export function list(
  of: string,
  before: readonly string[],
  after: readonly string[],
  { more, fewer }: { readonly more: Effect; readonly fewer: Effect },
): Change[] {
  const came = [...new Set(after)].filter(value => !before.includes(value))
  const went = [...new Set(before)].filter(value => !after.includes(value))
  return [
    ...(came.length > 0 ? [{ of, effect: more, before: null, after: came.join(', ') }] : []),
    ...(went.length > 0 ? [{ of, effect: fewer, before: went.join(', '), after: null }] : []),
  ]
}

/** A value on a scale, the least first. */
export function ranked<T extends string>(
  of: string,
  scale: readonly T[],
  before: T,
  after: T,
  { up, down }: { readonly up: Effect; readonly down: Effect },
): Change[] {
  if (before === after) return []
  return [{ of, effect: scale.indexOf(after) > scale.indexOf(before) ? up : down, before, after }]
}

/** A length of time; `none` says how long it is where nothing is said. */
export function span(
  of: string,
  before: string | undefined,
  after: string | undefined,
  {
    longer,
    shorter,
    none,
  }: { readonly longer: Effect; readonly shorter: Effect; readonly none: 'longest' | 'shortest' },
): Change[] {
  const minutes = (text: string | undefined) =>
    text === undefined
      ? none === 'longest'
        ? Number.POSITIVE_INFINITY
        : Number.NEGATIVE_INFINITY
      : (later(0, text) ?? Number.NaN)
  const [a, b] = [minutes(before), minutes(after)]
  if (a === b) return []
  const effect = Number.isNaN(a) || Number.isNaN(b) ? 'changed' : b > a ? longer : shorter
  return [{ of, effect, before: before ?? null, after: after ?? null }]
}
