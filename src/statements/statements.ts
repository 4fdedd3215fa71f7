import type { Actor, CaseParty } from '../actors/actor.js'
import { type Gazetteer, withEntries } from '../actors/gazetteer.js'
import { introducedGroups } from '../actors/introduced-groups.js'
import { caseGazetteer } from '../actors/resolve.js'
import { unknownStates } from '../actors/unknown-states.js'
import { hull, isWithin, type Span, slice } from '../language/span.js'
import type { Report } from '../reports/report.js'
import { agencyIn } from './agency.js'
import { type AttributionReader, attributions, type Found, type Reading, readSentences } from './attributions.js'
import { headlineSentences } from './headline.js'
import { learnPeople, type People } from './people.js'
import { quotations } from './quotations.js'
import { type Speaker, speakersIn } from './speakers.js'
import type { Statement } from './statement.js'
import { withActsApart } from './two-acts.js'

/** What is known besides the reports. */
export interface Knowledge {
  /** The case's own parties: they override the gazetteer and what the reports teach. */
  readonly parties: readonly CaseParty[]
  /** Finds reported speech beside the rules, where its model is at hand. */
  readonly tagger?: AttributionReader
}

/**
 * Who said what in `reports`: every statement with its speaker, in order of report, then of the text.
 *
 * Names, titles and parties are learned from all reports before the first is read. Pure; linear in the text.
 */
export function statements(reports: readonly Report[], knowledge: Knowledge = { parties: [] }): Statement[] {
  const bodies = reports.map(({ text, body }) => readSentences(text, body))
  const gazetteer = gazetteerFor(bodies, knowledge)
  const people = learnPeople(bodies, gazetteer, knowledge.parties, yearOf(reports))
  return reports.flatMap((report, n) => {
    const body = bodies[n]
    if (!body) return []
    const reading = withHeadline(body, report.headline, people, gazetteer)
    const spans = report.headline ? [report.headline, ...report.body] : report.body
    const agency = agencyIn(report.text, people, gazetteer)
    const attributed = attributions(reading, spans, agency, report.headline, knowledge.tagger)
    const found = withActsApart(attributed, quotations(report.text, hull(spans)), reading.sentences)
    const speakers = speakersIn(reading, people, gazetteer)
    return withoutEchoes(
      found.flatMap(each => statementsOf(report, each, speakers)),
      report.text,
    )
  })
}

/** The year of the latest report; null where none is dated. */
function yearOf(reports: readonly Pick<Report, 'date'>[]): number | null {
  const years = reports.flatMap(({ date }) => (date ? Number(date.value.slice(0, 4)) : []))
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null
}

/** The sentences of a report's body and those of its headline, in order. */
export function withHeadline(
  { text, sentences }: Reading,
  headline: Span | null,
  people: People,
  gazetteer: Gazetteer,
): Reading {
  const head = headline ? headlineSentences(text, headline, people, gazetteer) : []
  return { text, sentences: [...head, ...sentences].sort((a, b) => a.start - b.start) }
}

/** The world's names and the case's; a state that neither knows is learned from the reports. */
export function gazetteerFor(bodies: readonly Reading[], { parties }: Knowledge): Gazetteer {
  const listed = caseGazetteer(parties)
  const known = withEntries(
    listed,
    introducedGroups(
      bodies.flatMap(({ text, sentences }) => sentences.map(sentence => slice(text, sentence))),
      listed,
    ),
  )
  return withEntries(
    known,
    unknownStates(
      bodies.flatMap(({ sentences }) => sentences),
      known,
    ),
  )
}

interface Read {
  readonly found: Found
  readonly statement: Statement
}

function statementsOf(report: Report, found: Found, speakers: (source: Span) => Speaker[]): Read[] {
  const { source, cue, content, direct, confidence, hearsay, clause } = found
  const end = withFullStop(report.text, clause.end)
  const inHeadline = report.headline !== null && isWithin(clause, report.headline)
  const hasQuote = /["“”«„]|''/.test(slice(report.text, clause))
  const first = source[0]
  const voices = first ? speakers(first) : []
  const principal = found.principal ? speakers(found.principal)[0]?.actor : undefined
  return voices.map(({ actor, mention }, n) => ({
    found,
    statement: {
      id: `${report.id}:${clause.start}-${end}${n === 0 ? '' : `/${n + 1}`}`,
      report: report.id,
      start: clause.start,
      end,
      source,
      cue,
      content,
      direct,
      confidence,
      layer: inHeadline ? 'headline' : found.layer,
      form: direct ? 'direct' : hasQuote ? 'mixed' : 'indirect',
      speaker: actor,
      mention,
      // Only a party's own voice speaks for it: what it says of another stays its own claim.
      principal: principal && speaksFor(actor, principal) ? principal : null,
      hearsay,
    },
  }))
}

function speaksFor(speaker: Actor, principal: Actor): boolean {
  return principal.party !== null && principal.party === speaker.party && principal.name !== speaker.name
}

/** Leaves out a noun cue within another statement of the same party: "Lavrov cited Russia's demand" is one statement. */
function withoutEchoes(read: readonly Read[], text: string): Statement[] {
  return (
    read
      // "It" that stands for no party is a thing.
      .filter(({ statement }) => statement.speaker.party !== null || !isIt(statement, text))
      .filter(
        ({ found, statement }) =>
          !found.nominal ||
          (statement.speaker.party !== null &&
            !read.some(
              other =>
                other.found !== found &&
                isWithin(found.clause, other.found.clause) &&
                other.statement.speaker.party === statement.speaker.party,
            )),
      )
      .map(({ statement }) => statement)
  )
}

function isIt({ source }: Statement, text: string): boolean {
  return source.every(span => /^it$/i.test(slice(text, span)))
}

function withFullStop(text: string, end: number): number {
  return text[end] === '.' ? end + 1 : end
}
