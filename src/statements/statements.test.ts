import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { slice } from '../language/span.js'
import { reportOf } from './reports.test-data.js'
import { statements } from './statements.js'

const parties: CaseParty[] = [
  { id: 'VELMARA', name: 'Velmara', role: 'party', aliases: ['Velmaran', 'Ostrel'], actors: ['Ilena Vastok'] },
  { id: 'DORVANIA', name: 'Dorvania', role: 'party', aliases: ['Dorvanian', 'Teskel'], actors: [] },
]

/** Speaker, party and words of every statement of a text. */
function read(text: string) {
  return statements([reportOf(text)], { parties }).map(each => ({
    who: each.speaker.name,
    party: each.speaker.party,
    says: slice(text, each),
    layer: each.layer,
  }))
}

const words = (text: string) => read(text).map(({ says }) => says)

describe('speech', () => {
  test('a reporting verb brings its clause, an adverb of time notwithstanding', () => {
    expect(read('Dorvanian Foreign Minister Nadia Corvel said on Tuesday that the line would reopen.')).toEqual([
      {
        who: 'Nadia Corvel',
        party: 'DORVANIA',
        says: 'Dorvanian Foreign Minister Nadia Corvel said on Tuesday that the line would reopen.',
        layer: 'statement',
      },
    ])
  })

  test('an office may end in an adjective', () => {
    const text = 'The council will meet, its secretary general said.'
    expect(words(text)).toEqual([text])
  })

  test('a quotation stands before its speaker, in either order of verb and name', () => {
    expect(words('"We will not sign," Vastok said.')).toEqual(['"We will not sign," Vastok said.'])
    expect(words('"We will not sign," said Ilena Vastok.')).toEqual(['"We will not sign," said Ilena Vastok.'])
  })

  test('a quotation that follows at once goes on with the speech', () => {
    const text = '"It is a ladder," Corvel said. "Stop arguing about the top rung."'
    const [only, ...others] = statements([reportOf(text)])
    expect(others).toEqual([])
    expect(only?.content.map(span => slice(text, span))).toEqual([
      '"It is a ladder,"',
      '"Stop arguing about the top rung."',
    ])
    expect(only?.form).toBe('direct')
  })

  test('an answer that is two words long is an answer', () => {
    expect(words('Velmaran spokeswoman Sella Dremm affirmed, "He has," in answer to a question.')).toEqual([
      'Velmaran spokeswoman Sella Dremm affirmed, "He has," in answer to a question.',
    ])
  })

  test('what goes on after its speaker belongs to it', () => {
    const text = 'The alliance was willing to help, Corvel said, provided that both governments ask.'
    expect(statements([reportOf(text)], { parties })[0]?.content.map(span => slice(text, span))).toEqual([
      'The alliance was willing to help',
      'provided that both governments ask.',
    ])
  })

  test('the one according to whom something is so has said it', () => {
    expect(read('Velmara wants guarantees first, according to the Velmaran envoy.')[0]).toMatchObject({
      party: 'VELMARA',
      says: 'Velmara wants guarantees first, according to the Velmaran envoy.',
    })
  })

  test('a sentence with several assertions holds several statements, each its own clause', () => {
    expect(
      words('Vastok rejected the plan and raised concerns about the dam, insisting that the valley must be cleared.'),
    ).toEqual([
      'Vastok rejected the plan',
      'raised concerns about the dam',
      'insisting that the valley must be cleared.',
    ])
  })

  test('who and with open clauses with speakers of their own', () => {
    expect(words('The note echoed Dorvanian officials, who noted that talks had begun.')).toEqual([
      'Dorvanian officials, who noted that talks had begun.',
    ])
    expect(
      words('Velmara has displayed caution, with Foreign Minister Joren Halvik stating that time is short.'),
    ).toEqual(['Velmara has displayed caution', 'Foreign Minister Joren Halvik stating that time is short.'])
  })
})

