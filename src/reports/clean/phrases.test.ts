import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phraseFinder } from './phrases.js'

test('each list with a phrase in the text has its bit', () => {
  const find = phraseFinder([['share this', 'his'], ['© 0'], ['is']])
  expect(find('do share this')).toBe(0b101)
  expect(find('© 0 herald')).toBe(0b010)
  expect(find('nothing')).toBe(0)
})

test('whatever the phrases and the text, it finds what a search for each one finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '…', '\u{1f44b}'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 4 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', '…', '\u{1f44b}'), maxLength: 30 }),
      (groups, text) => {
        const wanted = groups.reduce(
          (bits, phrases, group) => bits | (phrases.some(phrase => text.includes(phrase)) ? 1 << group : 0),
          0,
        )
        expect(phraseFinder(groups)(text)).toBe(wanted)
      },
    ),
  )
})
