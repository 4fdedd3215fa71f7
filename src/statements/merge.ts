import { hull, isWithin, overlap, type Span } from '../language/span.js'
import type { Found } from './attributions.js'
import type { Attribution } from './statement.js'

/**
 * Least confidence of an attribution that the tagger alone finds: from here on what is added is right at least as often
 * as what the rules find. `npm run bench:record` on PolNeAR dev: 71 % of the rules' are right, 77 % of those added from
 * .8 on, 51 % of those between .65 and .8.
 */
const leastAlone = 0.8

/** The same where the source names a known party: of those added between .7 and .8, 19 of 26 are right, of those between .65 and .7, 3 of 10. */
const leastOfKnown = 0.7

/**
 * What the rules and the tagger found together, each assertion once.
 *
 * Where both found one cue, the rules' clause stands, with the tagger's confidence. What the tagger alone found is
 * added, unless it lies within an assertion that the rules have, since its words are that speaker's, or its source is
 * nobody who can speak: a narrator's "the situation underscores" is no statement. Declared stances and
 * contacts come from the rules alone.
 */
export function merged(
  byRule: readonly Found[],
  tagged: readonly Attribution[],
  canSpeak: (tagged: Attribution) => boolean,
  isKnown: (tagged: Attribution) => boolean = () => false,
): Found[] {
  const twins = new Map<Found, Attribution>()
  for (const other of tagged)
    for (const each of near(byRule, other)) if (!twins.has(each) && sharesCue(each, other)) twins.set(each, other)
  const both = byRule.map(each => {
    const twin = twins.get(each)
    return twin ? { ...each, confidence: Math.max(each.confidence, twin.confidence) } : each
  })
  const alone = tagged.filter(
    each =>
      each.confidence >= (each.confidence < leastAlone && isKnown(each) ? leastOfKnown : leastAlone) &&
      canSpeak(each) &&
      !near(byRule, each).some(other => covers(other, each)),
  )
  const added = alone.map(each =>
    found(each, [...byRule.flatMap(({ cue }) => cue), ...alone.flatMap(({ cue }) => cue)]),
  )
  return [...both, ...added.flatMap(each => each ?? [])].sort(
    (a, b) => a.clause.start - b.clause.start || a.clause.end - b.clause.end,
  )
}

/** How many assertions of the rules are looked at on either side: none is farther from its own words. */
const reach = 12

/** The assertions of the rules around the place; they must be in order. */
function near(byRule: readonly Found[], { cue, content }: Attribution): readonly Found[] {
  const place = (cue[0] ?? content[0])?.start ?? 0
  let at = 0
  for (let high = byRule.length; at < high; ) {
    const middle = (at + high) >> 1
    if ((byRule[middle]?.clause.start ?? 0) < place) at = middle + 1
    else high = middle
  }
  return byRule.slice(Math.max(0, at - reach), at + reach)
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
