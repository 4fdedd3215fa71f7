import { expect, test } from 'vitest'
import { recordAnswer } from '../../src/server/answers.js'
import { inventedCase } from '../../test/invented-case.js'
import { density, matrixParties, matrixRows } from '../positions/matrix.js'
import { indexCase } from '../state/case.js'
import { select, statementRows } from '../statements/rows.js'

const lake = indexCase(recordAnswer(inventedCase))
const now = { at: null, since: null }
const cell = (party: string, issue: string, asOf: { at: string | null; since: string | null } = now) =>
  matrixRows(lake, asOf, 'taxonomy')
    .find(row => row.issue === issue)
    ?.cells.get(party)

test('a cell shows the latest act, its sources before its reports, and a second voice at odds', () => {
  expect(cell('BMK', 'observers')).toMatchObject({ act: 'OFFER', conditional: true, contested: 'REJECT', sources: 1 })
})

test('on an earlier day only what was said by then counts', () => {
  expect(cell('BMK', 'observers', { at: '2031-04-05', since: null })).toMatchObject({
    act: 'REJECT',
    redLine: true,
    contested: null,
    sources: 1,
    reports: 3,
  })
  expect(cell('STRAIT_UNION', 'elections', { at: '2031-04-05', since: null })).toBeUndefined()
})

test('compared with a day, what was unsaid by then is new, and what stands since has not moved', () => {
  expect(cell('STRAIT_UNION', 'elections', { at: null, since: '2031-04-05' })?.moved).toEqual({
    how: 'new',
    from: null,
  })
  expect(cell('ARV', 'observers', { at: null, since: '2031-04-05' })?.moved).toBeNull()
})

test('an act without a date counts on every day', () => {
  expect(cell('BMK', 'ceasefire', { at: '2031-04-02', since: null })?.act).toBe('DEMAND')
})

test('rows by contention begin with the issue on which acts are furthest apart', () => {
  expect(matrixRows(lake, now, 'contention').map(row => row.issue)[0]).toBe('observers')
  expect(matrixRows(lake, now, 'taxonomy').map(row => row.issue)).toEqual([
    'observers',
    'ceasefire',
    'fishing',
    'elections',
  ])
})

test('the sides of the talks stand before mediators', () => {
  expect(matrixParties(lake)).toEqual(['BMK', 'ARV', 'STRAIT_UNION'])
})

test('the density has every day from the first to the last, and counts dated statements alone', () => {
  const days = density(lake)
  expect(days).toHaveLength(11)
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(lake.record.statements.length - 1)
})

test('a facet’s own choice does not hide the counts of its other values', () => {
  const { rows, counts } = select(statementRows(lake), { party: new Set(['STRAIT_UNION']) }, '')
  expect(rows).toHaveLength(3)
  expect(counts.party.get('ARV')).toBe(5)
  expect(counts.act.get('DEMAND')).toBeUndefined()
})
