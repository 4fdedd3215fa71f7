import { expect, test } from 'vitest'
import { makeReport } from '../reports/report.js'
import { statements } from '../statements/statements.js'
import { acts } from './acts.js'

const parties = [
  { id: 'OSTAVIA', name: 'Ostavia', role: 'party' as const, aliases: ['Ostavian'], actors: ['Mira Talen'] },
  { id: 'KARELLAND', name: 'Karelland', role: 'party' as const, aliases: ['Karellish'], actors: ['Jon Brask'] },
]

function targetOf(text: string): string | null {
  // A second sentence makes the other party known to the case.
  const report = makeReport({ id: 'r', place: 'r.txt', text: `${text} Jon Brask said that Karelland is calm.` })
  return acts(statements([report], { parties }), [report])[0]?.target ?? null
}

test('the one behind the verb is the target', () => {
  expect(targetOf('Mira Talen urged Brask to open the dam.')).toBe('KARELLAND')
})

test('what a guarantee is against is no addressee', () => {
  expect(targetOf('Mira Talen demanded guarantees against Brask in the treaty.')).toBeNull()
})

test('a name that only says what kind of thing it is is no addressee', () => {
  expect(targetOf('Mira Talen demanded Brask fees for the dam.')).toBeNull()
})

test('what the subject did is told by others, though a name stands between commas', () => {
  const report = makeReport({
    id: 'r',
    place: 'r.txt',
    text: 'Jon Brask said that Karelland is calm. The Ostavian envoy, Mira Talen, accepted monitors at the dam, officials in Karelland said.',
  })
  const told = acts(statements([report], { parties }), [report]).find(({ act, reports }) => act === 'STATE' && reports)
  expect(told?.reports).toEqual({ party: 'OSTAVIA', act: 'ACCEPT' })
})
