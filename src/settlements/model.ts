import { z } from 'zod'
import { conflictSchema } from './stability/conflict-file.js'

/** What issues, options and parties may be called: anything that can be seen, on one line. */
export const nameSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^(?!__proto__$)[^\p{C}\s](?:[^\p{C}\u2028\u2029]*[^\p{C}\s])?$/u,
    'expected a name on one line, without space around it',
  )
const id = nameSchema

/** Where an input comes from: the words of a report, or nothing but the analyst's own judgement. */
const evidence = z
  .union([
    z.literal('assumed'),
    z
      .array(
        z.strictObject({
          report: z.string().min(1).describe('id of the report'),
          start: z.number().int().min(0).optional().describe('UTF-16 offset into its text'),
          end: z.number().int().min(0).optional().describe('exclusive'),
          quote: z.string().min(1).max(2000),
        }),
      )
      .min(1),
  ])
  .default('assumed')

const number = z.number().min(-1e12).max(1e12)
const interval = z
  .tuple([number, number])
  .refine(([low, high]) => low <= high, 'expected the lower number first')
  .describe('somewhere between the two')
const unknown = z.literal('unknown')
const quantity = z.union([number, interval, unknown]).describe('a number, [lowest, highest], or unknown')
const ranking = z
  .array(z.union([id, z.array(id).min(1)]))
  .min(1)
  .describe('from most to least; an inner list holds equals')
const given = z.union([z.record(id, quantity), ranking, unknown]).describe('a number each, a ranking, or unknown')
const estimates = z.strictObject({ given, evidence })

const optionsOf = z
  .record(id, z.union([id, z.array(id).min(1)]))
  .refine(of => Object.keys(of).length > 0, 'expected at least one issue')
  .describe('an issue with its option, or several of them')

const redLine = z.strictObject({
  never: optionsOf.describe('the party refuses every package in which all of this holds'),
  note: z.string().max(2000).optional(),
  evidence,
})

const combination = z.strictObject({
  when: optionsOf,
  value: quantity.describe('added to the utility when all of this holds; negative: a malus'),
  evidence,
})

const party = z.strictObject({
  id,
  name: z.string().min(1).optional(),
  weights: estimates.prefault({ given: 'unknown' }).describe('how much each issue matters'),
  values: z.record(id, estimates).default({}).describe('per issue: how good each option is'),
  reserve: z
    .strictObject({
      given: z.union([quantity, z.record(id, id)]).describe('a utility, or the package that the party falls back on'),
      evidence,
    })
    .optional()
    .describe('what it has without an agreement; left out: the status quo, or 0 where there is none'),
  redLines: z.array(redLine).max(60).default([]),
  combinations: z.array(combination).max(200).default([]).describe('what options are worth together'),
})

const issue = z.strictObject({
  id,
  name: z.string().min(1).optional(),
  options: z.array(id).min(1).max(1000),
})

/** What `model.yaml` may hold: who negotiates what, and what each package is worth to whom. */
export const modelSchema = z.strictObject({
  name: z.string().min(1).default('Unnamed model'),
  convention: z
    .enum(['raw', 'genius'])
    .default('raw')
    .describe('raw: values count as they stand; genius: they are divided by the highest of their issue'),
  issues: z.array(issue).min(1).max(60),
  parties: z.array(party).min(1).max(12),
  statusQuo: z.record(id, id).optional().describe('the package that holds now'),
  conflict: conflictSchema
    .optional()
    .describe(
      'what each could do without the others: for which states would last (graph model for conflict resolution)',
    ),
})

export type Model = z.infer<typeof modelSchema>
/** A model as it is written: what has a default may be left out. */
export type ModelText = z.input<typeof modelSchema>
export type ModelParty = Model['parties'][number]
export type Evidence = z.infer<typeof evidence>
export type Quantity = z.infer<typeof quantity>
export type Given = z.infer<typeof given>
/** One option an issue, by name. */
export type Package = Readonly<Record<string, string>>

/** Whether a reserve is given as the package that the party falls back on. */
export const isPackage = (given: Quantity | Package): given is Package =>
  typeof given === 'object' && !Array.isArray(given)

/** The JSON Schema of `model.yaml`, for editors that check while one types. */
export const modelJsonSchema = (): object => ({
  ...z.toJSONSchema(modelSchema, { io: 'input' }),
  title: 'Parley settlement model',
})
