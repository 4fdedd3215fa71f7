import { z } from '@hono/zod-openapi'
import { actKinds, conditionKinds } from '../../positions/act.js'
import { ActRulingSchema } from './rulings.js'
import { SpanSchema } from './shared.js'

export const ActKindSchema = z.enum(actKinds)

export const ConditionKindSchema = z.enum(conditionKinds)

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
    /** Where a second reader decided: which one, what, and the words it showed. */
    secondReader: z
      .object({ model: z.string(), decided: z.array(z.enum(['act', 'issues'])), quote: SpanSchema })
      .optional(),
    /** Where a person ruled. */
    ruling: ActRulingSchema.optional(),
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

/** How a party moved on an option, with the ids of both sentences. */
export const OptionMovementSchema = z.object({
  kind: z.enum([...MovementSchema.options, 'contradicted', 'dropped', 'silent']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  since: z.string().nullable(),
})

/** A party's latest act on one option of an issue. */
export const OptionPositionSchema = z
  .object({
    option: z.string(),
    latest: ActKindSchema,
    /** It is what the party waits for. */
    awaited: z.boolean(),
    conditional: z.boolean(),
    redLine: z.boolean(),
    sources: z.int(),
    restsOn: z.array(z.string()),
    reports: z.int(),
    contested: ActKindSchema.nullable(),
    movements: z.array(OptionMovementSchema),
    /** Which step of `history` stands for the position. */
    standing: z.int(),
    history: z.array(StepSchema),
  })
  .openapi('OptionPosition')

/** What exactly is wanted or refused of an issue, with the acts that bear on it and the words that say so. */
export const OptionSchema = z
  .object({
    id: z.string(),
    issue: z.string(),
    name: z.string(),
    kind: z.enum(['told', 'ruled', 'unspecified']),
    acts: z.array(
      z.object({
        statement: z.string(),
        wording: SpanSchema.extend({ report: z.string(), text: z.string() }).nullable(),
        act: ActKindSchema.nullable(),
        awaited: z.boolean(),
      }),
    ),
  })
  .openapi('Option')

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
    /** The same of each option of the issue that the party spoke of. */
    options: z.array(OptionPositionSchema),
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

/** Positions as known on a day, moved since another. */
export const PositionsSchema = z.array(PositionSchema).openapi('Positions')

export type ApiActKind = z.infer<typeof ActKindSchema>
export type ApiAct = z.infer<typeof ActSchema>
export type ApiStep = z.infer<typeof StepSchema>
export type ApiMovement = z.infer<typeof MovementSchema>
export type ApiOption = z.infer<typeof OptionSchema>
export type ApiOptionPosition = z.infer<typeof OptionPositionSchema>
export type ApiOptionMovement = z.infer<typeof OptionMovementSchema>
export type ApiPosition = z.infer<typeof PositionSchema>
export type ApiCondition = z.infer<typeof ConditionLinkSchema>
