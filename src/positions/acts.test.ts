import { expect, test } from 'vitest'
import { makeReport } from '../reports/report.js'
import { statements } from '../statements/statements.js'
import type { Act } from './act.js'
import { acts } from './acts.js'

const parties = [
  { id: 'OSTAVIA', name: 'Ostavia', role: 'party' as const, aliases: ['Ostavian'], actors: ['Mira Talen'] },
  { id: 'KARELLAND', name: 'Karelland', role: 'party' as const, aliases: ['Karellish'], actors: ['Jon Brask'] },
]

function read(text: string): Act[] {
  const reports = [makeReport({ id: 'r', place: 'r.txt', text })]
  return acts(statements(reports, { parties }), reports)
}

function only(text: string): Act {
  const found = read(text)
  expect(found).toHaveLength(1)
  return found[0]!
}

test('the verb that governs decides, not what hangs below it', () => {
  expect(only('Mira Talen rejected calls to accept foreign troops in the valley.').act).toBe('REJECT')
  expect(only('Mira Talen urged Karelland to reject the peace plan.').act).toBe('REQUEST')
})

test('a verb of saying tells nothing: the first sign in what is said decides', () => {
  expect(only('Mira Talen said that Ostavia is ready to open the border.').act).toBe('OFFER')
  expect(only('Mira Talen said that any peace deal must include Ostavia.').act).toBe('DEMAND')
  expect(only('Mira Talen said that the talks had lasted three hours.').act).not.toBe('DEMAND')
})

test('a refused offer is a rejection', () => {
  const act = only('Mira Talen said that Ostavia is not willing to withdraw its troops.')
  expect([act.act, act.negated]).toEqual(['REJECT', true])
})

test('the words that decided are shown', () => {
  const text = 'Mira Talen firmly rejected any monitors at the dam.'
  const act = only(text)
  expect(text.slice(act.cue?.start, act.cue?.end)).toBe('rejected')
})

test('a firm rejection is a red line; a plain one is not', () => {
  expect(only('Mira Talen firmly rejected any territorial concessions.').redLine).toBe(true)
  expect(only('Mira Talen declined an invitation to the summit.').redLine).toBe(false)
})

test('what is declared not negotiable is a red line, whoever puts it how', () => {
  const declared = [
    'The border is not negotiable, Mira Talen said.',
    '“The border is not up for discussion,” Mira Talen told the assembly.',
    '“There will be no autonomy,” Mira Talen said.',
  ]
  for (const words of declared) expect(only(words)).toMatchObject({ act: 'REJECT', redLine: true })
  expect(only('Mira Talen said that the border is negotiable.').redLine).toBe(false)
})

test('a firm word alone declares nothing: any monitors, any pact, a false account', () => {
  expect(only('Mira Talen dismissed any such account as false.').redLine).toBe(false)
  expect(only('Mira Talen said that any monitors must carry badges.').redLine).toBe(false)
  expect(only('Mira Talen said that Ostavia will never cede the valley.').redLine).toBe(true)
})

test('a condition that opens the sentence belongs to the words that are attributed behind it', () => {
  const act = only('If the talks collapse, Mira Talen warned, Ostavia would seize the dam.')
  expect([act.act, act.condition?.text]).toEqual(['THREATEN', 'If the talks collapse'])
})

test('a condition belongs to the act, and its issue is what is awaited', () => {
  const act = only('Mira Talen said that Ostavia will hold elections only after a ceasefire.')
  expect(act.condition?.text).toBe('only after a ceasefire')
  expect(act.awaits).toEqual(['ceasefire'])
})

test('what one party says that another has accepted is reported, not accepted', () => {
  const act = read(
    'Jon Brask said that the talks were long. Mira Talen said that Brask had accepted the ceasefire.',
  ).at(-1)!
  expect([act.party, act.act, act.reports]).toEqual(['OSTAVIA', 'STATE', { party: 'KARELLAND', act: 'ACCEPT' }])
})

test('a statement that names no issue has that of the sentence it continues', () => {
  const [first, second] = read('Mira Talen dismissed a ceasefire, calling it a trap.')
  expect(first?.issues).toEqual(['ceasefire'])
  expect(second?.issues ?? ['ceasefire']).toEqual(['ceasefire'])
})

test('a condition that stands behind the words that are attributed belongs to them', () => {
  const act = only('It would lift its measures, Mira Talen said on Monday, once the militia had left the valley.')
  expect(act.condition?.text).toBe('once the militia had left the valley')
})

test('a red line is declared in many ways, and an offer, a doubt or a plain refusal draws none', () => {
  const declared = [
    '“Under no circumstances will the dam become a subject of talks,” Mira Talen said.',
    '“We will not hand over the valley. Full stop,” Mira Talen said.',
    'Mira Talen said that Ostavia will not sign the pact before the captives are freed.',
    'Mira Talen ruled out any role for the militia.',
    '“There can be no truce without a withdrawal,” Mira Talen said.',
  ]
  for (const words of declared) expect([words, only(words).redLine]).toEqual([words, true])
  const open = [
    'Mira Talen has not ruled out a role for the militia.',
    'Mira Talen said that Ostavia has never seen the draft.',
    'Mira Talen declined to give a date.',
    'Mira Talen offered to open the border in any form.',
  ]
  for (const words of open) expect([words, only(words).redLine]).toEqual([words, false])
})

test('a participle by which the statement is attributed acts, though it describes a noun', () => {
  const acts = read('Mira Talen rejected the dam plan, a proposal reportedly supported by Karelland.')
  expect(acts.map(({ party, act }) => [party, act])).toEqual([
    ['OSTAVIA', 'REJECT'],
    ['KARELLAND', 'SUPPORT'],
  ])
})

test('what hyphens join is one word within a cue, and a clause in -ing acts like its verb', () => {
  expect(only('Ostavia is preparing a revised 14-point proposal for the dam.').act).toBe('PROPOSE')
  expect(
    read('Mira Talen had promised to end the war, envisioning negotiations in spring.').map(({ act }) => act),
  ).toEqual(['OFFER', 'PROPOSE'])
})

test('a verb before its own subject opens a condition, and does not end what is said', () => {
  const { condition, statement } = only(
    'Mira Talen highlighted plans for patrols and checkpoints should a truce be reached.',
  )
  expect(condition?.text).toBe('should a truce be reached')
  expect(statement.end).toBe(83)
})
