import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { caseGazetteer } from '../actors/resolve.js'
import { slice } from '../language/span.js'
import type { Lineage } from '../reports/lineage.js'
import { makeReport, type Report } from '../reports/report.js'
import { statements } from '../statements/statements.js'
import { acts } from './acts.js'
import { pointsOfText } from './proposals/given.js'
import { type GivenProposal, type Proposal, proposals } from './proposals.js'

const party = (id: string, name: string, aliases: string[], actors: string[] = []): CaseParty => ({
  id,
  name,
  role: 'party',
  aliases,
  actors,
})
const parties = [
  party('ARVENIA', 'Arvenia', ['Arvenian', 'Lorn'], ['Ilse Varn']),
  party('BELMARK', 'Belmark', ['Belmarker', 'Hadden'], ['Tomas Reck']),
  party('SKERRY', 'Skerry', ['Skerrish'], ['Ada Holm']),
]

const told = (...texts: readonly (string | readonly [day: string, text: string])[]): Report[] =>
  texts.map((each, n) => {
    const [day, text] = typeof each === 'string' ? [null, each] : each
    const date = day === null ? null : { value: day, precision: 'day' as const, from: 'given' as const }
    return makeReport({ place: `${n}.txt`, text, date, language: 'en', id: `r${n}` })
  })

const found = (
  reports: readonly Report[],
  given: readonly GivenProposal[] = [],
  lineages: readonly Lineage[] = [],
): Proposal[] => {
  const gazetteer = caseGazetteer(parties)
  const said = acts(statements(reports, { parties }), reports, [], gazetteer)
  const nameOf = (id: string) => parties.find(each => each.id === id)?.name ?? id
  return proposals(said, reports, lineages, { gazetteer, given, nameOf })
}

const plan = [
  '2031-04-02',
  'Skerry’s envoy Ada Holm presented a nine-point plan for the lake to both capitals on Monday. Under the plan, Belmark would leave the eastern shore within 90 days and Arvenia would open the ferry.\nIlse Varn, the Arvenian foreign minister, welcomed the plan. Belmark rejected the nine-point plan, its foreign minister Tomas Reck said.',
] as const
const revision = [
  '2031-04-20',
  'Skerry revised its text. Ada Holm’s revised plan has eleven points instead of nine. It stretches the departure of Belmark from the eastern shore from 90 to 120 days and drops the clause on the ferry. A new point calls for the release of all fishermen.\nBelmark has accepted the revised plan, Tomas Reck said.',
] as const

test('a plan is known by its number of points, its author and who answered how', () => {
  const [proposal, ...others] = found(told(plan))
  expect(others).toEqual([])
  expect(proposal?.name).toBe('nine-point plan')
  expect(proposal?.by.map(by => by.party)).toEqual(['SKERRY'])
  expect(proposal?.answers.map(answer => [answer.party, answer.kind])).toEqual([
    ['ARVENIA', 'welcomes'],
    ['BELMARK', 'rejects'],
  ])
  expect(proposal?.versions[0]?.points.map(({ words }) => words)).toEqual([
    'Belmark would leave the eastern shore within 90 days',
    'Arvenia would open the ferry',
  ])
})

test('a plan that a report says was renumbered is a second version, with what the report says of the change', () => {
  const [proposal, ...others] = found(told(plan, revision))
  expect(others).toEqual([])
  expect(proposal?.versions.map(({ pointCount, marker, first }) => [pointCount, marker, first])).toEqual([
    [9, null, '2031-04-02'],
    [11, 'revised', '2031-04-20'],
  ])
  const second = proposal?.versions[1]
  const words = second?.differences.map(({ kind, before, after, from }) => [kind, from, before?.words, after?.words])
  expect(words).toContainEqual([
    'changed',
    'stated',
    'Belmark would leave the eastern shore within 90 days',
    'stretches the departure of Belmark from the eastern shore from 90 to 120 days',
  ])
  expect(words).toContainEqual(['dropped', 'stated', 'Arvenia would open the ferry', undefined])
  expect(words).toContainEqual(['added', 'stated', undefined, 'calls for the release of all fishermen'])
  expect(
    proposal?.answers.filter(({ version }) => version === second?.id).map(({ party, kind }) => [party, kind]),
  ).toEqual([['BELMARK', 'accepts']])
})

test('two plans of different numbers that nothing joins stay two', () => {
  const names = found(told('Arvenia presented a 20-point proposal. Belmark presented a 28-point plan.')).map(
    ({ name, by }) => [name, by[0]?.party],
  )
  expect(names).toEqual([
    ['20-point proposal', 'ARVENIA'],
    ['28-point plan', 'BELMARK'],
  ])
})

test('"the plan" is nobody’s where its report named two', () => {
  const [first, second] = found(
    told('Arvenia presented a 20-point proposal. Belmark presented a 28-point plan. Skerry rejected the plan.'),
  )
  expect([first?.mentions.length, second?.mentions.length]).toEqual([1, 1])
  expect([first?.answers, second?.answers]).toEqual([[], []])
})

test('a truce of a stated length is a proposal of those who propose it, and of nobody where it is in force', () => {
  const [proposal, ...others] = found(
    told('Arvenia and Belmark have proposed a 30-day ceasefire on the lake.', 'The 10-day truce holds for now.'),
  )
  expect(others).toEqual([])
  expect(proposal?.name).toBe('30-day ceasefire')
  expect(proposal?.by.map(by => by.party)).toEqual(['ARVENIA', 'BELMARK'])
})

test('proposals of a year are known by their author and to whom they went', () => {
  const [proposal, ...others] = found(
    told('He referred to Arvenia’s proposals to Belmark from 2029.', 'Lorn’s proposals to Belmark from 2029 are back.'),
  )
  expect(others).toEqual([])
  expect(proposal?.to.map(({ party }) => party)).toEqual(['BELMARK'])
  expect(proposal?.mentions).toHaveLength(2)
})

