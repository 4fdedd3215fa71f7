import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middle, read } from '../estimates.js'
import { frontier, utilities } from '../frontier.js'
import { groups } from '../joined-issues.js'
import { modelSchema } from '../model.js'
import { exactSpace } from '../model-space.js'
import { compare, ratio } from '../ratio.js'
import { type Convention, type Scenario, scenarioSpace } from '../scenario.js'
import type { Space } from '../space.js'
import { modelOfScenario } from './from-scenario.js'
import { scenarioOfModel } from './to-scenario.js'

const digits = fc.tuple(fc.nat(99), fc.nat(99_999)).map(([whole, rest]) => `${whole}.${rest}`)
const count = fc.integer({ min: 1, max: 3 })
const scenarios: fc.Arbitrary<Scenario> = fc.tuple(count, count, count).chain(([issues, options, parties]) =>
  fc.record({
    name: fc.constant('any'),
    issues: fc.constant(
      Array.from({ length: issues }, (_, i) => ({
        name: ` issue ${i}`,
        type: 'discrete' as const,
        values: Array.from({ length: options }, (_, o) => ['<a>', '', '"b"'][o] as string),
      })),
    ),
    parties: fc.array(
      fc.record({
        name: fc.constant('profile'),
        weights: fc.array(digits, { minLength: issues, maxLength: issues }),
        evaluations: fc.array(fc.array(fc.option(digits), { minLength: options, maxLength: options }), {
          minLength: issues,
          maxLength: issues,
        }),
        reserved: fc.option(digits),
      }),
      { minLength: parties, maxLength: parties },
    ),
  }),
)
const conventions = fc.constantFrom<Convention>('genius', 'raw')

/** Whether every option is worth exactly the same to every party, and every reserve. */
function isSame(a: Space, b: Space): boolean {
  const equal = (x: number | bigint, p: number, y: number | bigint) =>
    compare(ratio(BigInt(x), a.scale[p] as bigint), ratio(BigInt(y), b.scale[p] as bigint)) === 0
  return (
    a.reserve.every((r, p) => equal(r, p, b.reserve[p] as bigint)) &&
    a.values.every((of, i) =>
      of.every((values, p) => values.every((value, o) => equal(value, p, b.values[i]?.[p]?.[o] as number | bigint))),
    )
  )
}

test('a scenario that becomes a model and a scenario again is worth the same to the last digit, by both conventions', () => {
  fc.assert(
    fc.property(scenarios, conventions, (scenario, convention) => {
      const model = modelSchema.parse(modelOfScenario(scenario, convention).model)
      const { scenario: back, losses } = scenarioOfModel(model, convention, 'number')
      expect(losses).toEqual([])
      expect(isSame(scenarioSpace(scenario, convention), scenarioSpace(back, convention))).toBe(true)
    }),
  )
})

test('a model written for a reader that divides by the highest value is worth the same to that reader', () => {
  fc.assert(
    fc.property(scenarios, scenario => {
      const model = modelSchema.parse(modelOfScenario(scenario, 'raw').model)
      const { scenario: other } = scenarioOfModel(model, 'genius', 'number')
      expect(isSame(scenarioSpace(scenario, 'raw'), scenarioSpace(other, 'genius'))).toBe(true)
    }),
  )
})

test('an imported model has the frontier of its scenario', () => {
  fc.assert(
    fc.property(scenarios, scenario => {
      const model = modelSchema.parse(modelOfScenario(scenario, 'raw').model)
      const made = exactSpace(model, groups(model), read(model, middle))
      const points = (space: Space) => {
        const front = frontier(space)
        return Array.from({ length: front.count }, (_, point) => utilities(front, point))
      }
      expect(points(made.space)).toEqual(points(scenarioSpace(scenario, 'raw')))
    }),
  )
})

test('an issue of whole numbers keeps its worth by both conventions, and a package as reserve stays one', () => {
  const scenario: Scenario = {
    name: 'strip',
    issues: [{ name: 'km', type: 'integer', lower: 3, upper: 6 }],
    parties: [
      {
        name: 'p',
        weights: ['0.5'],
        evaluations: [{ ftype: 'linear', offset: '0.1', slope: '0.2' }],
        reservationBid: { km: 4 },
      },
    ],
  }
  for (const convention of ['genius', 'raw'] as const) {
    const { model, notes } = modelOfScenario(scenario, convention)
    expect(notes).toEqual([])
    expect(model.parties[0]?.reserve).toEqual({ given: { km: '4' } })
    const back = scenarioOfModel(modelSchema.parse(model), convention, 'bid').scenario
    expect(isSame(scenarioSpace(scenario, convention), scenarioSpace(back, convention))).toBe(true)
  }
})

test('names that a model cannot hold are changed and named, each once', () => {
  const { model, notes } = modelOfScenario(
    {
      name: '',
      issues: [{ name: ' dues', type: 'discrete', values: ['', 'x', 'x', '__proto__'] }],
      parties: [{ name: 'p', weights: ['1'], evaluations: [['1', '2', '3', '4']] }],
    },
    'raw',
  )
  expect(model.issues[0]).toEqual({ id: 'dues', options: ['unnamed', 'x', 'x (2)', 'unnamed (2)'] })
  expect(notes).toContain('The issue " dues" is called "dues".')
  expect(notes).toHaveLength(4)
})
