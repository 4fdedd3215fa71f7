import type { Gazetteer } from '../../actors/gazetteer.js'
import { sentences } from '../../language/words.js'
import type { Lineage } from '../../reports/lineage.js'
import type { Report } from '../../reports/report.js'
import type { Act, IssueId } from '../act.js'
import type { IssueDefinition } from '../definitions.js'
import { issueFinder } from '../issues.js'
import { isStance } from '../stance.js'
import { partyNames } from '../target.js'
import { type Bearing, bearings } from './bearings.js'
import { groupsOf } from './group.js'
import { nameOf, slug, type Used } from './names.js'
import type { Option, OptionAct, OptionRuling } from './option.js'
import { partiesIn } from './parties-in.js'
import { type Derived, ruled } from './rulings.js'
import { stemsOfName } from './wording.js'

/** What options are made from. */
export interface OptionSources {
  readonly acts: readonly Act[]
  readonly reports: readonly Report[]
  readonly lineages: readonly Lineage[]
  readonly issues: readonly IssueDefinition[]
  readonly gazetteer: Gazetteer
  /** What a person ruled, in the order of `case.yaml`. */
  readonly rulings?: readonly OptionRuling[]
}

/**
 * The options of every issue, in the order of the issues; of an issue the best attested first, what is unspecified last.
 *
 * Every act lands in exactly one option of each issue it bears on, whatever the order of the reports. Only a stance of a
 * known party founds an option; a comment joins one or stays unspecified, and so does a bare mention: nothing is guessed.
 */
export function options({ acts, reports, lineages, issues, gazetteer, rulings = [] }: OptionSources): Option[] {
  const nameStems = new Map(
    // "Legal form: treaty, binding": what follows the colon are examples.
    issues.map(({ id, name }) => [
      id,
      stemsOfName(sentences(name.toLowerCase().split(':')[0] ?? '').flatMap(({ words }) => words)),
    ]),
  )
  const names = partyNames(
    acts.map(({ statement }) => statement),
    gazetteer,
  )
  const found = bearings(acts, reports, { finder: issueFinder(issues), partiesIn: partiesIn(names), nameStems })
  const lineageOf = new Map(lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  const known = found.flatMap(one => (founds(one) && one.wording ? [one.wording] : []))
  const order = new Map(issues.map(({ id }, n) => [id, n]))
  return byIssue(found)
    .sort(([a], [b]) => (order.get(a) ?? issues.length) - (order.get(b) ?? issues.length) || (a < b ? -1 : 1))
    .flatMap(([issue, own]) => {
      const derived = derive(issue, own, known, report => lineageOf.get(report) ?? report)
      const ofIssue = rulings.filter(ruling => ruling.issue === issue)
      return inOrder(ruled(derived, ofIssue), report => lineageOf.get(report) ?? report)
    })
}

/** Whether an act makes its words an option: a party that is known takes a stand on them. */
function founds({ act, wording, kind }: Bearing): boolean {
  return wording !== null && act.party !== null && act.statement.layer !== 'event' && kind !== null && isStance(kind)
}

function derive(
  issue: IssueId,
  own: readonly Bearing[],
  known: NonNullable<Bearing['wording']>[],
  lineageOf: (report: string) => string,
): Derived[] {
  const founding = own.filter(founds)
  const { groups, placeOf } = groupsOf(
    founding.flatMap(({ wording }) => wording ?? []),
    known,
  )
  const placed = own.map(one => ({ one, place: one.wording ? placeOf(one.wording) : -1 }))
  const used: Used[][] = groups.map(() => [])
  for (const { one, place } of placed) {
    if (founds(one) && one.wording)
      used[place]?.push({ text: one.wording.text, lineage: lineageOf(one.act.statement.report) })
  }
  const named = used.map(nameOf)
  const ids = distinct(named.map(name => `${issue}/${slug(name)}`))
  return placed.map(({ one, place }) => ({
    bearing: one,
    founds: founds(one),
    option: place < 0 ? null : { id: ids[place]!, name: named[place]! },
  }))
}

/** Equal ids are numbered, in the order of the groups, which is that of their words. */
function distinct(ids: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return ids.map(id => {
    const n = (taken.get(id) ?? 0) + 1
    taken.set(id, n)
    return n === 1 ? id : `${id}-${n}`
  })
}

function byIssue(found: readonly Bearing[]): [IssueId, Bearing[]][] {
  const groups = new Map<IssueId, Bearing[]>()
  for (const one of found) {
    const group = groups.get(one.issue)
    if (group) group.push(one)
    else groups.set(one.issue, [one])
  }
  return [...groups]
}

function inOrder(found: readonly Option[], lineageOf: (report: string) => string): Option[] {
  const sources = new Map(found.map(({ id, acts }) => [id, sourcesOf(acts, lineageOf)]))
  const last = (option: Option) => Number(option.kind === 'unspecified')
  return [...found].sort(
    (a, b) => last(a) - last(b) || (sources.get(b.id) ?? 0) - (sources.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
}

function sourcesOf(acts: readonly OptionAct[], lineageOf: (report: string) => string): number {
  return new Set(acts.flatMap(({ wording }) => (wording ? [lineageOf(wording.report)] : []))).size
}
