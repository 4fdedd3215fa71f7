import { describe, expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { slice } from '../language/span.js'
import { reportOf } from './reports.test-data.js'
import { statements } from './statements.js'

const parties: CaseParty[] = [
  { id: 'VEL', name: 'Velmara', role: 'party', aliases: ['Velmaran', 'Ostrel'], actors: ['Ilena Vastok'] },
  { id: 'DOR', name: 'Dorvania', role: 'party', aliases: ['Dorvanian', 'Teskel'], actors: ['Nadia Corvel'] },
]

/** Party and words of every statement of a text. */
const read = (text: string) =>
  statements([reportOf(text)], { parties }).map(each => `${each.speaker.party}: ${slice(text, each)}`)

describe('a turn of phrase is a stance', () => {
  test.each([
    'Velmara poured cold water on the idea.',
    'Velmara is firmly in favour of a ferry.',
    'Velmara made no secret of its doubts about the ferry.',
    'Velmara has little appetite for a ferry.',
    'Velmara would not be drawn on the date.',
    'Velmara made any talk of the ferry dependent on a pledge.',
  ])('%s', text => {
    expect(read(text)).toEqual([`VEL: ${text}`])
  })

  test('what nobody could do is none', () => {
    expect(read('The rain poured on the roof.')).toEqual([])
  })
})

describe('speech without a verb of speech', () => {
  test.each([
    'Velmara "respects the vote" of the islands.',
    'Ilena Vastok, for her part, sees "no reason to wait".',
    'Ilena Vastok would sit down "tomorrow morning".',
  ])('words in marks are those of whom they are told: %s', text => {
    expect(read(text)).toEqual([`VEL: ${text}`])
  })

  test('what "would" be after a statement is the same speaker’s', () => {
    const text = 'Ilena Vastok said a deal was near. Talks would start in May.'
    expect(read(text)).toEqual(['VEL: Ilena Vastok said a deal was near.', 'VEL: Talks would start in May.'])
  })

  test('the narrator’s outlook is nobody’s', () => {
    expect(read('Ilena Vastok said a deal was near. That would be a first.')).toHaveLength(1)
  })

  test('a list of terms is the speaker’s', () => {
    const text = 'Ilena Vastok said her terms had not changed. The pass must open; the guards should leave.'
    expect(read(text).slice(1)).toEqual(['VEL: The pass must open', 'VEL: the guards should leave.'])
  })
})

describe('speech that its verb stands apart from', () => {
  test.each([
    ['The pass would open, Ilena Vastok told state radio.', 'The pass would open'],
    [
      '"We are ready," Ilena Vastok said on Monday after the vote, "but we expect the same."',
      '"but we expect the same."',
    ],
    ['The pass stays shut, a Dorvanian envoy was quoted by the Harbour Gazette as saying.', 'The pass stays shut'],
    ['Dorvania, which hosts the talks, has sent a draft, its envoy, Joren Halvik, said.', 'has sent a draft'],
  ])('%s', (text, words) => {
    const [only, ...others] = read(text)
    expect(others).toEqual([])
    expect(only).toContain(words)
  })

  test('an official close to the talks may speak', () => {
    expect(read('A Dorvanian official close to the talks dismissed the idea.')).toHaveLength(1)
  })

  test('who tells of a party’s refusal for a paper does not hold it', () => {
    expect(read('Dorvania rejected the plan, according to the Harbour Gazette.')).toEqual([
      'DOR: Dorvania rejected the plan, according to the Harbour Gazette.'.replace(/, according.*/, ''),
    ])
  })
})

test('a count by those who keep it is no stance', () => {
  expect(read('Drones hit the dam and hurt 12 people, the regional governor said.')).toEqual([])
})
