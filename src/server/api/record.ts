import { z } from '@hono/zod-openapi'
import { DiscrepancySchema } from './discrepancies.js'
import { ActSchema, ConditionLinkSchema, OptionSchema, PositionSchema } from './positions.js'
import { DriftSchema, LineageSchema, RefusalSchema, ReportHeadSchema } from './reports.js'
import { RulingEffectSchema } from './rulings.js'
import { IssueSchema, PartySchema } from './shared.js'
import { StatementSchema } from './statements.js'

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
    options: z.array(OptionSchema),
    positions: z.array(PositionSchema),
    conditions: z.object({
      links: z.array(ConditionLinkSchema),
      /** Each circle in order: every issue waits for the next, the last for the first. */
      circles: z.array(z.object({ issues: z.array(z.string()), links: z.array(z.string()) })),
    }),
    discrepancies: z.array(DiscrepancySchema),
    rulings: z.array(RulingEffectSchema),
    /** What a person ruled to be no statement: in no other part of the record. */
    struck: z.object({ statements: z.array(StatementSchema), acts: z.array(ActSchema) }),
  })
  .openapi('Record')

export type ApiRecord = z.infer<typeof RecordSchema>
