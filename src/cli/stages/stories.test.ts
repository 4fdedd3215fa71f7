import { expect, test } from 'vitest'
import type { StageLine } from './filter.js'
import { filter } from './stories.js'

const run = (lines: readonly object[]) => ('all' in filter ? [...filter.all(lines as readonly StageLine[])] : [])

test('each line comes back with its id and its cluster, in the order of the input', () => {
  const found = run([
    {
      id: 'x',
      date: '2031-05-02',
      text: 'Ostrel will let trucks with grain cross the Tesk bridge from Monday, its harbour office said.',
    },
    {
      id: 'y',
      date: 'some day',
      text: 'The council of Port Quill voted to dredge the harbour after a trawler ran aground.',
    },
    { id: 'z' },
  ])
  expect(found).toEqual([
    { id: 'x', cluster: expect.any(String) },
    { id: 'y', cluster: expect.any(String) },
    { id: 'z', error: expect.stringContaining('"text"') },
  ])
})
