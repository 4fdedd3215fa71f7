import fc from 'fast-check'
import { expect, test } from 'vitest'
import { worldGazetteer } from '../../actors/gazetteer.js'
import type { Lineage } from '../../reports/lineage.js'
import { makeReport, type Report } from '../../reports/report.js'
import type { Statement } from '../../statements/statement.js'
import type { Act, ActKind, Condition } from '../act.js'
import { positions } from '../positions.js'
import type { OptionRuling } from './option.js'
import { type OptionSources, options } from './options.js'

const issues = [
  { id: 'guarantees', name: 'Security guarantees', group: 'Security', pax: [], terms: ['guarantee*'] },
  { id: 'observers', name: 'Observers', group: 'Security', pax: [], terms: ['observer*'] },
]
const gazetteer = worldGazetteer()

interface Told {
  readonly said: string
  readonly act?: ActKind
  readonly party?: string | null
  readonly speaker?: string
  readonly day?: string | null
  readonly issue?: string
  readonly redLine?: boolean
  readonly condition?: readonly [kind: Condition['kind'], words: string]
}

/** One report a sentence; each report is its own lineage. */
function told(all: readonly Told[]): OptionSources {
  const reports: Report[] = []
  const acts = all.map((one, n): Act => {
    const { said, act = 'DEMAND', party = 'OSTAVIA', speaker = 'Ostavia', day = null, issue = 'guarantees' } = one
    const id = `r${n}`
    reports.push(
      makeReport({ id, place: id, text: said, date: day ? { value: day, precision: 'day', from: 'given' } : null }),
    )
    const at = one.condition ? said.indexOf(one.condition[1]) : -1
    return {
      statement: statement(id, said, speaker, party),
      party,
      act,
      confidence: 1,
      cue: null,
      issues: [issue],
      negated: false,
      strength: 'plain',
      mode: null,
      condition: one.condition
        ? {
            start: at,
            end: at + one.condition[1].length,
            text: one.condition[1],
            kind: one.condition[0],
            connective: one.condition[0],
          }
        : null,
      redLine: one.redLine ?? false,
      target: null,
      beneficiary: null,
      said,
      awaits: [],
      reports: null,
    }
  })
  const lineages: Lineage[] = reports.map(({ id }) => ({ id, members: [id], bonds: [], origin: null }))
  return { acts, reports, lineages, issues, gazetteer }
}

function statement(report: string, text: string, name: string, party: string | null): Statement {
  return {
    id: `${report}:0`,
    report,
    start: 0,
    end: text.length,
    source: [],
    cue: [],
    content: [{ start: 0, end: text.length }],
    direct: false,
    confidence: 1,
    layer: 'statement',
    form: 'indirect',
    speaker: { name, role: null, party },
    mention: null,
    principal: null,
    hearsay: false,
  }
}

/** Each option with what is said of it. */
const shown = (sources: OptionSources) =>
  options(sources).map(({ id, name, acts }) => [id.split('/')[1], name, acts.map(({ act }) => act)])

const speakers = [
  { said: 'Velmara spoke.', party: 'VELMARA', speaker: 'Velmara', act: 'STATE' as const },
  { said: 'Ostavia spoke.', act: 'STATE' as const },
]

test('whom a guarantee serves tells options apart, and more words for the same do not', () => {
  const found = shown(
    told([
      ...speakers,
      { said: 'They offered security guarantees for Velmara.', act: 'OFFER' },
      { said: 'They rejected guarantees for Ostavia.', act: 'REJECT' },
      { said: 'They want security guarantees for Velmara.', act: 'DEMAND' },
    ]),
  )
  expect(found).toEqual([
    ['security-guarantees-for-velmara', 'security guarantees for Velmara', ['OFFER', 'DEMAND']],
    ['guarantees-for-ostavia', 'guarantees for Ostavia', ['REJECT']],
    ['unspecified', 'not specified', ['STATE', 'STATE']],
  ])
})

