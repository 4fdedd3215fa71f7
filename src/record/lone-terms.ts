import { worldGazetteer } from '../actors/gazetteer.js'
import { resolveActor } from '../actors/resolve.js'
import { isRoleHead } from '../actors/roles.js'
import type { Span } from '../language/span.js'
import { sentences, type Word } from '../language/words.js'
import { issueDefinitions } from '../positions/definitions.js'
import { issueFinder } from '../positions/issues.js'
import { independence, type Place } from '../reports/independence.js'
import commonWords from '../reports/lineages/common-words.json' with { type: 'json' }
import limits from './lone-terms.json' with { type: 'json' }
import type { CaseRecord } from './record.js'

/** A phrase that the statements of a case use again and again, and that no issue speaks of. */
export interface LoneTerm {
  /** Dictionary form, lower case: `minimum flow`. */
  readonly term: string
  /** Statements that use it; of a lineage's rewrites those of the one report that has most. */
  readonly statements: number
  /** Independent sources that use it. */
  readonly sources: number
  /** How many times more often than in ordinary news: its share of the statements by that of the rarest of its words. */
  readonly weirdness: number
  /** The first place where it stands, by report and offset. */
  readonly example: Place & { readonly place: string; readonly words: string }
}

/**
 * The terms that recur in a case and belong to no issue, the furthest from ordinary language first.
 *
 * A term is a noun with up to two words before it, without names of parties or persons, in statements of two independent
 * sources, or in three statements. A shorter term gives way to the longer one that holds it nearly always. Linear in the
 * statements' words.
 */
export function loneTerms(record: CaseRecord): LoneTerm[] {
  const { support, lineageOf } = independence(record.reports, record.lineages)
  const reports = new Map(record.reports.map(report => [report.id, report]))
  const found = new Map<string, Use[]>()
  for (const { id, report, start, end, content } of record.statements) {
    const text = reports.get(report)?.text ?? ''
    const spans = content.length > 0 ? content : [{ start, end }]
    for (const { term, span } of spans.flatMap(each => termsIn(text, each)))
      found.set(term, [...(found.get(term) ?? []), { statement: id, report, ...span }])
  }
  const names = namesOf(record)
  const total = Math.max(1, record.statements.length)
  const terms = [...found].flatMap(([term, uses]): LoneTerm[] => {
    const sources = support(uses).sources
    const statements = countOf(uses, lineageOf)
    const common = ordinary(term)
    const isRare = common < (term.includes(' ') ? limits.commonTogether : limits.commonAlone)
    const recurs = sources >= limits.leastSources || statements >= limits.leastStatements
    if (!recurs || !isRare || term.split(' ').some(word => names.has(word)) || isName(term)) return []
    const [first] = [...uses].sort((a, b) => compare(a.report, b.report) || a.start - b.start)
    const report = first && reports.get(first.report)
    if (!first || !report) return []
    const { start, end } = first
    const words = sentenceAround(report.text, first)
    return [
      {
        term,
        statements,
        sources,
        weirdness: Math.round((10 * statements) / total / common) / 10,
        example: { report: report.id, start, end, place: report.place, words },
      },
    ]
  })
  return withoutParts(terms)
    .sort((a, b) => b.weirdness - a.weirdness || b.sources - a.sources || compare(a.term, b.term))
    .slice(0, limits.most)
}

interface Use extends Place {
  readonly statement: string
}

const issues = issueFinder(issueDefinitions)
const notTerms = new Set(limits.notTerms)

/** The noun phrases of a stretch of text that no issue's term touches: every ending of each, in dictionary form. */
function termsIn(text: string, span: Span): { term: string; span: Span }[] {
  const held = issues.mentions(text.slice(span.start, span.end)).map(({ start, end }) => ({
    start: start + span.start,
    end: end + span.start,
  }))
  return sentences(text, span).flatMap(({ words }) =>
    words.flatMap((head, at) => {
      if (head.pos !== 'NOUN' || !isTermWord(head) || words[at + 1]?.pos === 'NOUN' || isRoleHead(head.lemma)) return []
      const terms: { term: string; span: Span }[] = []
      for (let from = at; from >= 0 && at - from < limits.mostWords; from--) {
        const first = words[from]!
        if (!(first.pos === 'NOUN' || first.pos === 'ADJ') || !isTermWord(first)) break
        const place = { start: first.start, end: head.end }
        if (held.some(({ start, end }) => start < place.end && place.start < end)) break
        const before = words.slice(from, at).map(word => word.text.toLowerCase())
        terms.push({ term: [...before, singular(head)].join(' '), span: place })
      }
      return terms
    }),
  )
}

/** The dictionary form where the text has it in full: an issue's term is found by its letters. */
function singular({ text, lemma }: Word): string {
  const lower = text.toLowerCase()
  return lower.startsWith(lemma) ? lemma : lower
}

function isTermWord({ text, lemma }: Word): boolean {
  return /^\p{Ll}[\p{Ll}-]{2,}$/u.test(text) && !notTerms.has(lemma) && !notTerms.has(text)
}

/** Of a lineage's reports the one with most: rewrites repeat one another. */
function countOf(uses: readonly Use[], lineageOf: (report: string) => string): number {
  const byReport = new Map<string, Set<string>>()
  for (const { report, statement } of uses) byReport.set(report, (byReport.get(report) ?? new Set()).add(statement))
  const byLineage = new Map<string, number>()
  for (const [report, statements] of byReport) {
    const lineage = lineageOf(report)
    byLineage.set(lineage, Math.max(byLineage.get(lineage) ?? 0, statements.size))
  }
  return [...byLineage.values()].reduce((sum, count) => sum + count, 0)
}

const common = new Map(Object.entries(commonWords))

/** The share of news texts that hold the rarest word of a term. */
function ordinary(term: string): number {
  const shares = term
    .split(' ')
    .map(word => Math.max(common.get(word) ?? 0, common.get(`${word}s`) ?? 0, limits.unseen))
  return Math.min(...shares)
}

/** A shorter term whose uses are nearly all within a longer one says less than that. */
function withoutParts(terms: readonly LoneTerm[]): LoneTerm[] {
  return terms.filter(
    ({ term, statements }) =>
      !terms.some(other => other.term.endsWith(` ${term}`) && other.statements >= 0.8 * statements),
  )
}

function namesOf({ statements, parties }: CaseRecord): ReadonlySet<string> {
  const named = [...statements.map(({ speaker }) => speaker.name), ...parties.map(({ name }) => name)]
  const words = named.flatMap(name => name.match(/\p{Lu}[\p{L}-]+/gu) ?? [])
  return new Set(words.map(word => word.toLowerCase()))
}

function isName(term: string): boolean {
  return resolveActor(term, worldGazetteer()).party !== null
}

function sentenceAround(text: string, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf('. ', start) + 1, text.lastIndexOf('\n', start) + 1, start - longest)
  const stops = [text.indexOf('. ', end), text.indexOf('\n', end)].filter(at => at >= 0)
  const to = Math.min(...stops, end + longest, text.length)
  const cut = from === start - longest && from > 0 ? text.indexOf(' ', from) : from
  return text.slice(cut, to).replace(/\s+/g, ' ').trim()
}

const longest = 120

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
