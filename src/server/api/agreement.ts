import { z } from '@hono/zod-openapi'

/** Lists of an agreement's answers are passed on as they were made. */
const listOf = <T extends z.ZodType>(one: T) => z.array(one).readonly()
const names = listOf(z.string())
const truth = z.enum(['yes', 'no', 'unknown'])

export const NormStateSchema = z.enum([
  'pending',
  'active',
  'fulfilled',
  'overdue',
  'violated',
  'disputed',
  'suspended',
  'remedied',
  'terminated',
])

/** What an incident, a day that was due, or a stretch of time means for a norm. Times are civil, `YYYY-MM-DD` or with the hour. */
export const FindingSchema = z
  .object({
    result: z.enum(['compliant', 'violation', 'disputed', 'cannot assess']),
    /** The party that it is said of; null: nobody is named. */
    party: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    rule: z.string(),
    says: z.string(),
    /** 0 to 1; null where nothing can be said. */
    confidence: z.number().nullable(),
    evidence: listOf(z.object({ id: z.string(), text: z.string() })),
    /** What the agreement provides for now. */
    next: z.object({ kind: z.enum(['norm', 'mechanism']), id: z.string(), name: z.string() }).nullable(),
  })
  .openapi('Finding')

export const NormSchema = z
  .object({
    id: z.string(),
    provision: z.string(),
    modality: z.enum(['obligation', 'prohibition', 'permission', 'power']),
    mode: z.enum(['achieve', 'maintain', 'periodic']),
    strength: z.enum(['result', 'best-effort', 'intention']),
    bearers: names,
    towards: names,
    act: z.string(),
    state: NormStateSchema,
    due: z.string().nullable(),
    /** The first entry, `pending`, has no time. */
    timeline: listOf(
      z.object({
        at: z.string().nullable(),
        state: NormStateSchema,
        because: z.string(),
        evidence: listOf(z.object({ id: z.string(), text: z.string() })),
      }),
    ),
    /** How many findings there are by result; `findings` holds the newest. */
    count: z.int(),
    results: z.record(z.string(), z.int()),
    findings: listOf(FindingSchema),
  })
  .openapi('Norm')

export const CoverageCellSchema = z
  .object({
    guarantee: z.string(),
    attack: z.string(),
    answer: z.enum(['must act', 'may act', 'consults', 'nobody is bound', 'unclear']),
    clause: z.string().nullable(),
    duties: listOf(
      z.object({
        party: z.string(),
        duty: z.string(),
        within: z.string().nullable(),
        discretion: z.enum(['full', 'bounded', 'none', 'not said']),
        decision: z.string().nullable(),
        binding: z.string().nullable(),
      }),
    ),
    conditions: listOf(z.object({ name: z.string(), holds: truth, clause: z.string().nullable() })),
    collisions: listOf(
      z.object({
        party: z.string(),
        kind: z.enum(['guarantor-attacks', 'bound-to-both']),
        with: z.string(),
        holds: z.enum(['yes', 'unknown']),
      }),
    ),
    wouldVoid: names,
  })
  .openapi('CoverageCell')

/** An agreement as known on a day. */
export const AgreementSchema = z
  .object({
    title: z.string(),
    kind: z.string(),
    asOf: z.string(),
    /** The days on which anything became known. */
    days: names,
    signed: z.string().nullable(),
    inForce: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    provisions: listOf(
      z.object({
        id: z.string(),
        num: z.string(),
        heading: z.string().nullable(),
        text: z.string(),
        status: z.enum(['reported', 'draft', 'initialled', 'signed']),
        agreedBy: names,
        bracketedBy: names,
      }),
    ),
    norms: listOf(NormSchema),
    guarantees: listOf(z.object({ id: z.string(), provision: z.string(), name: z.string() })),
    attacks: listOf(
      z.object({
        id: z.string(),
        act: z.string(),
        attacker: z.string(),
        target: z.string(),
        area: z.string().nullable(),
        /** What else is said of it: sustained, not attributed. */
        traits: names,
      }),
    ),
    coverage: z.object({
      cells: listOf(CoverageCellSchema),
      uncovered: listOf(z.object({ attack: z.string(), open: z.boolean() })),
    }),
  })
  .openapi('Agreement')

const WaitSchema = z
  .object({
    /** `to` waits for `from`. */
    from: z.string(),
    to: z.string(),
    kind: z.enum(['finish-start', 'start-start', 'simultaneous']),
    /** `text`: the agreement itself; otherwise the party that asserts it. */
    reading: z.string(),
    weight: z.number().nullable(),
    source: z.string().nullable(),
  })
  .openapi('Wait')

const side = z.object({ earliest: z.string().nullable(), latest: z.string().nullable() })

/** What the order of an agreement's steps comes to under some readings. */
export const SequenceSchema = z
  .object({
    steps: listOf(z.object({ id: z.string(), label: z.string().nullable(), kind: z.enum(['achieve', 'maintain']) })),
    waits: listOf(WaitSchema),
    /** The text alone, with each party’s reading, and with all: how many circles, and whether the dates can be kept. */
    sets: listOf(z.object({ readings: names, circles: z.int(), consistent: z.boolean() })),
    /** What one point of weight costs by each move. */
    moveWeights: z.record(z.string(), z.number()),
    chosen: z.object({
      readings: names,
      deadlocks: listOf(
        z.object({
          nodes: names,
          circle: listOf(WaitSchema),
          waits: listOf(WaitSchema),
          waysOut: listOf(
            z.object({
              move: z.enum(['drop', 'simultaneous', 'tranches', 'third-party']),
              nodes: names,
              waits: listOf(WaitSchema.extend({ weight: z.number(), isAssumed: z.boolean() })),
              cost: z.number(),
              amendsText: z.boolean(),
              isExact: z.boolean(),
            }),
          ),
        }),
      ),
      timetable: z.object({
        consistent: z.boolean(),
        contradiction: z
          .object({
            nodes: names,
            bounds: listOf(
              z.object({
                node: z.string(),
                notBefore: z.string().optional(),
                notAfter: z.string().optional(),
                after: z.string().optional(),
                atLeastDays: z.number().optional(),
                atMostDays: z.number().optional(),
                because: z.string(),
              }),
            ),
            missingDays: z.number(),
          })
          .nullable(),
        windows: listOf(z.object({ node: z.string(), begins: side, done: side })),
        unread: listOf(z.object({ place: z.string(), text: z.string() })),
      }),
      agenda: z.object({
        hasEnded: z.boolean(),
        done: names,
        next: names,
        waiting: listOf(
          z.object({
            node: z.string(),
            for: listOf(z.object({ node: z.string(), reading: z.string() })),
            after: names,
            isLocked: z.boolean(),
          }),
        ),
      }),
    }),
  })
  .openapi('Sequence')

export type ApiNormState = z.infer<typeof NormStateSchema>
export type ApiFinding = z.infer<typeof FindingSchema>
export type ApiNorm = z.infer<typeof NormSchema>
export type ApiCoverageCell = z.infer<typeof CoverageCellSchema>
export type ApiAgreement = z.infer<typeof AgreementSchema>
export type ApiSequence = z.infer<typeof SequenceSchema>
export type ApiWait = z.infer<typeof WaitSchema>
