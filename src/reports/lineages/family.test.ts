import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bond } from '../lineage.js'
import { type Branch, family } from './family.js'

const bond = (a: string, b: string, probability: number): Bond => ({ a, b, probability, reasons: [] })
const drawn = (branch: Branch | null): unknown =>
  branch && (branch.branches.length === 0 ? branch.report : { [branch.report]: branch.branches.map(drawn) })

test('each report hangs on the one that it is likest to, from the origin on', () => {
  const bonds = [bond('quill', 'roll', 0.9), bond('wire', 'quill', 0.8), bond('wire', 'roll', 0.6)]
  const members = ['quill', 'roll', 'wire']
  expect(drawn(family({ members, bonds, origin: { report: 'wire', reason: 'earliest' } }))).toEqual({
    wire: [{ quill: ['roll'] }],
  })
  expect(drawn(family({ members, bonds, origin: null }))).toEqual({ quill: ['roll', 'wire'] })
})

test('a report alone is a tree of one', () => {
  expect(drawn(family({ members: ['wire'], bonds: [], origin: null }))).toBe('wire')
})

test('every member stands in the tree once', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const pairs = names.flatMap((a, at) => names.slice(at + 1).map(b => [a, b] as const))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...pairs), fc.double({ min: 0, max: 1, noNaN: true }))), found => {
      const bonds = found.map(([[a, b], probability]) => bond(a, b, probability))
      const listed = (branch: Branch): string[] => [branch.report, ...branch.branches.flatMap(listed)]
      expect(listed(family({ members: names, bonds, origin: null })!).sort()).toEqual(names)
    }),
  )
})
