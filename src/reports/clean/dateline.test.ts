import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDateline } from './dateline.js'

const datelineOf = (text: string) => {
  const found = findDateline(text, { start: 0, end: text.length })
  return found && text.slice(found.start, found.end)
}

test.each([
  'TESKEL, March 3 (Northern Wire) - ',
  'TESKEL, 7 March 2025 (Northern Wire) — ',
  'NORD HAVEN, Sudovia (Wire) -- ',
  'TESKEL — ',
  'Teskel, 3 March – ',
  'Teskel (Northern Wire) - ',
  '(Northern Wire) - ',
  'NORD HAVEN: ',
])('"%s" before a sentence is a dateline', opening => {
  expect(datelineOf(`${opening}The envoys met again, an official said.`)).toBe(opening)
})

test.each([
  'Norland – the smaller of the two – waits.',
  'Petrova: We will not talk before the guns are silent.',
  'NATO - an alliance of many - met on Monday.',
  'The talks have failed - Both sides said so.',
  'Sudovia, Norland and Vastok - Three states, one river.',
  'UNHCR (the refugee agency) - which was not invited - came.',
])('"%s" has no dateline', text => {
  expect(datelineOf(text)).toBeNull()
})

test('whatever the text, a dateline is at its start and leaves words behind it', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('TESKEL (Wire) - ', '', ' - ', '('), (text, opening) => {
      const whole = opening + text
      const found = findDateline(whole, { start: 0, end: whole.length })
      if (found) expect(found.start === 0 && found.end > 0 && found.end < whole.length).toBe(true)
    }),
  )
})
