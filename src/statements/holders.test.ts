import { expect, test } from 'vitest'
import { holding } from './holders.js'

/** How a source stands to the person whom it names in brackets. */
function read(marked: string) {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  return holding(text, { start: 0, end: text.length }, { start, end })
}

test.each([
  '[Ana Varo]',
  'Mr. [Varo]',
  'Foreign Minister [Ana Varo]',
  'former Secretary of State [Ana Varo]',
  '[Ana Varo], the envoy of Ordania',
  "[Varo]'s remarks",
  'a statement from [Varo]',
])('%s speaks', source => {
  expect(read(source)).toBe('speaks')
})

test.each([
  "[Varo]'s envoys",
  'a spokesman for [Varo]',
  'an aide to former President [Varo]',
  'officials who have worked with [Ana Varo]',
  'top [Varo] strategists',
  'the [Varo] campaign',
])('%s speaks for somebody', source => {
  expect(read(source)).toBe('is served')
})
