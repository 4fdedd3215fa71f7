import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueDefinitions } from './definitions.js'
import { issueFinder } from './issues.js'

const finder = issueFinder(issueDefinitions)

test('a statement can bear several issues', () => {
  expect(finder.issues('no election before a ceasefire')).toEqual(['elections', 'ceasefire'])
})

test('a term ends where the word ends: an importance is no import', () => {
  expect(finder.issues('the importance of a new harbour')).toEqual([])
})

test('talks are no issue where they are merely the occasion', () => {
  expect(finder.issues('offered security guarantees during the talks')).toEqual(['security-guarantees'])
  expect(finder.issues('left before further talks')).toEqual(['talks-format'])
})

test('faint words count only where nothing else is named', () => {
  expect(finder.issues('a deal on the captives')).toEqual(['prisoners'])
  expect(finder.issues('the deal was dead')).toEqual(['peace-plan'])
  expect(finder.issues('talks on the reservoir')).toEqual(['land-property-environment'])
})

test('an occasion alone is named by nothing', () => {
  expect(finder.named('left after a third round of indirect talks')).toEqual([])
  expect(finder.issues('left after a third round of indirect talks')).toEqual(['talks-format'])
})

test('the vocabulary is that of talks anywhere', () => {
  const named = {
    'food and medicine must enter the enclave': ['humanitarian-access'],
    'the rebels must lay down their arms': ['demilitarisation'],
    'the filling of the dam': ['land-property-environment'],
    'quit the nuclear pact': ['nuclear-safety', 'implementation'],
    'an interim government of technocrats': ['constitution-institutions'],
    'unfreezing frozen funds': ['reparations-assets', 'sanctions-relief'],
    'villagers driven from their homes': ['refugees-displaced'],
    'a death toll of nine': [],
    'in the customs hall': [],
  }
  for (const [text, issues] of Object.entries(named))
    expect([text, [...finder.issues(text)].sort()]).toEqual([text, [...issues].sort()])
})

test('what is given up, ceded or left is a place where it has a name', () => {
  expect(finder.named('no cabinet could survive giving up Veldra')).toEqual(['territory'])
  expect(finder.named('we do not leave Veldra')).toEqual(['foreign-forces-withdrawal'])
  expect(finder.named('no cabinet could survive giving up hope')).toEqual([])
})

test('a term does not go on across the end of a clause', () => {
  expect(finder.named('a pause in the debate. Operations went on')).toEqual([])
  expect(finder.named('the captives - on condition that soldiers quit the valley')).not.toContain('armed-forces-limits')
})

test('the vocabulary of forces, guarantees and arms is not that of one war', () => {
  const named = {
    'the stationing of soldiers from the coast states': ['peacekeeping-force'],
    'not one battalion': ['peacekeeping-force'],
    'a treaty to come to our defence if attacked': ['legal-form', 'security-guarantees'],
    'interceptors and drone components': ['military-aid'],
    'joint patrols along the strait': ['monitoring-verification', 'trade-transit'],
    'the seized assets would pay for the damage': ['reparations-assets'],
    'put it to the people': ['referendum'],
    'a vote in parliament on the treaty': ['legal-form'],
    'the vote must be free and fair': ['elections'],
    'a seat at the table': ['talks-format'],
    'shuttle diplomacy': ['guarantors-mediation', 'talks-format'],
    'hold talks in good faith': ['talks-format'],
  }
  for (const [text, issues] of Object.entries(named))
    expect([text, [...finder.issues(text)].sort()]).toEqual([text, [...issues].sort()])
})

test('"these guarantees" takes the issue up again', () => {
  expect(finder.recalled('these guarantees are too weak')).toEqual(['security-guarantees'])
  expect(finder.recalled('the guarantee on her kettle')).toEqual([])
})

test('a case adds its own issue', () => {
  const own = issueFinder([
    { id: 'river-dam', name: 'The dam', group: 'Own', pax: [], terms: ['the dam', 'spillway*'] },
  ])
  expect(own.issues('Who owns the spillways of the dam?')).toEqual(['river-dam'])
})

test('every mention lies in its text, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(' truce ', ' security guarantees ', ''),
      (noise, term) => {
        const text = noise + term + noise
        for (const { start, end } of finder.mentions(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
        }
      },
    ),
  )
})
