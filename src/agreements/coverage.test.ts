import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, coverage } from './coverage.js'

/** Corvel and Teskel vouch for Ostrel; the League of the Orsa helps any member; Teskel keeps the Ostrel-Velmara border. */
const pact = {
  id: 'pact',
  beneficiary: 'Ostrel',
  guarantors: ['Corvel', 'Teskel'],
  trigger: { act: ['armed attack'], attacker: 'any', area: 'the territory of Ostrel', exceptArea: ['Grey Isles'] },
  decision: 'individual',
  obligation: 'assist as it deems necessary',
  consultation: 'consult at the request of Ostrel',
  voidIf: [{ acts: ['invasion'], attacker: ['Ostrel'], target: ['Velmara'] }],
}
const invasion = { id: 'invasion', act: 'invasion', attacker: 'Velmara', target: 'Ostrel', area: 'Ostrel' }

const cellOf = (guarantee: object, attack: object, ...others: object[]): Cell => {
  const { cells } = coverage({ guarantees: [guarantee, ...others], attacks: [attack] })
  return cells[0] as Cell
}
const unmet = ({ conditions }: Cell) =>
  conditions.filter(({ holds }) => holds !== 'yes').map(({ name, holds }) => [name, holds])

test('guarantors that decide for themselves may act, and the cell quotes what they owe', () => {
  const cell = cellOf(pact, invasion)
  expect(cell).toMatchObject({ answer: 'may act', clause: 'assist as it deems necessary', collisions: [] })
  expect(cell.duties.map(({ party, discretion }) => [party, discretion])).toEqual([
    ['Corvel', 'full'],
    ['Teskel', 'full'],
  ])
  expect(cell.wouldVoid).toEqual(['invasion by Ostrel on Velmara'])
})

test('an automatic guarantee without discretion must be answered', () => {
  expect(
    cellOf({ ...pact, automatic: true, obligation: 'send troops', consultWithin: 'PT24H' }, invasion),
  ).toMatchObject({
    answer: 'must act',
    duties: [{ duty: 'send troops', within: 'PT24H' }, { party: 'Teskel' }],
  })
})

test('the fields of the draft model say the same as those of a case', () => {
  const model = {
    id: 'pact',
    bearers: ['Corvel'],
    towards: ['Ostrel'],
    casusFoederis: { acts: ['armed attack'], attacker: ['Velmara'], threshold: 'significant-deliberate-sustained' },
    decision: 'automatic',
    discretion: 'bounded',
    responses: ['air-defence', 'arms'],
    voidIf: [],
  }
  expect(unmet(cellOf(model, invasion))).toEqual([['threshold', 'unknown']])
  expect(cellOf(model, { ...invasion, sustained: true })).toMatchObject({
    answer: 'must act',
    duties: [{ party: 'Corvel', duty: 'air-defence, arms', discretion: 'bounded' }],
  })
  expect(cellOf(model, { ...invasion, sustained: false }).answer).toBe('nobody is bound')
})

test('an attack on one that nobody protects is left alone, by the clause that names who is protected', () => {
  expect(cellOf(pact, { ...invasion, attacker: 'Ostrel', target: 'Velmara' })).toMatchObject({
    answer: 'nobody is bound',
    clause: 'Ostrel',
    duties: [],
  })
})

test('an act that is less than the clause names brings guarantors to the table only', () => {
  const cell = cellOf(pact, { ...invasion, act: 'economic pressure' })
  expect(cell).toMatchObject({ answer: 'consults', clause: 'consult at the request of Ostrel' })
  expect(cell.duties[0]?.duty).toBe('consult at the request of Ostrel')
})

test('a hidden hand leaves the act unclear, and so does a clause that wants the attacker by name', () => {
  const hidden = { id: 'grid', act: 'cyber attack on the grid', attacker: 'unknown', target: 'Ostrel', area: 'Ostrel' }
  const named = { ...pact, trigger: { act: ['armed attack', 'sabotage'], attacker: ['Velmara'] } }
  expect(unmet(cellOf(named, hidden))).toEqual([['attacker', 'unknown']])
  expect(cellOf(named, hidden)).toMatchObject({ answer: 'unclear', clause: 'Velmara' })
})

test('a clause that wants the attack attributed is not met by one that is not', () => {
  const strict = { ...pact, consultation: undefined, trigger: { ...pact.trigger, attributed: true } }
  expect(cellOf(strict, { ...invasion, attributed: false }).answer).toBe('nobody is bound')
  expect(cellOf(strict, { ...invasion, attributed: true }).answer).toBe('may act')
})

test('a clause on nuclear weapons is not met without them', () => {
  const nuclear = { ...pact, trigger: { act: ['attack with nuclear weapons'] } }
  expect(unmet(cellOf(nuclear, invasion))).toEqual([['act', 'no']])
  expect(cellOf(nuclear, { ...invasion, act: 'nuclear attack' }).answer).toBe('may act')
})

