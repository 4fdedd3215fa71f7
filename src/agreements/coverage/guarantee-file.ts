import { z } from 'zod'
import { Fault } from '../../fault.js'

const words = z.string().max(20_000)
const list = z.union([words, z.array(words)])
const id = z.union([z.string().min(1), z.number().transform(String)])

const pattern = z.object({
  act: list.optional(),
  acts: list.optional(),
  attacker: list.optional(),
  exceptAttacker: list.optional(),
  target: list.optional(),
  area: list.optional(),
  exceptArea: list.optional(),
  excludedArea: list.optional(),
  threshold: words.optional().describe('any, significant, significant-deliberate-sustained, or in words'),
  sustained: z.boolean().optional(),
  attributed: z.boolean().optional(),
  unprovoked: z.boolean().optional(),
})

const guarantee = z.object({
  id,
  title: words.optional(),
  name: words.optional(),
  year: z.number().optional(),
  until: z.union([words, z.number()]).optional(),
  parties: z.array(words).optional().describe('all that are bound, where beneficiary or guarantors say "each party"'),
  beneficiary: list.optional(),
  towards: list.optional(),
  guarantors: list.optional(),
  bearers: list.optional(),
  reciprocal: z.boolean().default(false),
  binding: words.optional(),
  trigger: pattern.optional(),
  casusFoederis: pattern.optional(),
  decision: words.optional(),
  deciders: list.optional(),
  consultation: words.optional(),
  consultWithin: words.optional(),
  obligation: words.optional(),
  responses: z.array(words).optional(),
  automatic: z.boolean().optional(),
  discretion: words.optional().describe('full, bounded or none'),
  negativeDuties: z.array(words).default([]),
  voidIf: z.array(z.union([words, pattern])).default([]),
  exceptions: z.array(z.union([words, z.looseObject({})])).default([]),
  gap: words.optional(),
  sunset: z.unknown().optional(),
})

const attack = z.object({
  id,
  act: words,
  attacker: words.default('unknown'),
  target: words,
  area: words.optional(),
  sustained: z.boolean().optional(),
  attributed: z.boolean().optional(),
  significant: z.boolean().optional(),
  deliberate: z.boolean().optional(),
  provoked: z.boolean().optional(),
  flagrant: z.boolean().optional(),
  found: z.boolean().optional().describe('whether the body that must find the attack has found it'),
  date: words.optional(),
  circumstances: z
    .array(words)
    .default([])
    .describe('what else is the case: a first strike by the target, a peace signed'),
})

/** What `parley stage coverage` reads. */
export const coverageSchema = z.object({ guarantees: z.array(guarantee).max(2000), attacks: z.array(attack).max(2000) })

export type Pattern = z.infer<typeof pattern>
export type GuaranteeFile = z.infer<typeof guarantee>
export type Attack = z.infer<typeof attack>

/** A guarantee with the two spellings of its fields made one. */
export interface Guarantee {
  readonly file: GuaranteeFile
  readonly id: string
  readonly beneficiaries: readonly string[]
  readonly guarantors: readonly string[]
  readonly trigger: Pattern & { readonly acts: readonly string[] }
}

/**
 * Reads guarantees and attacks.
 *
 * @throws Fault naming the field that is wrong
 */
export function coverageFile(value: unknown): { guarantees: Guarantee[]; attacks: Attack[] } {
  const parsed = coverageSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault(`Field \`${issue?.path.join('.')}\`: ${issue?.message}.`)
  }
  return { guarantees: parsed.data.guarantees.map(guaranteeOf), attacks: parsed.data.attacks }
}

function guaranteeOf(file: GuaranteeFile): Guarantee {
  const trigger = file.trigger ?? file.casusFoederis ?? {}
  return {
    file,
    id: file.id,
    beneficiaries: listOf(file.beneficiary ?? file.towards ?? trigger.target),
    guarantors: listOf(file.guarantors ?? file.bearers),
    trigger: { ...trigger, acts: listOf(trigger.act ?? trigger.acts) },
  }
}

export const listOf = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
