import { Document } from 'yaml'
import type { CaseFile } from './case-file.js'
import { type LoneTerm, loneTerms } from './lone-terms.js'
import type { CaseRecord } from './record.js'

/** How often each party, actor and issue is met: the counts that a draft shows beside each line. */
export interface CaseDraft {
  readonly file: CaseFile
  /** Statements by party id. */
  readonly byParty: ReadonlyMap<string, number>
  /** Statements by actor name. */
  readonly byActor: ReadonlyMap<string, number>
  /** Acts by issue id. */
  readonly byIssue: ReadonlyMap<string, number>
  /** Speakers that belong to no known party, with how often they speak. */
  readonly unplaced: ReadonlyMap<string, number>
  /** Terms that recur and belong to no issue: what an issue of the case's own may be made of. */
  readonly terms: readonly LoneTerm[]
}

/** A case file as the record suggests it: the parties and issues found, the most frequent first. */
export function draftCase(record: CaseRecord, name: string): CaseDraft {
  const speakers = record.statements.map(({ speaker }) => speaker)
  const byParty = counted(speakers.flatMap(({ party }) => party ?? []))
  const byActor = counted(speakers.map(speaker => speaker.name))
  const unplaced = counted(speakers.flatMap(speaker => (speaker.party === null ? speaker.name : [])))
  const byIssue = counted(record.acts.flatMap(({ issues }) => issues))
  const parties = [...byParty.keys()].map(id => {
    const known = record.parties.find(party => party.id === id)
    const actors = counted(speakers.flatMap(speaker => (speaker.party === id ? speaker.name : [])))
    return {
      id,
      name: known?.name ?? id,
      role: known?.role ?? ('unknown' as const),
      aliases: [],
      actors: [...actors.keys()].filter(actor => actor !== known?.name),
    }
  })
  const issues = [...byIssue.keys()].map(id => ({
    id,
    name: record.issues.find(issue => issue.id === id)?.name,
    terms: [],
    options: [],
  }))
  return {
    file: { name, parties, issues, outlets: [], proposals: [] },
    byParty,
    byActor,
    byIssue,
    unplaced,
    terms: loneTerms(record),
  }
}

/** Speakers of unknown party that a draft names; the rest speak once or twice. */
const mostUnplaced = 12

/** The draft as YAML with its counts as comments, ready to edit. */
export function draftText({ file, byParty, byActor, byIssue, unplaced, terms }: CaseDraft): string {
  const document = new Document({
    name: file.name,
    parties: file.parties.map(({ id, name, role, aliases, actors }) => ({ id, name, role, aliases, actors })),
    issues: file.issues.map(({ id, name }) => ({ id, name })),
    outlets: [],
  })
  const note = (path: readonly (string | number)[], comment: string) => {
    const node = document.getIn(path, true) as { comment?: string | null } | undefined
    if (node) node.comment = ` ${comment}`
  }
  file.parties.forEach((party, i) => {
    note(['parties', i, 'id'], `${byParty.get(party.id)} statements`)
    party.actors.forEach((actor, j) => {
      note(['parties', i, 'actors', j], `${byActor.get(actor)}`)
    })
  })
  file.issues.forEach((issue, i) => {
    note(['issues', i, 'id'], `${byIssue.get(issue.id)} statements`)
  })
  document.commentBefore = [
    ' Drafted by `parley init` from the reports; yours to edit, Parley obeys it and never changes it.',
    ' role: party, mediator, guarantor, outside or unknown. An issue of your own needs id, name and terms.',
    ...(unplaced.size > 0 ? [' Speakers whose party is unknown; give them one under `actors`:'] : []),
    ...[...unplaced].slice(0, mostUnplaced).map(([speaker, n]) => `   ${speaker.replace(/\s+/g, ' ')} (${n})`),
    ...(unplaced.size > mostUnplaced ? [`   and ${unplaced.size - mostUnplaced} more`] : []),
  ].join('\n')
  return `${document.toString({ lineWidth: 0 })}${termComments(terms)}`
}

/** Each as an issue that is one copy away from being one; nothing in it can end the comment. */
function termComments(terms: readonly LoneTerm[]): string {
  if (terms.length === 0) return ''
  const lines = terms.flatMap(({ term, statements, sources, example: { place, start, end, words } }) => [
    `${statements} statements, ${sources} ${sources === 1 ? 'source' : 'sources'}: ${place} ${start}-${end}: ${words}`,
    `  - id: ${term.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`,
    `    name: ${term[0]!.toUpperCase()}${term.slice(1)}`,
    `    terms: [${term}*]`,
  ])
  const intro = [
    'Terms that recur in the statements and belong to no issue, the furthest from ordinary language first.',
    'To follow one, move its three lines to `issues` above, or add its term to an issue there.',
  ]
  return ['', ...intro, ...lines]
    .map(line => `#${line === '' ? '' : ` ${line.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ')}`}`)
    .join('\n')
    .replace(/^#\n/, '\n')
    .concat('\n')
}

/** Values with how often they stand in the list: the most frequent first, equals by name. */
function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
}
