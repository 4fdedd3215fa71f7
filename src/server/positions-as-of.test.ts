import { expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { positionsAsOf } from './positions-as-of.js'

const cell = (party: string, issue: string, asOf: { at?: string; since?: string } = {}) =>
  positionsAsOf(inventedCase, asOf).find(position => position.party === party && position.issue === issue)

test('without a day, the positions are the record’s, with the step that stands and what it moved from', () => {
  const position = cell('BMK', 'observers')
  expect(position).toMatchObject({ latest: 'REJECT', contested: 'OFFER', movedFrom: 'REJECT' })
  expect(position?.history[position.standing]).toMatchObject({ act: 'REJECT', date: '2031-04-09' })
})

test('an option moves against the day compared with, as its issue does', () => {
  const moved = (since?: string) =>
    positionsAsOf(inventedCase, since ? { since } : {})
      .flatMap(({ options }) => options)
      .flatMap(({ movements }) => movements.slice(0, 1).map(({ kind }) => kind))
  expect(moved().length).toBeGreaterThan(0)
  expect(new Set(moved('2031-01-01'))).toEqual(new Set(['new']))
})

test('on an earlier day only what was reported by then counts', () => {
  expect(cell('BMK', 'observers', { at: '2031-04-03' })).toMatchObject({
    latest: 'REJECT',
    redLine: true,
    contested: null,
    sources: 1,
    reports: 3,
  })
  expect(cell('BMK', 'observers', { at: '2031-04-02' })?.reports).toBe(1)
  expect(cell('STRAIT_UNION', 'elections', { at: '2031-04-03' })).toBeUndefined()
})

test('compared with a day, what was unsaid by then is new, and what stands since has not moved', () => {
  expect(cell('STRAIT_UNION', 'elections', { since: '2031-04-03' })).toMatchObject({ movement: 'new', movedFrom: null })
  expect(cell('ARV', 'observers', { since: '2031-04-03' })).toMatchObject({ movement: 'reaffirmed' })
  expect(cell('BMK', 'observers', { since: '2031-04-03' })).toMatchObject({ movement: 'softened', movedFrom: 'REJECT' })
})
