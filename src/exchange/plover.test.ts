import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryRecord } from '../../test/arbitrary-record.js'
import { inventedRecord } from '../../test/invented-record.js'
import type { Act } from '../positions/act.js'
import { ploverEvents } from './plover.js'
import schema from './schemas/plover.schema.json' with { type: 'json' }

const ajv = new Ajv({ allowUnionTypes: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

function withActs(...more: readonly Partial<Act>[]) {
  return { ...inventedRecord, acts: inventedRecord.acts.map((act, i) => ({ ...act, ...more[i] })) }
}

test('a refusal is one record: who, when, what, with the words and where they stand', () => {
  const [event] = ploverEvents(inventedRecord).events
  expect(validate(event)).toBe(true)
  expect(event).toMatchObject({
    id: 'a:0',
    date: '2031-03-02',
    source: [
      {
        sector: 'GOV',
        actor_text: 'Ilse Varn',
        identifier_id: 'VELMARA',
        identifier_text: 'Velmara',
        office: 'Foreign Minister',
      },
    ],
    recipient: [],
    event: ['REJECT'],
    event_text: ['Velmara rejects the dam inspection, Foreign Minister Ilse Varn said'],
    quad_code: 3,
    event_scale: -4.2,
    context: ['peacekeeping'],
    text_info: { start: 0, end: 67 },
    cite_info: { corpus: 'The Orsa talks', citation: 'a.txt', publication: 'Harbour Gazette', codebook: 'PLOVER 2.0' },
    parley: { act: 'REJECT', red_line: true, lineage: 'A', sources: 1, published: '2031-03-02' },
  })
})

test('an act that is not plain is no event, nor is a statement, a denial or a doubt', () => {
  const { events, abstained, untyped } = ploverEvents(withActs({ act: null }, { act: 'DOUBT' }))
  expect({ events, abstained, untyped }).toEqual({ events: [], abstained: 1, untyped: 1 })
})

describe('the special contexts', () => {
  const contextOf = (more: Partial<Act>) => ploverEvents(withActs({ issues: [], ...more })).events[0]!.context

  test('a meeting still to come is a future one', () => {
    expect(contextOf({ act: 'CONSULT', mode: 'future' })).toEqual(['future'])
  })

  test('a promise and a demand speak of the future by themselves, and stand without it', () => {
    expect(contextOf({ act: 'OFFER', mode: 'future' })).toEqual([])
    expect(contextOf({ act: 'DEMAND', mode: 'hypothetical' })).toEqual([])
  })

  test('what a report tells as past is historical, and its day is not known', () => {
    expect(contextOf({ act: 'OFFER', mode: 'historical' })).toEqual(['historical'])
    expect(ploverEvents(withActs({ mode: 'historical' })).events[0]!.date).toBeNull()
  })

  test('a charge that is not made is negated; a refusal is the negation itself', () => {
    expect(contextOf({ act: 'ACCUSE', negated: true })).toEqual(['negation'])
    expect(contextOf({ act: 'REJECT', negated: true })).toEqual([])
  })
})

test('the target is the recipient, with its ISO code where it is a state', () => {
  expect(ploverEvents(withActs({ target: 'FRA' })).events[0]!.recipient).toEqual([
    { code: 'FRA', identifier_id: 'FRA', identifier_text: 'France' },
  ])
})

test('whoever cannot be told is no source', () => {
  const [act] = inventedRecord.acts
  const nobody = { ...act!.statement, speaker: { name: 'unknown', role: null, party: null } }
  expect(ploverEvents(withActs({ statement: nobody, party: null })).events[0]!.source).toEqual([])
})

test('whatever the record, each of its events keeps the schema, and each act is an event or counted as left out', () => {
  fc.assert(
    fc.property(arbitraryRecord, record => {
      const { events, abstained, repeated, untyped } = ploverEvents(record)
      for (const event of events)
        expect(validate(JSON.parse(JSON.stringify(event))), JSON.stringify(validate.errors)).toBe(true)
      expect(events.length + abstained + repeated + untyped).toBe(record.acts.length)
    }),
  )
})

test('the place of an event holds its words, counted in code points', () => {
  fc.assert(
    fc.property(arbitraryRecord, record => {
      for (const { parley, text_info, event_text, id } of ploverEvents(record).events) {
        expect(parley.lineage).toBeDefined()
        const text = record.reports.find(report => report.id === id.split(':')[0])!.text
        expect([...text].slice(text_info.start, text_info.end).join('')).toBe(event_text[0])
      }
    }),
  )
})
