/**
 * One stage as a filter: JSON lines in, JSON lines out.
 *
 * `each` answers a line at a time, so that memory does not grow with the input; `all` needs the whole collection.
 * A line that cannot be done comes back as {id, error} and the rest is done: `each` throws a `Fault`, `all` yields such an object.
 */
export type StageFilter =
  | { readonly each: (line: StageLine) => object | readonly object[] }
  | { readonly all: (lines: readonly StageLine[]) => Iterable<object> }

export interface StageLine {
  readonly id: string
  readonly [field: string]: unknown
}