test('a counter-proposal is not the proposal that it answers', () => {
  const names = found(
    told('The Arvenian proposal lies on the table. Leaders will study a Belmarker counter-proposal.'),
  ).map(({ name }) => name)
  expect(names).toEqual(['Arvenian proposal', 'Belmarker counter-proposal'])
})

test.each([
  'The government has no plans to talk.',
  'Arvenia approved an aid package and a new budget plan.',
  'There was at present no plan for such a meeting with Belmark.',
  'He puts pen to paper on Monday, Arvenia said.',
  'Arvenia repeated its offer to host the talks.',
  'The 2029 deal between Arvenia and Belmark is dead.',
])('no proposal is read out of: %s', text => {
  expect(found(told(text))).toEqual([])
})

test('what a statement merely mentions it does not answer', () => {
  const [proposal] = found(
    told(
      `${plan[1]}\nBelmark ruled out any talks on fish, hours before the envoy circulated a longer version of her plan.`,
    ),
  )
  expect(proposal?.answers.map(({ kind }) => kind)).toEqual(['welcomes', 'rejects'])
})

test('a rewrite adds no source', () => {
  const reports = told(plan, plan)
  const lineages = [{ id: 'one', members: ['r0', 'r1'], bonds: [], origin: null }]
  const [proposal] = found(reports, [], lineages)
  expect([proposal?.sources, proposal?.reports, proposal?.answers[0]?.sources]).toEqual([1, 2, 1])
})

test('a list behind the words that lead to it is the points of the proposal', () => {
  const [proposal] = found(
    told(
      'Skerry published its four-point plan:\n1. Belmark leaves the shore.\n2. Arvenia opens the ferry.\n3. Both free all fishermen.\nThe capitals have not answered.',
    ),
  )
  expect(proposal?.versions[0]?.points.map(({ number, words }) => [number, words])).toEqual([
    ['1', 'Belmark leaves the shore.'],
    ['2', 'Arvenia opens the ferry.'],
    ['3', 'Both free all fishermen.'],
  ])
})

const given = (id: string, more: Partial<GivenProposal> = {}): GivenProposal => ({
  id,
  name: id,
  aliases: [],
  by: [],
  versionOf: null,
  text: null,
  ...more,
})

test('the case joins what reports call by two names', () => {
  const reports = told('Skerry presented a nine-point plan.', 'Tomas Reck rejected the Holm paper.')
  const [proposal, ...others] = found(reports, [
    given('holm', { name: 'The Holm plan', aliases: ['nine-point plan', 'Holm paper'], by: ['SKERRY'] }),
  ])
  expect(others).toEqual([])
  expect([proposal?.id, proposal?.name, proposal?.mentions.length]).toEqual(['holm', 'The Holm plan', 2])
})

test('the case parts what reports call alike, and its texts are compared point by point', () => {
  const first = pointsOfText('# Plan\n1. Troops leave within 90 days.\n2. The ferry opens.\n', 'proposals/a.md')
  const second = pointsOfText('1. Troops leave within 120 days.\n2. All fishermen are freed.\n', 'proposals/b.md')
  const [proposal] = found(told(plan), [
    given('holm', { aliases: ['nine-point plan'], text: { file: 'proposals/a.md', points: first } }),
    given('holm-2', { versionOf: 'holm', text: { file: 'proposals/b.md', points: second } }),
  ])
  expect(proposal?.versions.map(({ file }) => file)).toEqual(['proposals/a.md', 'proposals/b.md'])
  expect(
    proposal?.versions[1]?.differences.map(({ kind, before, after }) => [kind, before?.words, after?.words]),
  ).toEqual([
    ['changed', 'Troops leave within 90 days.', 'Troops leave within 120 days.'],
    ['added', undefined, 'All fishermen are freed.'],
    ['dropped', 'The ferry opens.', undefined],
  ])
})

const sentences = [
  'Skerry presented a nine-point plan.',
  'The plan would open the ferry.',
  'Belmark rejected the plan.',
  'Arvenia proposed a 30-day truce.',
  'Ada Holm’s revised plan has eleven points instead of nine.',
  'The Belmarker counter-proposal calls for a harbour.',
  'Tomas Reck said the 30-day truce proposal was a trap.',
  'Skerry’s draft says nothing of fish.',
]
const collection = fc.array(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
})

test('the order of the reports does not matter', () => {
  fc.assert(
    fc.property(collection, fc.nat(), (texts, turn) => {
      const reports = told(...texts.map((lines, n) => [`2031-05-0${n + 1}`, lines.join(' ')] as const))
      const turned = reports.map((_, n) => reports[(n + turn) % reports.length]!)
      expect(found([...turned].reverse())).toEqual(found(reports))
    }),
    { numRuns: 40 },
  )
})

test('everything points to words of its report, and every version belongs to its proposal', () => {
  fc.assert(
    fc.property(collection, texts => {
      const reports = told(...texts.map(lines => lines.join('\n')))
      for (const proposal of found(reports)) {
        const points = proposal.versions.flatMap(version => version.points)
        for (const { report, start, end } of [...proposal.mentions, ...points.flatMap(({ evidence }) => evidence)])
          expect(slice(reports.find(({ id }) => id === report)?.text ?? '', { start, end }).trim()).not.toBe('')
        for (const { version } of proposal.answers)
          if (version !== null) expect(proposal.versions.map(({ id }) => id)).toContain(version)
        expect(proposal.sources).toBeLessThanOrEqual(proposal.reports)
      }
    }),
    { numRuns: 40 },
  )
})
