import { z } from '@hono/zod-openapi'
import { ActorSchema, QuoteSchema, SpanSchema } from './shared.js'

export const StatementSchema = z
  .object({
    id: z.string(),
    report: z.string(),
    start: z.int(),
    end: z.int(),
    source: z.array(SpanSchema),
    cue: z.array(SpanSchema),
    content: z.array(SpanSchema),
    confidence: z.number(),
    layer: z.enum(['statement', 'attitude', 'headline', 'event']),
    form: z.enum(['direct', 'indirect', 'mixed']),
    speaker: ActorSchema,
    principal: ActorSchema.nullable(),
    hearsay: z.boolean(),
    quote: QuoteSchema,
  })
  .openapi('Statement')

export type ApiStatement = z.infer<typeof StatementSchema>
