import { expect, test } from 'vitest'
import type { StageLine } from './filter.js'
import { filter } from './lineages.js'

const run = (lines: readonly object[]) => ('all' in filter ? [...filter.all(lines as readonly StageLine[])] : [])

test('each line comes back with its id and its cluster, in the order of the input', () => {
  const text = 'Ostrel will let trucks with grain cross the Tesk bridge from Monday, its harbour office said.'
  const found = run([
    { id: 'x', text },
    { id: 'y', text: 'The council of Port Quill voted to dredge the harbour.' },
    { id: 'z', text },
  ])
  expect(found.map(line => (line as StageLine).id)).toEqual(['x', 'y', 'z'])
  const [x, y, z] = found.map(line => (line as StageLine).cluster)
  expect(x).toBe(z)
  expect(x).not.toBe(y)
})

test('a line without its text comes back with the reason, and the rest is done', () => {
  expect(run([{ id: 'x' }, { id: 'y', text: 'The talks in Kestrel ended.' }])).toEqual([
    { id: 'x', error: 'Expected a string in the field "text".' },
    { id: 'y', cluster: expect.any(String) },
  ])
})
