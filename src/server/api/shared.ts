import { z } from '@hono/zod-openapi'

export const SpanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) }).openapi('Span')

export const PartySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['party', 'mediator', 'guarantor', 'outside', 'unknown']),
  })
  .openapi('Party')

export const ActorSchema = z
  .object({ name: z.string(), role: z.string().nullable(), party: z.string().nullable() })
  .openapi('Actor')

export const IssueSchema = z.object({ id: z.string(), name: z.string(), group: z.string() }).openapi('Issue')

/**
 * Words of a report with the sentence around them; `start` is where `text` begins in the report.
 * `before` and `after` are what stands next to it in the same line, cut at a word.
 */
export const QuoteSchema = z
  .object({ start: z.int(), text: z.string(), before: z.string(), after: z.string() })
  .openapi('Quote')

export const ProblemSchema = z.object({ error: z.string() }).openapi('Problem')

export type ApiSpan = z.infer<typeof SpanSchema>
export type ApiParty = z.infer<typeof PartySchema>
export type ApiActor = z.infer<typeof ActorSchema>
export type ApiIssue = z.infer<typeof IssueSchema>
export type ApiQuote = z.infer<typeof QuoteSchema>
