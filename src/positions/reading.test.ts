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

/** The reading where the attribution rests on one word. */
function actBy(text: string, cue: string, frame: Partial<Frame> = {}) {
  const words = sentences(text).flatMap(sentence => sentence.words)
  return readAct(words, { ...bare, ...frame, cue: [words.findIndex(word => word.text === cue)] })
}

test('a noun is the act where the attribution rests on it', () => {
  expect(actBy('Ostavia renewed its demand that the wells be shared.', 'demand').act).toBe('DEMAND')
  expect(actBy("Karelland's refusal to share the wells.", 'refusal').act).toBe('REJECT')
  expect(actBy("Velmar's offer of a ferry.", 'offer').act).toBe('OFFER')
})

test('of a wish, what is wished for is the act, where that is one', () => {
  expect(actOf('The rebels want to run out the clock.')).toBe('ACCUSE')
  expect(actOf('Ostavia is ready to walk away from the talks.')).toBe('REJECT')
  expect(actOf('Ostavia is ready to share the wells.')).toBe('OFFER')
})

test('a negator in a gap of a sign counts: what is not a trap accuses nobody', () => {
  expect(actOf('The map is not a trap.')).toBe('STATE')
  expect(actOf('Ostavia is not opposed to a survey.')).toBe('OFFER')
})

test('what is promised if another does the like is an offer, without a "will"', () => {
  expect(actBy('"If they stop, we stop," Holm said.', 'said', { direct: true, conditional: true }).act).toBe('OFFER')
})

test('who could send something offers it, and who could rue something does not', () => {
  expect(actBy('Holm said Velmar could send its divers.', 'said').act).toBe('OFFER')
  expect(actBy('Holm said Velmar could rue the day.', 'said').act).toBe('STATE')
})

test('a contact that is merely told is no contact of the speaker', () => {
  expect(actBy('The clerk said the delegation had arrived in Velmar.', 'said').act).toBe('STATE')
  expect(actBy('Holm said she had met the divers.', 'said').act).toBe('CONSULT')
})

test('"told to" asks, "told where to" and "told those who belong to" do not', () => {
  expect(actOf('Ostavia told the divers to leave.')).toBe('REQUEST')
  expect(actOf('Ostavia told the divers where to look.')).not.toBe('REQUEST')
  expect(actOf('Ostavia told divers accredited to Velmar that the wells are full.')).not.toBe('REQUEST')
})

test('what had happened on the way makes no act historical', () => {
  expect(actBy('Holm rejected the toll that Ostavia had levied.', 'rejected').mode).toBeNull()
  expect(actBy('Holm had rejected the toll.', 'rejected').mode).toBe('historical')
})
