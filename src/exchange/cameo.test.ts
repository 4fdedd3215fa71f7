import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { arbitraryRecord } from '../../test/arbitrary-record.js'
import { inventedRecord } from '../../test/invented-record.js'
import { cameoColumns, cameoEvents } from './cameo.js'

/** A row as the Cline Center's Phoenix codebook has it, as far as it goes. */
const rowSchema = z.looseObject({
  eid: z.string().min(1),
  story_date: z.iso.date().nullable(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  month: z
    .string()
    .regex(/^(0[1-9]|1[0-2])$/)
    .nullable(),
  day: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  code: z.string().regex(/^\d{3,4}$/),
  root_code: z.string().regex(/^(0[1-9]|1\d|20)$/),
  quad_class: z.int().min(1).max(4),
  goldstein: z.number().min(-10).max(10),
})

test('a refusal is coded 120, with its root, its class, its score and its words', () => {
  expect(cameoEvents(inventedRecord).rows[0]).toMatchObject({
    story_date: '2031-03-02',
    year: '2031',
    month: '03',
    day: '02',
    source: 'VELMARA',
    source_agent: 'GOV',
    target: null,
    code: '120',
    root_code: '12',
    quad_class: 3,
    goldstein: -4,
    joined_issues: ['monitoring-verification'],
    source_name: 'Ilse Varn',
    act: 'REJECT',
    text: 'Velmara rejects the dam inspection, Foreign Minister Ilse Varn said',
  })
})

test('code and sector run together for a state, and only there', () => {
  const [first, ...others] = inventedRecord.acts
  const { rows } = cameoEvents({ ...inventedRecord, acts: [{ ...first!, party: 'FRA', target: 'EU' }, ...others] })
  expect(rows[0]).toMatchObject({ source: 'FRAGOV', source_root: 'FRA', target: 'IGO', target_name: 'European Union' })
  expect(rows[1]).toMatchObject({ source: 'VELMARA' })
})

test('whatever the record, each row keeps the schema and has every column, in order', () => {
  fc.assert(
    fc.property(arbitraryRecord, record => {
      for (const row of cameoEvents(record).rows) {
        rowSchema.parse(row)
        expect(Object.keys(row)).toEqual(cameoColumns)
      }
    }),
  )
})
