import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { ComparisonSchema, PositionsSchema, RecordSchema, ReportTextSchema } from './api.js'
import { type RunningServer, startServer } from './server.js'

let server: RunningServer
beforeAll(async () => {
  server = await startServer(inventedCase, { port: 0 })
})
afterAll(() => server.close())

const get = (path: string) => fetch(new URL(path, server.url))

/** `fetch` forbids a Host header of one's own, and tidies paths. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, response => {
      let body = ''
      response.on('data', chunk => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('the record that is served is the record that its schema describes', async () => {
  const answer = RecordSchema.parse(await (await get('/api/record')).json())
  expect(answer.name).toBe('The lake talks')
  expect(answer.range).toEqual({ from: '2031-04-02', to: '2031-04-12' })
  expect(answer.statements).toHaveLength(inventedCase.statements.length)
})

test('a statement comes with its whole sentence, cut from the report at the offset it names', async () => {
  const { statements } = RecordSchema.parse(await (await get('/api/record')).json())
  for (const { report, quote, start, end } of statements) {
    const text = inventedCase.reports.find(({ id }) => id === report)?.text ?? ''
    expect(text.slice(quote.start, quote.start + quote.text.length)).toBe(quote.text)
    expect(quote.start).toBeLessThanOrEqual(start)
    expect(quote.start + quote.text.length).toBeGreaterThanOrEqual(end)
  }
  expect(statements[2]?.quote.text).toBe(
    'Its envoy Ruden Hask said foreign observers are “out of the question, now and later”.',
  )
})

test('a report comes with its text, and an unknown one is 404', async () => {
  const report = ReportTextSchema.parse(await (await get('/api/reports/a1')).json())
  expect(report.text).toContain('“We will sign nothing')
  expect((await get('/api/reports/nothing')).status).toBe(404)
})

test('positions can be asked for as of a day, and a day that is none is 400', async () => {
  const answer = PositionsSchema.parse(await (await get('/api/positions?at=2031-04-03')).json())
  expect(answer.map(({ party }) => party)).not.toContain('STRAIT_UNION')
  expect((await get('/api/positions?at=yesterday')).status).toBe(400)
})

test('two reports stand side by side, a sentence that only one has in a row of its own', async () => {
  const { a, b, rows } = ComparisonSchema.parse(await (await get('/api/comparison/a1/a2')).json())
  const words = rows.map(row => [
    row.a && a.text.slice(row.a.start, row.a.end),
    row.b && b.text.slice(row.b.start, row.b.end),
  ])
  const paired = words.find(([left]) => left?.startsWith('Arvenian Foreign Minister'))
  expect(paired?.[1]).toContain('April 1, 2031')
  expect(words.filter(([left, right]) => left === null || right === null).length).toBeGreaterThan(0)
})

test('a page elsewhere that points its name at this machine gets no answer', async () => {
  expect((await raw('/api/record', { Host: 'attacker.example' })).status).toBe(421)
  expect((await raw('/', { Host: `attacker.example:${new URL(server.url).port}` })).status).toBe(421)
})

test('no path leads out of the folder of pages', async () => {
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '//etc/passwd',
  ]) {
    const { status, body } = await raw(path)
    expect([path, status]).toEqual([path, 404])
    expect(body).not.toContain('"parley"')
  }
})

test('scripts and styles may come from here alone, and none may stand in the page', async () => {
  const answer = await get('/')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const page = await answer.text()
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
})

test('the OpenAPI document names every address', async () => {
  const document = (await (await get('/api/openapi.json')).json()) as { paths: object }
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/agreement',
    '/api/agreement/incidents',
    '/api/agreement/monitor',
    '/api/agreement/sequence',
    '/api/comparison/{a}/{b}',
    '/api/positions',
    '/api/proposals',
    '/api/record',
    '/api/reports/{id}',
    '/api/rulings',
    '/api/settlements/model',
  ])
})

test('a port in use is a fault that names the way out', async () => {
  const port = Number(new URL(server.url).port)
  await expect(startServer(inventedCase, { port })).rejects.toMatchObject({
    name: 'Fault',
    message: `Port ${port} is already in use.`,
    mend: expect.stringContaining('--port'),
    exitCode: 1,
  })
})
