import { expect, test } from 'vitest'
import type { StageLine } from './filter.js'
import { filter } from './frontier.js'

const each = (line: object) => ('each' in filter ? (filter.each(line as StageLine) as Record<string, unknown>) : {})

/** Two issues of three values; each party has a bonus on a combination and one of its own, in halves. */
const pact = {
  name: 'Harbour pact',
  issues: [
    ['berths', 1, 3],
    ['dues', 0, 2],
  ],
  parties: [
    {
      maxutility: 10,
      reserved: '0.25',
      rects: [
        {
          u: 7.5,
          in: [
            [0, 3, 3],
            [1, 0, 1],
          ],
        },
        { u: 2.5, in: [[1, 1, 2]] },
      ],
    },
    {
      maxutility: 8,
      rects: [
        { u: 8, in: [[0, 1, 2]] },
        { u: 4, in: [[1, 1, 1]] },
      ],
    },
  ],
}

test('interdependent values are answered exactly, divided by the stated maximum and cut there', () => {
  expect(each({ id: 1, scenario: pact, rule: 'genius' })).toMatchObject({
    id: 1,
    name: 'Harbour pact',
    outcomes: '9',
    pareto: [
      [1, 0.5],
      [0.25, 1],
    ],
    exact: true,
    bids: [
      [3, 1],
      [1, 1],
    ],
    nash: { points: [[1, 0.5]], value: 0.375 },
  })
})

test('interdependent values by the convention raw are sums of bonuses as written', () => {
  expect(each({ ...pact, rule: 'raw' }).pareto).toEqual([
    [10, 4],
    [2.5, 12],
  ])
})

test('a wrong field of interdependent values is named', () => {
  expect(() => each({ scenario: { ...pact, parties: [pact.parties[0]] } })).toThrow('Field "scenario.parties"')
  expect(() => each({ scenario: { ...pact, issues: [['berths', 3, 1]] } })).toThrow('lowest, highest')
})
