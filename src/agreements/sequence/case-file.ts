import { z } from 'zod'
import { Fault } from '../../fault.js'

const id = z.union([z.string().min(1).max(200), z.number().transform(String)])
const words = z.string().max(20_000)
const lag = z.union([z.string().max(100), z.number()]).describe('ISO 8601 (P25D), short (25d), or a number of days')
const weight = z.number().min(0).max(1e6)
const moves = ['drop', 'simultaneous', 'tranches', 'third-party'] as const

const node = z.object({
  id,
  label: words.optional(),
  kind: z.enum(['achievement', 'achieve', 'maintenance', 'maintain', 'periodic']).default('achievement'),
  start: words.optional().describe('when it begins: an instant, or another node and a distance, as P1+<=2d'),
  earliest: words.optional().describe('not before'),
  due: words.optional().describe('done, or in force, no later than'),
  duration: lag.optional().describe('from its start to its end, at least'),
})

const edge = z
  .object({
    from: id.optional(),
    to: id.optional(),
    before: id.optional(),
    after: id.optional(),
    kind: z.enum(['finish-start', 'start-start', 'simultaneous']).default('finish-start'),
    reading: z.union([words.min(1), z.array(words.min(1)).min(1)]).default('text'),
    weight: weight.optional(),
    source: words.optional(),
    minLag: lag.optional(),
    maxLag: lag.optional(),
  })
  .refine(one => (one.from ?? one.before) !== undefined && (one.to ?? one.after) !== undefined, {
    message: 'expected `from` and `to`',
  })

const constraint = z.union([
  words.min(1).describe('as P6>=signed+25d'),
  z.object({ from: id, to: id, min: lag.optional(), max: lag.optional(), label: words.optional() }),
])

/** What a case of an agreement's sequence may hold: points of the agreement and who says which waits for which. */
export const caseSchema = z.object({
  title: words.optional(),
  signed: words.optional().describe('the day of signature; `signed` may be used as a node'),
  endorsed: words
    .optional()
    .describe('the day of endorsement, somewhere in the words; `endorsed` may be used as a node'),
  nodes: z.array(node).max(2000).default([]),
  edges: z.array(edge).max(20_000).default([]),
  constraints: z.array(constraint).max(20_000).default([]),
  outcomes: z
    .array(z.object({ check: id, result: words, fact: words.optional() }))
    .max(20_000)
    .default([]),
  knownMoves: z
    .array(z.object({ move: words, name: words.optional(), year: z.number().optional() }))
    .max(1000)
    .default([]),
  moveWeights: z.partialRecord(z.enum(moves), weight).default({}),
})

export type Move = (typeof moves)[number]
export type CaseFile = z.infer<typeof caseSchema>

/** One point of the agreement. */
export interface Step {
  readonly id: string
  readonly label: string | null
  /** Something that is done once, or a state that is kept from some time on. */
  readonly kind: 'achieve' | 'maintain'
}

/** "`to` waits for `from`", as one reading asserts it. */
export interface Wait {
  readonly from: string
  readonly to: string
  /** `start-start`: to may begin once from has begun; the others want it done (or in force). */
  readonly kind: 'finish-start' | 'start-start' | 'simultaneous'
  /** `text`: the agreement itself; otherwise the party that asserts it. */
  readonly reading: string
  /** How much it costs to touch it, by the analyst's judgement; null: not said. */
  readonly weight: number | null
  readonly source: string | null
}

export interface SequenceCase {
  readonly file: CaseFile
  readonly steps: readonly Step[]
  readonly waits: readonly Wait[]
  /** Ids that an edge names and no node declares. */
  readonly undeclared: readonly string[]
}

/** Names that stand for a day of the agreement itself, where no node bears them. */
export const anchors = ['signed', 'signature', 'endorsed'] as const

/**
 * Reads a case.
 *
 * @throws Fault naming the field that is wrong
 */
export function sequenceCase(value: unknown): SequenceCase {
  const parsed = caseSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault(`Field \`${issue?.path.join('.')}\`: ${issue?.message}.`)
  }
  const file = parsed.data
  const declared = new Map<string, Step>()
  for (const { id, label, kind } of file.nodes) {
    if (declared.has(id)) throw new Fault(`Field \`nodes\`: the id ${id} stands twice.`)
    declared.set(id, { id, label: label ?? null, kind: kind.startsWith('achieve') ? 'achieve' : 'maintain' })
  }
  const all = file.edges.flatMap(waitsOf)
  const waits = all.filter(wait => isStep(wait.from, declared) && isStep(wait.to, declared))
  const undeclared = [...new Set(waits.flatMap(({ from, to }) => [from, to]))].filter(one => !declared.has(one))
  const steps = [...declared.values(), ...undeclared.map((one): Step => ({ id: one, label: null, kind: 'achieve' }))]
  return { file, steps, waits, undeclared }
}

/** Both ends of an edge, under either pair of names. */
export const endsOf = (one: CaseFile['edges'][number]): { from: string; to: string } => ({
  from: one.from ?? (one.before as string),
  to: one.to ?? (one.after as string),
})

export const readingsOf = (one: CaseFile['edges'][number]): readonly string[] => [...new Set([one.reading].flat())]

/** An edge from the day of signature sets a distance in time; nothing waits for what has happened. */
const isStep = (one: string, declared: ReadonlyMap<string, Step>): boolean =>
  declared.has(one) || !(anchors as readonly string[]).includes(one)

const waitsOf = (one: CaseFile['edges'][number]): Wait[] =>
  readingsOf(one).map(reading => ({
    ...endsOf(one),
    kind: one.kind,
    reading,
    weight: one.weight ?? null,
    source: one.source ?? null,
  }))
