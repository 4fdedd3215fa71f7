import fc from 'fast-check'
import type { Span } from '../src/language/span.js'
import { type Act, actKinds } from '../src/positions/act.js'
import { issueDefinitions } from '../src/positions/definitions.js'
import type { CaseRecord } from '../src/record/record.js'
import type { KnownDate, Report } from '../src/reports/report.js'
import type { Statement } from '../src/statements/statement.js'

/** Text as it comes: markup, quotes, separators, line breaks, formulas, signs beyond the Basic Multilingual Plane. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom('<', '&', '"', "'", ';', ',', '\n', '\r\n', '\t', '=', '-', '🕊', '\u0000', ']]>', ' said '),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map(parts => parts.join(''))
  .filter(text => text.length > 0)

const date: fc.Arbitrary<KnownDate | null> = fc.option(
  fc
    .record({
      day: fc.date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
      precision: fc.constantFrom('year', 'month', 'day', 'minute'),
    })
    .map(({ day, precision }): KnownDate => {
      const iso = `${day.toISOString().slice(0, 19)}Z`
      return { value: iso.slice(0, { year: 4, month: 7, day: 10, minute: 20 }[precision]), precision, from: 'given' }
    }),
)

const party = fc.constantFrom('VELMARA', 'BELMARK', 'FRA', 'EU', 'VALLEY_COUNCIL')

/** A stretch of `text` that parts no sign. */
function span(text: string): fc.Arbitrary<Span> {
  const bounds = [0]
  for (const sign of text) bounds.push(bounds.at(-1)! + sign.length)
  return fc
    .tuple(fc.nat({ max: bounds.length - 2 }), fc.nat({ max: bounds.length - 2 }))
    .map(([a, b]) => ({ start: bounds[Math.min(a, b)]!, end: bounds[Math.max(a, b) + 1]! }))
}

function report(id: string): fc.Arbitrary<Report> {
  return fc
    .record({
      text: nasty,
      place: nasty,
      outlet: fc.option(nasty),
      title: fc.option(nasty),
      url: fc.option(fc.webUrl()),
      date,
    })
    .map(parts => ({
      id,
      byline: null,
      language: 'en',
      sha256: '',
      body: [{ start: 0, end: parts.text.length }],
      headline: null,
      removed: [],
      ...parts,
    }))
}

function act({ id, text }: Report): fc.Arbitrary<Act> {
  return fc
    .record({
      whole: span(text),
      name: nasty,
      role: fc.option(nasty),
      party: fc.option(party),
      target: fc.option(party),
      kind: fc.option(fc.constantFrom(...actKinds)),
      issues: fc.uniqueArray(fc.constantFrom(...issueDefinitions.slice(0, 8).map(issue => issue.id)), { maxLength: 3 }),
      negated: fc.boolean(),
      mode: fc.constantFrom('historical', 'future', 'hypothetical', null),
      layer: fc.constantFrom('statement', 'attitude', 'headline', 'event'),
      condition: fc.option(span(text)),
    })
    .map(({ whole, name, role, party: own, target, kind, issues, negated, mode, layer, condition }): Act => {
      const statement: Statement = {
        ...whole,
        id: `${id}:${whole.start}-${whole.end}`,
        report: id,
        source: [],
        cue: [],
        content: [whole],
        direct: false,
        confidence: 0.9,
        layer,
        form: 'indirect',
        speaker: { name, role, party: own },
        mention: null,
        principal: null,
        hearsay: false,
      }
      return {
        statement,
        party: own,
        act: kind,
        confidence: 0.7,
        cue: null,
        issues,
        negated,
        strength: 'plain',
        mode,
        condition: condition && {
          ...condition,
          text: text.slice(condition.start, condition.end),
          kind: 'if',
          connective: 'if',
        },
        redLine: false,
        target: target === own ? null : target,
        beneficiary: null,
        said: '',
        awaits: [],
        reports: null,
      }
    })
}

/** Any record: for laws of what is made of one. Positions and conditions are not derived. */
export const arbitraryRecord: fc.Arbitrary<CaseRecord> = fc
  .tuple(nasty, fc.tuple(report('a'), report('b'), report('c')))
  .chain(([name, reports]) =>
    fc
      .tuple(...reports.map(each => fc.uniqueArray(act(each), { maxLength: 4, selector: found => found.statement.id })))
      .map(found => {
        const acts = found.flat()
        const heard = new Set(acts.flatMap(one => one.party ?? []))
        return {
          name,
          parties: [...heard].map(id => ({ id, name: `${name} ${id}`, role: 'party' as const })),
          issues: issueDefinitions.slice(0, 8).map(({ id, name: issue, group }) => ({ id, name: issue, group })),
          reports,
          refused: [],
          lineages: [
            { id: 'ab', members: ['a', 'b'], bonds: [], origin: null },
            { id: 'c', members: ['c'], bonds: [], origin: null },
          ],
          drift: [],
          statements: acts.map(({ statement }) => statement),
          acts,
          options: [],
          positions: [],
          conditions: { links: [], circles: [] },
          discrepancies: [],
          rulings: [],
          struck: [],
          proposals: [],
          pledges: { pledges: [], rejections: [] },
        }
      }),
  )
