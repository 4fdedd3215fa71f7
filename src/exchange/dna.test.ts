import { expect, test } from 'vitest'
import { inventedRecord } from '../../test/invented-record.js'
import { dnaColumns, dnaStatements } from './dna.js'
import { network } from './network.js'

test('a statement is a row as Discourse Network Analyzer lists events, its words at the carets given', () => {
  const rows = dnaStatements(network(inventedRecord), inventedRecord)
  expect(rows[0]).toMatchObject({
    'statement ID': 1,
    time: '2031-03-02 00:00:00',
    'document ID': 1,
    'document title': 'No inspection, says Varn',
    source: 'Harbour Gazette',
    person: 'Ilse Varn',
    organization: 'Velmara',
    concept: 'Monitoring',
    agreement: 0,
    act: 'REJECT',
  })
  expect(rows[1]).toMatchObject({ agreement: 1, act: 'ACCEPT' })
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(dnaColumns)
    const report = inventedRecord.reports.find(({ id }) => id === row['parley report'])
    expect(report?.text.slice(Number(row.start), Number(row.stop))).toBe(row.text)
  }
})

test('a statement on two issues is two rows', () => {
  const [first, ...others] = inventedRecord.acts
  const record = {
    ...inventedRecord,
    acts: [{ ...first!, issues: ['monitoring-verification', 'ceasefire'] }, ...others],
  }
  expect(dnaStatements(network(record), record)).toHaveLength(3)
})
