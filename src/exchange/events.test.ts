import { expect, test } from 'vitest'
import { inventedRecord } from '../../test/invented-record.js'
import type { Act } from '../positions/act.js'
import { events } from './events.js'

const [first, second] = inventedRecord.acts as [Act, Act]

test('what a party is said to refuse, and is then quoted as refusing in the same words, is one event', () => {
  const attitude = { ...first, statement: { ...first.statement, id: 'a:1', end: 34, layer: 'attitude' as const } }
  const found = events({ ...inventedRecord, acts: [attitude, first] })
  expect(found.repeated).toBe(1)
  expect(found.events.map(({ id }) => id)).toEqual(['a:0'])
})

test('two acts in one sentence are two events', () => {
  const offer = { ...first, act: 'OFFER' as const, statement: { ...first.statement, id: 'a:1', end: 34 } }
  expect(events({ ...inventedRecord, acts: [first, offer] }).events).toHaveLength(2)
})

test('a rewrite shares the link and the first day of what it rewrites', () => {
  const copy = { ...second, act: first.act, statement: { ...second.statement } }
  const record = {
    ...inventedRecord,
    acts: [first, copy],
    lineages: [{ id: 'AB', members: ['a', 'b'], bonds: [], origin: null }],
  }
  const [one, other] = events(record).events
  expect(other!.link).toBe(one!.link)
  expect(other!.date).toEqual({ from: '2031-03-02', until: '2031-03-02' })
})

test('where a spokesman tells of another, the other is the source', () => {
  const principal = { name: 'Ilena Vastok', role: 'President', party: 'VELMARA' }
  const told = { ...first, statement: { ...first.statement, principal } }
  expect(events({ ...inventedRecord, acts: [told] }).events[0]).toMatchObject({
    source: { name: 'Ilena Vastok' },
    toldBy: 'Ilse Varn',
  })
})

test('a date known to the month is all days of the month', () => {
  const [report, ...others] = inventedRecord.reports
  const dated = { ...report!, date: { value: '2031-02', precision: 'month' as const, from: 'given' as const } }
  expect(events({ ...inventedRecord, reports: [dated, ...others] }).events[0]!.date).toEqual({
    from: '2031-02-01',
    until: '2031-02-28',
  })
})
