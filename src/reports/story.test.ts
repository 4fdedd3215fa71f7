import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportOf } from './example-reports.test-data.js'
import type { Report } from './report.js'
import { stories } from './story.js'

const on = (report: Report, value: string, outlet: string, title: string): Report => ({
  ...report,
  date: { value, precision: 'day', from: 'given' },
  outlet,
  title,
})

const herald = on(
  reportOf(
    'herald',
    'Two drones hit the pumping station at Hallen on Thursday night and cut off the water of 3,000 families in the Sull valley. Ostrel denied that its army had fired. General Oren Pask called the accusation “theatre”. Varnia asked the observers to inspect the wreckage.',
  ),
  '2031-05-09',
  'Varnian Herald',
  'Drones hit pumping station at Hallen',
)
const post = on(
  reportOf(
    'post',
    'Engineers worked through Friday to bring back water to the Sull valley after drones struck the Hallen pumping station. Mayor Tilda Wren said that 3,000 families had none. Varnia blames Ostrel, whose General Oren Pask denies it. Observers are to inspect the wreckage of the two drones.',
  ),
  '2031-05-10',
  'Ostrel Post',
  'Hallen pumping station: valley without water after drone strike',
)
const harbour = on(
  reportOf(
    'harbour',
    'The harbour of Port Quill will be dredged next year, its council decided by nine votes to four. Fishermen had asked for the work since a trawler ran aground. The cost is shared with the province.',
  ),
  '2031-05-09',
  'Varnian Herald',
  'Port Quill to be dredged',
)

test('two outlets that report one event tell one story', () => {
  expect(stories([herald, post, harbour]).map(story => story.members)).toEqual([['harbour'], ['herald', 'post']])
})

test('a story has the title of its first report, the time from first to last, its outlets and its lineages', () => {
  const lineages = [
    { id: 'l1', members: ['herald'], bonds: [], origin: null },
    { id: 'l2', members: ['post'], bonds: [], origin: null },
  ]
  expect(stories([post, herald, harbour], lineages)[1]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{12}$/),
    title: 'Drones hit pumping station at Hallen',
    members: ['herald', 'post'],
    from: '2031-05-09',
    to: '2031-05-10',
    lineages: ['l1', 'l2'],
    outlets: ['Ostrel Post', 'Varnian Herald'],
  })
})

test('the order of the reports does not matter', () => {
  const all = [herald, post, harbour]
  const usual = stories(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
      expect(stories(shuffled)).toEqual(usual)
    }),
    { numRuns: 6 },
  )
})
