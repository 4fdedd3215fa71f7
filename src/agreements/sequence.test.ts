import { expect, test } from 'vitest'
import { sequence } from './sequence.js'

/** Velmara and Ostrel end a war over a river: the text orders three steps, each side reads one more order into it. */
const riverPeace = {
  title: 'The Orsa accord',
  signed: '2031-04-01',
  nodes: [
    { id: 'C', label: 'Ceasefire', kind: 'maintenance', due: '2031-04-04T06:00+01:00' },
    { id: 'W', label: 'Guns leave the bank', start: 'C+<=3d', due: 'C+10d', kind: 'achievement' },
    { id: 'R', label: 'Prisoners go home', due: 'W+5d', kind: 'achievement' },
    { id: 'V', label: 'Vote in the river towns', kind: 'achievement' },
    { id: 'B', label: 'Bridge posts handed back', kind: 'achievement' },
    { id: 'S', label: 'Statute of the towns', due: '2031-12-31', kind: 'achievement' },
    { id: 'D', label: 'Militias disband', kind: 'achievement' },
  ],
  edges: [
    { from: 'C', to: 'W', reading: 'text' },
    { from: 'W', to: 'R', reading: 'text' },
    { from: 'W', to: 'V', reading: 'text' },
    { from: 'V', to: 'B', reading: 'text' },
    { from: 'B', to: 'V', reading: 'Velmara', weight: 4 },
    { from: 'D', to: 'S', reading: 'Velmara', weight: 3 },
    { from: 'S', to: 'D', reading: 'Ostrel', weight: 2 },
  ],
  outcomes: [{ check: 'C', result: 'in force' }],
  knownMoves: [{ move: 'hold V under a provisional S', name: 'Teskel paper' }],
}

const answer = sequence(riverPeace)
const under = (...readings: string[]) => answer.readings.find(set => set.readings.join() === readings.join())

test('a step of a circle can happen next once all that it waits for was done all the same', () => {
  const { readings } = sequence({
    nodes: [{ id: 'guns' }, { id: 'talks' }],
    edges: [
      { from: 'guns', to: 'talks' },
      { from: 'talks', to: 'guns' },
    ],
    outcomes: [{ check: 'guns', result: 'fulfilled' }],
  })
  expect(readings[0]?.deadlocks).toHaveLength(1)
  expect(readings[0]?.agenda.next).toEqual(['talks'])
})

test('no party is locked by the text alone, and each reading is added to it by itself', () => {
  expect(answer.readings.map(({ readings }) => readings.join('+'))).toEqual([
    'text',
    'text+Velmara',
    'text+Ostrel',
    'text+Velmara+Ostrel',
  ])
  expect(under('text')?.deadlocks).toEqual([])
  expect(under('text', 'Ostrel')?.deadlocks).toEqual([])
  expect(under('text', 'Velmara')?.deadlocks.map(({ nodes }) => nodes)).toEqual([['V', 'B']])
  expect(under('text', 'Velmara', 'Ostrel')?.deadlocks.map(({ nodes }) => nodes)).toEqual([
    ['V', 'B'],
    ['S', 'D'],
  ])
})

test('a circle names its waits in order, with who asserts each', () => {
  const [deadlock] = under('text', 'Velmara')?.deadlocks ?? []
  expect(deadlock?.circle.map(({ from, to, reading }) => [from, to, reading])).toEqual([
    ['V', 'B', 'text'],
    ['B', 'V', 'Velmara'],
  ])
})

test('the cheapest way out drops the lightest wait and leaves the text alone', () => {
  const [first, second] = under('text', 'Velmara', 'Ostrel')?.deadlocks ?? []
  expect(first?.waysOut[0]).toMatchObject({ move: 'drop', cost: 4, amendsText: false, waits: [{ from: 'B', to: 'V' }] })
  expect(second?.waysOut[0]).toMatchObject({ move: 'drop', cost: 2, waits: [{ from: 'S', to: 'D', isAssumed: false }] })
  expect(new Set(second?.waysOut.map(({ move }) => move))).toEqual(
    new Set(['drop', 'simultaneous', 'tranches', 'third-party']),
  )
})

test('an analyst who finds a custodian cheap sees that way first', () => {
  const cheap = sequence({ ...riverPeace, moveWeights: { 'third-party': 0.5 } })
  expect(cheap.readings.at(-1)?.deadlocks[1]?.waysOut[0]).toMatchObject({ move: 'third-party', cost: 1 })
})

