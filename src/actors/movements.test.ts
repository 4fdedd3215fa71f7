import { expect, test } from 'vitest'
import { stateOf } from './gazetteer.js'
import { organisationId } from './organisations.js'
import { resolveActor } from './resolve.js'
import { worldOffices, worldParty } from './world-people.js'

test.each([
  ['a senior Hamas official', 'HAMAS', 'PSE'],
  ['the Rapid Support Forces', 'RSF', 'SDN'],
  ['the Houthis', 'HOUTHIS', 'YEM'],
  ['the Palestinian Authority', 'PSE', 'PSE'],
])('an armed movement is a party by itself, with the code of its country: %s', (mention, party, code) => {
  expect(resolveActor(mention)).toMatchObject({ party, code })
})

test('a body is of no state, a state is of its own', () => {
  expect([stateOf('UNICEF_FUND'), stateOf('FRA'), stateOf('RSF')]).toEqual([null, 'FRA', 'SDN'])
})

test('an official is known by the full name, by other spellings and by a surname of their own', () => {
  expect([worldParty('nikos anastasiades'), worldParty('kabbashi'), worldParty('obeida')]).toEqual([
    'CYP',
    'SDN',
    'HAMAS',
  ])
  expect(worldOffices('rex tillerson')).toContain('secretary of state')
})

test.each([
  ['the Lost Sailors Forum', 'LOST_SAILORS_FORUM'],
  ['Opposition party Harrow', 'HARROW'],
  ['Union of Ferrymen', null],
  ['the forum', null],
  ['Lost Sailors said', null],
])('an organisation takes its id from its name: %s', (mention, id) => {
  expect(organisationId(mention)).toBe(id)
})
