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
