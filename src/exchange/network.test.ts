import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRecord } from '../../test/arbitrary-record.js'
import { inventedRecord } from '../../test/invented-record.js'
import type { Act } from '../positions/act.js'
import { actorTies, network } from './network.js'

const [first, second] = inventedRecord.acts as [Act, Act]

test('who first refuses and then accepts disagrees and agrees, from one source each', () => {
  expect(network(inventedRecord).ties).toEqual([
    {
      actor: 'VELMARA',
      concept: 'monitoring-verification',
      agreement: 1,
      disagreement: 1,
      statements: 2,
      first: '2031-03-02',
      last: '2031-03-09',
    },
  ])
})

test('a rewrite adds no weight', () => {
  const record = {
    ...inventedRecord,
    acts: [first, { ...second, act: 'REJECT' as const }],
    lineages: [{ id: 'AB', members: ['a', 'b'], bonds: [], origin: null }],
  }
  expect(network(record).ties[0]).toMatchObject({ agreement: 0, disagreement: 1, statements: 2 })
})

test('a demand agrees with its issue; that something must not be disagrees', () => {
  const demands = [
    { ...first, act: 'DEMAND' as const },
    { ...second, act: 'DEMAND' as const, negated: true },
  ]
  expect(network({ ...inventedRecord, acts: demands }).statements.map(({ agrees }) => agrees)).toEqual([true, false])
})

test('charges, contacts and plain statements take no side', () => {
  const acts = (['ACCUSE', 'CONSULT', 'DENY', 'STATE'] as const).map(act => ({ ...first, act }))
  expect(network({ ...inventedRecord, acts })).toMatchObject({ ties: [], actors: [], leftOut: 4 })
})

test('two parties are congruent on an issue that both refuse, and in conflict where one accepts', () => {
  const other = (act: Act['act']) => ({ ...second, party: 'BELMARK', act })
  const tie = (acts: Act[]) => actorTies(network({ ...inventedRecord, acts }))
  expect(tie([first, other('REJECT')])).toEqual([{ a: 'VELMARA', b: 'BELMARK', congruence: 1, conflict: 0 }])
  expect(tie([first, other('ACCEPT')])).toEqual([{ a: 'VELMARA', b: 'BELMARK', congruence: 0, conflict: 1 }])
})

test('every signed statement stands in its tie, and no tie counts more sources than statements', () => {
  fc.assert(
    fc.property(arbitraryRecord, record => {
      const { ties, statements, actors } = network(record)
      expect(ties.reduce((sum, tie) => sum + tie.statements, 0)).toBe(statements.length)
      for (const tie of ties) {
        expect(tie.agreement + tie.disagreement).toBeLessThanOrEqual(tie.statements)
        expect(actors.map(({ id }) => id)).toContain(tie.actor)
      }
    }),
  )
})
