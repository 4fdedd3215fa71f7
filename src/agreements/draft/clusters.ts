import type { PartyId } from '../../actors/actor.js'
import { slice } from '../../language/span.js'
import type { Act, ActKind, IssueId } from '../../positions/act.js'

/** One thing that a party wants on an issue, in all the wordings of it. */
export interface Wish {
  readonly party: PartyId
  readonly issue: IssueId
  /** All issues that its statements bear on. */
  readonly issues: readonly IssueId[]
  /** The words that stand for it: of the report that says most. */
  readonly text: string
  readonly acts: readonly [Act, ...Act[]]
}

const wants: ReadonlySet<ActKind | null> = new Set([
  'PROPOSE',
  'OFFER',
  'ACCEPT',
  'CONCEDE',
  'SUPPORT',
  'DEMAND',
  'REQUEST',
])

export const isWant = (kind: ActKind | null): boolean => wants.has(kind)

/**
 * What each party wants, wish by wish: rewrites of one sentence are one wish.
 *
 * Two statements of a party on an issue are one wish where half of the telling words of the shorter one stand in the other.
 * O(statements² within a party and issue).
 */
export function wishes(acts: readonly Act[], textOf: (report: string) => string): Wish[] {
  const found: { party: PartyId; issue: IssueId; acts: [Act, ...Act[]] }[] = []
  for (const act of acts) {
    const [issue] = act.issues
    if (act.party === null || issue === undefined || !isWant(act.act) || act.statement.layer === 'event') continue
    const own = tellingWords(wordsOf(act, textOf))
    const same = found.find(
      one =>
        one.party === act.party &&
        one.issue === issue &&
        one.acts.some(other => other.act === act.act && areAlike(own, tellingWords(wordsOf(other, textOf)))),
    )
    if (same) same.acts.push(act)
    else found.push({ party: act.party, issue, acts: [act] })
  }
  return found.map(({ party, issue, acts: own }) => ({
    party,
    issue,
    issues: [...new Set(own.flatMap(({ issues }) => issues))],
    text: own.map(act => wordsOf(act, textOf)).sort((a, b) => b.length - a.length)[0] ?? '',
    acts: own,
  }))
}

/** The words of what is said, from the report. */
export function wordsOf({ statement, said }: Act, textOf: (report: string) => string): string {
  const text = textOf(statement.report)
  const words = statement.content.map(span => slice(text, span)).join(' … ')
  return (words === '' ? said : words).replace(/\s+/g, ' ').trim()
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter(word => b.has(word)).length
  const less = Math.min(a.size, b.size)
  return less > 0 && shared / less >= 0.5
}

const tellingWords = (text: string): Set<string> =>
  new Set([...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].map(([word]) => word.slice(0, 6)))
