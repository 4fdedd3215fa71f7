import { expect, test } from 'vitest'
import { knownDate } from './date.js'

test('a date is known to the precision that its words state', () => {
  const value = (words: string) => knownDate(words, 'given')?.value ?? null
  expect(value('2025')).toBe('2025')
  expect(value('2025-03')).toBe('2025-03')
  expect(value('7 March 2025')).toBe('2025-03-07')
  expect(value('Published on March 7, 2025 by the news desk')).toBe('2025-03-07')
  expect(value('2025-03-07T16:05:00+02:00')).toBe('2025-03-07T14:05:00Z')
  expect(value('Fri, 07 Mar 2025 14:05:00 GMT')).toBe('2025-03-07T14:05:00Z')
})

test('a time without its zone leaves the date known to the day', () => {
  expect(knownDate('2025-03-07 16:05', 'meta')).toEqual({ value: '2025-03-07', precision: 'day', from: 'meta' })
})

test('words that state no year state no date', () => {
  for (const words of ['Wednesday', 'March 7', 'yesterday', 'two weeks ago', '2025-13-01', '30 February 2025x', ''])
    expect(knownDate(words, 'text')).toBeNull()
})
