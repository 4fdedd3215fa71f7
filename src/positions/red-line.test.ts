import { expect, test } from 'vitest'
import phrases from './red-lines.json' with { type: 'json' }

test('no phrase of a red line stands twice, and each is in lower case', () => {
  for (const list of [phrases.declares, phrases.refuses, phrases.exclude]) {
    expect(new Set(list).size).toBe(list.length)
    expect(list.filter(phrase => phrase !== phrase.toLowerCase() || phrase.trim() !== phrase)).toEqual([])
  }
})
