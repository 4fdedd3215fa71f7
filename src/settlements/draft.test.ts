import { expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import type { ActKind } from '../positions/act.js'
import type { Option } from '../positions/options/option.js'
import type { OptionPosition, Position } from '../positions/position.js'
import { draftModel, draftText, type Stances } from './draft.js'
import { parseModel } from './model-file.js'
import { settlements } from './settlement.js'

const option = (issue: string, name: string, kind: Option['kind'] = 'told'): Option => ({
  id: `${issue}/${name}`,
  issue,
  name,
  kind,
  acts: [],
})

const stand = (of: string, latest: ActKind, more: Partial<OptionPosition> = {}): OptionPosition => ({
  option: of,
  latest,
  awaited: false,
  conditional: false,
  redLine: false,
  sources: 1,
  restsOn: [],
  reports: 1,
  contested: null,
  movements: [],
  history: [],
  ...more,
})

const position = (party: string, issue: string, options: OptionPosition[]): Position => ({
  ...stand('', options[0]?.latest ?? 'STATE'),
  party,
  issue,
  movement: 'new',
  options,
})

const talks: Stances = {
  parties: [
    { id: 'ARDO', name: 'Ardo', role: 'party' },
    { id: 'BESK', name: 'Besk', role: 'party' },
    { id: 'RADIO', name: 'The radio', role: 'outside' },
  ],
  issues: [
    { id: 'dam', name: 'The dam' },
    { id: 'fish', name: 'Fish' },
    { id: 'posts', name: 'Border posts' },
  ],
  reports: [],
  acts: [],
  options: [
    option('dam', '90 gates open'),
    option('dam', 'joint ownership'),
    option('dam', 'not specified', 'unspecified'),
    option('dam', 'praised by nobody'),
    option('fish', 'not specified', 'unspecified'),
    option('posts', 'joint posts'),
  ],
  positions: [
    position('ARDO', 'dam', [
      stand('dam/90 gates open', 'DEMAND', { redLine: true }),
      stand('dam/joint ownership', 'REJECT', { redLine: true }),
    ]),
    position('BESK', 'dam', [
      stand('dam/90 gates open', 'OFFER', { conditional: true }),
      stand('dam/joint ownership', 'DEMAND'),
      stand('dam/not specified', 'SUPPORT'),
    ]),
    position('BESK', 'fish', [stand('fish/not specified', 'REJECT')]),
    position('ARDO', 'posts', [stand('posts/joint posts', 'ACCEPT', { contested: 'REJECT' })]),
    position('RADIO', 'posts', [stand('posts/joint posts', 'DEMAND')]),
  ],
}

test('an issue has the options that somebody takes a stance on, and that nothing is agreed', () => {
  expect(draftModel('Talks', talks).issues).toEqual([
    {
      id: 'dam',
      name: 'The dam',
      options: ['90 gates open', 'joint ownership', 'agreed, form not specified', 'not agreed'],
    },
    { id: 'fish', name: 'Fish', options: ['agreed', 'not agreed'] },
    { id: 'posts', name: 'Border posts', options: ['joint posts', 'not agreed'] },
  ])
})

test('what is wanted is ranked before no agreement, what is refused after it; of several which is better is not known', () => {
  const [ardo, besk] = draftModel('Talks', talks).parties
  expect(ardo?.values?.dam?.given).toEqual(['90 gates open', 'not agreed', 'joint ownership'])
  expect(besk?.values?.dam?.given).toEqual({
    'joint ownership': [0, 1],
    'agreed, form not specified': [0, 1],
    'not agreed': 0,
  })
  expect(besk?.values?.fish?.given).toEqual(['not agreed', 'agreed'])
})

test('what is said under a condition, or by one voice against another, stays unknown', () => {
  const [ardo, besk] = draftModel('Talks', talks).parties
  expect(ardo?.values?.posts?.given).toBe('unknown')
  expect(JSON.stringify(besk?.values)).not.toContain('90 gates')
})

test('a red line rules out what is refused; one on a demand rules out only that nothing is agreed', () => {
  const [ardo] = draftModel('Talks', talks).parties
  expect(ardo?.redLines?.map(line => line.never)).toEqual([{ dam: 'not agreed' }, { dam: 'joint ownership' }])
})

test('an outside voice has no seat while two parties have one', () => {
  expect(draftModel('Talks', talks).parties.map(({ id }) => id)).toEqual(['ARDO', 'BESK'])
  const alone = { ...talks, positions: talks.positions.filter(one => one.party !== 'BESK') }
  expect(draftModel('Talks', alone).parties.map(({ id }) => id)).toEqual(['ARDO', 'RADIO'])
})

test('names that a model cannot hold, or that are alike, are made so that it can', () => {
  const odd = {
    ...talks,
    options: talks.options.map(one => ({ ...one, name: one.kind === 'told' ? ' not\u00ad\n agreed ' : one.name })),
  }
  const text = draftText(draftModel('Talks', odd)) ?? ''
  expect(parseModel(text, 'draft').issues[0]?.options).toEqual([
    'not agreed (2)',
    'not agreed (3)',
    'agreed, form not specified',
    'not agreed',
  ])
})

test('the draft of a record reads without a fault, shows whole sentences, and can be settled', () => {
  const text = draftText(draftModel(inventedCase.name, inventedCase)) ?? ''
  const model = parseModel(text, 'draft')
  expect(model.issues.some(({ options }) => options.length > 2)).toBe(true)
  const quotes = model.parties.flatMap(party =>
    Object.values(party.values).flatMap(({ evidence }) => (evidence === 'assumed' ? [] : evidence)),
  )
  expect(quotes.length).toBeGreaterThan(0)
  for (const { report, start = 0, end, quote } of quotes)
    expect(inventedCase.reports.find(({ id }) => id === report)?.text.slice(start, end)).toBe(quote)
  expect(settlements(model, { listed: 3, draws: 20, seed: 1 }).allPackages).toBeGreaterThan(1n)
})

test('a record without stances makes no draft', () => {
  expect(draftText(draftModel('Talks', { ...talks, positions: [] }))).toBeNull()
})
