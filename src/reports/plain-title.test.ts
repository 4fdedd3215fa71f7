import { expect, test } from 'vitest'
import { plainTitle } from './plain-title.js'

test('the name of the outlet behind a title is no part of it', () => {
  expect(plainTitle('No deal on the dam - Teskel Courier', null)).toBe('No deal on the dam')
  expect(plainTitle('No deal | GlobePulse24', 'GlobePulse24')).toBe('No deal')
  expect(plainTitle('Dam – and bridge – to open — The Ostrel Observer', null)).toBe('Dam – and bridge – to open')
})

test('what else stands behind a dash stays', () => {
  expect(plainTitle('No deal on the dam – minister', null)).toBe('No deal on the dam – minister')
  expect(plainTitle('Teskel Courier', 'Teskel Courier')).toBe('Teskel Courier')
})
