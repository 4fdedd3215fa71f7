import { expect, test } from 'vitest'
import { tokens } from '../../language/tokens/tokens.js'
import { quotes } from './quotes.js'

const quoted = (text: string) => {
  const read = tokens(text)
  const found = quotes(read)
  return found.from.map((from, q) => text.slice(read.start[from], read.end[found.to[q]! - 1]))
}

test('curly, straight, doubled and angled marks each hold a quotation', () => {
  expect(
    quoted("“Yes,” he said. \"No,\" she said. ''Maybe,'' they said. «Never» came the reply, „gut“ another."),
  ).toEqual(['“Yes,”', '"No,"', "''Maybe,''", '«Never»', '„gut“'])
})

test('marks within marks belong to the outer quotation', () => {
  expect(quoted('“He told me ‘never again’ twice,” she said.')).toEqual(['“He told me ‘never again’ twice,”'])
})

test('single marks hold a quotation, an apostrophe does not', () => {
  expect(quoted("The envoys' hope: ‘a durable truce’, said Ordania's paper.")).toEqual(['‘a durable truce’'])
})

test('a quotation over several paragraphs is one quotation a paragraph, and the later ones go on', () => {
  const text = '“We will not sign.\n\n“Nor will we leave,” said Varo.'
  const read = tokens(text)
  const found = quotes(read)
  expect(quoted(text)).toEqual(['“We will not sign.', '“Nor will we leave,”'])
  expect(found.goesOn).toEqual([false, true])
})

test('a mark that is never closed spoils its own sentence only', () => {
  expect(quoted('He said “we go now. They stayed.\n\nNobody else spoke.')).toEqual(['“we go now.'])
})
