import type { CaseParty } from '../actors/actor.js'
import type { Gazetteer } from '../actors/gazetteer.js'
import { normal } from '../actors/normal.js'
import { caseGazetteer, resolveActor } from '../actors/resolve.js'
import { isRoleHead } from '../actors/roles.js'
import { hull, type Span, slice } from '../language/span.js'
import type { Sentence } from '../language/words.js'
import type { Report } from '../reports/report.js'
import { attributions, type Found, readSentences } from './attributions.js'
import { isCue } from './lexicon.js'
import { learnPeople, type People, worldParty } from './people.js'
import { isPossessive, isPronoun, type Run, spanOf } from './phrases.js'
import type { Agency } from './rules.js'
import { type Speaker, speakerResolver } from './speakers.js'
import type { Statement } from './statement.js'

/** What is known besides the reports. */
export interface Knowledge {
  /** The case's own parties: they override the gazetteer and what the reports teach. */
  readonly parties: readonly CaseParty[]
}

/**
 * Who said what in `reports`: every statement with its speaker, in order of report, then of the text.
 *
 * Names, titles and parties are learned from all reports before the first is read. Pure; linear in the text.
 */
export function statements(reports: readonly Report[], knowledge: Knowledge = { parties: [] }): Statement[] {
  const gazetteer = caseGazetteer(knowledge.parties)
  const readings = reports.map(report => readSentences(report.text, withHeadline(report)))
  const people = learnPeople(readings, gazetteer)
  return reports.flatMap((report, n) => {
    const reading = readings[n]
    if (!reading) return []
    const agency = agencyIn(report.text, people, gazetteer)
    const speakers = speakerResolver(report.text, people, gazetteer)
    const found = attributions(reading, withHeadline(report), agency)
    return found.flatMap(each => statementOf(report, each, speakers.resolve(each.source[0] ?? { start: 0, end: 0 })))
  })
}

function withHeadline({ headline, body }: Report): Span[] {
  if (!headline || body.some(span => span.start <= headline.start && headline.end <= span.end)) return [...body]
  return [headline, ...body].sort((a, b) => a.start - b.start)
}

function statementOf(report: Report, found: Found, { actor, mention }: Speaker): Statement[] {
  const { source, cue, content, direct, confidence, hearsay, shared } = found
  const span = hull([...(shared ? [] : source), ...cue, ...content])
  if (!span) return []
  const end = withFullStop(report.text, span.end)
  const inHeadline = report.headline !== null && report.headline.start <= span.start && span.end <= report.headline.end
  const hasQuote = /["“”«„]|''/.test(slice(report.text, span))
  return [
    {
      id: `${report.id}:${span.start}-${end}`,
      report: report.id,
      start: span.start,
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
      principal: null,
      hearsay,
    },
  ]
}

function withFullStop(text: string, end: number): number {
  return text[end] === '.' ? end + 1 : end
}

/** Who can speak, by the names known: pronouns, people, parties, officials, groups. */
function agencyIn(text: string, people: People, gazetteer: Gazetteer): Agency {
  const isActor = (sentence: Sentence, phrase: Run): boolean => {
    const words = sentence.words.slice(phrase.from, phrase.to + 1)
    const head = words.at(-1)
    if (!head) return false
    const lower = head.text.toLowerCase()
    if (isPronoun(head)) return !/^(?:it|you|who)$/.test(lower)
    const owner = words.findIndex(isPossessive)
    // "Trump's remarks", "Zelensky's administration"; not "Russia's actions".
    if (owner > 0) {
      const ofOwner = isActor(sentence, { from: phrase.from, to: phrase.from + owner - 1 })
      return ofOwner && (isCue('speechNouns', head.lemma) || isRoleHead(lower) || /^\p{Lu}/u.test(head.text))
    }
    const mention = slice(text, spanOf(sentence, phrase))
    const first = words[0]
    if (/^\p{Lu}/u.test(head.text) && people.bySurname.has(normal(head.text).join(' '))) return true
    if (/^\p{Lu}/u.test(head.text) && worldParty(normal(head.text).join(' '))) return true
    const { entry } = resolveActor(mention, gazetteer)
    if (isRoleHead(lower)) return true
    if (entry && (entry.kind === 'group' || entry.kind === 'case')) return true
    if (entry && /^\p{Lu}/u.test(head.text)) return true
    if (isCue('abstract', lower)) return false
    return (
      isCue('agents', lower) ||
      (first !== undefined && /^(?:some|many|others|several|most)$/i.test(first.text) && words.length <= 2)
    )
  }
  const canSpeak = (sentence: Sentence, phrase: Run): boolean => {
    if (isActor(sentence, phrase)) return true
    const head = sentence.words[phrase.to]
    if (!head || isCue('abstract', head.text.toLowerCase())) return false
    return head.pos === 'PROPN' && /^\p{Lu}/u.test(head.text)
  }
  return { isActor, canSpeak }
}
