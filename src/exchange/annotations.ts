import { createHash } from 'node:crypto'
import type { Span } from '../language/span.js'
import type { Act } from '../positions/act.js'
import type { Discrepancy } from '../positions/discrepancy.js'
import type { CaseRecord } from '../record/record.js'
import type { Report, ReportId } from '../reports/report.js'
import type { Statement } from '../statements/statement.js'
import { type Selectors, selectorsFor } from './selectors.js'

/** A body of an annotation: one thing that is said of the words. */
export interface TextualBody {
  readonly type: 'TextualBody'
  readonly purpose: 'classifying' | 'identifying' | 'tagging' | 'describing'
  readonly value: string
  readonly format: 'text/plain'
}

/** Words of a report. The source is the stored text, in which the positions count; `via` is where it was published. */
export interface SpecificResource {
  readonly type: 'SpecificResource'
  readonly source: {
    readonly id: string
    readonly type: 'Text'
    readonly format: 'text/plain'
    readonly label: string
    readonly language?: string
    readonly via?: string
  }
  readonly selector: Selectors
}

export interface Annotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'classifying' | 'linking' | 'questioning'
  readonly generator: { readonly type: 'Software'; readonly name: string }
  readonly body: readonly TextualBody[]
  readonly target: SpecificResource | readonly SpecificResource[]
}

/** https://www.w3.org/TR/annotation-model/#annotation-page */
export interface AnnotationPage {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'AnnotationPage'
  readonly partOf: {
    readonly id: string
    readonly type: 'AnnotationCollection'
    readonly label: string
    readonly total: number
  }
  readonly startIndex: 0
  readonly items: readonly Annotation[]
}

/**
 * The evidence of a record as one page of W3C Web Annotations: what each statement is read as, what it makes wait for
 * what, and what cannot both be right, each with the words it rests on.
 */
export function annotations(record: CaseRecord): AnnotationPage {
  const targetOf = targets(record.reports)
  const acts = new Map(record.acts.map(act => [act.statement.id, act]))
  const items = [
    ...record.statements.map(statement => statementAnnotation(statement, acts.get(statement.id), targetOf)),
    ...record.acts.flatMap(act => conditionAnnotation(act, targetOf)),
    ...record.discrepancies.map(found => discrepancyAnnotation(found, targetOf)),
  ]
  const collection = iri('collection', record.name, ...record.reports.map(({ id }) => id))
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: iri('page', collection),
    type: 'AnnotationPage',
    partOf: { id: collection, type: 'AnnotationCollection', label: record.name, total: items.length },
    startIndex: 0,
    items,
  }
}

type TargetOf = (report: ReportId, span: Span) => SpecificResource

function targets(reports: readonly Report[]): TargetOf {
  const known = new Map(
    reports.map(report => [report.id, { source: sourceOf(report), select: selectorsFor(report.text) }]),
  )
  return (id, span) => {
    const report = known.get(id)
    if (!report) throw new Error(`The record points to report ${id}, which it does not hold.`)
    return { type: 'SpecificResource', source: report.source, selector: report.select(span) }
  }
}

function sourceOf({ id, title, place, language, url }: Report): SpecificResource['source'] {
  return {
    id: iri('report', id),
    type: 'Text',
    format: 'text/plain',
    label: title ?? place,
    ...(language !== null && { language }),
    ...(url !== null && { via: url }),
  }
}

function statementAnnotation(statement: Statement, act: Act | undefined, targetOf: TargetOf): Annotation {
  const speaker = statement.principal ?? statement.speaker
  return {
    id: iri('statement', statement.id),
    type: 'Annotation',
    motivation: 'classifying',
    generator,
    body: [
      ...(act?.act ? [said('classifying', act.act)] : []),
      said('identifying', speaker.name),
      ...(act?.party ? [said('identifying', act.party)] : []),
      ...(act?.issues ?? []).map(issue => said('tagging', issue)),
    ],
    target: targetOf(statement.report, statement),
  }
}

function conditionAnnotation({ statement, condition }: Act, targetOf: TargetOf): Annotation[] {
  if (condition === null) return []
  return [
    {
      id: iri('condition', statement.id, String(condition.start), String(condition.end)),
      type: 'Annotation',
      motivation: 'linking',
      generator,
      body: [said('classifying', condition.kind)],
      // What waits and what it waits for.
      target: [targetOf(statement.report, statement), targetOf(statement.report, condition)],
    },
  ]
}

function discrepancyAnnotation({ id, kind, summary, sides }: Discrepancy, targetOf: TargetOf): Annotation {
  return {
    id: iri('discrepancy', id),
    type: 'Annotation',
    motivation: 'questioning',
    generator,
    body: [said('classifying', kind), said('describing', summary)],
    target: sides.flatMap(({ evidence }) => evidence.map(place => targetOf(place.report, place))),
  }
}

const generator = { type: 'Software', name: 'Parley' } as const

function said(purpose: TextualBody['purpose'], value: string): TextualBody {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' }
}

/** A name-based UUID (RFC 9562, version 5, in the namespace of URLs): the same thing has the same name in every run. */
function iri(...parts: readonly string[]): string {
  const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')
  const name = JSON.stringify(['parley', ...parts])
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}
