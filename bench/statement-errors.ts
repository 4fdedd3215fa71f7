import { hull, overlap, type Span } from '../src/language/span.js'
import type { Attribution } from '../src/statements/statement.js'
import type { Article } from '../training/corpus.js'

/** One difference between what was read and what people marked. */
export interface StatementError extends Span {
  readonly kind:
    | 'missed'
    | 'not marked by people'
    | 'content too short'
    | 'content too long'
    | 'content elsewhere'
    | 'source'
  /** What was read, where something was. */
  readonly found: Attribution | null
}

/** The errors of an article, in characters: contents right when they share half of their union. */
export function errorsOf(article: Article, found: readonly Attribution[]): StatementError[] {
  const errors: StatementError[] = []
  const matched = new Set<Attribution>()
  const gold = article.attributions.map(({ source, content, cue }) => ({
    source: source.map(toSpan),
    content: content.map(toSpan),
    cue: cue.map(toSpan),
  }))
  for (const one of gold) {
    if (one.content.length === 0) continue
    const near = found
      .filter(other => !matched.has(other))
      .map(other => ({ other, share: share(one.content, other.content) }))
      .sort((a, b) => b.share - a.share)[0]
    const place = hull(one.content)!
    if (near && near.share >= 0.5) {
      matched.add(near.other)
      if (one.source.length > 0 && common(one.source, near.other.source) === 0)
        errors.push({ ...hull(one.source)!, kind: 'source', found: null })
      continue
    }
    const sameCue = found.find(other => !matched.has(other) && common(one.cue, other.cue) > 0)
    if (!sameCue) {
      errors.push({ ...place, kind: 'missed', found: null })
      continue
    }
    matched.add(sameCue)
    const both = common(one.content, sameCue.content)
    const kind =
      both === 0
        ? 'content elsewhere'
        : length(sameCue.content) > length(one.content)
          ? 'content too long'
          : 'content too short'
    errors.push({ ...place, kind, found: sameCue })
  }
  for (const other of found) {
    const place = hull(other.content)
    if (!matched.has(other) && place) errors.push({ ...place, kind: 'not marked by people', found: other })
  }
  return errors
}

function toSpan([start, end]: readonly [number, number]): Span {
  return { start, end }
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

function common(a: readonly Span[], b: readonly Span[]): number {
  return a.reduce((sum, one) => sum + b.reduce((part, other) => part + overlap(one, other), 0), 0)
}

function share(a: readonly Span[], b: readonly Span[]): number {
  const both = common(a, b)
  return both / (length(a) + length(b) - both || 1)
}
