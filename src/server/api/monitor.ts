import { z } from '@hono/zod-openapi'

const listOf = <T extends z.ZodType>(one: T) => z.array(one).readonly()
const names = listOf(z.string())

/**
 * Every version of every incident of the log, one column a field, all of one length, in the order in which they happened.
 *
 * A version is the latest word from the day `known` until the day before `until`. Days are counted from 1970-01-01;
 * `side`, `zone`, `kind`, `place`, `verification` and `source` are places in `names`, -1 where not known.
 */
export const IncidentsSchema = z
  .object({
    names: z.object({
      side: names,
      zone: names,
      kind: names,
      place: names,
      verification: names,
      source: names,
    }),
    id: names,
    from: listOf(z.int()),
    to: listOf(z.int()),
    known: listOf(z.int()),
    until: listOf(z.int().nullable()),
    side: listOf(z.int()),
    zone: listOf(z.int()),
    kind: listOf(z.int()),
    place: listOf(z.int()),
    verification: listOf(z.int()),
    source: listOf(z.int()),
    lat: listOf(z.number().nullable()),
    lon: listOf(z.number().nullable()),
    text: names,
    /** What the log holds besides: steps that the agreement asks for, what was refuted, what repeats another. */
    leftOut: z.int(),
  })
  .openapi('Incidents')

const SpellsSchema = z.object({
  before: z.int(),
  after: z.int(),
  /** Observed days on each side. */
  days: z.tuple([z.int(), z.int()]).readonly(),
  ratio: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  change: z.enum(['fell', 'rose', 'unclear']),
})

export const MonitorSchema = z
  .object({
    asOf: z.string(),
    counted: z.int(),
    /** Every day from the first to the last; `limit` null: too few days before it, or nobody observed. */
    days: listOf(
      z.object({
        day: z.string(),
        count: z.int(),
        expected: z.number().nullable(),
        limit: z.number().nullable(),
        seen: z.enum(['watched', 'hindered', 'blind']).nullable(),
      }),
    ),
    /** Counts by side, as long as `days`; the side null is not known. */
    sides: listOf(z.object({ side: z.string().nullable(), counts: listOf(z.int()) })),
    alarms: names,
    /** How many days a Poisson model would have called an alarm. */
    poissonAlarms: z.int(),
    dispersion: z.number().nullable(),
    changes: listOf(
      z.object({
        day: z.string(),
        between: z.tuple([z.string(), z.string()]).readonly(),
        from: z.number(),
        to: z.number(),
      }),
    ),
    event: z
      .object({
        day: z.string(),
        window: z.int(),
        straddling: z.int(),
        all: SpellsSchema,
        without: listOf(z.object({ source: z.string(), carries: z.int(), result: SpellsSchema })),
        /** Kinds of source without which the change can no longer be told. */
        restsOn: names,
      })
      .nullable(),
    hot: z.object({
      resolution: z.int(),
      edge: z.number(),
      unplaced: z.int(),
      cells: listOf(
        z.object({
          id: z.string(),
          count: z.int(),
          z: z.number(),
          hot: z.boolean(),
          /** [latitude, longitude], degrees. */
          boundary: listOf(z.tuple([z.number(), z.number()]).readonly()),
        }),
      ),
    }),
    mix: z.record(z.enum(['source', 'side', 'kind', 'zone']), listOf(z.tuple([z.string(), z.int()]).readonly())),
    dates: z.object({ day: z.int(), week: z.int(), worse: z.int() }),
    /** Whether the agreement says who could observe what, when. */
    saysWhoWatched: z.boolean(),
    /** Zones with a box: [west, south, east, north], degrees. */
    zones: listOf(
      z.object({ name: z.string(), box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly() }),
    ),
  })
  .openapi('Monitor')

export type ApiIncidents = z.infer<typeof IncidentsSchema>
export type ApiMonitor = z.infer<typeof MonitorSchema>
