import { expect, test } from 'vitest'
import { fileNameDate } from './file-name-date.js'

test('a file name gives a day only where the year leads and the day exists', () => {
  expect(fileNameDate('reports/2025-03-10-plan.txt')).toMatchObject({ value: '2025-03-10', from: 'file-name' })
  expect(fileNameDate('plan_20250310.html')?.value).toBe('2025-03-10')
  expect(fileNameDate('reports/000_41320250399.txt')).toBeNull()
  expect(fileNameDate('2025-13-10.txt')).toBeNull()
})
