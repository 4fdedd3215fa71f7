import { expect, test } from 'vitest'
import { shareOf } from '../../settlements/draws.js'
import reliability from './reliability.json' with { type: 'json' }

test('allies kept 12 of 54 promises since 1945: 13 to 35 percent', () => {
  const [alliances] = reliability.classes
  const { low, high } = shareOf(alliances?.kept ?? 0, alliances?.of ?? 0)
  expect([Math.round(low * 100), Math.round(high * 100)]).toEqual([13, 35])
})

test('each reference class names its source and keeps no more than it has', () => {
  for (const { kept, of, source } of reliability.classes) {
    expect(kept).toBeLessThanOrEqual(of)
    expect(source).not.toBe('')
  }
})
