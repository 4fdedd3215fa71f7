import { expect, test } from 'vitest'
import type { CaseParty } from '../actors/actor.js'
import { slice } from '../language/span.js'
import { reportOf } from './reports.test-data.js'
import type { Attribution } from './statement.js'
import { statements } from './statements.js'

const parties: CaseParty[] = [{ id: 'VELMARA', name: 'Velmara', role: 'party', aliases: [], actors: [] }]
const text = 'Velmara is open to a truce. For the envoy of Velmara the dam is a threat, "plain and near".'

/** A tagger that finds these words, wherever they stand. */
const finds =
  (...found: { source: string; cue: string; content: string; confidence?: number }[]) =>
  (of: string): Attribution[] =>
    found.map(({ source, cue, content, confidence = 0.9 }) => {
      const span = (words: string) => [{ start: of.indexOf(words), end: of.indexOf(words) + words.length }]
      return { source: span(source), cue: span(cue), content: span(content), direct: false, confidence }
    })

const read = (tagger: (text: string) => Attribution[]) =>
  statements([reportOf(text)], { parties, tagger }).map(each => slice(text, each))

test('what the tagger alone finds is added', () => {
  const tagger = finds({ source: 'the envoy of Velmara', cue: 'For', content: 'the dam is a threat, "plain and near"' })
  expect(read(tagger)).toEqual([
    'Velmara is open to a truce.',
    'For the envoy of Velmara the dam is a threat, "plain and near".',
  ])
})

test('what both find is one statement, with the better confidence', () => {
  const tagger = finds({ source: 'Velmara', cue: 'open to', content: 'a truce', confidence: 0.95 })
  const [only, ...others] = statements([reportOf(text)], { parties, tagger })
  expect(others).toEqual([])
  expect(only?.confidence).toBe(0.95)
})

test('what the tagger doubts is left out', () => {
  expect(read(finds({ source: 'the envoy of Velmara', cue: 'For', content: 'the dam', confidence: 0.2 }))).toHaveLength(
    1,
  )
})

test('what stands outside the article is left out', () => {
  const tagger = finds({ source: 'the envoy of Velmara', cue: 'For', content: 'the dam is a threat' })
  const report = reportOf(text, { body: [{ start: 0, end: 27 }] })
  expect(statements([report], { parties, tagger })).toHaveLength(1)
})
