import { z } from '@hono/zod-openapi'
import { SpanSchema } from './shared.js'

export const KnownDateSchema = z
  .object({
    value: z.string(),
    precision: z.enum(['year', 'month', 'day', 'minute']),
    from: z.enum(['given', 'json-ld', 'meta', 'feed', 'header', 'byline', 'text', 'file-name']),
  })
  .openapi('KnownDate')

const reportHead = {
  id: z.string(),
  place: z.string(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  date: KnownDateSchema.nullable(),
  language: z.string().nullable(),
}

/** A report without its text, as lists need it. */
export const ReportHeadSchema = z
  .object({
    ...reportHead,
    /** The lineage it belongs to; null where it is no article, and so no source. */
    lineage: z.string().nullable(),
    /** Words of the article proper. */
    words: z.int(),
    /** Why no statements are read in it; null where they are. */
    notAnalysed: z.string().nullable(),
  })
  .openapi('ReportHead')

/** A report with its text. */
export const ReportTextSchema = z
  .object({
    ...reportHead,
    text: z.string(),
    sha256: z.string(),
    headline: SpanSchema.nullable(),
    body: z.array(SpanSchema),
    removed: z.array(SpanSchema.extend({ reason: z.string() })),
  })
  .openapi('ReportText')

export const RefusalSchema = z.object({ place: z.string(), reason: z.string(), mend: z.string() }).openapi('Refusal')

export const LineageSchema = z
  .object({
    id: z.string(),
    members: z.array(z.string()),
    bonds: z.array(z.object({ a: z.string(), b: z.string(), probability: z.number(), reasons: z.array(z.string()) })),
    origin: z.object({ report: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('Lineage')

export const DriftSchema = z
  .object({
    report: z.string(),
    kind: z.enum(['added', 'dropped', 'changed']),
    here: SpanSchema.optional(),
    there: z.array(SpanSchema.extend({ report: z.string() })),
    what: z.enum(['date', 'number', 'name', 'title', 'polarity', 'modality', 'quotation', 'sentence']),
    words: z.string(),
  })
  .openapi('Drift')

/** Two reports side by side: each row is a sentence of `a`, of `b`, or of both where they answer each other. */
export const ComparisonSchema = z
  .object({
    a: ReportTextSchema,
    b: ReportTextSchema,
    rows: z.array(
      z.object({
        a: SpanSchema.nullable(),
        b: SpanSchema.nullable(),
        /** Where the sentence of a row with one side stands in the other report, out of order; null where it does not. */
        elsewhere: SpanSchema.nullable(),
      }),
    ),
  })
  .openapi('Comparison')

export type ApiReport = z.infer<typeof ReportHeadSchema>
export type ApiReportText = z.infer<typeof ReportTextSchema>
export type ApiLineage = z.infer<typeof LineageSchema>
export type ApiDrift = z.infer<typeof DriftSchema>
export type ApiComparison = z.infer<typeof ComparisonSchema>
