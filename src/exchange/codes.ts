import { z } from 'zod'
import { actKinds } from '../positions/act.js'
import data from './codes.json' with { type: 'json' }

const quadClass = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const byIssue = <T extends z.ZodType>(value: T) => z.record(z.string(), value)

export const codesSchema = z.strictObject({
  plover: z.strictObject({
    source: z.string(),
    quad: z.record(z.string(), quadClass),
    scores: z.record(z.string(), z.number().min(-10).max(10)),
    ahead: z.array(z.string()).describe('types whose meaning lies in what is still to come'),
    contexts: byIssue(z.array(z.string())),
    modes: byIssue(z.enum(['assist', 'change', 'yield', 'meet'])),
  }),
  cameo: z.strictObject({
    source: z.string(),
    goldstein: z.record(z.string().regex(/^\d{2,4}$/), z.number().min(-10).max(10)),
    quad: z.array(z.strictObject({ from: z.int(), to: z.int(), class: quadClass })),
  }),
  actors: z.strictObject({ source: z.string(), codes: z.record(z.string(), z.string().regex(/^[A-Z]{3}$/)) }),
  agreement: z.strictObject({
    source: z.string(),
    signs: z.record(z.enum(actKinds), z.union([z.literal(-1), z.literal(0), z.literal(1)])),
  }),
})

export type Codes = z.infer<typeof codesSchema>
export type QuadClass = z.infer<typeof quadClass>

/** What the schemes of the field say of a code, with where it comes from. */
export const codes = data as Codes
