import { expect, test } from 'vitest'
import { credits } from './credits.js'
import { reportOf } from './example-reports.test-data.js'
import { independence, type Place } from './independence.js'
import type { Lineage } from './lineage.js'
import type { Report } from './report.js'

const claim = 'Varnia has agreed to open the dam'
const report = (id: string, text: string, outlet: string | null = null): Report => ({ ...reportOf(id, text), outlet })
const alone = (...reports: readonly Report[]): Lineage[] =>
  reports.map(({ id }) => ({ id: `of ${id}`, members: [id], bonds: [], origin: null }))
const places = (...reports: readonly Report[]): Place[] =>
  reports.flatMap(({ id, text }) =>
    [...text.matchAll(/Varnia has agreed to open the dam/g)].map(({ index }) => ({
      report: id,
      start: index,
      end: index + claim.length,
    })),
  )
const supportOf = (...reports: readonly Report[]) =>
  independence(reports, alone(...reports)).support(places(...reports))

const first = report(
  'first',
  `Rain fell on the valley. According to the Sull Observer, ${claim}. Nobody has confirmed it.`,
)
const second = report('second', `${claim}, the Sull Observer reported. Ostrel said nothing.`)
const observer = report('observer', `${claim}, two officials said.`, 'Sull Observer')
const other = report('other', `${claim}, its minister said on the radio.`, 'Quill Daily')

test('two lineages that both credit one outlet are one source', () => {
  const { sources, shared } = supportOf(first, second)
  expect(sources).toBe(1)
  expect(shared.map(({ reason }) => reason)).toEqual(['both credit Sull Observer: “According to the Sull Observer”'])
})

test('who credits an outlet that tells it itself adds no source', () => {
  const { sources, shared } = supportOf(first, observer, other)
  expect(sources).toBe(2)
  expect(shared[0]?.lineages).toEqual(['of first', 'of observer'])
})

test('a single credit is a source as good as any', () => {
  expect(supportOf(first, other)).toEqual({ sources: 2, shared: [] })
})

test('a report that also makes the claim on its own does not rest on the outlet', () => {
  const both = report('both', `${first.text} ${claim}, a clerk told this paper.`)
  expect(supportOf(both, second).sources).toBe(2)
})

test('a credit covers its sentence and no other', () => {
  const before = report('before', `${claim}. According to the Sull Observer, rain is near.`)
  expect(supportOf(before, second).sources).toBe(2)
})

test.each([
  ['KESTREL (Reuters) - Rain fell.', 'Reuters', '(Reuters)'],
  [
    'Rain fell.\nThe Associated Press contributed to this report.',
    'Associated Press',
    'The Associated Press contributed',
  ],
  ['Rain fell.\nCredit: Kestrel Wire', 'Kestrel Wire', 'Credit: Kestrel Wire'],
  ['Rain fell, the minister told Quill News on Monday.', 'Quill News', 'told Quill News'],
  ['The rain was first reported by AP.', 'Associated Press', 'reported by AP'],
  ['On Monday Quill News reported rain.', 'Quill News', 'Quill News reported'],
])('“%s” credits %s', (text, outlet, words) => {
  expect(credits([report('r', text)]).map(credit => [credit.outlet, credit.words])).toEqual([[outlet, words]])
})

test.each([
  'The minister told Mira Tolvane that rain fell.',
  'According to Ostrel, rain fell.',
  'A correspondent of the Quill Daily saw rain.',
])('“%s” credits no outlet', text => {
  expect(credits([report('r', text)])).toEqual([])
})

test('an outlet does not credit itself', () => {
  expect(credits([{ ...second, outlet: 'The Sull Observer' }])).toEqual([])
})

test('credits are read in linear time', () => {
  const hostile = report(
    'hostile',
    `${'According to A '.repeat(20_000)}${'the Gazette '.repeat(20_000)}${'('.repeat(50_000)}`,
  )
  expect(credits([hostile])).toEqual([])
})