describe('stances declared without a verb of speech', () => {
  test.each([
    'Dorvania is open to a longer truce.',
    'Vastok remains steadfast against any transit.',
    'Velmara has dismissed the idea of a joint patrol.',
    'Dorvania is pushing for a corridor.',
    'Dorvanian officials are wary that the dam could be closed.',
    'Vastok accused Dorvania of holding back the water.',
  ])('%s', text => {
    expect(words(text)).toEqual([text])
  })

  test('a passive stance belongs to its agent', () => {
    expect(read('The corridor was rejected by Dorvania.')).toMatchObject([
      { party: 'DORVANIA', says: 'The corridor was rejected by Dorvania.' },
    ])
  })

  test('a noun that is a stance speaks for its owner', () => {
    expect(words("The note describes Dorvania's insistence on a corridor.")).toEqual([
      "Dorvania's insistence on a corridor.",
    ])
  })

  test('a contact is an event', () => {
    expect(read('Vastok spoke to Edric Talvane about the ridge.')[0]?.layer).toBe('event')
  })
})

describe('what is no statement', () => {
  test.each([
    'This statement underscores the potential for tension.',
    'The evolving situation highlights the intricate dynamics of the talks.',
    'The stakes remain high as both sides prepare.',
    'The council could still reject the proposal.',
    'A spokesman for Dorvania declined to comment.',
    'The so-called "peace train" runs on Sundays.',
  ])('%s', text => {
    expect(words(text)).toEqual([])
  })

  test("the narrator's comment after a comma is not part of what was said", () => {
    expect(words('Corvel warned that the ridge is mined, highlighting the risk of war.')).toEqual([
      'Corvel warned that the ridge is mined',
    ])
  })
})

