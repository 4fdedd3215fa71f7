import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Attribution } from '../statements/statement.js'
import { marked } from './marked-text.js'

const all = (text: string) => [{ start: 0, end: text.length }]
const shown = (text: string, found: readonly Attribution[], where = all(text)) =>
  marked(text, found, where)
    .map(({ words }) => words)
    .join('')

/** An attribution of these words, wherever they stand. */
function found(text: string, source: string[], cue: string[], content: string[]): Attribution {
  const spans = (words: string[]) =>
    words.map(each => ({ start: text.indexOf(each), end: text.indexOf(each) + each.length }))
  return { source: spans(source), cue: spans(cue), content: spans(content), direct: false, confidence: 0.9 }
}

test('each part stands in brackets of its own kind, with the number of its attribution', () => {
  const text = 'The dam will stay, the envoy of Velmara said.'
  expect(shown(text, [found(text, ['the envoy of Velmara'], ['said'], ['The dam will stay'])])).toBe(
    '‹1 The dam will stay›, [1 the envoy of Velmara] {1 said}.',
  )
})

test('a discontinuous content carries its number on every piece', () => {
  const text = '"We built it," Dremm said. "We keep it."'
  expect(shown(text, [found(text, ['Dremm'], ['said'], ['"We built it,"', '"We keep it."'])])).toBe(
    '‹1 "We built it,"› [1 Dremm] {1 said}. ‹1 "We keep it."›',
  )
})

test('an attribution within another closes with its number while the outer one is open', () => {
  const text = 'Varn said Dremm refused to sign.'
  const outer = found(text, ['Varn'], ['said'], ['Dremm refused to sign'])
  const inner = found(text, ['Dremm'], ['refused'], ['to sign'])
  expect(shown(text, [outer, inner])).toBe('[1 Varn] {1 said} ‹1 [2 Dremm] {2 refused} ‹2 to sign 2››.')
})

test('the colour of a word is that of the innermost part', () => {
  const text = 'Varn said Dremm refused to sign.'
  const pieces = marked(
    text,
    [found(text, ['Varn'], ['said'], ['Dremm refused to sign']), found(text, ['Dremm'], ['refused'], ['to sign'])],
    all(text),
  )
  const part = (words: string) => pieces.find(each => each.words === words)?.part
  expect([part('Dremm'), part('refused'), part('to sign'), part('.')]).toEqual(['source', 'cue', 'content', null])
})

test('what is not shown is left out, and what stands on either side is kept apart', () => {
  const text = 'Dremm refused. Share this! Varn agreed.'
  const where = [
    { start: 0, end: 14 },
    { start: 27, end: text.length },
  ]
  expect(shown(text, [found(text, ['Varn'], ['agreed'], [])], where)).toBe('Dremm refused.\n\n[1 Varn] {1 agreed}.')
})

test('without its brackets the marked text is the text, whatever overlaps', () => {
  const text = 'Varn said Dremm refused to sign the paper on the dam.'
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
  const spans = fc.array(span, { maxLength: 3 })
  const attribution = fc.record({
    source: spans,
    cue: spans,
    content: spans,
    direct: fc.constant(false),
    confidence: fc.constant(1),
  })
  fc.assert(
    fc.property(fc.array(attribution, { maxLength: 4 }), list => {
      const pieces = marked(text, list, all(text))
      expect(
        pieces
          .filter(({ isBracket }) => !isBracket)
          .map(({ words }) => words)
          .join(''),
      ).toBe(text)
      const parts = list.flatMap(({ source, cue, content }) => [...source, ...cue, ...content])
      expect(pieces.filter(({ isBracket }) => isBracket)).toHaveLength(2 * parts.length)
    }),
  )
})
