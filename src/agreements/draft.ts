import type { Party, PartyId } from '../actors/actor.js'
import { caseGazetteer } from '../actors/resolve.js'
import { slice } from '../language/span.js'
import type { Act, IssueId } from '../positions/act.js'
import type { ConditionGraph, ConditionLink } from '../positions/condition-graph.js'
import type { Position } from '../positions/position.js'
import type { Report } from '../reports/report.js'
import type { AgreementText } from './agreement.js'
import { type Wish, wishes } from './draft/clusters.js'
import { unsaidOfGuarantee } from './draft/guarantee-words.js'
import { normIn } from './draft/norm-words.js'

/** What a draft is made from: the part of the record that says who wants what. */
export interface DraftSources {
  readonly parties: readonly Party[]
  readonly issues: readonly { readonly id: IssueId; readonly name: string }[]
  readonly reports: readonly Report[]
  readonly acts: readonly Act[]
  readonly positions: readonly Position[]
  readonly conditions: ConditionGraph
}

/** A first agreement with what its reader must know of each part. */
export interface AgreementDraft {
  readonly agreement: AgreementText
  /** What is to be said of an entry, by its id; of a list, by its field. */
  readonly notes: ReadonlyMap<string, readonly string[]>
}

type Provision = NonNullable<AgreementText['provisions']>[number]
type Source = NonNullable<Provision['sources']>[number]

/**
 * A first agreement from the record, for a drafter to correct.
 *
 * A provision is what one party wants on one issue, in the words of a report. Its own party agrees to it; who accepts or
 * supports something on the issue is noted, since on which words is not said; who rejects on the issue keeps brackets. A norm
 * is made only where the words name who is bound, how, and to what. No guarantee is made: what its form asks for is
 * seldom all said, and what is not is listed. Nothing is in it that no report says.
 *
 * @param paxOf the PA-X codes of an issue, as topics
 */
