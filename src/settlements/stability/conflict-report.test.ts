import { expect, test } from 'vitest'
import { conflictAnswer } from './conflict-answer.js'
import { type ConflictFile, conflictSchema } from './conflict-file.js'
import { checkedConflict, conflictReport } from './conflict-report.js'

/** Two neighbours, each of whom may keep its troops back (Y) or send them: NN, YN, NY, YY. */
const standoff: ConflictFile = conflictSchema.parse({
  name: 'Stand-off',
  decisionMakers: [
    { name: 'Ardo', options: [0] },
    { name: 'Besk', options: [1] },
  ],
  options: ['Ardo holds back', { name: 'Besk holds back' }],
  ranking: [
    [3, 4, 1, 2],
    [2, 4, 1, 3],
  ],
  statusQuo: 1,
})

test('the report draws every move, and marks those that pay', () => {
  const report = conflictReport(standoff)
  expect(report.moves).toHaveLength(8)
  expect(report.moves).toContainEqual({ from: 4, to: 3, by: 1, better: true })
  expect(report.moves).toContainEqual({ from: 3, to: 4, by: 1, better: false })
  expect(report.answer).toEqual(conflictAnswer(standoff))
})

test('a status quo that is no state, and more states than can be drawn, are faults', () => {
  expect(() => conflictReport({ ...standoff, statusQuo: 9 })).toThrow('there is no state 9')
  const wide = { ...standoff, options: Array.from({ length: 7 }, (_, o) => `option ${o}`) }
  expect(() => checkedConflict({ ...wide, ranking: [[1], [1]] })).toThrow('128 states')
})

test('the answer names for each state the move that tempts and, by concept, the sanction that deters', () => {
  const { states, equilibria } = conflictAnswer(standoff)
  expect(equilibria).toMatchObject({ Nash: [1], SEQ: [1, 4], coalitionNash: [] })
  expect(states[3]?.text).toBe('Ardo holds back + Besk holds back')
  expect(states[3]?.verdicts[0]).toMatchObject({
    by: 'Ardo',
    stableBy: ['GMR', 'SMR', 'SEQ', 'SSEQ'],
    temptations: [{ to: 3, sanctions: { SEQ: [{ by: 'Besk', to: 1 }] } }],
  })
  expect(states[0]?.leftBy).toMatchObject({ coalition: ['Ardo', 'Besk'], to: 4 })
  expect(states[3]?.attainment).toMatchObject({ byImprovements: null, byMoves: [{ to: 2 }, { to: 4 }] })
})

test('the inverse answer says what each would have to prefer for a state to last', () => {
  const { inverse } = conflictAnswer(standoff, 4)
  expect(inverse?.filter(one => one.concept === 'Nash')).toEqual([
    { concept: 'Nash', by: 'Ardo', mustNotPay: [{ to: 3, anyOf: [{ noBetter: [3], sanction: [] }] }] },
    { concept: 'Nash', by: 'Besk', mustNotPay: [{ to: 2, anyOf: [{ noBetter: [2], sanction: [] }] }] },
  ])
  expect(() => conflictAnswer(standoff, 5)).toThrow('There is no state 5')
})