test('steps that are to happen together may wait for each other', () => {
  const edges = [
    { from: 'A', to: 'B', kind: 'simultaneous' },
    { from: 'B', to: 'A', kind: 'start-start' },
  ]
  expect(sequence({ edges }).readings[0]?.deadlocks).toEqual([])
  expect(sequence({ edges: [...edges, { from: 'B', to: 'A' }] }).readings[0]?.deadlocks[0]?.nodes).toEqual(['A', 'B'])
  expect(sequence({ edges }).undeclared).toEqual(['A', 'B'])
})

test('what can happen next waits for nothing that is open; the rest says what it waits for, and on whose word', () => {
  const agenda = under('text', 'Velmara')?.agenda
  expect(agenda).toMatchObject({ done: ['C'], next: ['W', 'D'], hasEnded: false })
  expect(agenda?.waiting.find(({ node }) => node === 'V')).toEqual({
    node: 'V',
    for: [
      { node: 'W', reading: 'text' },
      { node: 'B', reading: 'Velmara' },
    ],
    after: ['W', 'B'],
    isLocked: true,
  })
  expect(agenda?.waiting.find(({ node }) => node === 'S')).toMatchObject({ isLocked: false, after: ['D'] })
})

test('a move that was tried before points to the steps that it names', () => {
  expect(answer.knownMoves[0]).toMatchObject({ name: 'Teskel paper', nodes: ['V', 'S'] })
})

test.each([
  ['a bare constraint', (days: number) => ({ constraints: [`R>=signed+${days}d`] })],
  ['a constraint with ends', (days: number) => ({ constraints: [{ from: 'signed', to: 'R', min: days }] })],
  ['an edge with a lag', (days: number) => ({ edges: [{ from: 'signed', to: 'R', minLag: `P${days}D` }] })],
  ['a precedence of the draft model', (days: number) => ({ edges: [{ before: 'signed', after: 'R', minLag: days }] })],
  [
    'the start of a node',
    (days: number) => ({
      nodes: riverPeace.nodes.map(node => (node.id === 'R' ? { ...node, start: `signed+>=${days}d` } : node)),
    }),
  ],
])('%s can hold a distance, and the dates that it contradicts are named', (_, extra) => {
  const timetable = (days: number) => sequence({ ...riverPeace, ...extra(days) }).readings[0]?.timetable
  expect(timetable(18)).toMatchObject({ consistent: true, contradiction: null })
  const contradiction = timetable(19)?.contradiction
  expect(contradiction?.nodes.toSorted()).toEqual(['C', 'R', 'W', 'signed'])
  expect(contradiction?.missingDays).toBe(0.75)
  expect(contradiction?.bounds).toContainEqual({
    node: 'C',
    notAfter: '2031-04-04T06:00',
    because: 'C due: 2031-04-04T06:00+01:00',
  })
  expect(contradiction?.bounds).toContainEqual({ node: 'W', after: 'C', atMostDays: 10, because: 'W due: C+10d' })
})

test('each step has its window, open where the case sets no end', () => {
  const windows = under('text')?.timetable.windows
  expect(windows?.find(({ node }) => node === 'W')).toEqual({
    node: 'W',
    begins: { earliest: '2031-04-01', latest: '2031-04-07T06:00' },
    done: { earliest: '2031-04-01', latest: '2031-04-14T06:00' },
  })
  expect(windows?.find(({ node }) => node === 'V')?.done.latest).toBeNull()
})

test('a time that cannot be read binds nothing and is listed', () => {
  const { timetable } = sequence({ nodes: [{ id: 'A', due: 'before the winter' }] }).readings[0] ?? {}
  expect(timetable).toMatchObject({ consistent: true, unread: [{ place: 'A due', text: 'before the winter' }] })
})

test('one party with its own dates contradicts the text, and the others do not', () => {
  const edges = [{ from: 'C', to: 'W', reading: 'Ostrel', minLag: 'P1M' }]
  const found = sequence({ ...riverPeace, edges: [...riverPeace.edges, ...edges] }).readings
  expect(found.filter(({ timetable }) => !timetable.consistent).map(({ readings }) => readings.join('+'))).toEqual([
    'text+Ostrel',
    'text+Velmara+Ostrel',
  ])
})

test('a case with a field that is wrong is refused by the name of the field', () => {
  expect(() => sequence({ nodes: [{ id: 'A' }, { id: 'A' }] })).toThrow('A stands twice')
  expect(() => sequence({ edges: [{ from: 'A' }] })).toThrow('edges.0')
})
