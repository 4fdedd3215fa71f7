import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { CaseRecord } from '../record/record.js'
import { type ServedAgreement, serveAgreement } from './agreement-api.js'
import { recordAnswer, reportAnswer } from './answers.js'
import {
  ComparisonSchema,
  PositionsSchema,
  ProblemSchema,
  ProposalsSchema,
  RecordSchema,
  ReportTextSchema,
} from './api.js'
import type { ModelStore } from './model-store.js'
import type { PageFile } from './pages.js'
import { positionsAsOf } from './positions-as-of.js'
import { proposalsAnswer } from './proposals-answer.js'
import { rulingsApi } from './rulings-api.js'
import { type RulingsPlace, servedRecord } from './served-record.js'
import { settlementsApi } from './settlements-api.js'
import { sideBySide } from './side-by-side.js'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const missing = { 404: json(ProblemSchema, 'There is no such report.') }

const recordRoute = createRoute({
  method: 'get',
  path: '/api/record',
  summary: 'The whole record of the case, without the reports’ texts',
  responses: { 200: json(RecordSchema, 'The record.') },
})

const positionsRoute = createRoute({
  method: 'get',
  path: '/api/positions',
  summary: 'Positions as known on a day (`at`), moved since another (`since`); acts without a date always count',
  request: { query: z.object({ at: z.iso.date().optional(), since: z.iso.date().optional() }) },
  responses: { 200: json(PositionsSchema, 'The positions.'), 400: { description: 'A day is not written YYYY-MM-DD.' } },
})

const proposalsRoute = createRoute({
  method: 'get',
  path: '/api/proposals',
  summary: 'Proposals with their versions, authors, answers and points',
  responses: { 200: json(ProposalsSchema, 'The proposals.') },
})

const reportRoute = createRoute({
  method: 'get',
  path: '/api/reports/{id}',
  summary: 'One report with its text',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(ReportTextSchema, 'The report.'), ...missing },
})

const comparisonRoute = createRoute({
  method: 'get',
  path: '/api/comparison/{a}/{b}',
  summary: 'Two reports side by side, sentence by sentence',
  request: { params: z.object({ a: z.string(), b: z.string() }) },
  responses: { 200: json(ComparisonSchema, 'Both reports and the rows.'), ...missing },
})

/**
 * The pages and the API of one case. Every answer is made from the record, which a ruling makes anew; only the settlement
 * model and the rulings are read and written.
 *
 * @param hosts the values of the Host header that are answered (`127.0.0.1:4114`): a page elsewhere whose name was
 *   pointed at this machine is refused
 * @param store where the settlement model lies; null: it can only be drafted
 */
export function app(
  record: CaseRecord,
  pages: ReadonlyMap<string, PageFile>,
  hosts: () => ReadonlySet<string>,
  {
    agreement = null,
    store = null,
    rulings = null,
  }: { agreement?: ServedAgreement | null; store?: ModelStore | null; rulings?: RulingsPlace | null } = {},
): OpenAPIHono {
  const reports = new Map(record.reports.map(report => [report.id, report]))
  const served = servedRecord(record, rulings)
  let answer: { readonly of: CaseRecord; readonly text: string } | undefined
  const hono = new OpenAPIHono()
  hono.use(onlyFrom(hosts), safely)

  hono.openapi(recordRoute, async c => {
    await served.refreshed()
    const now = served.now()
    if (answer?.of !== now) answer = { of: now, text: JSON.stringify(recordAnswer(now)) }
    return c.body(answer.text, 200, { 'Content-Type': 'application/json' }) as never
  })
  hono.openapi(positionsRoute, c => c.json(positionsAsOf(served.now(), c.req.valid('query')), 200))
  hono.openapi(proposalsRoute, c => c.json(proposalsAnswer(served.now()), 200))
  hono.openapi(reportRoute, c => {
    const report = reports.get(c.req.valid('param').id)
    return report ? c.json(reportAnswer(report), 200) : c.json({ error: 'There is no such report.' }, 404)
  })
  hono.openapi(comparisonRoute, c => {
    const { a, b } = c.req.valid('param')
    const left = reports.get(a)
    const right = reports.get(b)
    if (!left || !right) return c.json({ error: 'There is no such report.' }, 404)
    return c.json(sideBySide(left, right), 200)
  })
  serveAgreement(hono, agreement)
  hono.route('/', settlementsApi(record, store, hosts))
  hono.route('/', rulingsApi(served, rulings, hosts))
  hono.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Parley', version: '1' } })
  hono.all('/api/*', c => c.json({ error: 'There is nothing at this address.' }, 404))

  hono.get('*', c => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path
    const file = pages.get(path)
    if (!file) return c.text('There is no such page.', 404)
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': cache })
  })
  return hono
}

function onlyFrom(hosts: () => ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    if (!hosts().has(c.req.header('host') ?? '')) return c.text('This address is not served here.', 421)
    await next()
  }
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const safely: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
}
