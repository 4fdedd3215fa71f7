import { z } from '@hono/zod-openapi'
import { discrepancyKinds } from '../../positions/discrepancy.js'
import { ResolutionSchema } from './rulings.js'
import { QuoteSchema, SpanSchema } from './shared.js'

export const DiscrepancySchema = z
  .object({
    id: z.string(),
    kind: z.enum(discrepancyKinds),
    summary: z.string(),
    within: z.enum(['lineage', 'lineages']),
    sides: z.array(
      z.object({
        says: z.string(),
        sources: z.int(),
        evidence: z.array(SpanSchema.extend({ report: z.string(), quote: QuoteSchema })),
      }),
    ),
    /** What a person decided of it. */
    resolution: ResolutionSchema.optional(),
  })
  .openapi('Discrepancy')

export type ApiDiscrepancy = z.infer<typeof DiscrepancySchema>
