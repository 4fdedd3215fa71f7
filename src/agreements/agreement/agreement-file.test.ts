import { expect, test } from 'vitest'
import { agreementFaults, parseAgreement } from './agreement-file.js'
import { checkAgainstPatterns } from './checklist.js'

const text = `title: The valley truce
parties: [{ id: OSTREL, name: Ostrel }]
provisions:
  - { id: p1, text: Ostrel shall withdraw within ten days. }
norms:
  - id: leave
    provision: p1
    modality: obligation
    bearers: OSTREL
    act: withdrawal
    due: entry+10d
`

test('an agreement is read, and a short condition is the same as a long one', () => {
  const file = parseAgreement(text, 'agreement.yaml')
  expect(file).toMatchObject({ agreement: { norms: [{ due: { op: 'elapsed', since: 'entry', duration: '10d' } }] } })
})

test('a name that stands for nothing is a fault with its line', () => {
  const [fault] = agreementFaults(text.replace('bearers: OSTREL', 'bearers: CORVEL'), 'agreement.yaml')
  expect([fault?.place, fault?.message]).toEqual([
    'agreement.yaml:9',
    'Field `norms[1].bearers`: there is no party "CORVEL".',
  ])
})

test('what a draft lacks is listed, and what it has names its provisions', () => {
  const file = parseAgreement(text, 'agreement.yaml')
  if (file.kind !== 'agreement') throw new Error('no agreement')
  const items = checkAgainstPatterns(file.agreement)
  expect(items.find(({ id }) => id === 'separation')).toMatchObject({ is: 'there', provisions: ['p1'] })
  expect(items.find(({ id }) => id === 'monitoring')?.is).toBe('lacking')
})
