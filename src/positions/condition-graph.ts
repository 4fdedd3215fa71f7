import type { PartyId } from '../actors/actor.js'
import { independence } from '../reports/independence.js'
import type { Lineage } from '../reports/lineage.js'
import type { Report } from '../reports/report.js'
import type { Act, Condition, IssueId } from './act.js'
import { circlesOf } from './circles.js'

/** "A only if/after B", as a party asserts it: A waits for B. */
export interface ConditionLink {
  /** Made from what waits, what is awaited and who says so. */
  readonly id: string
  /** Whose condition it is; null: unknown. */
  readonly party: PartyId | null
  readonly kind: Condition['kind']
  /** A: what waits. */
  readonly waiting: ConditionSide
  /** B: what it waits for. */
  readonly awaited: ConditionSide
  /** Ids of the statements that assert it. */
  readonly statements: readonly string[]
  /** Independent sources that carry it. */
  readonly sources: number
}

export interface ConditionSide {
  /** As the report words it. */
  readonly words: string
  readonly issues: readonly IssueId[]
}

/** What waits for what, across all parties. */
export interface ConditionGraph {
  readonly links: readonly ConditionLink[]
  /** Each circle in order: every issue waits for the next, the last for the first. */
  readonly circles: readonly Circle[]
}

export interface Circle {
  readonly issues: readonly IssueId[]
  /** Ids of the links that make it, in order. */
  readonly links: readonly string[]
}

/**
 * The conditions that the acts set, each once however many statements assert it, and the circles they close.
 *
 * A circle is shown only where every link of it is somebody's stated condition between issues that are known; "or face
 * sanctions" is listed and makes no circle, since nothing waits in it. Linear in the acts, plus the circles' search.
 */
export function conditionGraph(
  acts: readonly Act[],
  reports: readonly Report[],
  lineages: readonly Lineage[],
): ConditionGraph {
  const { support } = independence(reports, lineages)
  const grouped = new Map<string, { link: Omit<ConditionLink, 'statements' | 'sources'>; acts: Act[] }>()
  for (const act of acts) {
    if (!act.condition) continue
    const sides = sidesOf(act, act.condition)
    // A condition whose other half stands elsewhere cannot be shown as one.
    if (sides.waiting.words === '' || sides.awaited.words === '') continue
    const id = `${act.party ?? '?'}:${nameOf(sides.waiting)}>${nameOf(sides.awaited)}`
    const known = grouped.get(id)
    if (known) known.acts.push(act)
    else grouped.set(id, { link: { id, party: act.party, kind: act.condition.kind, ...sides }, acts: [act] })
  }
  const links = [...grouped.values()].map(({ link, acts: own }) => ({
    ...link,
    statements: own.map(act => act.statement.id),
    sources: support(own.map(({ statement }) => statement)).sources,
  }))
  return { links, circles: circlesOf(links.filter(link => !unordered.has(link.kind))) }
}

/** Conditions in which nothing waits for anything: a threat, a frame. */
const unordered: ReadonlySet<Condition['kind']> = new Set(['or-else', 'as-part-of'])

/** Which side waits: "we open it once you leave" waits for the leaving; "they must leave before we open it" likewise. */
function sidesOf(act: Act, condition: Condition): Pick<ConditionLink, 'waiting' | 'awaited'> {
  const clause: ConditionSide = { words: withoutConnective(condition), issues: act.awaits }
  const own = act.issues.filter(issue => !act.awaits.includes(issue))
  const said: ConditionSide = {
    words: withoutCondition(act.said, condition),
    issues: own.length > 0 ? own : act.issues,
  }
  const isReversed =
    (condition.connective === 'before' && !act.negated && act.act !== 'REJECT') ||
    / (?:for|to)$/.test(condition.connective)
  return isReversed && isDependency(condition) ? { waiting: clause, awaited: said } : { waiting: said, awaited: clause }
}

/** "vital for any deal", "must leave before the vote": the clause is what waits. */
function isDependency({ kind, connective }: Condition): boolean {
  return connective === 'before' || (kind === 'must-include' && / (?:for|to)$/.test(connective))
}

function withoutConnective({ text, connective, kind }: Condition): string {
  // "must include Russia": the verb is what is asked for.
  if (kind === 'must-include' && !/ (?:for|to)$/.test(connective)) return text
  return text.slice(connective.length).replace(/^[\s,]+|[\s,;.]+$/g, '')
}

/** What is said of the other side: "any guarantee must cover the villages" says it of any guarantee. */
function withoutCondition(said: string, { text }: Condition): string {
  const rest = said.replace(text, '').replace(/(?:\s+(?:is|are|was|were|be))?[\s,;.]*$/, '')
  return rest === '' ? said : rest
}

function nameOf({ issues, words }: ConditionSide): string {
  return issues.length > 0
    ? [...issues].sort().join('+')
    : words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
}
