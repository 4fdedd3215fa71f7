import { expect, test } from 'vitest'
import { tokens } from '../../language/tokens/tokens.js'
import type { Analysis } from './analysis.js'
import { layouts } from './layouts.js'
import { quotes } from './quotes.js'

function found(text: string) {
  const read = tokens(text)
  const words = ([from, to]: readonly [number, number]) => text.slice(read.start[from], read.end[to - 1])
  const analysis = { tokens: read, quotes: quotes(read) } as unknown as Analysis
  return layouts(analysis).map(({ source, content }) => [words(source), words(content)])
}

test('each line of a transcript is said by the name before its colon', () => {
  const text = 'VARO: Will you withdraw?\n\nGEN. HOLT: We have withdrawn.\n\nVARO: Not from the bridge.'
  expect(found(text)).toEqual([
    ['VARO', 'Will you withdraw?'],
    ['GEN. HOLT', 'We have withdrawn.'],
    ['VARO', 'Not from the bridge.'],
  ])
})

test('questions and answers are a transcript', () => {
  const text = 'Q: Is there a date?\nA: There is none.\nQ: Will there be one?\nA: We hope so.'
  expect(found(text).map(([source]) => source)).toEqual(['Q', 'A', 'Q', 'A'])
})

test('a single line with a colon is no transcript', () => {
  expect(found('Ordania: the talks so far\n\nThe envoys met twice.')).toEqual([])
})

test('a quotation with a dash and a name below or behind it is said by that name', () => {
  expect(found('“There is no road back.” — Ana Varo, envoy of Ordania')).toEqual([
    ['Ana Varo, envoy of Ordania', '“There is no road back.”'],
  ])
})

test('a quotation that a sentence goes on after is left to the chains', () => {
  expect(
    found('“There is no road back” – that is what people say here, and have said for as long as anyone knows.'),
  ).toEqual([])
})
