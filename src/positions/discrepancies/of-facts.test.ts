import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseGazetteer } from '../../actors/resolve.js'
import type { Lineage } from '../../reports/lineage.js'
import { makeReport, type Report } from '../../reports/report.js'
import { statements } from '../../statements/statements.js'
import { acts } from '../acts.js'
import { issueDefinitions } from '../definitions.js'
import { discrepancies } from '../discrepancies.js'
import type { Discrepancy } from '../discrepancy.js'

const parties = ['Arland', 'Belmar', 'Corvane'].map(name => ({
  id: name.toUpperCase(),
  name,
  role: 'party' as const,
  aliases: [`${name}ic`, `${name}er`],
  actors: [],
}))

const gazetteer = caseGazetteer(parties)

function report(place: string, text: string, date: string | null = '2031-03-10'): Report {
  return makeReport({
    id: place,
    place,
    text,
    outlet: place,
    date: date ? { value: date, precision: date.length > 10 ? 'minute' : 'day', from: 'given' } : null,
  })
}

function found(reports: readonly Report[], lineages: readonly Lineage[] = []): Discrepancy[] {
  const own = statements(reports, { parties })
  return discrepancies(acts(own, reports, issueDefinitions, gazetteer), reports, lineages, [], id => id, gazetteer)
}

const kindsOf = (here: Told, there: Told) => found([toReport('a', here), toReport('b', there)]).map(({ kind }) => kind)

type Told = string | readonly [text: string, date: string | null]
const toReport = (place: string, told: Told) =>
  typeof told === 'string' ? report(place, told) : report(place, ...told)

const contradicting: readonly (readonly [name: string, kind: Discrepancy['kind'], here: Told, there: Told])[] = [
  [
    'the day of a meeting',
    'date',
    'The foreign ministers of Arland and Belmar will meet in Port Sarn on Monday to discuss the border.',
    'The foreign ministers of Arland and Belmar will meet on Tuesday for talks about the border.',
  ],
  [
    'the day of a meeting, told a day later with another weekday',
    'date',
    ['Delegations of Arland and Belmar met on Saturday in the customs house at Port Sarn.', '2031-03-10'],
    ['Delegations from Arland and Belmar met on Sunday in the customs house.', '2031-03-11'],
  ],
  [
    'the day on which a truce is to begin',
    'date',
    'A ceasefire between Arland and Belmar will take effect on 14 March, the mediators said.',
    'The truce between Arland and Belmar is due to begin on March 16, officials said.',
  ],
  [
    'a toll told at one time',
    'number',
    'The strike on the barracks near Kessel killed 12 Arland soldiers.',
    'An attack on a barracks near Kessel killed 19 soldiers of Arland.',
  ],
  [
    'the length of a truce that one speaker offers',
    'number',
    'Prime Minister Ida Sorn of Belmar offered a ceasefire of 30 days along the Kessel river.',
    'Prime Minister Ida Sorn of Belmar offered a ceasefire of 60 days along the Kessel river.',
  ],
  [
    'the place of a summit',
    'place',
    'The presidents of Arland and Belmar will hold a summit in Lirenz on Friday.',
    'A summit of the presidents of Arland and Belmar will be held in Port Sarn on Friday.',
  ],
  [
    'for one side alone or for both',
    'beneficiary',
    'Corvane President Olan Brisk said the security guarantees would be for Arland alone.',
    'Corvane President Olan Brisk said the security guarantees would be for both sides.',
  ],
  [
    'for one side or for the other',
    'beneficiary',
    'Corvane President Olan Brisk offered security guarantees for Arland after the summit.',
    'Corvane President Olan Brisk offered security guarantees for Belmar after the summit.',
  ],
  [
    'a duty or a possibility',
    'modality',
    'Prime Minister Ida Sorn said that Arland must withdraw its troops from the Kessel valley.',
    'Prime Minister Ida Sorn said that Arland may withdraw its troops from the Kessel valley.',
  ],
  [
    'whether troops will be sent',
    'polarity',
    'President Olan Brisk said that Corvane would send observers to the Kessel valley.',
    'President Olan Brisk said that Corvane would not send observers to the Kessel valley.',
  ],
]

