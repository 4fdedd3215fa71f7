import { z } from '@hono/zod-openapi'
import { QuoteSchema, SpanSchema } from './shared.js'

export const DiscrepancySchema = z
  .object({
    id: z.string(),
    kind: z.enum([
      'date',
      'number',
      'name',
      'title',
      'polarity',
      'modality',
      'act',
      'unconfirmed-claim',
      'uncorroborated',
    ]),
    summary: z.string(),
    within: z.enum(['lineage', 'lineages']),
    sides: z.array(
      z.object({
        says: z.string(),
        sources: z.int(),
        evidence: z.array(SpanSchema.extend({ report: z.string(), quote: QuoteSchema })),
      }),
    ),
  })
  .openapi('Discrepancy')

export type ApiDiscrepancy = z.infer<typeof DiscrepancySchema>
