import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from './csv.js'

/** The cells of RFC 4180 text. */
function cells(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    let value = ''
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        value += text[at]
        if (text[at] === '"') at++
      }
      at++
    } else {
      while (at < text.length && text[at] !== delimiter && !text.startsWith('\r\n', at)) value += text[at++]
    }
    row.push(value)
    if (text[at] === delimiter) at++
    else {
      rows.push(row)
      row = []
      at += 2
    }
  }
  return rows
}

test('a negative number stays a number; a text that begins like a formula is defused', () => {
  expect(csv([{ score: -4.2, text: '-4 means war', list: ['a', 'b'], none: null }])).toBe(
    "score,text,list,none\r\n-4.2,'-4 means war,a; b,\r\n",
  )
})

test('whatever stands in a cell comes back from it, with either delimiter', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '🕊') })
  fc.assert(
    fc.property(
      fc.array(fc.record({ a: value, b: value }), { minLength: 1 }),
      fc.constantFrom(',', ';'),
      (rows, delimiter) => {
        const kept = (text: string) => (/^\r/.test(text) ? `'${text}` : text)
        const found = cells(csv(rows, { delimiter: delimiter as ',' | ';' }), delimiter)
        expect(found.slice(1)).toEqual(rows.map(row => [kept(row.a), kept(row.b)]))
      },
    ),
  )
})