describe('what two sources cannot both be right on', () => {
  test.each([...contradicting, ...namesAndDeeds])('%s', (_, kind, here, there) => {
    expect(kindsOf(here, there)).toContain(kind)
  })

  test('each side has its sentence and its source', () => {
    const [date] = found([
      report('a', 'The ministers of Arland and Belmar will meet in Port Sarn on Monday about the border.'),
      report('b', 'The ministers of Arland and Belmar will meet on Tuesday in Port Sarn about the border.'),
      report('c', 'On Tuesday the ministers of Arland and Belmar will meet in Port Sarn about the border.'),
    ])
    expect(date?.kind).toBe('date')
    expect(date?.sides.map(({ sources }) => sources).sort()).toEqual([1, 2])
    expect(date?.within).toBe('lineages')
  })

  test('within one lineage it is a rewrite that differs, and one source stands on each side', () => {
    const reports = [
      report('a', 'The presidents of Arland and Belmar will hold a summit in Lirenz on Friday.'),
      report('b', 'The presidents of Arland and Belmar will hold a summit in Port Sarn on Friday.'),
    ]
    const [place] = found(reports, [{ id: 'l', members: ['a', 'b'], bonds: [], origin: null }])
    expect(place).toMatchObject({ kind: 'place', within: 'lineage', sides: [{ sources: 1 }, { sources: 1 }] })
  })
})

const namesAndDeeds: readonly (readonly [name: string, kind: Discrepancy['kind'], here: Told, there: Told])[] = [
  [
    'the same words from two mouths',
    'name',
    '“We will not trade our valley for a railway,” Foreign Minister Kel Oster of Arland said.',
    '“We will not trade our valley for a railway,” Prime Minister Ida Sorn of Belmar said.',
  ],
  [
    'two holders of one office',
    'name',
    'Arlandic Foreign Minister Kel Oster said the talks were useful.',
    'The talks were tense, said Arlandic Foreign Minister Juna Balt.',
  ],
  [
    'a former president and a president',
    'title',
    'Former President Mila Dor of Belmar said the talks had stalled.',
    'President Mila Dor of Belmar said the talks had stalled.',
  ],
  [
    'a party that agreed, as another tells it',
    'unconfirmed-claim',
    'Arlandic Foreign Minister Kel Oster said that Belmar had agreed to a ceasefire.',
    'A spokesman for Belmar said there was no decision on a ceasefire.',
  ],
  [
    'whether troops have left',
    'polarity',
    'Arlandic troops have left the Kessel valley, the defence ministry said.',
    'Arlandic troops have not left the Kessel valley, the defence ministry said.',
  ],
]

