import type { Span } from '../language/span.js'
import type { Sentence } from '../language/words.js'
import type { ReportId } from '../reports/report.js'
import type { Statement } from '../statements/statement.js'
import type { IssueId } from './act.js'
import type { IssueFinder } from './issues.js'
import { without } from './without.js'

/** A report's sentences, in order of place, with the issues that each speaks of. */
export interface Context {
  readonly report: ReportId
  readonly text: string
  readonly sentences: readonly (Sentence & { readonly issues: readonly IssueId[] })[]
}

/** What a statement was found to be about. */
export interface Topic extends Span {
  readonly issues: readonly IssueId[]
}

/**
 * The issues of what is said: by its own terms and by phrases that take an issue up again ("these guarantees"); else those
 * of the words that it goes on from.
 *
 * A short answer ("the idea is dead", "she was optimistic") names nothing: it speaks of what the statement before it
 * speaks of, where that is near; else of what its sentence or the one before names, and where those name nothing either,
 * of what the report opens with. `conditions` may stand outside the
 * statement; `occasion`: spans that are not read. `earlier`: the report's statements before this one,
 * in order of place.
 */
export function issuesOf(
  statement: Statement,
  conditions: readonly Span[],
  occasion: readonly Span[],
  context: Context,
  finder: IssueFinder,
  earlier: readonly Topic[],
): IssueId[] {
  const said = statement.content.length > 0 ? [...statement.cue, ...statement.content] : [statement]
  const spans = [...said, ...conditions.filter(({ start }) => start >= statement.end)]
  const text = [...spans]
    .sort((a, b) => a.start - b.start)
    .flatMap(span => without(span, occasion))
    .map(span => context.text.slice(span.start, span.end))
    .join(' ')
  const named = [...new Set([...finder.named(text), ...finder.recalled(text)])]
  if (named.length > 0) return named
  const at = context.sentences.findIndex(sentence => statement.start < sentence.end)
  const own = context.sentences[at]
  if (!own) return []
  // "..., calling it a trap": a participle that continues a sentence speaks of what the sentence speaks of.
  const before = issuesIn(context.text.slice(own.start, Math.max(own.start, statement.start)), finder)
  if (before.length > 0) return before
  const near = context.sentences[Math.max(0, at - reach)]
  const last = earlier.findLast(topic => topic.issues.length > 0)
  if (last && near && last.end > near.start) return [...last.issues]
  const previous = context.sentences[at - 1]
  if (previous && isNamed(previous)) return [...previous.issues]
  const occasions = finder.issues(text)
  return occasions.length > 0 ? occasions : [...(context.sentences.slice(0, openingLength).find(isNamed)?.issues ?? [])]
}

/** The issues that a text names or takes up by name, each once. */
export function issuesIn(text: string, finder: IssueFinder): IssueId[] {
  return [...new Set([...finder.issues(text), ...finder.recalled(text)])]
}

/** How many sentences back the statement may stand that a short answer goes on from. */
const reach = 2
/** Sentences among which a report first names its subject; below them its subject is taken as unknown. */
const openingLength = 12

function isNamed({ issues }: Context['sentences'][number]): boolean {
  return issues.length > 0
}
