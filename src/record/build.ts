import type { Party } from '../actors/actor.js'
import { partyName } from '../actors/gazetteer.js'
import { caseGazetteer } from '../actors/resolve.js'
import { pledges } from '../agreements/pledges.js'
import type { Act } from '../positions/act.js'
import { acts as actsOf } from '../positions/acts.js'
import { conditionGraph } from '../positions/condition-graph.js'
import { type IssueDefinition, issueDefinitions } from '../positions/definitions.js'
import { discrepancies } from '../positions/discrepancies.js'
import type { OptionRuling } from '../positions/options/option.js'
import { options as optionsOf } from '../positions/options/options.js'
import { positions as positionsOf } from '../positions/positions.js'
import { proposals } from '../positions/proposals.js'
import { drift as driftOf } from '../reports/drift.js'
import { lineages as lineagesOf } from '../reports/lineage.js'
import { isArticle } from '../reports/report.js'
import { statements as statementsOf } from '../statements/statements.js'
import { actModel } from './act-model.js'
import type { CaseFile } from './case-file.js'
import type { OpenedCase } from './case-folder.js'
import { givenProposals } from './given-proposals.js'
import type { CaseRecord } from './record.js'
import { inOrderOfPlace, isAnalysed } from './report-list.js'
import { packagedTagger } from './tagger-model.js'

/**
 * The record of a case: every stage from its reports to its discrepancies.
 *
 * Pure: the same case file, reports and acts give the same record, in whatever order the reports come.
 * `acts`: as `readActs` gives them, or with what a second reader added.
 * A report in a language that is not read is kept and counted as a source, and yields no statement. A page or text that is
 * no article is kept and listed, and is neither a source nor read.
 */
export function buildRecord(opened: OpenedCase, acts: readonly Act[] = readActs(opened)): CaseRecord {
  const { file, reports: given, refused, texts } = opened
  const reports = inOrderOfPlace(given)
  const articles = reports.filter(isArticle)
  const readable = articles.filter(isAnalysed)
  const definitions = issuesOfCase(file)
  const lineages = lineagesOf(articles)
  const drift = lineages.flatMap(lineage => driftOf(lineage, articles))
  const statements = acts.map(({ statement }) => statement)
  const gazetteer = caseGazetteer(file.parties)
  const options = optionsOf({
    acts,
    reports: readable,
    lineages,
    issues: definitions,
    gazetteer,
    rulings: rulings(file),
  })
  const positions = positionsOf(acts, articles, lineages, options)
  const known = parties(file, acts)
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? partyName(id)
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
    pledges: pledges(acts, articles, lineages, gazetteer),
    discrepancies: discrepancies(acts, articles, lineages, drift, nameOf, gazetteer),
    proposals: proposals(acts, readable, lineages, {
      gazetteer,
      given: givenProposals(file, texts),
      nameOf,
    }),
  }
}

/** What is said in the reports of a case, and what each statement does: one act a statement. */
export function readActs({ file, reports }: OpenedCase): Act[] {
  const readable = inOrderOfPlace(reports).filter(isArticle).filter(isAnalysed)
  const statements = statementsOf(readable, { parties: file.parties, tagger: packagedTagger })
  return actsOf(statements, readable, issuesOfCase(file), caseGazetteer(file.parties), actModel())
}

/** The taxonomy, cut down to the issues that the case names where it names any, with its terms and its own issues added. */
export function issuesOfCase({ issues }: CaseFile): IssueDefinition[] {
  if (issues.length === 0) return [...issueDefinitions]
  const named = new Map(issues.map(issue => [issue.id, issue]))
  const general = issueDefinitions.flatMap(definition => {
    const issue = named.get(definition.id)
    return issue
      ? [{ ...definition, name: issue.name ?? definition.name, terms: [...definition.terms, ...issue.terms] }]
      : []
  })
  const known = new Set(general.map(({ id }) => id))
  const own = issues
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, terms }) => ({ id, name: name ?? id, group: 'Issues of this case', pax: [], terms }))
  return [...general, ...own]
}

/** What the case file says of options, issue by issue. */
function rulings({ issues }: CaseFile): OptionRuling[] {
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