const compatible: readonly (readonly [name: string, here: Told, there: Told])[] = [
  [
    'one day by two names in the reports of two days',
    ['The ministers of Arland and Belmar will meet again next Saturday in Port Sarn.', '2031-03-08'],
    ['The ministers of Arland and Belmar will meet again on Saturday in Port Sarn.', '2031-03-09'],
  ],
  [
    'today in one report and the weekday in the other',
    'Delegations of Arland and Belmar met in Port Sarn today.',
    'Delegations of Arland and Belmar met in Port Sarn on Monday.',
  ],
  [
    'the day of what was said and the day of what is to come',
    'The ministers of Arland and Belmar will meet on Thursday, the foreign ministry said.',
    'The foreign ministry said on Monday that the ministers of Arland and Belmar would meet.',
  ],
  [
    'two meetings at two levels',
    'The foreign ministers of Arland and Belmar will meet on Monday in Port Sarn.',
    'The presidents of Arland and Belmar will meet on Friday in Port Sarn.',
  ],
  [
    'the first round and the second',
    'The first round of talks between Arland and Belmar was held on Monday in Port Sarn.',
    'The second round of talks between Arland and Belmar will be held on Friday in Port Sarn.',
  ],
  [
    'a meeting that was put off',
    'The ministers of Arland and Belmar will meet on Wednesday in Port Sarn.',
    'The meeting of the ministers of Arland and Belmar in Port Sarn was postponed to Friday.',
  ],
  [
    'meetings of different parties',
    'The ministers of Arland and Belmar will meet on Monday about the border.',
    'The ministers of Corvane and Dorrin will meet on Tuesday about the border.',
  ],
  [
    'a report of another week',
    ['The ministers of Arland and Belmar met on Monday in Port Sarn.', '2031-03-10'],
    ['The ministers of Arland and Belmar met on Tuesday in Port Sarn.', '2031-03-25'],
  ],
  [
    'the start and the end of a truce',
    'The truce between Arland and Belmar will begin on 14 March.',
    'The truce between Arland and Belmar will end on 28 March.',
  ],
  [
    'a toll that rises',
    ['The strike on the barracks near Kessel killed 12 Arland soldiers.', '2031-03-10'],
    ['The strike on the barracks near Kessel killed 19 Arland soldiers.', '2031-03-11'],
  ],
  [
    'about a number and the number',
    'The strike on the market in Kessel killed about 100 people.',
    'The strike on the market in Kessel killed 98 people.',
  ],
  [
    'at least a number and more',
    'The strike on the market in Kessel killed at least 12 people.',
    'The strike on the market in Kessel killed 19 people.',
  ],
  [
    'a rounded number',
    'The strike left 40,000 households in Kessel without power, the governor of Arland said.',
    'The strike left 39,600 homes in Kessel without power, the governor of Arland said.',
  ],
  [
    'the dead and the wounded',
    'The strike on the market in Kessel killed 12 people.',
    'The strike on the market in Kessel wounded 40 people.',
  ],
  [
    'soldiers here and civilians there',
    'The strike on the market in Kessel killed 12 soldiers.',
    'The strike on the market in Kessel killed 4 civilians.',
  ],
  [
    'strikes on two towns',
    'The strike on the barracks at Kessel killed 12 soldiers.',
    'The strike on the barracks at Mirow killed 19 soldiers.',
  ],
  [
    'what one side offers and the other demands',
    'Prime Minister Ida Sorn of Belmar offered a ceasefire of 30 days along the Kessel river.',
    'President Olan Brisk of Corvane demanded a ceasefire of 60 days along the Kessel river.',
  ],
  [
    'six weeks and 42 days',
    'Prime Minister Ida Sorn of Belmar offered a ceasefire of six weeks along the Kessel river.',
    'Prime Minister Ida Sorn of Belmar offered a ceasefire of 42 days along the Kessel river.',
  ],
  [
    'a plan that was revised',
    'The envoy proposed that Arland withdraw its troops from Kessel within 90 days.',
    'The envoy revised the proposal: Arland would withdraw its troops from Kessel within 120 days.',
  ],
  [
    'a town and the state it lies in, where one report names both',
    'The presidents of Arland and Belmar will hold a summit in Lirenz, in eastern Corvane, on Friday.',
    'The presidents of Arland and Belmar will hold a summit in Corvane on Friday.',
  ],
  [
    'one side named, the other not spoken of',
    'Corvane President Olan Brisk offered security guarantees for Arland after the summit.',
    'Corvane President Olan Brisk offered security guarantees for Arland and Belmar after the summit.',
  ],
  [
    'not for one alone and for both',
    'Corvane President Olan Brisk said the security guarantees would not be for Arland alone.',
    'Corvane President Olan Brisk said the security guarantees would be for both sides.',
  ],
  [
    'two who promise to two',
    'Corvane President Olan Brisk offered security guarantees for Arland after the summit.',
    'Prime Minister Ida Sorn offered security guarantees for Dorrin after the summit.',
  ],
  [
    'must and will have to',
    'Prime Minister Ida Sorn said that Arland must withdraw its troops from the Kessel valley.',
    'Prime Minister Ida Sorn said that Arland has to withdraw its troops from the Kessel valley.',
  ],
  [
    'the present of direct speech and the past of indirect speech',
    '"We will send observers to the Kessel valley," President Olan Brisk said.',
    'President Olan Brisk said that Corvane would send observers to the Kessel valley.',
  ],
  [
    'not before and only after',
    'President Olan Brisk said that Corvane would not send observers to the Kessel valley before a truce.',
    'President Olan Brisk said that Corvane would send observers to the Kessel valley once there is a truce.',
  ],
  [
    'one name in two spellings',
    '“We will not trade our valley for a railway,” Foreign Minister Kel Araqchi of Arland said.',
    '“We will not trade our valley for a railway,” Arlandic Foreign Minister Kel Araghchi said.',
  ],
  [
    'an exam of a president and the president',
    'The results of the exam of President Mila Dor of Belmar were published, her office said.',
    'President Mila Dor of Belmar said the talks had stalled.',
  ],
  [
    'a minister and a deputy minister',
    'Arlandic Foreign Minister Kel Oster said the talks were useful.',
    'Arlandic Deputy Foreign Minister Juna Balt said the talks were useful.',
  ],
  [
    'ministers of two states',
    'Arlandic Foreign Minister Kel Oster said the talks were useful.',
    'Belmar Foreign Minister Juna Balt said the talks were useful.',
  ],
  [
    'what another party would accept, or has not accepted',
    'Foreign Minister Kel Oster of Arland said that Belmar would accept a ceasefire.',
    'Foreign Minister Kel Oster of Arland said that Belmar had not accepted a ceasefire.',
  ],
  [
    'a day in quotation marks, counted from when it was said',
    ['"The ministers of Arland and Belmar meet in Port Sarn today," the Arlandic minister wrote.', '2031-03-11'],
    ['The ministers of Arland and Belmar met in Port Sarn on Monday.', '2031-03-11'],
  ],
  [
    'the first phase and the second',
    'The first phase of the withdrawal from Kessel will last 40 days.',
    'The second phase of the withdrawal from Kessel will last 60 days.',
  ],
  [
    'what two states send',
    'Arland will send 200 observers to Kessel, the defence ministry said.',
    'Belmar will send 80 observers to Kessel, the defence ministry said.',
  ],
  [
    'two attacks, each with its day',
    'In the attack on 7 February gunmen killed 31 people in Kessel.',
    'In the attack on 9 March gunmen killed 12 people in Kessel.',
  ],
  [
    'a refusal by one and a promise by another',
    'President Olan Brisk said that Corvane would send observers to the Kessel valley.',
    'Prime Minister Ida Sorn said that Belmar would not send observers to the Kessel valley.',
  ],
]

