import type { Act, ActKind, IssueId } from '../positions/act.js'
import type { Position } from '../positions/position.js'
import type { Evidence, ModelText } from './model.js'

/** What a draft is made from: the part of the record that says who wants what. */
export interface Stances {
  readonly parties: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly issues: readonly { readonly id: IssueId; readonly name: string }[]
  readonly acts: readonly Act[]
  readonly positions: readonly Position[]
}

/** Acts that want the thing; those that refuse it. Other acts say nothing of what a party prefers. */
const wants: ReadonlySet<ActKind> = new Set(['PROPOSE', 'OFFER', 'ACCEPT', 'CONCEDE', 'SUPPORT', 'DEMAND', 'REQUEST'])
const refuses: ReadonlySet<ActKind> = new Set(['REJECT'])

const agreed = 'agreed'
const open = 'not agreed'

/**
 * A first model from the record, for the analyst to correct.
 *
 * Every issue that some party takes a stance on can be agreed or not. A party that wants it ranks `agreed` first, one that
 * rejects it last, each with the sentences that say so; a red line is kept as one. What nobody said, what is said under a
 * condition, and what voices of one party say differently stays unknown. How much issues matter is never in the reports.
 */
export function draftModel(name: string, { parties, issues, acts, positions }: Stances): ModelText {
  const told = positions.filter(position => isStance(position.latest))
  const here = issues.filter(issue => told.some(position => position.issue === issue.id))
  const sides = parties.filter(party => told.some(position => position.party === party.id)).slice(0, 12)
  return {
    name,
    issues: here.slice(0, 60).map(issue => ({ id: issue.id, name: issue.name, options: [agreed, open] })),
    parties: sides.map(party => {
      const own = told.filter(
        position => position.party === party.id && here.some(issue => issue.id === position.issue),
      )
      return {
        id: party.id,
        name: party.name,
        weights: { given: 'unknown' as const, evidence: 'assumed' as const },
        values: Object.fromEntries(
          own.map(position => [position.issue, { given: ranking(position), evidence: evidenceOf(position, acts) }]),
        ),
        reserve: { given: Object.fromEntries(here.map(issue => [issue.id, open])), evidence: 'assumed' as const },
        redLines: own
          .filter(position => position.redLine && !position.conditional)
          .map(position => ({
            never: { [position.issue]: refuses.has(position.latest) ? agreed : open },
            evidence: evidenceOf(position, acts),
          })),
      }
    }),
  }
}

const isStance = (act: ActKind): boolean => wants.has(act) || refuses.has(act)

const ranking = (position: Position): string[] | 'unknown' => {
  if (position.conditional || position.contested !== null) return 'unknown'
  return refuses.has(position.latest) ? [open, agreed] : [agreed, open]
}

/** The sentences of the latest act; at most five, the rest says the same. */
function evidenceOf(position: Position, acts: readonly Act[]): Evidence {
  const statements = position.history.at(-1)?.statements ?? []
  const found = statements
    .flatMap(id => acts.find(act => act.statement.id === id) ?? [])
    .slice(0, 5)
    .map(({ statement, said }) => ({
      report: statement.report,
      start: statement.start,
      end: statement.end,
      quote: said.slice(0, 2000),
    }))
    .filter(one => one.quote !== '')
  return found.length > 0 ? found : 'assumed'
}
