import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedCase } from '../../../test/invented-case.js'
import type { Act } from '../act.js'
import { actKinds } from '../act.js'
import { ruledActs } from './on-acts.js'
import type { StatementRuling } from './ruling.js'

const { acts, reports } = inventedCase
const reportOf = ({ statement }: Act) => reports.find(({ id }) => id === statement.report)!
const wordsOf = (act: Act) => reportOf(act).text.slice(act.statement.start, act.statement.end)

function on(act: Act, rest: Partial<StatementRuling>): StatementRuling {
  const { start, end } = act.statement
  return { report: reportOf(act).place, start, end, quote: wordsOf(act), by: 'Lena Orr', why: 'I read it', ...rest }
}

const first = acts[0]!
const conditional = acts.find(({ condition }) => condition !== null)!

test('a ruling stands in the place of what the machine read, which stays beside it', () => {
  const { acts: ruled, effects } = ruledActs(acts, reports, [on(first, { act: 'REQUEST', on: '2031-04-09' })])
  expect(ruled[0]).toMatchObject({
    act: 'REQUEST',
    issues: first.issues,
    ruling: { by: 'Lena Orr', on: '2031-04-09', decided: ['act'], machine: { act: 'DEMAND', confidence: 0.85 } },
  })
  expect(ruled.slice(1).every((act, n) => act === acts[n + 1])).toBe(true)
  expect(effects).toMatchObject([
    { object: first.statement.id, state: 'stands', decides: [{ field: 'act', value: 'REQUEST', before: 'DEMAND' }] },
  ])
})

test('of two rulings on one statement the later wins field by field, and the first is told to be superseded', () => {
  const rulings = [
    on(first, { act: 'OFFER' }),
    on(first, { act: 'STATE' }),
    on(first, { issues: ['fishing'], redLine: true }),
  ]
  const { acts: ruled, effects } = ruledActs(acts, reports, rulings)
  expect(ruled[0]).toMatchObject({ act: 'STATE', issues: ['fishing'], redLine: true })
  expect(ruled[0]?.ruling?.decided).toEqual(['act', 'issues', 'redLine'])
  expect(effects.map(({ state }) => state)).toEqual(['superseded', 'stands', 'stands'])
})

test('what is ruled to be no statement is marked, and a ruling after it makes it one again', () => {
  const struck = on(first, { notAStatement: true })
  expect(ruledActs(acts, reports, [struck]).acts[0]?.ruling).toMatchObject({ notAStatement: true, decided: [] })
  const again = ruledActs(acts, reports, [struck, on(first, { party: null })]).acts[0]
  expect(again).toMatchObject({ party: null, ruling: { notAStatement: false } })
})

test('a ruling that is withdrawn leaves the act as the machine read it', () => {
  const { acts: ruled, effects } = ruledActs(acts, reports, [
    on(first, { act: 'OFFER' }),
    on(first, { withdrawn: true }),
  ])
  expect(ruled[0]).toEqual(first)
  expect(effects.map(({ state }) => state)).toEqual(['superseded', 'stands'])
})

test('a condition that is ruled away takes with it what was waited for', () => {
  const { acts: ruled } = ruledActs(acts, reports, [on(conditional, { condition: 'none' })])
  const act = ruled[acts.indexOf(conditional)]
  expect(act).toMatchObject({ condition: null, awaits: [] })
  expect(act?.ruling?.machine.condition).toEqual(conditional.condition)
})

test('a ruling finds its words where text was put before them, where edges moved, and where the file did', () => {
  const report = reportOf(first)
  const pushed = 'Corrected on Friday. '
  const shift = pushed.length
  const moved = { ...report, place: 'reports/renamed.txt', text: pushed + report.text }
  const { start, end } = first.statement
  const later = { ...first, statement: { ...first.statement, start: start + shift, end: end + shift - 5 } }
  const ruling = on(first, { act: 'OFFER', sha256: report.sha256 })
  expect(ruledActs([later], [moved], [ruling]).acts[0]?.act).toBe('OFFER')
})

test('words that stand within one statement alone are enough to rule on it', () => {
  const ruling = on(first, { act: 'OFFER', quote: 'watched by unarmed observers', start: undefined })
  expect(ruledActs(acts, reports, [ruling]).acts[0]?.act).toBe('OFFER')
})

test('a ruling whose words are gone is without object, not lost', () => {
  const { acts: same, effects } = ruledActs(acts, reports, [on(first, { act: 'OFFER', quote: 'No such words.' })])
  expect(same).toEqual(acts)
  expect(effects).toMatchObject([{ object: null, state: 'without-object', quotes: ['No such words.'] }])
})

test('without rulings the acts are the same values', () => {
  expect(ruledActs(acts, reports, []).acts).toBe(acts)
})

const decision: fc.Arbitrary<Partial<StatementRuling>> = fc.oneof(
  fc.record({ act: fc.constantFrom(...actKinds, null), redLine: fc.boolean() }, { requiredKeys: ['act'] }),
  fc.record({ issues: fc.subarray(['observers', 'fishing']), party: fc.constantFrom('ARV', null) }),
  fc.constantFrom({ condition: 'none' as const }, { notAStatement: true as const }, { withdrawn: true as const }),
)
const anyRuling = fc.tuple(fc.constantFrom(...acts), decision).map(([act, rest]) => on(act, rest))

test('applying rulings twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyRuling, { maxLength: 8 }), rulings => {
      const once = ruledActs(acts, reports, rulings)
      expect(ruledActs(once.acts, reports, rulings)).toEqual(once)
    }),
  )
})

test('the order of rulings on different statements does not matter', () => {
  const distinct = fc.uniqueArray(anyRuling, { selector: ({ report, start }) => `${report} ${start}`, maxLength: 8 })
  fc.assert(
    fc.property(
      distinct.chain(rulings =>
        fc.tuple(fc.constant(rulings), fc.shuffledSubarray(rulings, { minLength: rulings.length })),
      ),
      ([rulings, shuffled]) => {
        expect(ruledActs(acts, reports, shuffled).acts).toEqual(ruledActs(acts, reports, rulings).acts)
      },
    ),
  )
})
