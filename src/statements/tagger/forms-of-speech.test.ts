import { describe, expect, test } from 'vitest'
import { slice } from '../../language/span.js'
import { taggerModel } from '../../record/tagger-model.js'
import { tagger } from './tagger.js'

const tag = tagger(taggerModel())

/** Source and content of each attribution, parts joined by " … ". */
function read(text: string): string[][] {
  return tag(text).map(({ source, content }) =>
    [source, content].map(spans => spans.map(span => slice(text, span)).join(' … ')),
  )
}

describe('what the tagger reads without the rules', () => {
  test('every paragraph of a speech goes with the one that its speaker is told for', () => {
    expect(read('“We saw nothing.\n\n“Nobody came,” said Velmaran envoy Sella Dremm.')).toEqual([
      ['Velmaran envoy Sella Dremm', '“We saw nothing.\n\n“Nobody came,”'],
    ])
    const last = '“We waited,” Dremm said. “We saw nothing.\n\n“Nobody came.\n\n“That is all.”\n\nThe hall was quiet.'
    expect(read(last)[0]?.[1]).toMatch(/“That is all.”$/)
  })

  test.each([
    ["'We don't want the ministers' plan,'"],
    ["``We will not sign,''"],
    ["''We will not sign,''"],
    ['«We will not sign»'],
    ['“We told him ‘never’ twice,”'],
  ])('%s', quote => {
    expect(read(`${quote} Velmaran envoy Sella Dremm said.`)).toEqual([['Velmaran envoy Sella Dremm', quote]])
  })

  test('a nickname is no speech', () => {
    const [only, ...others] = read('Anton “Tolly” Brandt, the envoy, said the bridge would reopen.')
    expect(others).toEqual([])
    expect(only?.[1]).toBe('the bridge would reopen')
  })

  test('a name behind a dash has said what is quoted before it', () => {
    expect(read('“There is no road back.” - Ana Varo')).toEqual([['Ana Varo', '“There is no road back.”']])
    expect(read('“There is no road back.” — Ana Varo, envoy of Velmara')).toEqual([
      ['Ana Varo, envoy of Velmara', '“There is no road back.”'],
    ])
  })

  test('each line of a transcript is said by the name or letter before its colon', () => {
    const text = 'MODERATOR: Will you sign?\n\nVARO: We will not.\n\nMODERATOR: And then?\n\nVARO: We will see.'
    expect(read(text).map(([source]) => source)).toEqual(['MODERATOR', 'VARO', 'MODERATOR', 'VARO'])
    expect(read('Q: Will you sign?\nA: We will not.\nQ: And then?\nA: We will see.').map(([source]) => source)).toEqual(
      ['Q', 'A', 'Q', 'A'],
    )
  })

  test('words in marks that name a thing are no speech', () => {
    expect(read('The so-called “peace train” runs on Sundays. The ferry “Northern Star” left Ostrel.')).toEqual([])
  })
})
