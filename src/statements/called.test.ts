import { describe, expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { reportOf } from './reports.test-data.js'
import { statements } from './statements.js'

const parties: CaseParty[] = [
  { id: 'VEL', name: 'Velmara', role: 'party', aliases: ['Velmaran', 'Ostrel'], actors: ['Ilena Vastok'] },
  { id: 'DOR', name: 'Dorvania', role: 'party', aliases: ['Dorvanian', 'Teskel'], actors: ['Nadia Corvel'] },
]

/** The party of every statement of a text. */
const read = (text: string) => statements([reportOf(text)], { parties }).map(({ speaker }) => speaker.party)

describe('a source that names no party is whose it is called', () => {
  test.each([
    ['Velmara closed the pass. A federal official said it would stay closed.', 'VEL'],
    ['The Velmaran vote is in May. Lawmakers said they would reject the treaty.', 'VEL'],
    ['Teskel was quiet. The prime minister’s spokesman said the offer stood.', 'DOR'],
    ['Velmaran opposition leaders called for new talks.', 'VEL_OPPOSITION'],
    ['A diplomat briefed on the talks said the deadline would slip.', 'DIPLOMATS'],
  ])('%s', (text, party) => {
    expect(read(text).at(-1)).toBe(party)
  })

  test('a rebel official speaks for the movement that the report introduced', () => {
    const text =
      'The Tamalan Liberation Front (TLF) said it would not disarm. "We keep our guns," a senior rebel official said. The TLF rejected the offer.'
    expect(read(text)).toEqual(['TLF', 'TLF', 'TLF'])
  })

  test('both sides are the two that the report is about', () => {
    const text =
      'Velmara closed the pass. Dorvania sent guards. Velmara sent more. Dorvania left. Velmara stayed, Dorvania waited. Both sides said talks would go on.'
    expect(read(text)).toEqual(['DOR', 'VEL'])
  })
})

describe('a title that names no party', () => {
  test('has that of the state which the text is about', () => {
    expect(read('Velmara closed the pass. The minister of Transport, Tolly Brandt, said it was icy.')).toEqual(['VEL'])
  })

  test('has that of whom "its" goes back to', () => {
    expect(read('Velmara closed the pass. Joren Halvik, its envoy, said it was icy.')).toEqual(['VEL'])
  })
})

test('whoever speaks as president goes on as "the president", though another is named between', () => {
  const text =
    'Velmaran President Tolly Brandt, standing beside Dorvanian President Joren Halvik, said the pass was open. "It stays open," the president added.'
  expect(read(text)).toEqual(['VEL', 'VEL'])
})

test('an ambassador to a body serves the state that sent the ambassador', () => {
  expect(read('Velmara’s ambassador to the UN said the pass was open.')).toEqual(['VEL'])
})