test('a part that is taken out is not covered, and a place that the clause does not name is unclear', () => {
  expect(unmet(cellOf(pact, { ...invasion, area: 'Grey Isles' }))).toContainEqual(['excluded area', 'no'])
  const elsewhere = { ...pact, trigger: { act: ['armed attack'], area: 'the north bank' } }
  expect(cellOf(elsewhere, { ...invasion, area: 'Vell' })).toMatchObject({
    answer: 'unclear',
    clause: 'the north bank',
  })
})

test('a guarantor that attacks breaks its own word and is not counted on', () => {
  const cell = cellOf(pact, { ...invasion, attacker: 'Corvel' })
  expect(cell.duties.map(({ party }) => party)).toEqual(['Teskel'])
  expect(cell.collisions).toEqual([{ party: 'Corvel', kind: 'guarantor-attacks', with: 'pact', holds: 'yes' }])
})

test('a guarantor that has given its word to both sides is shown as bound to both', () => {
  const other = { ...pact, id: 'other', beneficiary: 'Velmara', guarantors: ['Teskel'] }
  expect(cellOf(pact, invasion, other).collisions).toEqual([
    { party: 'Teskel', kind: 'bound-to-both', with: 'other', holds: 'yes' },
  ])
  const border = { ...pact, beneficiary: 'the Ostrel-Velmara border', guarantors: ['Teskel'], reciprocal: true }
  expect(cellOf(border, invasion).collisions[0]).toMatchObject({ party: 'Teskel', kind: 'bound-to-both', with: 'pact' })
  expect(cellOf(border, { ...invasion, attacker: 'Corvel' }).answer).not.toBe('may act')
})

test('each party of a league is protected where the league says who its parties are, and nobody can tell where it does not', () => {
  const league = { ...pact, beneficiary: 'each party', guarantors: 'every other party', reciprocal: true }
  expect(unmet(cellOf(league, invasion))).toEqual([['target', 'unknown']])
  const named = { ...league, parties: ['Ostrel', 'Corvel', 'Teskel'] }
  expect(cellOf(named, invasion).duties.map(({ party }) => party)).toEqual(['Corvel', 'Teskel'])
  expect(cellOf({ ...named, parties: ['Corvel', 'Teskel'], consultation: undefined }, invasion).answer).toBe(
    'nobody is bound',
  )
})

test('a reciprocal guarantee binds the protected to their guarantor', () => {
  const mutual = { ...pact, reciprocal: true, trigger: { act: ['armed attack'] } }
  expect(cellOf(mutual, { ...invasion, target: 'Corvel' }).duties.map(({ party }) => party)).toEqual([
    'Teskel',
    'Ostrel',
  ])
})

test('help that waits for the finding of a council is unclear until it has found, unless the attack is flagrant', () => {
  const council = { ...pact, decision: 'Council finding; immediate help if flagrant' }
  expect(cellOf(council, invasion).answer).toBe('unclear')
  expect(cellOf(council, { ...invasion, found: true }).answer).toBe('must act')
  expect(cellOf(council, { ...invasion, flagrant: true }).answer).toBe('must act')
  expect(cellOf(council, { ...invasion, found: false, flagrant: false }).answer).toBe('nobody is bound')
})

test('what voids a guarantee leaves nobody bound', () => {
  const fragile = { ...pact, consultation: undefined, voidIf: ['a first strike by Ostrel'] }
  const struck = { ...invasion, circumstances: ['a first strike by Ostrel'] }
  expect(cellOf(fragile, struck)).toMatchObject({ answer: 'nobody is bound', clause: 'a first strike by Ostrel' })
  expect(cellOf(fragile, invasion).answer).toBe('may act')
})

test('an attack that no guarantee answers is listed, and whether one leaves it open', () => {
  const attacks = [
    invasion,
    { ...invasion, id: 'raid', act: 'border incident' },
    { ...invasion, id: 'back', target: 'Velmara' },
  ]
  expect(coverage({ guarantees: [pact], attacks }).uncovered).toEqual([
    { attack: 'raid', open: true },
    { attack: 'back', open: false },
  ])
})

test('an attack without a target is refused by the name of the field', () => {
  expect(() => coverage({ guarantees: [pact], attacks: [{ id: 'a', act: 'invasion' }] })).toThrow('attacks.0.target')
})

test('saying whether an attack lasts never turns a plain answer into its opposite', () => {
  const attack = fc.record({
    id: fc.constant('a'),
    act: fc.constantFrom('invasion', 'cyber attack', 'threat', 'blockade'),
    attacker: fc.constantFrom('Velmara', 'unknown', 'Corvel'),
    target: fc.constantFrom('Ostrel', 'Velmara'),
    significant: fc.boolean(),
    deliberate: fc.boolean(),
  })
  const trigger = fc.record({
    act: fc.constantFrom(['armed attack'], ['any'], ['aggression']),
    threshold: fc.constantFrom('any', 'significant', 'significant-deliberate-sustained'),
    sustained: fc.boolean(),
  })
  fc.assert(
    fc.property(attack, trigger, fc.boolean(), (given, own, sustained) => {
      const plain = { ...pact, trigger: own, consultation: undefined }
      const before = cellOf(plain, given).answer
      if (before !== 'unclear') expect(cellOf(plain, { ...given, sustained }).answer).toBe(before)
    }),
  )
})
