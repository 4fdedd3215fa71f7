import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { actKinds } from '../src/positions/act.js'

/** The demo case's folder. */
export const demoFolder = fileURLToPath(new URL('../examples', import.meta.url))

const place = { file: z.string(), quote: z.string() }
const act = z.enum(actKinds)

/** What a careful human found in the demo case; the parts that the tests read. */
const goldSchema = z.object({
  reports: z.number(),
  independentSources: z.number(),
  refused: z.array(z.string()),
  undated: z.array(z.string()),
  dates: z.record(z.string(), z.iso.date()),
  lineages: z.array(z.object({ members: z.array(z.string()), origin: z.string().optional() })),
  credits: z.array(z.object({ ...place, outlet: z.string() })),
  drift: z.array(
    z.object({ ...place, what: z.string(), against: z.array(z.object(place)), optional: z.boolean().default(false) }),
  ),
  contradictions: z.array(
    z.object({
      party: z.string(),
      issue: z.string(),
      sides: z.array(z.object({ act, sources: z.number(), evidence: z.array(z.object(place)) })),
    }),
  ),
  unconfirmedClaims: z.array(z.object({ ...place, about: z.string(), by: z.string() })),
  movements: z.array(
    z.object({
      party: z.string(),
      issue: z.string(),
      direction: z.enum(['softened', 'hardened']),
      steps: z.array(z.object({ ...place, date: z.iso.date(), act, conditional: z.boolean() })),
    }),
  ),
  circles: z.array(z.array(z.object({ ...place, party: z.string(), waits: z.string(), for: z.string() }))),
  redLines: z.array(z.object({ ...place, party: z.string(), issue: z.string() })),
  debris: z.array(z.object(place)),
  statements: z.array(
    z.object({
      ...place,
      party: z.string().nullable(),
      partyAlt: z.array(z.string().nullable()).default([]),
      speaker: z.string().nullable(),
      act,
      actAlt: z.array(act).default([]),
      issues: z.array(z.string()),
      condition: z.string().optional(),
      redLine: z.boolean().default(false),
      optional: z.boolean().default(false),
    }),
  ),
})

export type Gold = z.infer<typeof goldSchema>

/** The reading by hand, `examples/expected.json`. */
export const gold: Gold = goldSchema.parse(JSON.parse(readFileSync(join(demoFolder, 'expected.json'), 'utf8')))

/** Names of the demo case's report files, in order. */
export const demoFiles: readonly string[] = readdirSync(join(demoFolder, 'reports')).sort()

/** A report file as it lies on disk. */
export const demoFile = (name: string): Buffer => readFileSync(join(demoFolder, 'reports', name))
