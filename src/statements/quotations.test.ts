import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../language/span.js'
import { quotations } from './quotations.js'

const inner = (text: string) => quotations(text).map(each => slice(text, each.inner))

test('straight, curly, low, angled and doubled marks all quote', () => {
  expect(inner('He said "one two" and left.')).toEqual(['one two'])
  expect(inner('He said “one two” and left.')).toEqual(['one two'])
  expect(inner('He said „one two“ and left.')).toEqual(['one two'])
  expect(inner('He said «one two» and left.')).toEqual(['one two'])
  expect(inner("He said ''one two'' and left.")).toEqual(['one two'])
})

test('a quotation within a quotation belongs to the outer one', () => {
  expect(inner('“She called it ‘a bridge’ and sat down,” he said.')).toEqual(['She called it ‘a bridge’ and sat down,'])
})

test('an apostrophe opens nothing', () => {
  expect(inner("Velmara's envoy and the ministers' aides left.")).toEqual([])
})

test('speech over several paragraphs, each opened anew, is one quotation', () => {
  const text = '“We waited.\n\n“We wait no more.”\n\nHe left.'
  expect(inner(text)).toEqual(['We waited.\n\n“We wait no more.'])
})

test('a mark that nothing closes quotes to the end of its paragraph and says so', () => {
  const text = 'He said: "We waited.\n\nThe hall was empty.'
  expect(quotations(text).map(each => [slice(text, each.inner), each.open])).toEqual([['We waited.', true]])
})

test('every quotation lies within the text, in order, none over another', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '“', '”', '‘', '’', '«', '»', "'", ' ', 'a', '\n', '😀', ',') }),
      text => {
        let end = 0
        for (const each of quotations(text)) {
          expect(each.start).toBeGreaterThanOrEqual(end)
          expect(each.inner.start).toBeGreaterThan(each.start)
          expect(each.inner.end).toBeLessThanOrEqual(each.end)
          end = each.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      },
    ),
  )
})
