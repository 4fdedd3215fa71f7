import { expect, test } from 'vitest'
import { z } from 'zod'
import { agreementFaults, parseAgreement } from './agreement-file.js'
import { checkAgainstPatterns, clausePatterns } from './checklist.js'
import checklist from './checklist.json' with { type: 'json' }

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

test('each clause of the library says what is looked for, why it matters, and a clause to start from', () => {
  const sentence = z
    .string()
    .regex(/^\p{Lu}|^"/u)
    .min(10)
  z.strictObject({
    note: z.string(),
    clauses: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        asks: z.string().min(10),
        words: z.array(z.string().regex(/^[^A-Z]+$/)),
        field: z.string(),
        looksFor: sentence,
        matters: sentence,
        pattern: z.string().min(10),
        of: z.literal('guarantee').optional(),
      }),
    ),
  }).parse(checklist)
  expect(new Set(clausePatterns.map(({ id }) => id)).size).toBe(clausePatterns.length)
})

test('what a guarantee must say is asked only where somebody guarantees', () => {
  const asks = (more: string) => {
    const file = parseAgreement(`${text}${more}`, 'agreement.yaml')
    if (file.kind !== 'agreement') throw new Error('no agreement')
    return checkAgainstPatterns(file.agreement).map(({ id }) => id)
  }
  expect(asks('')).not.toContain('casus')
  expect(asks('participation: [{ party: OSTREL, capacity: guarantor }]\n')).toContain('casus')
})
