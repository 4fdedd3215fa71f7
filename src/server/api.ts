import { z } from '@hono/zod-openapi'

/**
 * What the pages and other programs get to read, as plain JSON.
 *
 * Every offset is a UTF-16 offset into the report's stored text; `end` is exclusive. Dates are ISO 8601, cut to their precision.
 */

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

/**
 * Words of a report with the sentence around them; `start` is where `text` begins in the report.
 * `before` and `after` are what stands next to it in the same line, cut at a word.
 */
export const QuoteSchema = z
  .object({ start: z.int(), text: z.string(), before: z.string(), after: z.string() })
  .openapi('Quote')

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

export const ActKindSchema = z.enum([
  'PROPOSE',
  'OFFER',
  'ACCEPT',
  'CONCEDE',
  'SUPPORT',
  'CONSULT',
  'DEMAND',
  'REQUEST',
  'REJECT',
  'THREATEN',
  'ACCUSE',
  'DENY',
  'DOUBT',
  'STATE',
])

export const ConditionKindSchema = z.enum([
  'if',
  'only-if',
  'only-after',
  'unless',
  'in-exchange',
  'as-part-of',
  'provided',
  'must-include',
  'or-else',
])

export const ActSchema = z
  .object({
    statement: z.string(),
    party: z.string().nullable(),
    act: ActKindSchema.nullable(),
    confidence: z.number(),
    cue: SpanSchema.nullable(),
    issues: z.array(z.string()),
    negated: z.boolean(),
    strength: z.enum(['firm', 'plain', 'hedged']),
    mode: z.enum(['historical', 'future', 'hypothetical']).nullable(),
    condition: SpanSchema.extend({ text: z.string(), kind: ConditionKindSchema, connective: z.string() }).nullable(),
    redLine: z.boolean(),
    target: z.string().nullable(),
    beneficiary: z.string().nullable(),
  })
  .openapi('Act')

export const StepSchema = z
  .object({
    act: ActKindSchema,
    date: z.string().nullable(),
    lineages: z.array(z.string()),
    /** Independent sources: the lineages, less those that rest on one outlet's report. */
    sources: z.int(),
    /** Why these are fewer than the lineages, in words. */
    restsOn: z.array(z.string()),
    statements: z.array(z.string()),
    conditional: z.boolean(),
    redLine: z.boolean(),
  })
  .openapi('Step')

export const MovementSchema = z.enum(['new', 'hardened', 'softened', 'reaffirmed', 'changed'])

export const PositionSchema = z
  .object({
    party: z.string(),
    issue: z.string(),
    latest: ActKindSchema,
    conditional: z.boolean(),
    redLine: z.boolean(),
    sources: z.int(),
    restsOn: z.array(z.string()),
    reports: z.int(),
    contested: ActKindSchema.nullable(),
    /** Against the stance before it, or against the day compared with. */
    movement: MovementSchema,
    /** The act that `movement` is measured against; null where there is none. */
    movedFrom: ActKindSchema.nullable(),
    /** Which step of `history` stands for the position. */
    standing: z.int(),
    history: z.array(StepSchema),
  })
  .openapi('Position')

const WordsSchema = z.object({ words: z.string(), issues: z.array(z.string()) })

/** "A only if/after B", as a party asserts it: `waiting` is A, `awaited` is B. */
export const ConditionLinkSchema = z
  .object({
    id: z.string(),
    party: z.string().nullable(),
    kind: ConditionKindSchema,
    waiting: WordsSchema,
    awaited: WordsSchema,
    statements: z.array(z.string()),
    /** Independent sources that carry it. */
    sources: z.int(),
  })
  .openapi('ConditionLink')

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

/** The whole record of a case but for the reports' texts. */
export const RecordSchema = z
  .object({
    name: z.string(),
    /** First and last day of the dated reports; null where no report has a date. */
    range: z.object({ from: z.string(), to: z.string() }).nullable(),
    parties: z.array(PartySchema),
    issues: z.array(IssueSchema),
    reports: z.array(ReportHeadSchema),
    refused: z.array(RefusalSchema),
    lineages: z.array(LineageSchema),
    drift: z.array(DriftSchema),
    statements: z.array(StatementSchema),
    acts: z.array(ActSchema),
    positions: z.array(PositionSchema),
    conditions: z.object({
      links: z.array(ConditionLinkSchema),
      /** Each circle in order: every issue waits for the next, the last for the first. */
      circles: z.array(z.object({ issues: z.array(z.string()), links: z.array(z.string()) })),
    }),
    discrepancies: z.array(DiscrepancySchema),
  })
  .openapi('Record')

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

/** Positions as known on a day, moved since another. */
export const PositionsSchema = z.array(PositionSchema).openapi('Positions')

export const ProblemSchema = z.object({ error: z.string() }).openapi('Problem')

export type ApiSpan = z.infer<typeof SpanSchema>
export type ApiParty = z.infer<typeof PartySchema>
export type ApiActor = z.infer<typeof ActorSchema>
export type ApiIssue = z.infer<typeof IssueSchema>
export type ApiReport = z.infer<typeof ReportHeadSchema>
export type ApiReportText = z.infer<typeof ReportTextSchema>
export type ApiLineage = z.infer<typeof LineageSchema>
export type ApiDrift = z.infer<typeof DriftSchema>
export type ApiQuote = z.infer<typeof QuoteSchema>
export type ApiStatement = z.infer<typeof StatementSchema>
export type ApiActKind = z.infer<typeof ActKindSchema>
export type ApiAct = z.infer<typeof ActSchema>
export type ApiStep = z.infer<typeof StepSchema>
export type ApiMovement = z.infer<typeof MovementSchema>
export type ApiPosition = z.infer<typeof PositionSchema>
export type ApiCondition = z.infer<typeof ConditionLinkSchema>
export type ApiDiscrepancy = z.infer<typeof DiscrepancySchema>
export type ApiRecord = z.infer<typeof RecordSchema>
export type ApiComparison = z.infer<typeof ComparisonSchema>
