import { z } from 'zod'
import { later } from '../compliance/durations.js'
import { moment } from '../sequence/times.js'

export const id = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u,
    'expected letters, digits, points, hyphens and underscores: ceasefire, 2.1',
  )
export const words = z.string().min(1).max(20_000)
export const list = z
  .union([words, z.array(words).max(500)])
  .transform(given => (typeof given === 'string' ? [given] : given))
  .describe('one or several')
export const ids = z
  .union([id, z.array(id).max(500)])
  .transform(given => (typeof given === 'string' ? [given] : given))
  .describe('one id or several')
export const share = z.number().min(0).max(1)

export const day = z
  .string()
  .refine(text => moment(text, 0) !== null, 'expected a date or an instant: 2025-04-15, 2025-04-15T06:00')
  .describe('ISO 8601 date, or instant in the civil time of the agreement')

export const duration = z
  .string()
  .refine(text => later(0, text) !== null, 'expected a duration: P30D, PT72H, 40d')
  .describe('ISO 8601 duration (P30D, PT72H), or short: 40d, 72h')

/** The words of a report that something rests on. */
export const source = z.strictObject({
  report: words.describe('id of the report; null where it is no report of the record').nullable().default(null),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  quote: words,
})

/** An attack, or another act, that a clause speaks of. */
export const eventPattern = z.strictObject({
  acts: list.describe('kinds of act: armed attack, shelling, withdrawal'),
  attacker: list.optional().describe('who does it; any where left out'),
  target: list.optional(),
  area: list.optional(),
  exceptArea: list.optional(),
  threshold: words.optional().describe('any, significant, significant-deliberate-sustained'),
  sustained: z.boolean().optional(),
  attributed: z.boolean().optional(),
  unprovoked: z.boolean().optional(),
})
export type EventPattern = z.infer<typeof eventPattern>
