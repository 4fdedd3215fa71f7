import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conflict } from './conflict.js'
import { conflictOf } from './conflict-file.js'
import { preferencesFor } from './inverse.js'
import { coalitionMove, concepts, stability, verdict } from './stability.js'
import { attainments } from './status-quo.js'

/** Two neighbours, each of whom may keep its troops back (Y) or send them. */
const standoff = conflictOf({
  name: 'Stand-off on a border',
  decisionMakers: [
    { name: 'Northland', options: [0] },
    { name: 'Southland', options: [1] },
  ],
  options: ['Northland holds back', 'Southland holds back'],
  ranking: [
    [3, 4, 1, 2],
    [2, 4, 1, 3],
  ],
})

test('with both tempted to send troops, only that both send them is a Nash equilibrium', () => {
  expect(standoff.states).toEqual(['NN', 'YN', 'NY', 'YY'])
  const { equilibria, coalitionNash } = stability(standoff)
  expect(equilibria.Nash).toEqual([0])
  expect(equilibria.SEQ).toEqual([0, 3])
  expect(coalitionNash).toEqual([])
})

test('a verdict names the move that tempts and the sanction that deters', () => {
  const held = verdict(standoff, 'SEQ', 0, 3)
  expect(held).toEqual({ stable: true, temptations: [{ to: 2, sanction: [{ by: 1, to: 0 }] }] })
  expect(verdict(standoff, 'Nash', 0, 3).temptations).toEqual([{ to: 2, sanction: null }])
})

test('a group that gains together is named with its moves', () => {
  expect(coalitionMove(standoff, 0)).toEqual({
    coalition: [0, 1],
    to: 3,
    path: [
      { by: 0, to: 1 },
      { by: 1, to: 3 },
    ],
  })
})

test('from where both send troops nobody improves alone, so holding back is reached only by going against oneself', () => {
  const both = attainments(standoff, 0)[3]
  expect(both?.byMoves).toHaveLength(2)
  expect(both?.byImprovements).toBeNull()
})

test('an irreversible move cannot be taken back', () => {
  const bridge = conflictOf({
    name: 'Bridge',
    decisionMakers: [{ name: 'Northland', options: [0] }],
    options: [{ name: 'blow up the bridge', direction: 'fwd' }],
    ranking: [[1, 2]],
  })
  expect(bridge.moves).toEqual([[[1], []]])
})

test('a ranking that names a state twice is refused by its field', () => {
  expect(() =>
    conflictOf({ name: 'x', decisionMakers: ['A'], states: ['s', 't'], reach: [[[2], []]], ranking: [[1, 1]] }),
  ).toThrow('Field `ranking[1]`: state 1 stands twice.')
})

test('the most important statement that tells two states apart decides', () => {
  const ranked = conflictOf({
    name: 'x',
    decisionMakers: [{ name: 'A', options: [0, 1] }],
    options: ['talk', 'arm'],
    statements: [['-2', '1 if 2']],
  })
  expect(ranked.rank[0]).toEqual([0, 0, 2, 1])
  expect(() => conflictOf({ name: 'x', decisionMakers: ['A'], options: ['talk'], statements: [['1 &']] })).toThrow(
    'cannot be read at "its end"',
  )
})

/** Small graphs of 2 or 3 decision makers with any moves and any preferences. */
const conflicts: fc.Arbitrary<Conflict> = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 5 }))
  .chain(([dms, states]) => {
    const each = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: dms, maxLength: dms })
    const perState = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: states, maxLength: states })
    return fc.record({
      name: fc.constant('any'),
      decisionMakers: each(fc.constant('dm')),
      states: perState(fc.constant('state')),
      moves: each(perState(fc.uniqueArray(fc.integer({ min: 0, max: states - 1 }), { maxLength: states - 1 }))).map(
        all => all.map(of => of.map((to, from) => to.filter(state => state !== from))),
      ),
      rank: each(perState(fc.integer({ min: 0, max: 3 }))),
    })
  })

/** All states that legal sequences of the group reach, by the definition: grow sequences until nothing new ends. */
function reached(conflict: Conflict, group: number[], from: number, improving: boolean): Set<number> {
  const ends = new Set<string>()
  let sequences: [number, number][] = [[from, -1]]
  while (sequences.length > 0) {
    sequences = sequences.flatMap(([state, last]) =>
      group
        .filter(dm => dm !== last)
        .flatMap(dm =>
          (conflict.moves[dm]?.[state] ?? [])
            .filter(to => !improving || Number(conflict.rank[dm]?.[to]) < Number(conflict.rank[dm]?.[state]))
            .map(to => [to, dm] as [number, number]),
        ),
    )
    sequences = sequences.filter(([state, last]) => {
      const isNew = !ends.has(`${state} ${last}`)
      ends.add(`${state} ${last}`)
      return isNew
    })
  }
  return new Set([...ends].map(end => Number(end.split(' ')[0])))
}

test('every verdict is what the definition says, word for word', () => {
  fc.assert(
    fc.property(conflicts, conflict => {
      const found = stability(conflict)
      conflict.decisionMakers.forEach((_, i) => {
        const prefers = (a: number, b: number) => Number(conflict.rank[i]?.[a]) < Number(conflict.rank[i]?.[b])
        const others = conflict.decisionMakers.map((_, j) => j).filter(j => j !== i)
        conflict.states.forEach((_, s) => {
          const improvements = (conflict.moves[i]?.[s] ?? []).filter(t => prefers(t, s))
          const holds = (improving: boolean, noWayOut: boolean) =>
            improvements.every(t =>
              [...reached(conflict, others, t, improving)].some(
                r => !prefers(r, s) && (!noWayOut || !(conflict.moves[i]?.[r] ?? []).some(out => prefers(out, s))),
              ),
            )
          const expected = {
            Nash: improvements.length === 0,
            GMR: holds(false, false),
            SMR: holds(false, true),
            SEQ: holds(true, false),
            SSEQ: holds(true, true),
          }
          for (const concept of concepts) expect(found.verdicts[concept][i]?.[s]?.stable).toBe(expected[concept])
        })
      })
    }),
  )
})

test('a state is stable exactly when the preferences that inverse analysis asks for are held', () => {
  fc.assert(
    fc.property(conflicts, conflict => {
      for (const concept of concepts) {
        conflict.decisionMakers.forEach((_, i) => {
          conflict.states.forEach((_, s) => {
            const held = preferencesFor(conflict, concept, i, s).every(({ anyOf }) =>
              anyOf.some(({ noBetter }) =>
                noBetter.every(t => Number(conflict.rank[i]?.[t]) >= Number(conflict.rank[i]?.[s])),
              ),
            )
            expect(held).toBe(verdict(conflict, concept, i, s).stable)
          })
        })
      }
    }),
  )
})
