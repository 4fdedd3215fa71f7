import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { slice } from '../language/span.js'
import { makeReport } from '../reports/report.js'
import { buildRecord } from './build.js'
import { emptyCase } from './case-file.js'
import { draftCase, draftText } from './draft-case.js'
import { loneTerms } from './lone-terms.js'

const parties = [
  { id: 'ARVENIA', name: 'Arvenia', role: 'party' as const, aliases: ['Arvenian'], actors: ['Ilse Varn'] },
  { id: 'BELMARK', name: 'Belmark', role: 'party' as const, aliases: ['Belmarker'], actors: ['Tomas Reck'] },
]
const recordOf = (...texts: string[]) =>
  buildRecord({
    file: { ...emptyCase, parties },
    reports: texts.map((text, n) => makeReport({ place: `${n}.txt`, text, language: 'en', id: `r${n}` })),
    refused: [],
    texts: new Map(),
  })

const record = recordOf(
  'Ilse Varn, the foreign minister of Arvenia, said that the eel weirs were older than both states and that no ceasefire would last.\nThe weather was cold in the mountains.',
  'Tomas Reck, the foreign minister of Belmark, told farmers in a long speech at the harbour that the eel weirs would be torn down in spring.',
)

test('what two sources speak of and no issue holds is proposed as a term, with a place to read it', () => {
  const [first, ...others] = loneTerms(record)
  expect(first?.term).toBe('eel weir')
  expect([first?.statements, first?.sources]).toEqual([2, 2])
  const { report, start, end } = first!.example
  expect(slice(record.reports.find(({ id }) => id === report)!.text, { start, end })).toBe('eel weirs')
  expect(others.map(({ term }) => term)).not.toContain('ceasefire')
})

test('a draft with its terms is the same case file: terms are comments', () => {
  const draft = draftCase(record, 'Weirs')
  const text = draftText(draft)
  expect(text).toContain('#     terms: [eel weir*]')
  expect(parse(text).issues).toEqual(parse(draftText({ ...draft, terms: [] })).issues)
})
