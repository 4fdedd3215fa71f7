import { z } from 'zod'
import { condition } from './condition.js'
import { duration, eventPattern, id, ids, list, words } from './terms.js'

const normFields = {
  id,
  provision: id.describe('the provision that it reads'),
  modality: z.enum(['obligation', 'prohibition', 'permission', 'power']),
  bearers: ids.describe('who is bound, or who may'),
  towards: ids.default([]),
  act: words.describe('what is to be done or left, as the reports call it: withdrawal, use of force'),
  object: words.optional(),
  zone: id.optional(),
  trigger: condition.default({ op: 'always' }).describe('from when it binds; from the entry into force where left out'),
  due: condition.optional().describe('by when it is done'),
  mode: z
    .enum(['achieve', 'maintain', 'periodic'])
    .optional()
    .describe('a prohibition is kept, an obligation achieved'),
  every: duration.optional().describe('of a periodic norm'),
  strength: z.enum(['result', 'best-effort', 'intention']).default('result'),
  exceptions: z.array(condition).max(100).default([]),
  breachedBy: eventPattern.optional().describe('what breaks it, where that is not the act itself'),
  fulfilledBy: eventPattern.optional().describe('what fulfils it, where that is not the act itself'),
  onViolation: z
    .array(id)
    .max(100)
    .default([])
    .describe('the norms that answer a violation, in the order of the ladder'),
  verifiedBy: id.optional().describe('the mechanism whose word it takes to count as fulfilled'),
  sunset: condition.optional().describe('when it ends'),
}

/** What a provision obliges, forbids, permits or empowers somebody to do. */
export const norm = z.strictObject(normFields)
export type NormFile = z.infer<typeof norm>

/** A norm that promises help: with the case for it, who decides, and what is then done. */
export const guarantee = z.strictObject({
  ...normFields,
  modality: normFields.modality.default('obligation'),
  act: normFields.act.default('assistance'),
  casusFoederis: eventPattern.describe('the act that calls for help'),
  decision: z.enum(['automatic', 'individual', 'majority', 'unanimity', 'external-finding']),
  deciders: list.optional(),
  consultation: words.optional().describe('what is promised short of help, in the words of the clause'),
  consultWithin: duration.optional(),
  obligation: words.optional().describe('the words of the clause that say what is done'),
  responses: z
    .array(
      z.enum([
        'consult',
        'security-council',
        'sanctions-snapback',
        'arms',
        'air-defence',
        'air-support',
        'troops',
        'any-necessary',
        'recognition-revoked',
      ]),
    )
    .max(20)
    .default([]),
  discretion: z.enum(['full', 'bounded', 'none']),
  voidIf: z
    .array(z.union([words, eventPattern]))
    .max(100)
    .default([]),
  reciprocal: z.boolean().default(false),
  binding: z.enum(['treaty', 'legislated', 'executive', 'political']),
  consideration: words.optional(),
})
export type GuaranteeFile = z.infer<typeof guarantee>

export const isGuarantee = (norm: NormFile): norm is GuaranteeFile => 'casusFoederis' in norm

/** What a norm asks: something done once, something kept up, or something done again and again. */
export const modeOf = ({ mode, modality }: Pick<NormFile, 'mode' | 'modality'>): 'achieve' | 'maintain' | 'periodic' =>
  mode ?? (modality === 'obligation' ? 'achieve' : 'maintain')
