import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementSchema } from './agreement.js'
import { entryOf, type LogEntry } from './compliance/log.js'
import { readLog } from './compliance/log-file.js'
import { compliance } from './compliance.js'

/** Ostrel and Velmara keep a ceasefire in the valley; Ostrel leaves it within ten days, as the mission verifies. */
const accord = agreementSchema.parse({
  title: 'The valley truce',
  parties: [
    { id: 'OSTREL', name: 'Ostrel' },
    { id: 'VELMARA', name: 'Velmara' },
  ],
  signed: '2031-04-01',
  provisions: [{ id: 'p1', text: 'No fire in the valley; Ostrel leaves it.' }],
  norms: [
    {
      id: 'truce',
      provision: 'p1',
      modality: 'prohibition',
      bearers: ['OSTREL', 'VELMARA'],
      act: 'use of force',
      zone: 'valley',
      onViolation: ['account'],
    },
    {
      id: 'leave',
      provision: 'p1',
      modality: 'obligation',
      bearers: 'OSTREL',
      act: 'withdrawal',
      due: 'signed+10d',
      verifiedBy: 'mission',
    },
    {
      id: 'account',
      provision: 'p1',
      modality: 'obligation',
      bearers: ['OSTREL', 'VELMARA'],
      act: 'apology',
      due: 'trigger+5d',
    },
  ],
  mechanisms: [{ id: 'mission', name: 'The mission', tasks: ['observe', 'verify', 'investigate'] }],
  zones: [{ id: 'valley', kind: 'buffer', places: ['Vell'] }],
  observed: [{ mechanism: 'mission', zone: 'valley', from: '2031-04-05', to: '2031-04-20' }],
})

const entry = (given: object): LogEntry => {
  const read = entryOf({ id: 'x', act: 'shelling', place: 'Vell', verification: 'observed', ...given })
  if ('reason' in read) throw new Error(read.reason)
  return read.entry
}
const shots = entry({ id: 'shots', from: '2031-04-08', attribution: { Ostrel: 0.9 } })
const results = (log: readonly LogEntry[], asOf = '2031-04-19') =>
  compliance(accord, log, asOf)
    .findings.filter(({ norm }) => norm === 'truce')
    .map(({ result, party, rule }) => [result, party, rule])
const stateOf = (norm: string, log: readonly LogEntry[], asOf: string) =>
  compliance(accord, log, asOf).norms.find(one => one.norm === norm)?.state

test('what is attributed and established is a violation, and the ladder says what comes next', () => {
  const { findings } = compliance(accord, [shots], '2031-04-09')
  expect(findings.find(({ result }) => result === 'violation')).toMatchObject({
    party: 'OSTREL',
    rule: 'attributed-breach',
    evidence: ['shots'],
    next: { kind: 'norm', id: 'account' },
  })
})

test('nobody is named out of what is unknown, however alone they are named', () => {
  expect(results([entry({ from: '2031-04-08', attribution: { Ostrel: 0.6 } })])).toContainEqual([
    'cannot assess',
    null,
    'unattributed',
  ])
  const either = entry({ from: '2031-04-08', attribution: { Ostrel: 0.5, Velmara: 0.5 } })
  expect(results([either])).toContainEqual(['disputed', null, 'attribution-contested'])
})

test('where nobody could observe, neither a report nor silence is a finding', () => {
  const early = entry({ from: '2031-04-02', attribution: { Ostrel: 1 }, verification: 'reported' })
  expect(results([early])).toContainEqual(['cannot assess', null, 'unobserved'])
  expect(results([])).toEqual([
    ['cannot assess', null, 'unobserved'],
    ['compliant', null, 'watched-and-quiet'],
  ])
})

test('a correction changes the findings from the day it is known, and the old view stays', () => {
  const corrected = { ...shots, attribution: { Ostrel: 0.2 }, known: entry({ from: '2031-04-15' }).from }
  const log = [corrected, shots]
  expect(stateOf('truce', log, '2031-04-14')).toBe('violated')
  expect(stateOf('truce', log, '2031-04-15')).toBe('active')
})

test('what is done is fulfilled once the mechanism that must verify it has, and overdue until then', () => {
  const said = entry({ id: 'said', act: 'withdrawal', from: '2031-04-09', by: 'Ostrel', verification: 'reported' })
  const found = entry({ id: 'found', act: 'withdrawal', from: '2031-04-13', by: 'Ostrel', foundBy: 'mission' })
  expect(stateOf('leave', [said], '2031-04-10')).toBe('active')
  expect(stateOf('leave', [said, found], '2031-04-12')).toBe('overdue')
  expect(stateOf('leave', [said, found], '2031-04-13')).toBe('fulfilled')
})

test('findings do not depend on the order in which the log arrived', () => {
  const one = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    from: fc.constantFrom('2031-04-02', '2031-04-08', '2031-04-12'),
    known: fc.constantFrom('2031-04-12', '2031-04-15'),
    attribution: fc.constantFrom({}, { Ostrel: 0.9 }, { Ostrel: 0.5, Velmara: 0.5 }),
    verification: fc.constantFrom('alleged', 'reported', 'observed', 'refuted'),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), fc.nat(), (given, turn) => {
      const log = given.map(entry)
      const turned = [...log.slice(turn % (log.length + 1)), ...log.slice(0, turn % (log.length + 1))].reverse()
      expect(compliance(accord, turned, '2031-04-19')).toEqual(compliance(accord, log, '2031-04-19'))
    }),
  )
})

test('a row that cannot be read is refused with its line, and the others are read', () => {
  const { entries, refused } = readLog('id,from,act\na,2031-04-08,"shells, two"\nb,soon,shelling\n', 'log.csv')
  expect(entries.map(({ act }) => act)).toEqual(['shells, two'])
  expect(refused).toMatchObject([{ place: 'log.csv:3' }])
})

test('of a battle in a table of UCDP nobody is taken to have begun it; of violence against civilians its first side has', () => {
  const head = 'id,type_of_violence,date_start,date_end,side_a,side_b'
  const { entries } = readLog(
    `${head}\n1,1,2031-04-08,2031-04-08,Ostrel,Velmara\n2,3,2031-04-08,2031-04-08,Ostrel,Civilians\n`,
    'g.csv',
  )
  expect(entries.map(({ by }) => by)).toEqual([[], ['Ostrel']])
})
