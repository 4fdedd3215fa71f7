import { expect, test } from 'vitest'
import { filter } from './coverage.js'

test('a matrix comes back cell by cell, guarantees before attacks', () => {
  const line = {
    id: 'm',
    guarantees: [
      { id: 'g', beneficiary: 'Ostrel', guarantors: ['Teskel'], trigger: { act: ['armed attack'] }, automatic: true },
      { id: 'h', beneficiary: 'Velmara', guarantors: ['Corvel'], trigger: { act: ['armed attack'] } },
    ],
    attacks: [{ id: 'a', act: 'invasion', attacker: 'Velmara', target: 'Ostrel' }],
  }
  expect('each' in filter ? filter.each(line) : undefined).toMatchObject({
    id: 'm',
    cells: [
      { guarantee: 'g', attack: 'a', answer: 'must act', duties: [{ party: 'Teskel' }] },
      { guarantee: 'h', attack: 'a', answer: 'nobody is bound', duties: [] },
    ],
    uncovered: [],
  })
})
