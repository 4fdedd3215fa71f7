import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TermTable } from './term-table.js'

test('every hash keeps its term, however many follow, and those taken back are gone', () => {
  const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 5000, minLength: 1 })
  fc.assert(
    fc.property(hashes, fc.nat(), (all, number) => {
      const table = new TermTable()
      expect(all.map(hash => table.add(hash))).toEqual(all.map((_, at) => at))
      const kept = number % all.length
      for (const hash of all.slice(kept).reverse()) table.takeBack(hash)
      expect(all.map(hash => table.get(hash))).toEqual(all.map((_, at) => (at < kept ? at : -1)))
      expect(table.size).toBe(kept)
    }),
    { numRuns: 30 },
  )
})
