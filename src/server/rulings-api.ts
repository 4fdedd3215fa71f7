import { randomBytes } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Fault } from '../fault.js'
import { slice } from '../language/span.js'
import type { Discrepancy } from '../positions/discrepancy.js'
import type { CaseRecord } from '../record/record.js'
import { type NewRuling, rulingsIn, withRulingAdded } from '../record/rulings-file.js'
import { type ApiNewRuling, NewRulingSchema, RulingsChangeSchema, RulingsSchema } from './api.js'
import { onlyFromOwnPages } from './own-pages.js'
import type { RulingsPlace, ServedRecord } from './served-record.js'

const ProblemSchema = z
  .object({ error: z.string(), place: z.string().optional(), mend: z.string().optional() })
  .openapi('RulingProblem')

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const headers = z.object({ 'x-parley-token': z.string().max(64).optional() })
const refusals = {
  403: json(ProblemSchema, 'The change does not come from these pages.'),
  409: json(ProblemSchema, 'The file has changed meanwhile; nothing was written.'),
  415: json(ProblemSchema, 'The body is not JSON.'),
  422: json(ProblemSchema, 'This is no valid ruling; nothing was written.'),
}

const readRoute = createRoute({
  method: 'get',
  path: '/api/rulings',
  summary: 'The rulings of the case as text, and the issues that can be ruled on',
  responses: { 200: json(RulingsSchema, 'The rulings.') },
})

const addRoute = createRoute({
  method: 'post',
  path: '/api/rulings',
  summary: 'Adds a ruling to rulings.yaml and builds the record anew',
  request: { headers, body: { required: true, content: { 'application/json': { schema: NewRulingSchema } } } },
  responses: { 200: json(RulingsSchema, 'It was written.'), ...refusals },
})

const writeRoute = createRoute({
  method: 'put',
  path: '/api/rulings',
  summary: 'Replaces rulings.yaml, as undo does, and builds the record anew',
  request: { headers, body: { required: true, content: { 'application/json': { schema: RulingsChangeSchema } } } },
  responses: { 200: json(RulingsSchema, 'It was written.'), ...refusals },
})

/**
 * Reads and writes the rulings of the case that is served, for its own pages alone.
 *
 * @param rulings null: nothing can be written, as where no folder is served
 */
export function rulingsApi(
  served: ServedRecord,
  rulings: RulingsPlace | null,
  hosts: () => ReadonlySet<string>,
): OpenAPIHono {
  const token = rulings ? randomBytes(18).toString('base64url') : null
  const hono = new OpenAPIHono()
  const answer = async () => ({ ...(await served.refreshed()), token, issues: [...(rulings?.issues ?? [])] })

  /** Null where it was written; otherwise why it was not. */
  async function refusal(text: string, version: string | null) {
    if (await served.write(text, version)) return null
    return {
      error: 'rulings.yaml has changed since this page read it. Nothing was written.',
      mend: 'Reload the page; then repeat the ruling.',
    }
  }

  hono.use('/api/rulings', onlyFromOwnPages(token, hosts))
  hono.onError((error, c) => {
    if (!(error instanceof Fault)) throw error
    const { message, place, mend } = error
    return c.json({ error: message, ...(place && { place }), ...(mend && { mend }) }, 422)
  })
  hono.openapi(readRoute, async c => {
    c.header('Cache-Control', 'no-store')
    return c.json(await answer(), 200)
  })
  hono.openapi(addRoute, async c => {
    const asked = c.req.valid('json')
    const { text } = await served.refreshed()
    const ruling = newRuling(asked, served.now())
    const refused = await refusal(withRulingAdded(text, rulingsIn(text), ruling), asked.version)
    return refused ? c.json(refused, 409) : c.json(await answer(), 200)
  })
  hono.openapi(writeRoute, async c => {
    const { text, version } = c.req.valid('json')
    const refused = await refusal(text, version)
    return refused ? c.json(refused, 409) : c.json(await answer(), 200)
  })
  return hono
}

/** @throws Fault where the record holds no such statement or discrepancy */
function newRuling({ by, why, statement, discrepancy }: ApiNewRuling, record: CaseRecord): NewRuling {
  const signed = { by, on: new Date().toISOString().slice(0, 10), why }
  const reports = new Map(record.reports.map(report => [report.id, report]))
  if (statement) {
    const { id, ...decided } = statement
    const found = [...record.acts, ...record.struck].find(act => act.statement.id === id)?.statement
    const report = found && reports.get(found.report)
    if (!found || !report) throw new Fault('There is no such statement in the record.', { mend: 'Reload the page.' })
    const { start, end } = found
    const { place, sha256, text } = report
    // Only what hexadecimal digits can say: reports that come in through a pipeline bring their own.
    const bytes = /^[0-9a-f]{64}$/.test(sha256) ? { sha256 } : {}
    return {
      of: 'statement',
      ruling: { report: place, ...bytes, start, end, quote: slice(text, found).trim(), ...signed, ...decided },
    }
  }
  const found = record.discrepancies.find(({ id }) => id === discrepancy?.id)
  const [first, second] = found?.sides ?? []
  if (!found || !first || !second || !discrepancy)
    throw new Fault('There is no such discrepancy in the record.', { mend: 'Reload the page.' })
  const side = ({ says, evidence: [place] }: Discrepancy['sides'][number]) => {
    const report = place && reports.get(place.report)
    return report ? { quote: slice(report.text, place).trim(), report: report.place } : { quote: says.trim() }
  }
  return {
    of: 'discrepancy',
    ruling: { kind: found.kind, sides: [side(first), side(second)], ...signed, resolution: discrepancy.resolution },
  }
}