test('numbers, and words that exclude each other, are never one option', () => {
  const found = shown(
    told([
      { said: 'They offered 200 unarmed observers.', issue: 'observers' },
      { said: 'They offered 300 unarmed observers.', issue: 'observers' },
      { said: 'They offered permanent observers.', issue: 'observers' },
      { said: 'They offered temporary observers.', issue: 'observers' },
    ]),
  )
  expect(found.map(([id]) => id)).toEqual([
    '200-unarmed-observers',
    '300-unarmed-observers',
    'permanent-observers',
    'temporary-observers',
  ])
})

test('a bare mention and praise without content stay unspecified; a comment founds no option', () => {
  const found = shown(
    told([
      { said: 'They want guarantees.' },
      { said: 'They want solid guarantees.' },
      { said: 'They spoke of guarantees for fishermen.', act: 'STATE' },
      { said: 'Somebody wants guarantees for fishermen.', party: null },
    ]),
  )
  expect(found).toEqual([['unspecified', 'not specified', ['DEMAND', 'DEMAND', 'STATE', 'DEMAND']]])
})

test('what an offer waits for is demanded by it, not offered', () => {
  const [option] = options(
    told([
      {
        said: 'They will sign only after written guarantees for fishermen.',
        act: 'OFFER',
        condition: ['only-after', 'only after written guarantees for fishermen'],
      },
    ]),
  )
  expect(option?.acts).toMatchObject([{ act: 'DEMAND', awaited: true }])
})

test('a thing that is mentioned in a clause of time takes no stand', () => {
  const found = shown(told([{ said: 'They will not come while armed observers sit there.', issue: 'observers' }]))
  expect(found).toEqual([['unspecified', 'not specified', ['STATE']]])
})

test('who says that what he has is not negotiable insists on it', () => {
  const [option] = options(told([{ said: 'The presence of guarantee troops is not negotiable.', act: 'REJECT' }]))
  expect(option?.acts).toMatchObject([{ act: 'DEMAND' }])
})

const ruling = (id: string, name: string, ...wordings: string[]): OptionRuling => ({
  issue: 'guarantees',
  id,
  name,
  wordings,
})

const three = told([
  { said: 'They want guarantees for fishermen.' },
  { said: 'They want guarantees for traders.' },
  { said: 'They want guarantees for pilgrims.' },
])

test('a ruling merges by words or by id, names what it merges, and takes what stood unspecified', () => {
  const rulings = [ruling('for-people', 'Guarantees for people', 'fisherm*', 'guarantees-for-traders')]
  expect(shown({ ...three, rulings })).toEqual([
    ['for-people', 'Guarantees for people', ['DEMAND', 'DEMAND']],
    ['guarantees-for-pilgrims', 'guarantees for pilgrims', ['DEMAND']],
  ])
  const bare = told([{ said: 'They want guarantees.' }])
  expect(shown({ ...bare, rulings: [ruling('any', 'Guarantees of any kind', 'guarantees')] })[0]?.[0]).toBe('any')
})

test('a ruling that bears the id of an option renames it', () => {
  expect(shown({ ...three, rulings: [ruling('guarantees-for-pilgrims', 'Safe passage')] })[1]).toEqual([
    'guarantees-for-pilgrims',
    'Safe passage',
    ['DEMAND'],
  ])
})

const words = fc.constantFrom('fishermen', 'traders', 'pilgrims', 'Velmara', 'Ostavia', 'all parties')
const sentence = fc
  .record({
    what: fc.constantFrom('guarantees', 'written guarantees', '30 guarantees', 'guarantees from Velmara', 'nothing'),
    whom: fc.option(words),
    act: fc.constantFrom<ActKind>('OFFER', 'DEMAND', 'REJECT', 'STATE'),
  })
  .map(({ what, whom, act }): Told => ({ said: `They want ${what}${whom ? ` for ${whom}` : ''}.`, act }))
