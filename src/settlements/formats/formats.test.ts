import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Scenario } from '../scenario.js'
import { conflictOf } from '../stability/conflict-file.js'
import { decodeXml } from './decode.js'
import { readGenius, readRectangles, writeGeniusDomain, writeGeniusProfile } from './genius-xml.js'
import { readGeniusWeb, writeGeniusWeb } from './geniusweb.js'
import { readGmcr, writeGmcr } from './gmcr.js'
import { readKtab } from './ktab.js'
import { parseXml } from './xml.js'

const name = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abc é"&<>\'=/ z') })
const digits = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 10 ** 9 }))
  .map(([whole, rest]) => `${whole}.${rest}`)

const scenarios: fc.Arbitrary<Scenario> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 4 })
  .chain(names =>
    fc.tuple(
      ...names.map(issue =>
        fc
          .uniqueArray(name, { minLength: 1, maxLength: 4 })
          .map(values => ({ name: issue, type: 'discrete' as const, values })),
      ),
    ),
  )
  .chain(issues =>
    fc.record({
      name: fc.constant('any'),
      issues: fc.constant(issues),
      parties: fc.array(
        fc.record({
          name: fc.constant('profile'),
          weights: fc.tuple(...issues.map(() => digits)),
          evaluations: fc.tuple(
            ...issues.map(issue =>
              fc.array(fc.option(digits), { minLength: issue.values.length, maxLength: issue.values.length }),
            ),
          ),
          reserved: fc.option(digits),
          discount: fc.option(digits),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )

test('a scenario written as GENIUS files reads back the same, digit for digit', () => {
  fc.assert(
    fc.property(scenarios, scenario => {
      const profiles = scenario.parties.map((_, p) => ({ name: 'profile', text: writeGeniusProfile(scenario, p) }))
      const back = readGenius('any', { name: 'domain', text: writeGeniusDomain(scenario) }, profiles)
      expect(back.scenario).toEqual(scenario)
      const missing = scenario.parties.flatMap(party => party.evaluations.flat()).filter(value => value === null)
      expect(back.gaps).toHaveLength(missing.length)
    }),
  )
})

test('an issue of whole numbers keeps its bounds and its line', () => {
  const scenario: Scenario = {
    name: 'any',
    issues: [{ name: 'buffer zone in km', type: 'integer', lower: -5, upper: 30 }],
    parties: [
      {
        name: 'p',
        weights: ['1'],
        evaluations: [{ ftype: 'linear', offset: '0.1', slope: '-0.05' }],
        reserved: null,
        discount: null,
      },
    ],
  }
  const profile = { name: 'p', text: writeGeniusProfile(scenario, 0) }
  expect(readGenius('any', { name: 'd', text: writeGeniusDomain(scenario) }, [profile]).scenario).toEqual(scenario)
})

test('a scenario written as GeniusWeb profiles reads back the same, digit for digit, with its reserve as a bid', () => {
  fc.assert(
    fc.property(scenarios, fc.boolean(), ({ parties, ...scenario }, withBid) => {
      const bid = Object.fromEntries(
        scenario.issues.map(issue => [issue.name, issue.type === 'discrete' ? (issue.values[0] ?? '') : '']),
      )
      const given: Scenario = {
        ...scenario,
        parties: parties.map(({ name, weights, evaluations }) => ({
          name,
          weights,
          evaluations,
          ...(withBid ? { reservationBid: bid } : {}),
        })),
      }
      const files = given.parties.map((_, p) => ({ name: `${p}.json`, text: writeGeniusWeb(given, p) }))
      expect(readGeniusWeb('any', files)).toEqual(given)
    }),
  )
})

test('a conflict written as .gmcr reads back the same', () => {
  const conflict = {
    name: 'Stand-off',
    decisionMakers: [
      { name: 'Northland', options: [0, 1] },
      { name: 'Southland', options: [2] },
    ],
    options: [
      { name: 'hold back', direction: 'both' as const },
      { name: 'blow up the bridge', direction: 'fwd' as const },
      { name: 'withdraw', direction: 'back' as const },
    ],
    infeasible: [[[0, 'Y'] as [number, 'Y'], [1, 'Y'] as [number, 'Y']]],
    states: [],
  }
  const byRank = {
    ...conflict,
    ranking: [
      [1, [2, 3], 4, 5, 6],
      [6, 5, 4, [3, 2, 1]],
    ],
  }
  const byStatement = { ...conflict, statements: [['-2', '1 & 3 | -1 & -3'], ['3']] }
  for (const given of [byRank, byStatement]) {
    const back = readGmcr(writeGmcr(given), 'any.gmcr')
    expect(back).toEqual(given)
    expect(conflictOf(back).states).toHaveLength(6)
  }
  expect(() => writeGmcr({ ...conflict, statements: [['1 if 2'], []] })).toThrow('cannot hold the statement')
})

test('a KTAB table is read by its column names, and a word where a number belongs is named with its line', () => {
  const [first, second] = readKtab(
    '\uFEFFActor,Capability,Position,Salience\r\n"North, Inner",0.5,10,1\r\nSouth,1,2.5,0.25\r\n',
    'a.csv',
  )
  expect(first).toEqual({
    name: 'North, Inner',
    capability: { n: 1n, d: 2n },
    position: { n: 10n, d: 1n },
    salience: { n: 1n, d: 1n },
  })
  expect(second?.position).toEqual({ n: 5n, d: 2n })
  expect(() => readKtab('Actor,Capability,Position,Salience\nNorth,strong,1,1\n', 'a.csv')).toThrow(
    'The capability is "strong".',
  )
})

test('XML is read with a byte-order mark, in UTF-16, in Latin-1, and with text before its first tag', () => {
  const text = '<a name="é"/>'
  const utf8 = new TextEncoder().encode(`\uFEFF  ${text}`)
  const latin1 = Uint8Array.from(text, sign => sign.charCodeAt(0))
  const utf16 = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap(sign => [sign.charCodeAt(0), 0])])
  for (const bytes of [utf8, latin1, utf16]) expect(parseXml(decodeXml(bytes), 'x').attributes.name).toBe('é')
})

test('a profile of hyper-rectangles keeps what it includes and what it excludes', () => {
  const text = `<utility_space type="nonlinear"><ufun maxutility="40" aggregation="sum">
    <hyperRectangle utility="30"><INCLUDES index="1" min="7" max="9"/><INCLUDES index="3" min="0" max="2"/></hyperRectangle>
    <hyperRectangle utility="10"><EXCLUDES index="2" min="0" max="4"/></hyperRectangle></ufun><reservation value="0.5"/></utility_space>`
  expect(readRectangles({ name: 'x', text })).toEqual({
    maxUtility: 40,
    reserved: '0.5',
    discount: null,
    rectangles: [
      {
        u: 30,
        in: [
          [0, 7, 9],
          [2, 0, 2],
        ],
      },
      { u: 10, in: [], ex: [[1, 0, 4]] },
    ],
  })
})

test('tags that do not close are refused with their line', () => {
  expect(() => parseXml('<a>\n<b></a>', 'x.xml')).toThrow('</a> closes nothing that is open.')
  expect(() => parseXml('<a>\n<b/>', 'x.xml')).toThrow('<a> is not closed.')
})
