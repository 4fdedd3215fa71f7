import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRecord } from '../../test/arbitrary-record.js'
import { inventedRecord } from '../../test/invented-record.js'
import { annotations } from './annotations.js'
import schema from './schemas/annotation-page.schema.json' with { type: 'json' }
import { selectorsFor } from './selectors.js'

const ajv = new Ajv({ allowUnionTypes: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

test('a statement is classified by its act, its speaker, its party and its issues', () => {
  const { items } = annotations(inventedRecord)
  expect(items[0]!.body.map(({ purpose, value }) => [purpose, value])).toEqual([
    ['classifying', 'REJECT'],
    ['identifying', 'Ilse Varn'],
    ['identifying', 'VELMARA'],
    ['tagging', 'monitoring-verification'],
  ])
})

test('a discrepancy points to the words of both its sides', () => {
  const found = annotations(inventedRecord).items.find(({ motivation }) => motivation === 'questioning')
  expect(found?.target).toHaveLength(2)
})

test('whatever the record, the page keeps the schema, its names are the same in every run and no two are alike', () => {
  fc.assert(
    fc.property(arbitraryRecord, record => {
      const page = annotations(record)
      expect(validate(JSON.parse(JSON.stringify(page))), JSON.stringify(validate.errors)).toBe(true)
      expect(annotations(record)).toEqual(page)
      expect(new Set(page.items.map(({ id }) => id)).size).toBe(page.items.length)
    }),
  )
})

test('both selectors find the words again: by what stands around them, and by counting code points', () => {
  fc.assert(
    fc.property(arbitraryRecord, ({ reports, statements }) => {
      for (const statement of statements) {
        const { text } = reports.find(({ id }) => id === statement.report)!
        const [quote, position] = selectorsFor(text)(statement)
        expect(quote.exact).toBe(text.slice(statement.start, statement.end))
        expect(quote.prefix + quote.suffix).not.toMatch(/\p{Surrogate}/u)
        const whole = quote.prefix + quote.exact + quote.suffix
        expect(text.slice(statement.start - quote.prefix.length)).toContain(whole)
        expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact)
      }
    }),
  )
})

test('a flag before the words shifts the units and not the count of signs', () => {
  const [, position] = selectorsFor('🕊🕊 peace')({ start: 5, end: 10 })
  expect(position).toEqual({ type: 'TextPositionSelector', start: 3, end: 8 })
})
