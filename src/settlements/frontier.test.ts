import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontier, outcomesOn, packages, utilities, wholeValues } from './frontier.js'
import { ratioOf } from './ratio.js'
import { rationalPoints } from './solutions.js'
import { packageCount, type Space, spaceOf } from './space.js'

/** [issue][party][option] as decimals. */
const space = (values: string[][][], reserve: string[]): Space =>
  spaceOf(
    values.map(issue => issue.map(party => party.map(ratioOf))),
    reserve.map(ratioOf),
  )

test('the frontier of two issues holds what no other package beats for both parties', () => {
  const front = frontier(
    space(
      [
        [
          ['3', '0'],
          ['0', '1'],
        ],
        [
          ['1', '0'],
          ['0', '3'],
        ],
      ],
      ['0', '0'],
    ),
  )
  expect(Array.from({ length: front.count }, (_, point) => utilities(front, point))).toEqual([
    [4, 0],
    [3, 3],
    [0, 4],
  ])
  expect([...packages(front, 1)]).toEqual([[0, 1]])
})

test('a tie of sums is found where the sums of doubles differ', () => {
  const tied = frontier(
    space(
      [
        [
          ['0.1', '0.3'],
          ['0.3', '0.1'],
        ],
        [
          ['0.2', '0'],
          ['0', '0.2'],
        ],
      ],
      ['0', '0'],
    ),
  )
  expect(utilities(tied, 1)).toEqual([0.3, 0.3])
  expect([...packages(tied, 1)]).toEqual([
    [0, 0],
    [1, 1],
  ])
})

/** A small model of 1 to 4 parties; few different values, so that ties are frequent. */
const model = (digits: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }))
    .chain(([parties, options]) =>
      fc.record({
        values: fc.tuple(
          ...options.map(count =>
            fc.array(fc.array(digits, { minLength: count, maxLength: count }), {
              minLength: parties,
              maxLength: parties,
            }),
          ),
        ),
        reserve: fc.array(digits, { minLength: parties, maxLength: parties }),
      }),
    )
    .map(({ values, reserve }) => space(values, reserve))

const fewValues = fc.constantFrom('0', '0.1', '0.2', '0.3', '0.7', '1', '-0.1')
/** Digits beyond what doubles hold: the sums are bigints. */
const longValues = fc.constantFrom('0', '0.10000000000000000001', '0.3', '0.2', '0.19999999999999999999', '1e-20')

/** Every package with its whole values. */
function everyPackage(of: Space): { options: number[]; values: bigint[] }[] {
  let all: { options: number[]; values: bigint[] }[] = [{ options: [], values: of.scale.map(() => 0n) }]
  for (const issue of of.values) {
    all = all.flatMap(({ options, values }) =>
      (issue[0] ?? []).map((_, option) => ({
        options: [...options, option],
        values: values.map((value, party) => value + BigInt(issue[party]?.[option] ?? 0)),
      })),
    )
  }
  return all
}

const dominates = (a: readonly bigint[], b: readonly bigint[]) =>
  a.every((value, party) => value >= (b[party] as bigint)) && a.some((value, party) => value > (b[party] as bigint))

for (const [kind, digits] of [
  ['values that doubles hold', fewValues],
  ['values beyond doubles', longValues],
] as const) {
  test(`the frontier is what comparing every package with every other leaves, for ${kind}`, () => {
    fc.assert(
      fc.property(model(digits), of => {
        const all = everyPackage(of)
        const best = all.filter(one => !all.some(other => dominates(other.values, one.values)))
        const front = frontier(of)
        const found = Array.from({ length: front.count }, (_, point) =>
          [...packages(front, point)].map(options => `${options}: ${wholeValues(front, point)}`),
        ).flat()
        expect(found.sort()).toEqual(best.map(({ options, values }) => `${options}: ${values}`).sort())
        expect(outcomesOn(front)).toBe(BigInt(best.length))
        expect(packageCount(of)).toBe(BigInt(all.length))
        expect(new Set(best.map(({ values }) => String(values))).size).toBe(front.count)
        expect(rationalPoints(front).length).toBe(
          new Set(
            best
              .filter(({ values }) => values.every((value, party) => value >= (of.reserve[party] as bigint)))
              .map(({ values }) => String(values)),
          ).size,
        )
      }),
      { numRuns: 300 },
    )
  })
}
