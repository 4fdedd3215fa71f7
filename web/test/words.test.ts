import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../export.js'
import { pieces } from '../marks.js'
import { changedWords } from '../reports/changed-words.js'
import { formatAddress, list, parseAddress } from '../state/address.js'
import { showDate } from '../state/case.js'

test('an address that is written and read again is the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 })),
      fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })),
      (path, params) => {
        const read = parseAddress(formatAddress(path, params))
        expect(read.path).toEqual(path)
        expect(Object.fromEntries(read.params)).toEqual({ ...params })
      },
    ),
  )
})

test('a list of values survives commas and percent signs', () => {
  expect(list.read(list.write(['a,b', '50 %', 'c']))).toEqual(['a,b', '50 %', 'c'])
  expect(list.read(undefined)).toEqual([])
})

test('a date is shown as far as it is known, and no further', () => {
  expect(showDate('2031-04-02T10:00:00Z')).toBe('2 Apr 2031')
  expect(showDate('2031-04')).toBe('Apr 2031')
  expect(showDate('2031')).toBe('2031')
  expect(showDate(null)).toBe('undated')
})

test('marked text is cut where marks begin and end, and loses nothing', () => {
  const span = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), kind: `${a}` }))
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(10), fc.array(span), (text, offset, marks) => {
      const found = pieces(text, offset, marks)
      expect(found.map(piece => piece.text).join('')).toBe(text)
      for (const piece of found) {
        const covering = marks.filter(mark => mark.start <= piece.start && mark.end >= piece.start + piece.text.length)
        expect(new Set(piece.kinds)).toEqual(new Set(covering.map(mark => mark.kind)))
      }
    }),
  )
})

test('words that changed side by side are one change', () => {
  const { before, after } = changedWords('The lake must be watched.', 'The lake would need to be watched.')
  expect(before.filter(part => part.changed).map(part => part.text)).toEqual(['must'])
  expect(after.filter(part => part.changed).map(part => part.text)).toEqual(['would need to'])
})

test('both sentences can be read in full among their changes', () => {
  const words = fc.array(fc.constantFrom('lake', 'fleet', 'must', 'may', ',', ' ', '  '), { maxLength: 12 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [one, other] = [a.join(' '), b.join(' ')]
      const { before, after } = changedWords(one, other)
      expect(before.map(part => part.text).join('')).toBe(one)
      expect(after.map(part => part.text).join('')).toBe(other)
    }),
  )
})

test('a cell that a spreadsheet would run as a formula is made harmless', () => {
  expect(toCsv([{ words: '=HYPERLINK("http://x")' }])).toContain("'=HYPERLINK")
})
