import { expect, test } from 'vitest'
import { sentences } from '../language/words.js'
import { type Frame, readAct } from './reading.js'

const bare: Frame = { cue: [], aside: [] }

function actOf(text: string, frame: Frame = bare) {
  return readAct(
    sentences(text).flatMap(({ words }) => words),
    frame,
  ).act
}

test('a vow to strike threatens, a vow never to yield refuses, a vow to open gives', () => {
  expect(actOf('Ostavia vowed to attack the harbour.')).toBe('THREATEN')
  expect(actOf('Ostavia vowed never to cede the harbour.')).toBe('REJECT')
  expect(actOf('Ostavia vowed to open the harbour.')).toBe('OFFER')
})

test('a promise for the case that something fails is a threat', () => {
  expect(actOf('Ostavia promised to keep the bridge.', { ...bare, ifFailing: true })).toBe('THREATEN')
})

test('"insist" demands where something should be done, and states where something is', () => {
  expect(actOf('Karelland insisted on a list of the captives.')).toBe('DEMAND')
  expect(actOf('Karelland insisted that the captives must come home.')).toBe('DEMAND')
  expect(actOf('Karelland insisted that the road was open.', { ...bare, cue: [1] })).toBe('STATE')
})

test('what a thing is called is the act: a trap, a non-starter, a fabrication, a good step', () => {
  expect(actOf('The envoy called the map a "trap".')).toBe('ACCUSE')
  expect(actOf('The envoy described the map as "a non-starter".')).toBe('REJECT')
  expect(actOf('The envoy called the story fabricated.')).toBe('DENY')
  expect(actOf('The envoy described the session as constructive.')).toBe('SUPPORT')
})

test('a dismissed account is denied, a dismissed plan is rejected', () => {
  expect(actOf('Ostavia dismissed that account as false.')).toBe('DENY')
  expect(actOf('Ostavia dismissed the plan.')).toBe('REJECT')
})

test('declining to comment refuses nothing', () => {
  expect(actOf('The ministry declined to comment.')).toBe('STATE')
})

test('to sign and to meet are acts only where they are done', () => {
  expect(actOf('Signing would have to wait for the list.')).toBe('DEMAND')
  expect(actOf('Karelland could accept a cap on tolls.')).toBe('OFFER')
  expect(actOf('Karelland accepted a cap on tolls.')).toBe('ACCEPT')
})

test('a negation reaches over what is inserted, and a negative subject over the verb group', () => {
  expect(actOf('Nobody in the cabinet of Karelland is willing to pay.')).toBe('REJECT')
  expect(actOf('Nor would Karelland agree to a toll.')).toBe('REJECT')
})

test('a quoted order is a request, and words quoted without any sign are a statement', () => {
  expect(actOf('"Take the deal that opens the port."', { ...bare, direct: true })).toBe('REQUEST')
  expect(actOf('"The port lies in the north."', { ...bare, direct: true })).toBe('STATE')
  expect(actOf('The port lies in the north.')).toBeNull()
})

test('the occasion of a remark is not the remark: asked about a summit, one has asked nobody', () => {
  expect(actOf('Asked whether the militia would disarm, the marshal said the idea was out of the question.')).toBe(
    'REJECT',
  )
})