describe('what two sources may both be right on', () => {
  test.each(compatible)('%s', (_, here, there) => {
    expect(kindsOf(here, there)).toEqual([])
  })

  test('dozens and a dozen, soon and on Monday: vague words contradict nothing', () => {
    expect(
      kindsOf(
        'Dozens of people were killed in the strike on Kessel, and talks between Arland and Belmar will be held soon.',
        'The strike on Kessel killed 31 people, and talks between Arland and Belmar will be held on Monday.',
      ),
    ).toEqual([])
  })
})

describe('for any reports', () => {
  const texts = [...contradicting, ...compatible.map(([name, ...told]) => [name, 'date', ...told] as const)].flatMap(
    ([, , here, there]) => [here, there].map(told => (typeof told === 'string' ? told : told[0])),
  )
  const someTexts = fc.uniqueArray(fc.constantFrom(...texts), { minLength: 2, maxLength: 5 })

  test('their order does not matter', () => {
    fc.assert(
      fc.property(
        someTexts.chain(own => fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length }))),
        ([own, shuffled]) => {
          const place = (text: string) => `r${texts.indexOf(text)}`
          const ids = (order: readonly string[]) =>
            found(order.map(text => report(place(text), text))).map(({ id }) => id)
          expect(ids(shuffled).sort()).toEqual(ids(own).sort())
        },
      ),
      { numRuns: 15 },
    )
  })

  test('identical copies contradict nobody', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), text => {
        const across = found([report('a', text), report('b', text), report('c', text)])
        expect(across.filter(({ within }) => within === 'lineages')).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})
