import { type IssueDefinition, issueDefinitions } from '../positions/definitions.js'
import type { CaseFile } from './case-file.js'

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
