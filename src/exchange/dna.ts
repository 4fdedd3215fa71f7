import { slice } from '../language/span.js'
import type { CaseRecord, IssueName } from '../record/record.js'
import type { Row } from '../record/rows.js'
import type { Network } from './network.js'

/** Every column, in order: those of Discourse Network Analyzer's event list, then what a record knows beyond them. */
export const dnaColumns = [
  'statement ID',
  'time',
  'document ID',
  'document title',
  'author',
  'source',
  'section',
  'type',
  'text',
  'person',
  'organization',
  'concept',
  'agreement',
  'start',
  'stop',
  'act',
  'conditional',
  'red line',
  'lineage',
  'parley statement',
  'parley report',
] as const

/**
 * The network's statements as rows of an event list of Discourse Network Analyzer, one an issue that a statement bears on.
 *
 * `start` and `stop` are caret positions as its Java code counts them: UTF-16 units, as in the record. `time` is empty
 * where the report is not dated to the day.
 */
export function dnaStatements({ statements, actors, concepts }: Network, record: CaseRecord): Row[] {
  const reports = new Map(record.reports.map((report, index) => [report.id, { report, number: index + 1 }]))
  const lineages = new Map(record.lineages.flatMap(({ id, members }) => members.map(member => [member, id] as const)))
  return statements.flatMap(({ act, kind, actor, concept, agrees }, index) => {
    const { statement } = act
    const found = reports.get(statement.report)
    if (!found) return []
    const { report, number } = found
    const organization = actors.find(({ id }) => id === actor)?.name ?? actor
    const person = (statement.principal ?? statement.speaker).name
    return [
      {
        'statement ID': index + 1,
        time: timeOf(report.date),
        'document ID': number,
        'document title': report.title ?? report.place,
        author: report.byline,
        source: report.outlet,
        section: null,
        type: null,
        text: slice(report.text, statement),
        person: person === organization ? null : person,
        organization,
        concept: conceptName(concepts, concept),
        agreement: agrees ? 1 : 0,
        start: statement.start,
        stop: statement.end,
        act: kind,
        conditional: act.condition !== null,
        'red line': act.redLine,
        lineage: lineages.get(report.id) ?? report.id,
        'parley statement': statement.id,
        'parley report': report.id,
      },
    ]
  })
}

function conceptName(concepts: readonly IssueName[], id: string): string {
  return concepts.find(concept => concept.id === id)?.name ?? id
}

/** `yyyy-MM-dd HH:mm:ss`; midnight where only the day is known. */
function timeOf(date: CaseRecord['reports'][number]['date']): string | null {
  if (date?.precision === 'day') return `${date.value} 00:00:00`
  if (date?.precision === 'minute') return date.value.slice(0, 19).replace('T', ' ')
  return null
}
