import { expect, test } from 'vitest'
import { edited } from '../../src/settlements/model-edit.js'
import { parseModel } from '../../src/settlements/model-file.js'
import { fieldText, givenOf, isRefused, quantityOf, quantityText, redLineEdits } from './input-edits.js'

const text = `issues:
  - { id: "dam, old", options: [shared, closed, sold] }
parties:
  - id: ARDO
    redLines:
      - never: { "dam, old": [closed, sold] } # said twice
      - never: { "dam, old": sold }
`

test('a field says a number, two numbers, or that it is not known', () => {
  expect(['2', ' 0.5 to 1 ', '-2 to -1', '?', ''].map(quantityOf)).toEqual([
    2,
    [0.5, 1],
    [-2, -1],
    'unknown',
    'unknown',
  ])
  expect(['much', '2 to', '5 to 2', '1 to 2 to 3', 'Infinity'].map(quantityOf)).toEqual([null, null, null, null, null])
  expect(quantityText([0.5, 1])).toBe('0.5 to 1')
})

test('places make a ranking with equals, and read back as they were typed', () => {
  const fields = { shared: '1', closed: '2', sold: '2', lost: '' }
  const made = givenOf('ranking', fields)
  expect(made).toEqual({ given: ['shared', ['closed', 'sold']] })
  if ('given' in made)
    expect(Object.keys(fields).map(name => fieldText(made.given, name))).toEqual(Object.values(fields))
  expect(givenOf('ranking', { shared: 'first' })).toEqual({
    fault: expect.stringContaining('shared: expected a place'),
  })
  expect(givenOf('values', { shared: '0.2 to 1', closed: '' })).toEqual({ given: { shared: [0.2, 1] } })
})

test('a red line that is taken away leaves what else its line rules out, with its comment', () => {
  const model = parseModel(text, 'm')
  const after = edited(text, redLineEdits(model, 0, 'dam, old', 'sold', false))
  expect(parseModel(after, 'm').parties[0]?.redLines.map(line => line.never)).toEqual([{ 'dam, old': 'closed' }])
  expect(after).toContain('# said twice')
  const again = parseModel(edited(after, redLineEdits(parseModel(after, 'm'), 0, 'dam, old', 'sold', true)), 'm')
  expect(isRefused(again, 0, 'dam, old', 'sold')).toBe(true)
  expect(again.parties[0]?.redLines).toHaveLength(2)
})
