import { expect, test } from 'vitest'
import { makeReport } from '../reports/report.js'
import { statements } from '../statements/statements.js'
import { acts } from './acts.js'
import { redLinesSchema } from './definitions.js'
import phrases from './red-lines.json' with { type: 'json' }

const parties = [
  { id: 'OSTAVIA', name: 'Ostavia', role: 'party' as const, aliases: ['Ostavian'], actors: ['Mira Talen'] },
  { id: 'KARELLAND', name: 'Karelland', role: 'party' as const, aliases: ['Karellish'], actors: ['Jon Brask'] },
]

function isDrawn(text: string): boolean {
  const reports = [makeReport({ id: 'r', place: 'r.txt', text })]
  return acts(statements(reports, { parties }), reports).some(act => act.redLine)
}

test('the phrases keep their schema: each once, in lower case', () => {
  expect(redLinesSchema.parse(phrases)).toEqual(phrases)
})

test('a negation that leaves no case open draws a line, wherever it stands', () => {
  const drawn = [
    'Mira Talen said that Ostavia would not sell the mill under any circumstances.',
    'Mira Talen said that there was no right to the canal whatsoever.',
    'Mira Talen said that Ostavia would not hand over a single harbour.',
    'Mira Talen said that Ostavia will not sign anything.',
    'Mira Talen said that Ostavia will not talk to the league, whoever asks for it.',
    'Mira Talen said that Ostavia will not leave the dam, no matter who rules Karelland.',
  ]
  expect(drawn.filter(text => !isDrawn(text))).toEqual([])
  const open = [
    'Mira Talen said that Ostavia will not attend the meeting.',
    'Mira Talen said that whoever comes will be welcome, but that no date is set.',
    'Mira Talen said that Ostavia may not attend at all.',
  ]
  expect(open.filter(isDrawn)).toEqual([])
})

test('a rejection that has not moved is a line; one of today alone is not', () => {
  expect(isDrawn('Ostavia has consistently rejected a customs post on the bridge, Mira Talen said.')).toBe(true)
  expect(isDrawn('Mira Talen rejected the calls for a customs post on the bridge.')).toBe(false)
})

test('a demand that comes before all else is a line', () => {
  expect(isDrawn('Mira Talen insisted that Karelland must first pay for the damage.')).toBe(true)
  expect(isDrawn('Mira Talen said that Karelland must name its dead at the outset.')).toBe(true)
  expect(isDrawn('Mira Talen said that Karelland must pay for the damage.')).toBe(false)
})

test('a matter of principle is a line even where the words sound like doubt', () => {
  expect(isDrawn('Mira Talen said that the flag was a question of principle and that she doubted any gain.')).toBe(true)
})

test('what stays for as long as others do something is a line', () => {
  expect(isDrawn('Mira Talen said that the toll will remain for as long as the dam is broken.')).toBe(true)
  expect(isDrawn('Mira Talen stays in the capital for as long as the talks last.')).toBe(false)
})

test('talk that is dismissed, and what is not off the table, draw none', () => {
  expect(isDrawn('Mira Talen flatly dismissed the remarks of Jon Brask.')).toBe(false)
  expect(isDrawn('Mira Talen said that an easing of the embargo is not off the table.')).toBe(false)
})
