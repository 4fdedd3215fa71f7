import { expect, test } from 'vitest'
import { filter } from './sequence.js'

const answerTo = (line: object) => ('each' in filter ? filter.each({ id: 'a', ...line }) : undefined)

test('a case comes back with its id, and one entry a set of readings', () => {
  const edges = [
    { from: 'guns leave', to: 'vote', reading: 'text' },
    { from: 'vote', to: 'guns leave', reading: 'Ostrel', weight: 2 },
  ]
  expect(answerTo({ edges })).toMatchObject({
    id: 'a',
    cycles: [
      { readings: ['text'], cycles: [] },
      { readings: ['text', 'Ostrel'], cycles: [['guns leave', 'vote']] },
    ],
    waysOut: [{ readings: ['text', 'Ostrel'], cycle: ['guns leave', 'vote'], ways: expect.any(Array) }],
    timetables: [{ consistent: true }, { consistent: true }],
    next: [{ next: ['guns leave'] }, { next: [] }],
  })
})

test('a case without its own edges is refused by the name of the field', () => {
  expect(() => answerTo({ edges: 'none' })).toThrow('`edges`')
})
