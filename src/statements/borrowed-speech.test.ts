import { describe, expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { slice } from '../language/span.js'
import { reportOf } from './reports.test-data.js'
import { statements } from './statements.js'

const parties: CaseParty[] = [
  { id: 'VELMARA', name: 'Velmara', role: 'party', aliases: ['Velmaran', 'Ostrel'], actors: ['Ilena Vastok'] },
  { id: 'DORVANIA', name: 'Dorvania', role: 'party', aliases: ['Dorvanian', 'Teskel'], actors: ['Nadia Corvel'] },
]

/** Party and words of every statement of a text. */
const read = (text: string) =>
  statements([reportOf(text)], { parties }).map(each => `${each.speaker.party}: ${slice(text, each)}`)

/** Party of the last statement of a text. */
const lastParty = (text: string) => statements([reportOf(text)], { parties }).at(-1)?.speaker.party

describe('adverbials', () => {
  test.each([
    ['The dam will stay shut, per a Velmaran official.', 'VELMARA'],
    ["The offer, in Nadia Corvel's words, is a trap for the valley.", 'DORVANIA'],
    ['For Dorvania, that idea is unacceptable.', 'DORVANIA'],
  ])('who is named by an adverbial speaks: %s', (text, party) => {
    expect(lastParty(text)).toBe(party)
  })

  test('a document tells whom to believe, not who spoke', () => {
    expect(read('Nadia Corvel told them the pass is closed, according to a readout.')[0]).toMatch(/^DORVANIA/)
  })

  test('a rate is no source', () => {
    expect(read('The farms lose two cows, per cent aside, each day.')).toEqual([])
  })
})

describe('loose quotations', () => {
  test('a quoted sentence goes on with the speech of the sentence before', () => {
    expect(read('"The dam is ours," Ilena Vastok said in a speech at the mill. "We will not sell it."')).toEqual([
      'VELMARA: "The dam is ours," Ilena Vastok said',
      'VELMARA: "We will not sell it."',
    ])
  })

  test('a quotation after a colon is said by the subject of its clause', () => {
    expect(lastParty('Nadia Corvel was far louder: "The pass stays shut."')).toBe('DORVANIA')
  })

  test('a quotation in a paragraph of its own goes on with whoever spoke at the end of the one before', () => {
    const heard = 'Ilena Vastok said the dam was safe.'
    expect(lastParty(`${heard}\n\n"We will not sell it."`)).toBe('VELMARA')
    expect(read(`${heard} The pass closed.\n\n"We will not sell it."`)).toHaveLength(1)
  })
})

describe('speakers that the text around them tells', () => {
  test('"it" is the party that the sentence before is about', () => {
    expect(lastParty('Dorvania closed the pass. It has rejected the Velmaran terms.')).toBe('DORVANIA')
  })

  test('"it" that stands for a thing says nothing', () => {
    expect(read('The old bridge fell. It has rejected every repair.')).toEqual([])
  })

  test.each([
    ['Ilena Vastok said the dam was safe. The levees, the diplomat added, would hold.', 'VELMARA'],
    ['Velmara closed the pass, with its foreign ministry confirming that the levees would hold.', 'VELMARA'],
  ])('an office takes its party from whoever it goes back to: %s', (text, party) => {
    expect(lastParty(text)).toBe(party)
  })

  test('an organisation is a party by its name', () => {
    expect(lastParty('The Lost Sailors Forum called on the council to reopen the port.')).toBe('LOST_SAILORS_FORUM')
  })
})

describe('what is no statement', () => {
  test.each([
    'Tolly Brandt writes on the river valleys.',
    'The bridge that nobody wants to cross.',
    'Suppose that Velmara did agree to sell the dam.',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })
})

test('a refusal without an object is a statement', () => {
  expect(read('Dorvania refused flatly.')).toEqual(['DORVANIA: Dorvania refused flatly.'])
})

test('the one who closes the sentence says all of it', () => {
  expect(read('Velmara is open to talks on the dam, Ilena Vastok said on Monday.')).toEqual([
    'VELMARA: Velmara is open to talks on the dam, Ilena Vastok said',
  ])
})
