import { z } from 'zod'
import { lag, moment } from '../sequence/times.js'
import { day, duration, eventPattern, id } from './terms.js'

export const normStates = [
  'pending',
  'active',
  'fulfilled',
  'overdue',
  'violated',
  'disputed',
  'remedied',
  'suspended',
  'terminated',
] as const

/** `pending`: not yet triggered. `disputed`: what is said of it cannot all be right. `remedied`: broken, and made good. */
export type NormState = (typeof normStates)[number]

/** When something holds; read from an event log, it is a step function of time with three values. */
export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'date'; readonly at: string }
  | { readonly op: 'event'; readonly event: z.infer<typeof eventPattern> }
  | { readonly op: 'after'; readonly norm: string; readonly state: NormState }
  | { readonly op: 'elapsed'; readonly since: string; readonly duration: string }
  | { readonly op: 'finding'; readonly mechanism: string; readonly of: Condition }
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }

/** Days that durations count from, besides norms: of signature, of entry into force, of the norm's own trigger. */
export const clocks = ['signed', 'entry', 'trigger'] as const

const short = z
  .string()
  .max(200)
  .transform((text, context): Condition => {
    const read = shortCondition(text)
    if (read) return read
    context.addIssue('expected always, a date, or a distance: 2025-04-15, entry+40d, withdrawal+P10D')
    return z.NEVER
  })
  .describe('`always`, a date, or a distance from `signed`, `entry`, `trigger` or the fulfilment of a norm: entry+40d')

/** A condition of `agreement.yaml`: an object as in the model of agreements, or a short text. */
export const condition: z.ZodType<Condition, unknown> = z
  .lazy(() =>
    z.union([
      short,
      z.discriminatedUnion('op', [
        z.strictObject({ op: z.literal('always') }),
        z.strictObject({ op: z.literal('date'), at: day }),
        z.strictObject({ op: z.literal('event'), event: eventPattern }),
        z.strictObject({ op: z.literal('after'), norm: id, state: z.enum(normStates).default('fulfilled') }),
        z.strictObject({ op: z.literal('elapsed'), since: id, duration }),
        z.strictObject({ op: z.literal('finding'), mechanism: id, of: condition }),
        z.strictObject({ op: z.literal('and'), of: z.array(condition).min(1).max(100) }),
        z.strictObject({ op: z.literal('or'), of: z.array(condition).min(1).max(100) }),
        z.strictObject({ op: z.literal('not'), of: condition }),
      ]),
    ]),
  )
  .meta({ id: 'condition' }) as z.ZodType<Condition, unknown>

function shortCondition(given: string): Condition | null {
  const text = given.trim()
  if (text === 'always') return { op: 'always' }
  if (moment(text, 0)) return { op: 'date', at: text }
  const plus = text.lastIndexOf('+')
  const since = text.slice(0, plus).trim()
  const distance = text.slice(plus + 1).trim()
  if (plus > 0 && id.safeParse(since).success && lag(distance)) return { op: 'elapsed', since, duration: distance }
  return null
}

/** Every condition within one, itself first. */
export function within(given: Condition): Condition[] {
  if (given.op === 'and' || given.op === 'or') return [given, ...given.of.flatMap(within)]
  if (given.op === 'not' || given.op === 'finding') return [given, ...within(given.of)]
  return [given]
}

/** A condition in words. */
export function inWords(given: Condition): string {
  switch (given.op) {
    case 'always':
      return 'always'
    case 'date':
      return `from ${given.at}`
    case 'event':
      return patternWords(given.event)
    case 'after':
      return `after ${given.norm} is ${given.state}`
    case 'elapsed':
      return `${given.duration} after ${given.since}`
    case 'finding':
      return `${given.mechanism} finds: ${inWords(given.of)}`
    case 'not':
      return `not (${inWords(given.of)})`
    default:
      return given.of.map(one => (one.op === 'or' ? `(${inWords(one)})` : inWords(one))).join(` ${given.op} `)
  }
}

export function patternWords(event: z.infer<typeof eventPattern>): string {
  const part = (word: string, names: readonly string[] | undefined) => (names ? `${word} ${names.join(' or ')}` : '')
  return [
    event.acts.join(' or '),
    part('by', event.attacker),
    part('against', event.target),
    part('in', event.area),
    part('but not in', event.exceptArea),
    event.threshold === undefined || event.threshold === 'any'
      ? ''
      : `that is ${event.threshold.replaceAll('-', ', ')}`,
    event.sustained ? 'that is sustained' : '',
    event.attributed ? 'that is attributed' : '',
    event.unprovoked ? 'unprovoked' : '',
  ]
    .filter(text => text !== '')
    .join(' ')
}
