import { hull, isWithin, overlap, type Span } from '../language/span.js'
import type { Found } from './attributions.js'
import type { Attribution } from './statement.js'

/** Least confidence of an attribution that the tagger alone finds. Below, on news of other kinds, more than half are wrong. */
const leastAlone = 0.5

/**
 * What the rules and the tagger found together, each assertion once.
 *
 * Where both found one cue, the rules' clause stands, with the tagger's confidence. What the tagger alone found is
 * added, unless it lies within an assertion that the rules have: then its words are that speaker's. Declared stances,
 * contacts and headlines come from the rules alone.
 */
export function merged(byRule: readonly Found[], tagged: readonly Attribution[]): Found[] {
  const both = byRule.map(each => {
    const twin = tagged.find(other => sharesCue(each, other))
    return twin ? { ...each, confidence: Math.max(each.confidence, twin.confidence) } : each
  })
  const alone = tagged.filter(
    each => each.confidence >= leastAlone && each.source.length > 0 && !byRule.some(other => covers(other, each)),
  )
  const added = alone.map(each =>
    found(each, [...byRule.flatMap(({ cue }) => cue), ...alone.flatMap(({ cue }) => cue)]),
  )
  return [...both, ...added.flatMap(each => each ?? [])].sort(
    (a, b) => a.clause.start - b.clause.start || a.clause.end - b.clause.end,
  )
}

function sharesCue(a: Attribution, b: Attribution): boolean {
  return a.cue.some(mine => b.cue.some(other => overlap(mine, other) > 0))
}

/** Whether the rules' assertion holds most of the words that the tagger found, or shares its cue. */
function covers(mine: Found, other: Attribution): boolean {
  if (sharesCue(mine, other)) return true
  const words = [...other.cue, ...other.content]
  const total = words.reduce((sum, { start, end }) => sum + end - start, 0)
  const shared = words.reduce((sum, span) => sum + overlap(span, mine.clause), 0)
  return shared * 2 > total
}

/** An attribution of the tagger as the rules would give it; null where it has no words. */
function found(each: Attribution, cues: readonly Span[]): Found | null {
  const own = hull([...each.cue, ...each.content])
  const source = hull(each.source)
  if (!own || !source) return null
  // Another cue between source and cue: the speaker stands with that one.
  const cue = each.cue[0]
  const isShared = cue !== undefined && cues.some(other => other.start >= source.end && other.end <= cue.start)
  const clause = isShared || isWithin(source, own) ? own : (hull([source, own]) ?? own)
  return { ...each, layer: 'statement', hearsay: false, shared: isShared, clause, principal: null, nominal: false }
}
