import { hull } from '../language/span.js'
import { bodySpans, type Report } from '../reports/report.js'
import { readSentences } from './attributions.js'
import { learnPeople } from './people.js'
import { type Speaker, speakersIn } from './speakers.js'
import type { Attribution } from './statement.js'
import { gazetteerFor, type Knowledge, withHeadline } from './statements.js'

/**
 * Who speaks in each of `found`, the attributions of one report, in order of its text; empty where it names no source.
 *
 * Names and titles are learned from this report alone.
 */
export function voices(
  report: Pick<Report, 'text' | 'body' | 'headline'>,
  found: readonly Attribution[],
  knowledge: Knowledge = { parties: [] },
): Speaker[][] {
  const body = readSentences(report.text, bodySpans(report))
  const gazetteer = gazetteerFor([body], knowledge)
  const people = learnPeople([body], gazetteer, knowledge.parties)
  const speakers = speakersIn(withHeadline(body, report.headline, people, gazetteer), people, gazetteer)
  return found.map(({ source }) => {
    const whole = hull(source)
    return whole ? speakers(whole) : []
  })
}
