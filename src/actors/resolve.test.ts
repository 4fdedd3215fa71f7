import { expect, test } from 'vitest'
import type { CaseParty } from './actor.js'
import { partyName } from './gazetteer.js'
import { caseGazetteer, resolveActor } from './resolve.js'

test.each([
  ['France', 'FRA'],
  ['French officials', 'FRA'],
  ['the Kremlin', 'RUS'],
  ['U.S. negotiators', 'USA'],
  ['Côte d’Ivoire', 'CIV'],
  ['Khartoum', 'SDN'],
  ["Russia's ambassador to Poland", 'RUS'],
])('%s speaks for %s', (mention, code) => {
  expect(resolveActor(mention)).toMatchObject({ code, party: code })
})

test('a body or a group is a party without a state', () => {
  expect(resolveActor('European allies')).toMatchObject({ code: null, party: 'EUROPEAN_ALLIES' })
  expect(resolveActor('NATO')).toMatchObject({ code: null, party: 'NATO' })
})

test('"us" is nobody and "turkey" is a bird', () => {
  expect(resolveActor('all of us').party).toBeNull()
  expect(resolveActor('roast turkey').party).toBeNull()
})

test("a case's own names come before the world's", () => {
  const own: CaseParty = { id: 'NORTH', name: 'The North', role: 'party', aliases: ['Berlin'], actors: [] }
  expect(resolveActor('Berlin', caseGazetteer([own])).party).toBe('NORTH')
})

test('the title tells the sector', () => {
  expect(resolveActor('Ghanaian lawmakers').sector).toBe('LEG')
  expect(resolveActor('a former Chilean minister').sector).toBe('ELI')
})

test('a party has a name for display', () => {
  expect(partyName('DEU')).toBe('Germany')
  expect(partyName('EUROPEAN_ALLIES')).toBe('European allies')
  expect(partyName('VELMARA')).toBe('Velmara')
})

test("a state's rivals and proxies are not that state, but who they are where a place says so", () => {
  expect(resolveActor("Poland's rivals").code).toBeNull()
  expect(resolveActor("France's militia ally in northern Chad").code).toBe('TCD')
  expect(resolveActor("Poland's ambassador").code).toBe('POL')
})
