import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Cell, coverage } from '../coverage.js'
import { allianceIn, isMember, membersOf } from './alliances.js'
import data from './alliances.json' with { type: 'json' }

const code = z.string().regex(/^[A-Z]{3}$/)
const day = z.iso.date()
const words = z.array(z.string().regex(/^[\p{Ll}\d -]+$/u)).min(1)

test('the table of alliances has the shape that its readers expect', () => {
  const member = z.strictObject({
    state: code,
    from: day,
    until: day.optional(),
    disputedFrom: day.optional(),
    note: z.string().optional(),
  })
  z.strictObject({
    note: z.string(),
    asOf: day,
    alliances: z.array(
      z.strictObject({
        id: z.string().regex(/^[A-Z_]+$/),
        name: z.string(),
        names: words,
        begins: day,
        ends: day.optional(),
        members: z.array(member).min(1),
      }),
    ),
    territories: z.strictObject({ note: z.string(), of: z.record(code, code) }),
    places: z.strictObject({
      note: z.string(),
      list: z.array(z.strictObject({ names: words, state: code.optional(), regions: words })),
    }),
    rims: z.strictObject({
      note: z.string(),
      list: z.array(z.strictObject({ region: z.string(), wholly: z.array(code), partly: z.array(code) })),
    }),
    continents: z.record(z.string().length(2), words),
  }).parse(data)
  for (const { members, begins, ends = '9999' } of data.alliances)
    for (const one of members) {
      const until = ('until' in one ? one.until : null) ?? '9999'
      expect(begins <= one.from && one.from < until && (until === '9999' || until <= ends)).toBe(true)
    }
})

const alliance = (name: string) => {
  const found = allianceIn(name)
  if (!found) throw new Error(name)
  return found
}

test('an alliance has as many members as it says', () => {
  const count = (name: string, on: string | null = null) => membersOf(alliance(name), on).length
  expect([count('nato-art5'), count('EU 42.7', '2021'), count('GCC'), count('African Union')]).toEqual([32, 27, 6, 55])
  expect([count('NATO', '1949-12-01'), count('NATO', '2003'), count('warsaw-pact')]).toEqual([12, 19, 7])
})

test('a state is a member from the day on which it joined, and nobody can tell of the year alone', () => {
  const on = (when: string | null) => isMember(alliance('NATO'), 'Finland', when)
  expect([on(null), on('2022-05-01'), on('2023-04-04'), on('2023')]).toEqual(['yes', 'no', 'yes', 'unknown'])
  expect(isMember(alliance('csto'), 'Armenia', '2022-09-13')).toBe('yes')
  expect(isMember(alliance('csto'), 'Armenia', null)).toBe('unknown')
  expect(isMember(alliance('nato'), 'Greenland', null)).toBe('unknown')
  expect(isMember(alliance('nato'), 'a coalition', null)).toBe('unknown')
})

test('what is only like an alliance is not the alliance', () => {
  for (const text of ['nato-like', 'a guarantee similar to NATO', 'non-NATO states', 'natolin', 'queue'])
    expect(allianceIn(text)).toBe(null)
})

test('a later day never takes a member out that has not left', () => {
  const days = fc.date({ min: new Date('1949-01-01'), max: new Date('2025-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [first, last] = [a, b].map(one => one.toISOString().slice(0, 10)).sort() as [string, string]
      const later = membersOf(alliance('NATO'), last)
      for (const state of membersOf(alliance('NATO'), first)) expect(later).toContain(state)
    }),
    { numRuns: 50 },
  )
})

const treaty = {
  id: 'nato-art5',
  beneficiary: 'each party',
  guarantors: 'every other party',
  reciprocal: true,
  trigger: { act: ['armed attack'], attacker: 'any', area: 'territory in Europe or North America' },
  decision: 'individual',
}
const cellOf = (guarantee: object, attack: object): Cell =>
  coverage({ guarantees: [guarantee], attacks: [{ id: 'a', act: 'invasion', attacker: 'Velmara', ...attack }] })
    .cells[0] as Cell
const answer = (attack: object, guarantee: object = treaty) => cellOf(guarantee, attack).answer

test('membership decides whom "each party" protects', () => {
  expect(answer({ target: 'Estonia', area: 'a border village' })).toBe('may act')
  expect(answer({ target: 'Georgia', area: 'Tbilisi' })).toBe('nobody is bound')
  expect(answer({ target: 'Estonia', area: 'Tallinn', date: '2003-05-01' })).toBe('nobody is bound')
  expect(cellOf(treaty, { target: 'Estonia', area: 'Tallinn' }).duties).toHaveLength(31)
})

test('land of a member outside the area is not covered, nor are its soldiers abroad', () => {
  expect(answer({ target: 'United States', area: 'Hawaii' })).toBe('nobody is bound')
  expect(answer({ target: 'Turkish forces', area: 'Idlib' })).toBe('nobody is bound')
  expect(answer({ target: 'Spain', area: 'somewhere' })).toBe('unclear')
})

test('the territory of the parties is where one of them is attacked, and not on the soil of others', () => {
  const union = {
    ...treaty,
    id: 'eu-42-7',
    trigger: { act: ['armed attack'], area: 'the territory of a member state' },
  }
  expect(answer({ target: 'Finland', area: 'Finland' }, union)).toBe('may act')
  expect(answer({ target: 'French soldiers', area: 'Kyiv' }, union)).toBe('nobody is bound')
})

test('soldiers of others on protected soil are neither plainly protected nor plainly not', () => {
  const own = {
    id: 'pact',
    beneficiary: 'Ostrel',
    guarantors: ['Corvel'],
    trigger: { act: ['armed attack'] },
    decision: 'individual',
  }
  expect(answer({ target: 'peacekeepers in Ostrel' }, own)).toBe('unclear')
  expect(answer({ target: 'peacekeepers in Teskel' }, own)).toBe('nobody is bound')
})

test('"each party" means those whom the other side of the guarantee names', () => {
  const pact = { ...treaty, id: 'pact', guarantors: ['Ostrel', 'Corvel'], trigger: { act: ['armed attack'] } }
  expect(cellOf(pact, { target: 'Ostrel' }).duties.map(({ party }) => party)).toEqual(['Corvel'])
  expect(answer({ target: 'Teskel' }, pact)).toBe('nobody is bound')
})

test('where an act falls short of help, what is open is only whether guarantors are to consult', () => {
  const memorandum = {
    id: 'memorandum',
    beneficiary: 'Ostrel',
    guarantors: ['Corvel'],
    trigger: { act: ['attack with nuclear weapons'] },
    decision: 'individual',
    consultation: 'consult if a question arises about the commitments',
    obligation: 'seek help of the council',
  }
  const cell = cellOf(memorandum, { target: 'Ostrel', attacker: 'unknown', act: 'cyber attack' })
  expect([cell.answer, cell.duties[0]?.duty]).toEqual(['unclear', memorandum.consultation])
})

test('a clause on any effort by other than peaceful means is met by a blockade', () => {
  const act = {
    id: 'act',
    beneficiary: 'Ostrel',
    guarantors: ['Corvel'],
    trigger: { act: ['any effort by other than peaceful means'] },
    decision: 'individual',
  }
  expect(answer({ target: 'Ostrel', act: 'blockade' }, act)).toBe('may act')
})
