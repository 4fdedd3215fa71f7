import { expect, test } from 'vitest'
import { reportOf } from '../example-reports.test-data.js'
import { collect } from './collection.js'
import { comparisons } from './comparisons.js'
import { kinReach } from './kinship.js'
import { read } from './reading.js'
import { reasons } from './reasons.js'

function reasonsFor(first: string, second: string): string[] {
  const [a, b] = [reportOf('a', first), reportOf('b', second)]
  const collection = collect([a, b].map(({ text }) => read(text, [{ start: 0, end: text.length }])))
  const { alignment } = comparisons(collection, kinReach)
  return reasons({ report: a, place: 0 }, { report: b, place: 1 }, alignment(0, 1), collection)
}

test('where nothing stronger is shared, the words that few reports have are named as the first spells them', () => {
  expect(
    reasonsFor(
      'Sluices near the monastery were dynamited, a ferryman recalls, and nobody came.',
      'It was in spring. The ferryman saw smoke. Later he walked to a monastery. Who dynamited what, he cannot tell.',
    ),
  ).toEqual(['words that few reports have: monastery, dynamited, ferryman'])
})

test('where no word is telling either, it is said how many words stand in both', () => {
  expect(reasonsFor('Orchards bloom in Varnia.', 'Trawlers ran aground off Quill.')).toEqual([
    'no single sign: 0 of 3 words of the shorter stand in both',
  ])
})

test('the same words throughout are said to be that', () => {
  expect(reasonsFor('Orchards bloom in Varnia.', 'Orchards bloom in Varnia!')).toEqual(['the same words throughout'])
})
