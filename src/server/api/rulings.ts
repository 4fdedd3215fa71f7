import { z } from '@hono/zod-openapi'
import { actKinds, conditionKinds } from '../../positions/act.js'
import { resolutions, ruledFields } from '../../positions/rulings/ruling.js'
import { SpanSchema } from './shared.js'

const signed = { by: z.string(), on: z.string().nullable(), why: z.string() }

/** What a person ruled on an act, and what the machine had read. */
export const ActRulingSchema = z
  .object({
    ...signed,
    decided: z.array(z.enum(ruledFields)),
    notAStatement: z.boolean(),
    machine: z.object({
      act: z.enum(actKinds).nullable(),
      issues: z.array(z.string()),
      party: z.string().nullable(),
      target: z.string().nullable(),
      redLine: z.boolean(),
      condition: SpanSchema.extend({
        text: z.string(),
        kind: z.enum(conditionKinds),
        connective: z.string(),
      }).nullable(),
      confidence: z.number(),
    }),
  })
  .openapi('ActRuling')

/** What a person decided of a discrepancy; `right`: the side that is right. */
export const ResolutionSchema = z
  .object({ ...signed, resolution: z.enum(resolutions), right: z.literal([0, 1]).nullable() })
  .openapi('Resolution')

/** One ruling and what became of it. */
export const RulingEffectSchema = z
  .object({
    of: z.enum(['statement', 'discrepancy']),
    place: z.int(),
    ...signed,
    quotes: z.array(z.string()),
    reports: z.array(z.string()),
    object: z.string().nullable(),
    state: z.enum(['stands', 'superseded', 'without-object']),
    decides: z.array(z.object({ field: z.string(), value: z.string(), before: z.string().nullable() })),
  })
  .openapi('RulingEffect')

/** The rulings as text, so that comments in them survive, and what can be chosen. */
export const RulingsSchema = z
  .object({
    text: z.string(),
    /** To be sent back with a change; null: there is no `rulings.yaml` yet. */
    version: z.string().nullable(),
    /** To be sent back with a change; null: nothing can be written here. */
    token: z.string().nullable(),
    /** Why the file as it stands is not obeyed; null: it is. */
    problem: z.string().nullable(),
    issues: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Rulings')

const party = z.string().max(100).nullable()

/** A ruling to be added, on a statement or a discrepancy of the record by its id; the server adds the day. */
export const NewRulingSchema = z
  .object({
    version: z.string().max(64).nullable(),
    by: z.string().max(200),
    why: z.string().max(2000),
    statement: z
      .object({
        id: z.string().max(200),
        act: z.enum(actKinds).nullable().optional(),
        issues: z.array(z.string().max(200)).max(20).optional(),
        party: party.optional(),
        target: party.optional(),
        redLine: z.boolean().optional(),
        condition: z.literal('none').optional(),
        notAStatement: z.literal(true).optional(),
        withdrawn: z.literal(true).optional(),
      })
      .optional(),
    discrepancy: z.object({ id: z.string().max(2000), resolution: z.enum(resolutions) }).optional(),
  })
  .openapi('NewRuling')

/** The whole text, as undo gives it back. */
export const RulingsChangeSchema = z
  .object({ text: z.string().max(4 * 1024 * 1024), version: z.string().max(64).nullable() })
  .openapi('RulingsChange')

export type ApiActRuling = z.infer<typeof ActRulingSchema>
export type ApiResolution = z.infer<typeof ResolutionSchema>
export type ApiRulingEffect = z.infer<typeof RulingEffectSchema>
export type ApiRulings = z.infer<typeof RulingsSchema>
export type ApiNewRuling = z.infer<typeof NewRulingSchema>
