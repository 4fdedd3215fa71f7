import { expect, test } from 'vitest'
import { recordAnswer } from '../../src/server/answers.js'
import type { ApiMovement } from '../../src/server/api.js'
import { inventedCase } from '../../test/invented-case.js'
import { density, hasMoved, matrixParties, matrixRows, optionRows, type RowOrder } from '../positions/matrix.js'
import { indexCase } from '../state/case.js'
import { select, statementRows } from '../statements/rows.js'

const lake = indexCase(recordAnswer(inventedCase))
test('rows by contention begin with the issue on which acts are furthest apart', () => {
  const issues = (order: RowOrder) => matrixRows(lake, lake.record.positions, order).map(row => row.issue)
  expect(issues('contention')[0]).toBe('observers')
  expect(issues('taxonomy')).toEqual(['observers', 'ceasefire', 'fishing', 'elections'])
})

test('a cell shows that it moved, and that it is new only against a chosen day', () => {
  const [position] = lake.record.positions
  const moved = (movement: ApiMovement, isCompared: boolean) => hasMoved({ ...position!, movement }, isCompared)
  expect([moved('hardened', false), moved('reaffirmed', true)]).toEqual([true, false])
  expect([moved('new', false), moved('new', true)]).toEqual([false, true])
})

test('an issue has a row for each option on which a party takes a stand, and none for bare mentions', () => {
  const rows = optionRows(lake, 'observers', lake.record.positions)
  expect(rows.map(({ option, cells }) => [option.name, [...cells.keys()]])).toEqual([
    ['foreign observers', ['BMK']],
    ['observer mission', ['STRAIT_UNION']],
    ['observers on both shores', ['ARV']],
    ['unarmed observers', ['ARV']],
  ])
  expect(optionRows(lake, 'ceasefire', lake.record.positions)).toEqual([])
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
