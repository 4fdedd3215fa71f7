import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { agreementAnswer } from './agreement/agreement-answer.js'
import { incidentsAnswer } from './agreement/incidents-answer.js'
import { monitorAnswer } from './agreement/monitor-answer.js'
import { moves, sequenceAnswer } from './agreement/sequence-answer.js'
import { prepared, type ServedAgreement } from './agreement/served.js'
import { AgreementSchema, IncidentsSchema, MonitorSchema, ProblemSchema, SequenceSchema } from './api.js'

export type { ServedAgreement } from './agreement/served.js'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const missing = { 404: json(ProblemSchema, 'The case has no agreement.') }
const odd = { 400: { description: 'A parameter is not written as it should be.' } }

/** Several values are separated by commas; a comma in a value is written %2C. */
const several = z
  .string()
  .max(10_000)
  .transform(text => text.split(',').map(part => part.replaceAll('%2C', ',').replaceAll('%25', '%')))
const weight = z.coerce.number().min(0).max(1000)
const asOf = {
  at: z.iso.date().optional().openapi({ description: 'As known at the end of this day; the last, if left out.' }),
}

const agreementRoute = createRoute({
  method: 'get',
  path: '/api/agreement',
  summary:
    'The agreement as known on a day: its text, the state of each norm with its findings, what its guarantees cover',
  request: { query: z.object(asOf) },
  responses: { 200: json(AgreementSchema, 'The agreement.'), ...missing, ...odd },
})

const sequenceRoute = createRoute({
  method: 'get',
  path: '/api/agreement/sequence',
  summary:
    'Who waits for whom under some readings (`text` alone, or parties too): circles, ways out, dates, what can happen next',
  request: {
    query: z.object({
      ...asOf,
      readings: several.optional(),
      ...Object.fromEntries(moves.map(move => [move, weight.optional()])),
    }),
  },
  responses: { 200: json(SequenceSchema, 'The sequence.'), ...missing, ...odd },
})

const incidentsRoute = createRoute({
  method: 'get',
  path: '/api/agreement/incidents',
  summary: 'Every version of every incident, with the days between which it was the latest word',
  responses: { 200: json(IncidentsSchema, 'The incidents, one column a field.'), ...missing },
})

const monitorRoute = createRoute({
  method: 'get',
  path: '/api/agreement/monitor',
  summary:
    'Incidents a day against their limits, changes, before and after a day (`on`), hot spots; `?` asks for what is not known',
  request: {
    query: z.object({
      ...asOf,
      side: several.optional(),
      zone: several.optional(),
      kind: several.optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      on: z.iso.date().optional(),
      window: z.coerce.number().int().min(7).max(730).optional(),
      resolution: z.coerce.number().int().min(3).max(7).optional(),
    }),
  },
  responses: { 200: json(MonitorSchema, 'The counts.'), ...missing, ...odd },
})

/** The agreement of the case that is served; 404 where it has none. */
export function serveAgreement(hono: OpenAPIHono, served: ServedAgreement | null): void {
  const own = served && prepared(served)
  const none = (c: Context) => c.json({ error: 'The case has no agreement.yaml.' }, 404)
  let incidents: string | undefined

  hono.openapi(agreementRoute, c =>
    own ? c.json(agreementAnswer(own, own.complianceOn(c.req.valid('query').at)), 200) : none(c),
  )
  hono.openapi(sequenceRoute, c => {
    if (!own) return none(c)
    const { at, readings, ...weights } = c.req.valid('query')
    return c.json(sequenceAnswer(own.agreement, own.complianceOn(at), readings, weights), 200)
  })
  hono.openapi(incidentsRoute, c => {
    if (!own) return none(c)
    incidents ??= JSON.stringify(incidentsAnswer(own.monitoring))
    return c.body(incidents, 200, { 'Content-Type': 'application/json' }) as never
  })
  hono.openapi(monitorRoute, c => (own ? c.json(monitorAnswer(own, c.req.valid('query')), 200) : none(c)))
}
