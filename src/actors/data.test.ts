import { countries, getCountryData, type TCountryCode } from 'countries-list'
import { expect, test } from 'vitest'
import { z } from 'zod'
import cues from '../statements/cues.json' with { type: 'json' }
import bodies from './bodies.json' with { type: 'json' }
import givenNames from './given-names.json' with { type: 'json' }
import officials from './officials.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import roles from './roles.json' with { type: 'json' }
import states from './states.json' with { type: 'json' }

const names = z.array(z.string().min(1))
const source = z.string().min(10)
const partyId = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const alpha3 = z.string().regex(/^[A-Z]{3}$/)

test('the gazetteer has the shape that its readers expect', () => {
  z.strictObject({
    source,
    states: z.array(z.strictObject({ code: alpha3, demonyms: names, places: names, names })),
  }).parse(states)
  z.strictObject({
    source,
    metonyms: z.array(z.strictObject({ state: alpha3, names })),
    movements: z.array(
      z.strictObject({
        state: alpha3,
        party: partyId.optional(),
        name: z.string().optional(),
        names,
        sector: z.string().length(3),
      }),
    ),
    bodies: z.array(z.strictObject({ party: partyId, name: z.string(), names })),
    groups: z.array(z.strictObject({ party: partyId, name: z.string(), names })),
  }).parse(bodies)
  const year = z.number().int().min(1970).max(2030)
  z.strictObject({
    source,
    officials: z.array(
      z.strictObject({
        name: z.string(),
        party: partyId,
        also: names,
        offices: z.array(z.strictObject({ office: z.string(), from: year, until: year.nullable() })).min(1),
      }),
    ),
  }).parse(officials)
  z.strictObject({ source, female: names, male: names }).parse(givenNames)
  z.strictObject({ source, commonSurnames: names, people: z.record(partyId, names) }).parse(people)
  z.strictObject({
    source,
    heads: z.record(z.string().length(3), names),
    before: names,
    former: names,
    notStates: names,
    honorifics: names,
  }).parse(roles)
})

test('the cue lexicon is lists of lower-case words', () => {
  const { source: from, irregular, ...lists } = cues
  source.parse(from)
  for (const list of Object.values(lists)) z.array(z.string().regex(/^[\p{Ll}' -]+$/u)).parse(list)
  z.record(z.string(), z.array(z.string()).length(4)).parse(irregular)
})

test('every state has a code of ISO 3166-1', () => {
  const known = new Set((Object.keys(countries) as TCountryCode[]).map(code => getCountryData(code).iso3))
  const strange = [...states.states, ...bodies.metonyms.map(({ state }) => ({ code: state }))]
    .map(({ code }) => code)
    .filter(code => !known.has(code))
  expect(strange).toEqual([])
})
