import fc from 'fast-check'
import { expect, test } from 'vitest'
import { influence } from './influence.js'
import { add, compare, ratio, ratioOf, ratioText } from './ratio.js'

const actor = (name: string, capability: number, salience: number, position: number) => ({
  name,
  capability: ratioOf(capability),
  salience: ratioOf(salience),
  position: ratioOf(position),
})

test('the mean lies where capability times salience pulls, the median where half of it is reached', () => {
  const found = influence([
    actor('Northland', 1, 0.5, 0),
    actor('Southland', 0.5, 0.5, 10),
    actor('Lakeland', 0.25, 1, 4),
  ])
  expect(found && ratioText(found.mean)).toBe('3.5')
  expect(found?.median.map(ratioText)).toEqual(['0', '4'])
  const [north] = found?.stakeholders ?? []
  expect(north && [ratioText(north.share), ratioText(north.without ?? ratioOf(0)), north.pivotal]).toEqual([
    '0.5',
    '3.5',
    true,
  ])
})

test('where nobody has any weight there is nothing to say', () => {
  expect(influence([actor('Northland', 0, 1, 3)])).toBeNull()
})

const actors = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 20 })),
  { minLength: 1, maxLength: 8 },
)

test('shares add up to one, and mean and median lie among the positions', () => {
  fc.assert(
    fc.property(actors, rows => {
      const found = influence(rows.map(([c, s, p], i) => actor(`${i}`, c, s, p)))
      const positions = rows.map(([, , p]) => p)
      expect(found?.stakeholders.reduce((sum, one) => add(sum, one.share), ratio(0n))).toEqual(ratio(1n))
      for (const place of [found?.mean, ...(found?.median ?? [])]) {
        expect(compare(place ?? ratio(-1n), ratioOf(Math.min(...positions)))).toBeGreaterThanOrEqual(0)
        expect(compare(place ?? ratio(99n), ratioOf(Math.max(...positions)))).toBeLessThanOrEqual(0)
      }
    }),
  )
})