describe('speakers', () => {
  test('a surname, a pronoun and an office are one person, by the fullest name', () => {
    const text =
      'Velmaran Foreign Minister Joren Halvik said the dam is safe. Halvik demanded an apology. He ruled out a swap. The foreign minister urged patience.'
    expect(read(text).map(({ who, party }) => [who, party])).toEqual(Array(4).fill(['Joren Halvik', 'VELMARA']))
  })

  test('what one report teaches names the speaker of another', () => {
    const teaches = reportOf('Dorvanian Foreign Minister Nadia Corvel said the line is open.')
    const asks = reportOf('Corvel said the line is closed.', { id: 'r2' })
    const [, second] = statements([teaches, asks], { parties })
    expect(second?.speaker).toEqual({ name: 'Nadia Corvel', role: 'Dorvanian Foreign Minister', party: 'DORVANIA' })
  })

  test('rewrites that name the speaker by surname, by office or not at all have one speaker, by the fullest name', () => {
    const fullest = reportOf('Sella Dremm, the Velmaran deputy minister, said the dam would open in May.')
    const bySurname = reportOf('Deputy Minister Dremm said the dam would open in May.', { id: 'r2' })
    const byOffice = reportOf('The Velmaran deputy minister said the dam would open in May.', { id: 'r3' })
    const unnamed = reportOf('A senior official said the dam would open in May.', { id: 'r4' })
    const found = statements([fullest, bySurname, byOffice, unnamed], { parties }).map(({ speaker }) => speaker)
    const dremm = { name: 'Sella Dremm', role: 'Velmaran deputy minister', party: 'VELMARA' }
    expect(found.slice(0, 3)).toEqual([dremm, dremm, dremm])
    // Who the official is, no report says.
    expect(found[3]?.name).toBe('A senior official')
  })

  test('an office that two of the case hold names neither', () => {
    const both = reportOf(
      'Sella Dremm, the Velmaran deputy minister, left. Joren Halvik, the Velmaran deputy minister, stayed.',
    )
    const asks = reportOf('The Velmaran deputy minister said the dam would open.', { id: 'r2' })
    expect(statements([both, asks], { parties }).at(-1)?.speaker.name).toBe('The Velmaran deputy minister')
  })

  test('whom one report alone calls former keeps the title that he has in the others', () => {
    const text =
      'Foreign Minister Joren Halvik said the dam is safe. Former Velmaran Foreign Minister Joren Halvik said it is full. Velmaran Foreign Minister Joren Halvik said it leaks.'
    const [first] = statements([reportOf(text)], { parties })
    expect(first?.speaker.role).toBe('Velmaran Foreign Minister')
  })

  test('a title in apposition is learned as well', () => {
    expect(read('Henrike Solvang, the Dorvanian envoy, said the talks go on.')[0]).toMatchObject({
      who: 'Henrike Solvang',
      party: 'DORVANIA',
    })
  })

  test('he and she are told apart by given names and titles', () => {
    const text = 'Sella Dremm met Joren Halvik, the Velmaran envoy. She said the dam is safe.'
    expect(read(text).at(-1)?.who).toBe('Sella Dremm')
  })

  test('envoys of somebody are not that person, but of the same party', () => {
    expect(read("President Ilena Vastok left. Vastok's envoys said the talks go on.")[0]).toMatchObject({
      who: "Vastok's envoys",
      party: 'VELMARA',
    })
  })

  test('a group that is meant again is the group named last', () => {
    const text = 'European allies said the terms are hard. These allies are wary that time is short.'
    expect(read(text).map(({ party }) => party)).toEqual(['EUROPEAN_ALLIES', 'EUROPEAN_ALLIES'])
  })

  test('a name that explains a group names its party', () => {
    expect(read('The idea was considered by some states, known as the "Coalition of the Willing."')[0]?.party).toBe(
      'COALITION_OF_THE_WILLING',
    )
  })

  test('names that are joined speak one by one', () => {
    expect(read('Velmara and Dorvania have proposed a truce.').map(({ party }) => party)).toEqual([
      'VELMARA',
      'DORVANIA',
    ])
  })

  test('a speaker who reports the stance of the own side names its principal', () => {
    const text = 'Velmaran Foreign Minister Joren Halvik announced that President Ilena Vastok is open to a truce.'
    const [only] = statements([reportOf(text)], { parties })
    expect(only?.speaker.name).toBe('Joren Halvik')
    expect(only?.principal?.name).toBe('Ilena Vastok')
  })

  test('whoever tells of a refusal after it is not the one who refuses', () => {
    const text =
      'Dorvanian Foreign Minister Nadia Corvel refused to accept observers, a senior member of the Dorvanian delegation said.'
    const holders = statements([reportOf(text)], { parties }).map(
      ({ speaker, principal }) => (principal ?? speaker).name,
    )
    expect(new Set(holders)).toEqual(new Set(['Nadia Corvel']))
  })

  test('a pronoun with nobody before it is unknown', () => {
    expect(read('He said the ridge is empty.')[0]).toMatchObject({ who: 'unknown', party: null })
  })

  test('hearsay is marked', () => {
    const [only] = statements([reportOf('Dorvania has reportedly rejected the plan.')], { parties })
    expect(only?.hearsay).toBe(true)
  })

  test('a state that no list has becomes a party of its own', () => {
    const text =
      'The Quessian foreign minister said Quessia would wait. Quessian officials were worried that time is short.'
    expect(statements([reportOf(text)]).map(({ speaker }) => speaker.party)).toEqual(['QUESSIA', 'QUESSIA'])
  })
})

test('a headline in capitals is read as a sentence', () => {
  const text = 'Vastok Offers Water for Freight\n\nPresident Ilena Vastok said the dam would open.'
  const report = reportOf(text, { headline: { start: 0, end: 31 }, body: [{ start: 33, end: text.length }] })
  expect(statements([report], { parties }).map(({ layer }) => layer)).toEqual(['headline', 'statement'])
})

test('every span is a slice of the text as stored, whatever the text', () => {
  const piece = fc.constantFrom(
    'Vastok said ',
    '"we wait" ',
    '😀 ',
    '\r\n',
    'Dorvania is open to ',
    'that ',
    ', ',
    '. ',
    '“',
    '”',
    'he ',
    'told ',
    'according to ',
    'İ',
    "'s ",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), pieces => {
      const text = pieces.join('')
      for (const each of statements([reportOf(text)], { parties })) {
        for (const span of [each, ...each.source, ...each.cue, ...each.content]) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(span.start).toBeLessThan(span.end)
        }
      }
    }),
    { numRuns: 60 },
  )
})