const many = fc.array(sentence, { minLength: 1, maxLength: 12 })

test('every act lands in exactly one option of each issue it bears on', () => {
  fc.assert(
    fc.property(many, all => {
      const sources = told([...speakers, ...all])
      const placed = options(sources).flatMap(({ acts }) => acts.map(act => act.statement))
      expect([...placed].sort()).toEqual(sources.acts.map(act => act.statement.id).sort())
    }),
    { numRuns: 60 },
  )
})

test('the options are the same in whatever order the reports come', () => {
  fc.assert(
    fc.property(many, fc.infiniteStream(fc.nat()), (all, chance) => {
      const sources = told([...speakers, ...all])
      const shuffled = sources.acts
        .map(act => ({ act, at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ act }) => act)
      const of = (acts: readonly Act[]) =>
        options({ ...sources, acts }).map(option => [
          option.id,
          option.name,
          option.acts.map(one => one.statement).sort(),
        ])
      expect(of(shuffled)).toEqual(of(sources.acts))
    }),
    { numRuns: 60 },
  )
})

test('to obey a ruling twice changes nothing', () => {
  fc.assert(
    fc.property(many, fc.array(words, { minLength: 1, maxLength: 3 }), (all, wordings) => {
      const sources = told([...speakers, ...all])
      const once = [ruling('ruled', 'Ruled', ...wordings)]
      const first = options({ ...sources, rulings: once })
      const ids = first.filter(({ kind }) => kind === 'ruled').map(({ id }) => id)
      expect(options({ ...sources, rulings: [ruling('ruled', 'Ruled', ...wordings, ...wordings, ...ids)] })).toEqual(
        first,
      )
    }),
    { numRuns: 60 },
  )
})

/** The movements of Ostavia on the option whose id ends like this. */
function moves(all: readonly Told[], option: string) {
  const sources = told(all)
  const found = options(sources)
  const [position] = positions(sources.acts, sources.reports, sources.lineages, found)
  return position?.options
    .find(one => one.option.endsWith(option))
    ?.movements.map(({ kind, before, after }) => [kind, before, after])
}

const fishermen = { said: 'They want guarantees for fishermen.' }

test('who turns from refusing to offering an option softens, with both sentences', () => {
  const [first, second] = [
    { ...fishermen, act: 'REJECT' as const, day: '2031-03-01' },
    { ...fishermen, act: 'OFFER' as const, day: '2031-03-05' },
  ]
  expect(moves([first, second], 'fishermen')).toEqual([['softened', 'r0:0', 'r1:0']])
  expect(moves([second, { ...first, day: '2031-03-09' }], 'fishermen')).toEqual([['hardened', 'r0:0', 'r1:0']])
})

test('an option counts as dropped from two later sources that pass it over, before that its party is silent on it', () => {
  const later = (said: string, day: string) => ({ said, day })
  const first = { ...fishermen, day: '2031-03-01' }
  const one = later('They want guarantees for traders.', '2031-03-05')
  const two = later('They want guarantees for pilgrims.', '2031-03-07')
  expect(moves([first, one], 'fishermen')).toEqual([
    ['new', null, 'r0:0'],
    ['silent', 'r0:0', 'r1:0'],
  ])
  expect(moves([first, one, two], 'fishermen')?.[1]).toEqual(['dropped', 'r0:0', 'r1:0'])
  expect(moves([{ ...first, redLine: true }, one, two], 'fishermen')?.[1]?.[0]).toBe('silent')
})

test('two voices of a party at odds on one day contradict each other, both sentences shown', () => {
  const refused = { ...fishermen, act: 'REJECT' as const, day: '2031-03-01', speaker: 'Mira Talen' }
  const offered = { ...fishermen, act: 'OFFER' as const, day: '2031-03-01', speaker: 'Jon Brask' }
  expect(moves([refused, offered], 'fishermen')?.[1]).toEqual(['contradicted', 'r0:0', 'r1:0'])
})
