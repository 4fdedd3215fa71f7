import { z } from '@hono/zod-openapi'
import { ActKindSchema } from './positions.js'
import { QuoteSchema, SpanSchema } from './shared.js'

/** A place in a report, or in a text that the case gives (`report` is its file then, and `quote` null). */
const PlaceSchema = SpanSchema.extend({ report: z.string(), quote: QuoteSchema.nullable() })

const AttributedSchema = z.object({ party: z.string(), sources: z.int(), evidence: z.array(PlaceSchema) })

const PointSchema = z.object({
  words: z.string(),
  number: z.string().nullable(),
  stated: z.enum(['added', 'dropped', 'changed', 'same']).nullable(),
  sources: z.int(),
  evidence: z.array(PlaceSchema),
})

export const ProposalSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    by: z.array(AttributedSchema),
    to: z.array(AttributedSchema),
    versions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        marker: z.enum(['original', 'revised', 'final']).nullable(),
        pointCount: z.int().nullable(),
        first: z.string().nullable(),
        file: z.string().nullable(),
        sources: z.int(),
        mentions: z.array(PlaceSchema),
        points: z.array(PointSchema),
        /** Against the version before; `only-before` and `only-after`: reported of one version alone. */
        differences: z.array(
          z.object({
            kind: z.enum(['same', 'changed', 'added', 'dropped', 'only-before', 'only-after']),
            before: PointSchema.nullable(),
            after: PointSchema.nullable(),
            from: z.enum(['texts', 'stated', 'reports']),
          }),
        ),
      }),
    ),
    answers: z.array(
      z.object({
        party: z.string(),
        kind: z.enum(['accepts', 'welcomes', 'rejects', 'demands-changes', 'studies', 'criticises', 'comments']),
        act: ActKindSchema,
        version: z.string().nullable(),
        statements: z.array(z.string()),
        date: z.string().nullable(),
        conditional: z.boolean(),
        sources: z.int(),
      }),
    ),
    mentions: z.array(PlaceSchema),
    sources: z.int(),
    restsOn: z.array(z.string()),
    reports: z.int(),
  })
  .openapi('Proposal')

export const ProposalsSchema = z.array(ProposalSchema).openapi('Proposals')

export type ApiProposal = z.infer<typeof ProposalSchema>
