import { z } from 'zod'
import { type Act, actKinds } from '../act.js'
import { discrepancyKinds } from '../discrepancy.js'

const partyId = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'expected capitals, digits and underscores: RUS, EUROPEAN_ALLIES')
  .nullable()

/** Who rules, when and why: a ruling without a name and a reason is none. */
const signed = {
  by: z.string().trim().min(1).max(200).describe('who rules'),
  on: z.iso.date().optional().describe('the day of the ruling: 2031-04-09'),
  why: z.string().trim().min(1).max(2000).describe('the reason, as others will read it'),
}

/** What a person may decide of an act, in the order in which it is shown. */
export const ruledFields = ['act', 'issues', 'party', 'target', 'redLine', 'condition'] as const
export type RuledField = (typeof ruledFields)[number]

export const statementRulingSchema = z
  .strictObject({
    report: z.string().min(1).max(2000).describe('the place of the report: reports/wire.txt'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
      .optional()
      .describe('of the report’s bytes: finds it again where its place has changed'),
    start: z.int().min(0).optional().describe('where the words begin, in UTF-16 units; tells repeated words apart'),
    end: z.int().min(0).optional(),
    quote: z.string().trim().min(1).max(20_000).describe('the words of the statement, copied from the report'),
    ...signed,
    act: z.enum(actKinds).nullable().optional().describe('what it does; null: cannot be told'),
    issues: z.array(z.string().min(1)).max(20).optional().describe('what it bears on; empty: none'),
    party: partyId.optional().describe('whose position it is; null: unknown'),
    target: partyId.optional().describe('whom it is addressed to; null: nobody'),
    redLine: z.boolean().optional().describe('whether it is declared not negotiable'),
    condition: z.literal('none').optional().describe('"none": it hangs on no condition'),
    notAStatement: z.literal(true).optional().describe('nobody is said to have said this'),
    withdrawn: z.literal(true).optional().describe('takes back what was ruled on it before'),
  })
  .refine(ruling => ruledFields.some(field => ruling[field] !== undefined) || isReset(ruling), {
    error:
      'this ruling decides nothing; give act, issues, party, target, redLine, condition, notAStatement or withdrawn',
  })
  .refine(ruling => !(isReset(ruling) && ruledFields.some(field => ruling[field] !== undefined)), {
    error: '`notAStatement` and `withdrawn` stand alone',
  })

const sideSchema = z.strictObject({
  quote: z.string().trim().min(1).max(20_000).describe('words of this side, as the record shows them'),
  report: z.string().min(1).max(2000).optional().describe('the place of the report that they stand in'),
})

/** `first`, `second`: that side is right. `both`: each at its time. `no-contradiction`: they agree. `open`: looked at, undecided. */
export const resolutions = ['first', 'second', 'both', 'no-contradiction', 'open'] as const

export const discrepancyRulingSchema = z.strictObject({
  kind: z.enum(discrepancyKinds),
  sides: z.tuple([sideSchema, sideSchema]),
  ...signed,
  resolution: z
    .enum(resolutions)
    .describe('first or second: that side is right; both: each at its time; no-contradiction; open: left open'),
})

export const rulingsSchema = z.strictObject({
  statements: z.array(statementRulingSchema).default([]),
  discrepancies: z.array(discrepancyRulingSchema).default([]),
})

export type StatementRuling = z.infer<typeof statementRulingSchema>
export type DiscrepancyRuling = z.infer<typeof discrepancyRulingSchema>
/** What persons ruled, in the order in which they did: of two rulings on one thing the later stands. */
export type Rulings = z.infer<typeof rulingsSchema>

export const noRulings: Rulings = { statements: [], discrepancies: [] }

/** Whether a ruling puts aside all that was ruled on the statement before. */
export function isReset({
  notAStatement,
  withdrawn,
}: {
  readonly notAStatement?: true | undefined
  readonly withdrawn?: true | undefined
}): boolean {
  return notAStatement === true || withdrawn === true
}

/** What stands of an act by ruling, beside what the machine had made of it. */
export interface ActRuling {
  /** Of the last ruling that stands. */
  readonly by: string
  readonly on: string | null
  readonly why: string
  /** Empty where it was ruled to be no statement. */
  readonly decided: readonly RuledField[]
  readonly notAStatement: boolean
  readonly machine: Pick<Act, RuledField | 'confidence' | 'cue' | 'awaits' | 'reports'>
}

/** What a person decided of a discrepancy. */
export interface Resolution {
  readonly by: string
  readonly on: string | null
  readonly why: string
  readonly resolution: (typeof resolutions)[number]
  /** The side that is right, in the order of the discrepancy's sides; null where none alone is. */
  readonly right: 0 | 1 | null
}

/**
 * What became of one ruling. `superseded`: a later one on the same thing decides all that it decided. `without-object`:
 * the record holds no such statement or discrepancy now.
 */
export interface RulingEffect {
  readonly of: 'statement' | 'discrepancy'
  /** Its place in its list of the file, from 0. */
  readonly place: number
  readonly by: string
  readonly on: string | null
  readonly why: string
  /** The words that it was made on; both sides' of a discrepancy. */
  readonly quotes: readonly string[]
  /** Where they stand. */
  readonly reports: readonly string[]
  /** Id of the statement or discrepancy that it bears on. */
  readonly object: string | null
  readonly state: 'stands' | 'superseded' | 'without-object'
  /** What it decides: fields with their values, or one of the words of the file. */
  readonly decides: readonly { readonly field: string; readonly value: string; readonly before: string | null }[]
}
