import { describe, expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { slice } from '../language/span.js'
import { reportOf } from './reports.test-data.js'
import { statements } from './statements.js'

const parties: CaseParty[] = [
  { id: 'VELMARA', name: 'Velmara', role: 'party', aliases: ['Velmaran', 'Ostrel'], actors: [] },
  { id: 'DORVANIA', name: 'Dorvania', role: 'party', aliases: ['Dorvanian', 'Teskel'], actors: [] },
]

/** Speaker and content of every statement, parts of a content joined by " … "; an event is none. */
function read(text: string): string[][] {
  return statements([reportOf(text)], { parties })
    .filter(({ layer }) => layer !== 'event')
    .map(({ speaker, content }) => [speaker.name, content.map(span => slice(text, span)).join(' … ')])
}

describe('quotations', () => {
  test('speech over several paragraphs is one content, its closing paragraphs included', () => {
    const text =
      '“We waited,” Velmaran envoy Sella Dremm said. “We saw nothing.\n\n“Nobody came.\n\n“That is all.”\n\nShe left.'
    expect(read(text)).toEqual([['Sella Dremm', '“We waited,” … “We saw nothing.\n\n“Nobody came.\n\n“That is all.”']])
  })

  test('speech over several paragraphs may have its speaker behind the last', () => {
    expect(read('“We saw nothing.\n\n“Nobody came,” said Velmaran envoy Sella Dremm.')).toEqual([
      ['Sella Dremm', '“We saw nothing.\n\n“Nobody came,”'],
    ])
  })

  test('a mark that is never closed takes its paragraph and no more', () => {
    expect(read('Velmaran envoy Sella Dremm said: “We saw nothing.\n\nThe hall was quiet.')).toEqual([
      ['Sella Dremm', '“We saw nothing.'],
    ])
  })

  test('a quotation within a quotation is not a statement of its own', () => {
    expect(read('“He told me ‘never again’ twice,” Velmaran envoy Sella Dremm said.')).toEqual([
      ['Sella Dremm', '“He told me ‘never again’ twice,”'],
    ])
  })

  test.each([
    ["'We don't want the ministers' plan,'", 'single marks with apostrophes between them'],
    ['‘We don’t want the ministers’ plan,’', 'curled single marks'],
    ["``We saw nothing,''", 'backticks'],
    ["''We saw nothing,''", 'doubled single marks'],
    ['«We saw nothing»,', 'angled marks'],
    ['„We saw nothing,“', 'low marks'],
  ])('%s is speech: %s', quote => {
    expect(read(`${quote} Velmaran envoy Sella Dremm said.`)).toEqual([['Sella Dremm', quote.replace(/»,$/, '»')]])
  })

  test.each([
    'The so-called “peace train” runs on Sundays.',
    'The ferry “Northern Star” left Ostrel for Teskel.',
    'Operation “Iron Gate” began on Monday.',
    'Joren Halvik wrote the novel “The Long Bridge”.',
  ])('%s has words in marks that nobody said', text => {
    expect(read(text)).toEqual([])
  })

  test('a nickname in marks is part of the name', () => {
    const text = 'Anton “Tolly” Brandt, the Velmaran envoy, said the dam would open. Brandt warned of a flood.'
    expect(read(text)).toEqual([
      ['Anton Brandt', 'the dam would open.'],
      ['Anton Brandt', 'of a flood.'],
    ])
  })

  test('an answer of two words is an answer', () => {
    expect(read('Has the minister signed? “He has,” Velmaran envoy Sella Dremm said.')).toEqual([
      ['Sella Dremm', '“He has,”'],
    ])
  })
})

describe('cues', () => {
  test.each([
    ['Dorvania was accused by Velmara of closing the dam.', 'Velmara', 'Dorvania … of closing the dam.'],
    [
      'It was announced by the Velmaran government that the bridge would open.',
      'the Velmaran government',
      'that the bridge would open.',
    ],
    ['A plan for the dam was laid before the council by Velmara.', 'Velmara', 'A plan for the dam'],
    ['“We saw nothing,” said Velmaran envoy Sella Dremm.', 'Sella Dremm', '“We saw nothing,”'],
    ['The claim by Velmara that the dam is full was rejected.', 'Velmara', 'that the dam is full'],
    ["Velmara's claim that the dam is full was rejected.", 'Velmara', 'that the dam is full'],
    ['Velmara is open to a truce.', 'Velmara', 'to a truce.'],
    ['Velmara is ready to sign.', 'Velmara', 'to sign.'],
    ['Velmara was adamant that the dam must stay.', 'Velmara', 'that the dam must stay.'],
    ['European allies fear that Velmara will withdraw.', 'European allies', 'that Velmara will withdraw.'],
    ['Velmara declines to take part in the talks.', 'Velmara', 'to take part in the talks.'],
    ['Velmara put forward a plan for the dam.', 'Velmara', 'for the dam.'],
    ['Hugh Hill, a doctor at the camp, said supplies were running out.', 'Hugh Hill', 'supplies were running out.'],
    [
      'Velmara said it would stay as long as Dorvania keeps troops there.',
      'Velmara',
      'it would stay as long as Dorvania keeps troops there.',
    ],
  ])('%s', (text, who, says) => {
    expect(read(text)).toEqual([[who, says]])
  })

  test('a pronoun that owns a noun of speech stands for its speaker', () => {
    const text = 'Velmaran envoy Sella Dremm arrived late. Her insistence on guarantees delayed the talks.'
    expect(read(text)).toEqual([['Sella Dremm', 'on guarantees']])
  })

  test('a clause with "while" that opens the sentence ends where the other party\'s begins', () => {
    expect(read('While Velmara rejected the plan, Dorvania accepted the terms.')).toEqual([
      ['Velmara', 'the plan'],
      ['Dorvania', 'the terms.'],
    ])
  })

  test('at second hand, the speaker is who tells and the principal whose word it is', () => {
    const text =
      'Velmaran envoy Sella Dremm said that Velmaran President Ilena Vastok had told her that the dam would open.'
    const [only, ...others] = statements([reportOf(text)], { parties })
    expect(others).toEqual([])
    expect(only?.speaker.name).toBe('Sella Dremm')
    expect(only?.principal?.name).toBe('Ilena Vastok')
  })
})

describe('outlets', () => {
  test.each([
    'According to the Ostrel Observer, the council accepted the plan.',
    'The dam will open, the Teskel Courier reported.',
    'Reuters reported that the dam would open.',
  ])('%s: an outlet is the source of its report and speaks for no party', text => {
    const [only] = statements([reportOf(text)], { parties })
    expect(only?.speaker.name).toMatch(/Observer|Courier|Reuters/)
    expect(only?.speaker.party).toBeNull()
  })
})

describe('headlines', () => {
  const body = 'Velmaran Foreign Minister Ana Varo spoke in Ostrel on Monday.'
  const headline = (words: string) => {
    const text = `${words}\n\n${body}`
    const report = reportOf(text, {
      headline: { start: 0, end: words.length },
      body: [{ start: words.length + 2, end: text.length }],
    })
    return statements([report], { parties })
      .filter(({ layer }) => layer === 'headline')
      .map(({ speaker, content }) => [speaker.name, content.map(span => slice(text, span)).join(' … ')])
  }

  test.each([
    ['Velmara to sign truce, says minister', 'minister', 'Velmara to sign truce'],
    ['Velmara to sign, says Varo', 'Ana Varo', 'Velmara to sign'],
    ['No deal on dam, Velmara says', 'Velmara', 'No deal on dam'],
    ['Minister: no deal on the dam', 'Minister', 'no deal on the dam'],
    ['No deal on the dam – minister', 'minister', 'No deal on the dam'],
    ['Varo says dam will open', 'Ana Varo', 'dam will open'],
  ])('%s', (words, who, says) => {
    expect(headline(words)).toEqual([[who, says]])
  })

  test.each([
    'Explainer: the dam and the bridge',
    'Dam talks: what we know',
    'The dam and the bridge - Teskel Courier',
    'The dam and the bridge – a history',
  ])('%s is said by nobody', words => {
    expect(headline(words)).toEqual([])
  })
})