export function draftAgreement(
  title: string,
  sources: DraftSources,
  paxOf: (issue: IssueId) => readonly string[],
): AgreementDraft {
  const { parties, reports, acts, positions, conditions } = sources
  const gazetteer = caseGazetteer(parties.map(party => ({ ...party, aliases: [], actors: [] })))
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const textOf = (report: string) => texts.get(report) ?? ''
  const nameOf = (id: PartyId) => parties.find(one => one.id === id)?.name ?? id
  const issueName = (id: IssueId) => sources.issues.find(one => one.id === id)?.name ?? id
  const sides = new Set(parties.filter(({ id }) => isSide(id)).map(({ id }) => id))
  const notes = new Map<string, string[]>()
  const note = (key: string, ...lines: string[]) => notes.set(key, [...(notes.get(key) ?? []), ...lines])

  const wanted = wishes(acts, textOf).filter(({ party }) => sides.has(party))
  const provisions: Provision[] = wanted.map((wish, i) => provisionOf(wish, `p${i + 1}`))
  const byStatement = new Map(
    wanted.flatMap(({ acts: own }, i) => own.map(({ statement }) => [statement.id, `p${i + 1}`] as const)),
  )
  const sequence = conditions.links.flatMap(link => precedenceOf(link))
  const norms = wanted.flatMap((wish, i) => normOf(wish, `p${i + 1}`))
  noteRefusals()
  noteGuarantees()
  const named = new Set([
    ...provisions.flatMap(({ agreedBy = [], bracketedBy = [] }) => [agreedBy, bracketedBy].flat()),
    ...norms.flatMap(({ bearers }) => bearers),
    ...sequence.flatMap(({ reading }) => reading),
    ...parties.filter(({ role }) => role !== 'unknown' && role !== 'outside').map(({ id }) => id),
  ])
  return {
    agreement: {
      title,
      parties: [...named].map(id => ({
        id,
        name: nameOf(id),
        ...(bodies.has(id) ? { kind: 'organisation' as const } : {}),
      })),
      participation: parties.flatMap(({ id, role }) =>
        role === 'party' || role === 'mediator' || role === 'guarantor' ? [{ party: id, capacity: role }] : [],
      ),
      provisions,
      norms,
      sequence,
    },
    notes,
  }

  function provisionOf(wish: Wish, id: string): Provision {
    const on = (test: (position: Position) => boolean) =>
      positions
        .filter(one => one.issue === wish.issue && one.party !== wish.party && sides.has(one.party) && test(one))
        .map(({ party }) => party)
    const refusing = on(({ latest, contested }) => latest === 'REJECT' || contested === 'REJECT')
    const accepting = on(({ latest }) => latest === 'ACCEPT' || latest === 'SUPPORT' || latest === 'CONCEDE')
    const isAnswered = positions.some(one => one.issue === wish.issue && one.party !== wish.party)
    const [{ act }] = wish.acts
    note(
      id,
      `${nameOf(wish.party)}: ${(act ?? '').toLowerCase()}${wish.acts.some(one => one.redLine) ? ', a red line' : ''}.`,
    )
    for (const condition of new Set(wish.acts.flatMap(one => one.condition?.text ?? [])))
      note(id, `Under the condition: ${condition}.`)
    if (refusing.length > 0)
      note(
        id,
        `${refusing.map(nameOf).join(', ')}: rejected something on this issue; strike the brackets where it was not this.`,
      )
    if (accepting.length > 0)
      note(
        id,
        `${accepting.map(nameOf).join(', ')}: accepted or supported something on this issue; on which words is not said.`,
      )
    if (!isAnswered) note(id, 'Nobody else is reported to have taken a stand on this.')
    return {
      id,
      heading: issueName(wish.issue),
      text: wish.text,
      topic: [...new Set(wish.issues.flatMap(paxOf))],
      status: 'reported',
      agreedBy: [wish.party],
      bracketedBy: refusing,
      sources: wish.acts.slice(0, mostSources).map(sourceOf),
    }
  }

  function sourceOf({ statement }: Pick<Act, 'statement'>): Source {
    const { report, start, end } = statement
    return { report, start, end, quote: slice(textOf(report), { start, end }) }
  }

  function normOf(wish: Wish, provision: string) {
    const isOwn = wish.acts.some(({ act }) => act === 'OFFER' || act === 'CONCEDE')
    const isAsked = wish.acts.some(({ act }) => act === 'DEMAND' || act === 'REQUEST')
    const found = normIn(wish.text, isOwn ? wish.party : null, gazetteer, isAsked)
    if (!found || wish.acts.every(({ strength }) => strength === 'hedged')) {
      note(provision, 'No norm: the words do not say who is bound, how, and to what.')
      return []
    }
    note(provision, 'Not said: by when, who verifies it, what follows a breach.')
    return [{ id: `n${provision.slice(1)}`, provision, ...found, bearers: [...found.bearers] }]
  }

  /** "A only after B", as somebody asserts it; what is only asked for as a condition becomes a provision that nobody has agreed to. */
  function precedenceOf(link: ConditionLink) {
    const { party, kind } = link
    if (party === null || !sides.has(party) || !ordered.has(kind)) return []
    const own = acts.filter(({ statement }) => link.statements.includes(statement.id))
    const after = own.flatMap(({ statement }) => byStatement.get(statement.id) ?? [])[0]
    if (after === undefined || own[0] === undefined) return []
    const before = provisionOn(link.awaited.issues, after) ?? asked(link, own[0])
    return before === after ? [] : [{ before, after, reading: party, sources: own.slice(0, mostSources).map(sourceOf) }]
  }

  function provisionOn(issues: readonly IssueId[], but: string): string | undefined {
    const at = wanted.findIndex(({ issue }, i) => issues.includes(issue) && `p${i + 1}` !== but)
    return at < 0 ? undefined : `p${at + 1}`
  }

  function asked(link: ConditionLink, act: Act): string {
    const known = provisions.find(({ text }) => text === link.awaited.words)
    if (known) return known.id
    const id = `p${provisions.length + 1}`
    const [issue] = link.awaited.issues
    provisions.push({
      id,
      ...(issue === undefined ? {} : { heading: issueName(issue) }),
      text: link.awaited.words,
      topic: link.awaited.issues.flatMap(paxOf),
      status: 'reported',
      sources: [sourceOf(act)],
    })
    note(id, `Asked for as a condition by ${nameOf(link.party ?? '')}; nobody is reported to have offered it.`)
    return id
  }

  function noteRefusals() {
    const bare = positions.filter(
      ({ latest, issue, party }) =>
        latest === 'REJECT' && sides.has(party) && !wanted.some(wish => wish.issue === issue),
    )
    for (const { party, issue } of bare)
      note(
        'provisions',
        `${nameOf(party)} rejects on ${issueName(issue)}; nobody is reported to have asked for anything there.`,
      )
  }

  function noteGuarantees() {
    for (const [i, wish] of wanted.entries()) {
      if (!wish.issues.includes('security-guarantees')) continue
      const towards = [...new Set(wish.acts.flatMap(({ beneficiary }) => beneficiary ?? []))].map(nameOf)
      const words = wish.acts.map(({ statement }) => slice(textOf(statement.report), statement)).join(' ')
      note(
        'guarantees',
        `p${i + 1}: ${nameOf(wish.party)}${towards.length > 0 ? `, towards ${towards.join(', ')}` : ''}. Not said: ${unsaidOfGuarantee(words).join('; ')}.`,
      )
    }
  }
}

const mostSources = 5

const ordered: ReadonlySet<ConditionLink['kind']> = new Set(['if', 'only-if', 'only-after', 'provided', 'in-exchange'])

/** Voices that sign nothing. */
const voices = new Set(['PUBLIC', 'ANALYSTS', 'EXPERTS', 'OBSERVERS', 'MEDIA', 'JOURNALISTS'])
const isSide = (id: PartyId): boolean => !voices.has(id) && /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u.test(id)

const bodies = new Set([
  'NATO',
  'EU',
  'UN',
  'OSCE',
  'CSTO',
  'GCC',
  'ECOWAS',
  'AU',
  'ARAB_LEAGUE',
  'IGAD',
  'ASEAN',
  'OIC',
])
