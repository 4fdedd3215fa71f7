import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, type Difference } from './compare.js'
import { pointsOfText } from './given.js'
import type { Point } from './points.js'

const point = (words: string): Point => ({ words, number: null, stated: null, evidence: [], sources: 1 })
const words = fc
  .array(
    fc.constantFrom('troops', 'leave', 'the', 'shore', 'within', '90', '120', 'days', 'ferry', 'opens', 'not', '—'),
    { maxLength: 6 },
  )
  .map(parts => point(parts.join(' ')))
const text = fc.array(words, { maxLength: 6 })

test('a text compared with itself has no difference', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (points, exact) => {
      expect(
        compare(points, points, exact).every(({ kind, before, after }) => kind === 'same' && before === after),
      ).toBe(true)
    }),
  )
})

test('comparing the other way round swaps what was added and what was dropped, and nothing else', () => {
  const swapped: Partial<Record<Difference['kind'], Difference['kind']>> = { added: 'dropped', dropped: 'added' }
  const rows = (found: readonly Difference[]) =>
    found.map(({ kind, before, after }) => JSON.stringify([kind, before?.words, after?.words])).sort()
  fc.assert(
    fc.property(text, text, fc.boolean(), (a, b, exact) => {
      const back = compare(b, a, exact).map(({ kind, before, after, from }) => ({
        kind: swapped[kind] ?? kind,
        before: after,
        after: before,
        from,
      }))
      expect(rows(back)).toEqual(rows(compare(a, b, exact)))
    }),
  )
})

test('every point of both texts stands in exactly one difference', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = compare(a, b, true)
      expect(found.flatMap(({ before }) => before ?? [])).toEqual(a)
      expect(found.flatMap(({ after }) => after ?? []).length).toBe(b.length)
    }),
  )
})

test('between texts a changed word is a change; between reports only a number or a negation is', () => {
  const [a, b] = [point('Troops leave the eastern shore.'), point('The troops shall leave the eastern shore.')]
  expect(compare([a], [b], true)[0]?.kind).toBe('changed')
  expect(compare([a], [b], false)[0]?.kind).toBe('same')
  expect(compare([a], [point('Troops do not leave the eastern shore.')], false)[0]?.kind).toBe('changed')
})

test('the points of a text are its marked lines; one without marks is taken paragraph by paragraph', () => {
  const marked =
    '# Plan\n\nPreamble of the parties.\n\n1. Troops leave\n   within 90 days.\n2) The ferry opens.\n- Fish are shared.\n'
  expect(pointsOfText(marked, 'a.md').map(({ number, words }) => [number, words])).toEqual([
    ['1', 'Troops leave within 90 days.'],
    ['2', 'The ferry opens.'],
    [null, 'Fish are shared.'],
  ])
  expect(pointsOfText('Troops leave.\n\nThe ferry opens.', 'b.txt').map(({ words }) => words)).toEqual([
    'Troops leave.',
    'The ferry opens.',
  ])
})
