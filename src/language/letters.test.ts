import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedLetters } from './letters.js'
import { sentences } from './words.js'

test('a name with letters of any Latin alphabet is one word', () => {
  const text = 'Foreign Minister Đorđe Varović of Tamal met Işıl Gökçeoğlu. Łukasz Ędwań agreed.'
  const words = sentences(text).flatMap(each => each.words.map(word => word.text))
  for (const name of ['Đorđe', 'Varović', 'Işıl', 'Gökçeoğlu', 'Łukasz', 'Ędwań']) expect(words).toContain(name)
})

test('words stand in the text at their offsets, whatever its letters', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Varović', 'said', 'ąę', '.', 'é', 'Tạm', '\n', '🙂', 'İz')), parts => {
      const text = parts.join(' ')
      for (const { words } of sentences(text))
        for (const { start, end, text: written } of words) expect(text.slice(start, end)).toBe(written)
    }),
  )
})

test('folding letters keeps every offset', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => foldedLetters(text).length === text.length))
})
