import type { Party } from '../actors/actor.js'
import { partyName } from '../actors/gazetteer.js'
import { caseGazetteer } from '../actors/resolve.js'
import { pledges } from '../agreements/pledges.js'
import type { Act } from '../positions/act.js'
import { acts as actsOf } from '../positions/acts.js'
import { conditionGraph } from '../positions/condition-graph.js'
import { discrepancies } from '../positions/discrepancies.js'
import type { OptionRuling } from '../positions/options/option.js'
import { options as optionsOf } from '../positions/options/options.js'
import { positions as positionsOf } from '../positions/positions.js'
import { proposals } from '../positions/proposals.js'
import { ruledActs } from '../positions/rulings/on-acts.js'
import { ruledDiscrepancies } from '../positions/rulings/on-discrepancies.js'
import { noRulings } from '../positions/rulings/ruling.js'
import { drift as driftOf } from '../reports/drift.js'
import { type Drift, type Lineage, lineages as lineagesOf } from '../reports/lineage.js'
import { isArticle } from '../reports/report.js'
import { statements as statementsOf } from '../statements/statements.js'
import { actModel } from './act-model.js'
import type { CaseFile } from './case-file.js'
import type { OpenedCase } from './case-folder.js'
import { givenProposals } from './given-proposals.js'
import { issuesOfCase } from './issues-of-case.js'
import type { CaseRecord } from './record.js'
import { inOrderOfPlace, isAnalysed } from './report-list.js'
import { packagedTagger } from './tagger-model.js'

/**
 * The record of a case: every stage from its reports to its discrepancies, with what persons ruled.
 *
 * Pure: the same case file, reports, rulings and acts give the same record, in whatever order the reports come.
 * `read`: as `readActs` gives them, or with what a second reader added; `sources`: as `readSources` gives them. Both do
 * without the rulings: who keeps them can build the record anew after a ruling without reading the reports again.
 * A report in a language that is not read is kept and counted as a source, and yields no statement. A page or text that is
 * no article is kept and listed, and is neither a source nor read.
 */
export function buildRecord(
  opened: OpenedCase,
  read: readonly Act[] = readActs(opened),
  { lineages, drift }: Sources = readSources(opened),
): CaseRecord {
  const { file, reports: given, refused, texts, rulings = noRulings } = opened
  const reports = inOrderOfPlace(given)
  const articles = reports.filter(isArticle)
  const readable = articles.filter(isAnalysed)
  const definitions = issuesOfCase(file)
  const ruled = ruledActs(read, readable, rulings.statements)
  const acts = ruled.acts.filter(({ ruling }) => !ruling?.notAStatement)
  const statements = acts.map(({ statement }) => statement)
  const gazetteer = caseGazetteer(file.parties)
  const options = optionsOf({
    acts,
    reports: readable,
    lineages,
    issues: definitions,
    gazetteer,
    rulings: optionRulings(file),
  })
  const positions = positionsOf(acts, articles, lineages, options)
  const known = parties(file, acts)
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? partyName(id)
  const differing = ruledDiscrepancies(
    discrepancies(acts, articles, lineages, drift, nameOf, gazetteer),
    articles,
    rulings.discrepancies,
  )
  const used = new Set(acts.flatMap(act => act.issues))
  return {
    name: file.name,
    parties: known,
    issues: definitions.filter(({ id }) => used.has(id)).map(({ id, name, group }) => ({ id, name, group })),
    reports,
    refused,
    lineages,
    drift,
    statements,
    acts,
    options,
    positions,
    conditions: conditionGraph(acts, articles, lineages),
    discrepancies: differing.discrepancies,
    proposals: proposals(acts, readable, lineages, {
      gazetteer,
      given: givenProposals(file, texts),
      nameOf,
    }),
    pledges: pledges(acts, articles, lineages, gazetteer),
    rulings: [...ruled.effects, ...differing.effects],
    struck: ruled.acts.filter(({ ruling }) => ruling?.notAStatement),
  }
}

/** Which reports are one source, and what each slipped in. */
export interface Sources {
  readonly lineages: readonly Lineage[]
  readonly drift: readonly Drift[]
}

/** The sources of a case; no ruling changes them. */
export function readSources({ reports }: Pick<OpenedCase, 'reports'>): Sources {
  const articles = inOrderOfPlace(reports).filter(isArticle)
  const lineages = lineagesOf(articles)
  return { lineages, drift: lineages.flatMap(lineage => driftOf(lineage, articles)) }
}

/** What is said in the reports of a case, and what each statement does: one act a statement. */
export function readActs({ file, reports }: OpenedCase): Act[] {
  const readable = inOrderOfPlace(reports).filter(isArticle).filter(isAnalysed)
  const statements = statementsOf(readable, { parties: file.parties, tagger: packagedTagger })
  return actsOf(statements, readable, issuesOfCase(file), caseGazetteer(file.parties), actModel())
}

/** What the case file says of options, issue by issue. */
function optionRulings({ issues }: CaseFile): OptionRuling[] {
  return issues.flatMap(({ id: issue, options }) => options.map(option => ({ issue, ...option })))
}

/** The case's own parties in its order, then whoever else takes a stand, the most heard first. */
function parties({ parties: named }: CaseFile, acts: readonly Act[]): Party[] {
  const heard = new Map<string, number>()
  for (const { party } of acts) if (party !== null) heard.set(party, (heard.get(party) ?? 0) + 1)
  const own = new Set(named.map(({ id }) => id))
  const others = [...heard].filter(([id]) => !own.has(id)).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return [
    ...named.map(({ id, name, role }) => ({ id, name, role })),
    ...others.map(([id]) => ({ id, name: partyName(id), role: 'unknown' as const })),
  ]
}
