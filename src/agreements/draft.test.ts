import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { caseGazetteer } from '../actors/resolve.js'
import { agreementFaults, parseAgreement } from './agreement/agreement-file.js'
import { agreementDraftText } from './draft/draft-text.js'
import { unsaidOfGuarantee } from './draft/guarantee-words.js'
import { normIn } from './draft/norm-words.js'
import { draftAgreement } from './draft.js'

const draft = draftAgreement('The lake talks: draft', inventedCase, () => [])
const text = agreementDraftText(draft)

test('a draft parses back without a fault, and to itself', () => {
  expect(agreementFaults(text, 'agreement.yaml')).toEqual([])
  const file = parseAgreement(text, 'agreement.yaml')
  expect(file).toMatchObject({ kind: 'agreement', agreement: { title: 'The lake talks: draft' } })
})

test('every provision quotes the characters of a report', () => {
  const reports = new Map(inventedCase.reports.map(report => [report.id, report.text]))
  const { provisions = [] } = draft.agreement
  expect(provisions.length).toBeGreaterThan(0)
  for (const { sources = [] } of provisions) {
    expect(sources.length).toBeGreaterThan(0)
    for (const { report, start, end, quote } of sources)
      expect(reports.get(report ?? '')?.slice(start, end)).toBe(quote)
  }
})

test('nothing is invented: no dates, no guarantees, no zones, no mechanisms', () => {
  for (const field of ['signed', 'entryIntoForce', 'duration', 'guarantees', 'zones', 'mechanisms'] as const)
    expect(draft.agreement[field]).toBe(undefined)
  expect(text).toContain('Nobody is reported to have said:')
})

test('who wants a thing agrees to it, and nobody both agrees and keeps brackets', () => {
  for (const { agreedBy = [], bracketedBy = [] } of draft.agreement.provisions ?? [])
    expect([agreedBy].flat().filter(one => [bracketedBy].flat().includes(one))).toEqual([])
})

const gazetteer = caseGazetteer(
  ['Ostrel', 'Velmara'].map(name => ({
    id: name.toUpperCase(),
    name,
    role: 'party' as const,
    aliases: [],
    actors: [],
  })),
)
const norm = (words: string, own: string | null = null, isAsked = false) => {
  const found = normIn(words, own, gazetteer, isAsked)
  return found && [found.bearers.join('+'), found.modality, found.act]
}

test('words make a norm where they name who is bound, how, and to what', () => {
  expect(norm('that Ostrel must withdraw its soldiers, he said')).toEqual([
    'OSTREL',
    'obligation',
    'withdraw its soldiers',
  ])
  expect(norm('Ostrel and Velmara shall not fly over the lake')).toEqual([
    'OSTREL+VELMARA',
    'prohibition',
    'fly over the lake',
  ])
  expect(norm('it will open the line if asked', 'VELMARA')).toEqual(['VELMARA', 'obligation', 'open the line'])
  expect(norm('that Ostrel withdraw its troops', null, true)).toEqual(['OSTREL', 'obligation', 'withdraw its troops'])
})

test('a thing as subject, a wish and a passive make none', () => {
  for (const words of [
    'any guarantee must cover the villages',
    'Ostrel should withdraw',
    'the dam must be opened',
    'Ostrel must be included',
    'a return to the table',
  ])
    expect(norm(words)).toBe(null)
  expect(norm('it will open the line')).toBe(null)
  expect(norm("Ostrel's withdrawal from the valley", null, true)).toBe(null)
})

test('what a guarantee does not say is named, and what it says is not', () => {
  expect(unsaidOfGuarantee('a legally binding treaty')).not.toContain('how it binds')
  expect(unsaidOfGuarantee('guarantees')).toHaveLength(8)
})

test('whatever parties are called and reports say, the draft parses back', () => {
  const words = fc.stringMatching(/^[\p{L}#:&*!"'{}, -]{1,40}$/u)
  fc.assert(
    fc.property(words, words, (name, title) => {
      const parties = inventedCase.parties.map((one, i) => (i === 0 ? { ...one, name } : one))
      const written = agreementDraftText(draftAgreement(title, { ...inventedCase, parties }, () => []))
      expect(agreementFaults(written, 'agreement.yaml')).toEqual([])
    }),
    { numRuns: 20 },
  )
})
