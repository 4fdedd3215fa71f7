import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

let folder: string
let server: Server
/** What the endpoint was asked, header and body. */
let asked: { key: string | undefined; body: string }[]
let status: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-reader-'))
  await writeFile(join(folder, 'report.txt'), 'Foreign Minister Mira Talen said that the lake had two shores.\n')
  vi.stubEnv('XDG_CACHE_HOME', join(folder, '.cache'))
  asked = []
  status = 200
  server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ key: request.headers.authorization, body })
      const content = JSON.stringify({ act: null, issues: ['territory'], quote: 'the lake had two shores' })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          id: '1',
          model: 'small',
          choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        }),
      )
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await new Promise(resolve => server.close(resolve))
  await rm(folder, { recursive: true })
})

async function statements(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(['export', join(folder, 'report.txt'), '--what', 'statements', ...words], effects)
  return { code, out: effects.written, err: effects.told }
}

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`

test('an endpoint that the user names is asked, with the key of the environment, and the table says who decided', async () => {
  vi.stubEnv('PARLEY_READER_KEY', 'secret')
  const { code, out, err } = await statements('--reader', 'llm', '--reader-url', address(), '--reader-model', 'small')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ issues: ['territory'], secondReader: 'small: issues' })
  expect(err).toContain('1 statements in doubt, 1 decided')
  expect(asked).toHaveLength(1)
  expect(asked[0]?.key).toBe('Bearer secret')
  expect(asked[0]?.body).toContain('the lake had two shores')
})

test('nobody is asked unless the user says so', async () => {
  vi.stubEnv('PARLEY_READER_URL', address())
  vi.stubEnv('PARLEY_READER_MODEL', 'small')
  const { out } = await statements()
  expect(JSON.parse(out)).toMatchObject({ issues: [], secondReader: null })
  expect(asked).toEqual([])
})

test('an endpoint that answers nothing is a fault that says what to mind', async () => {
  status = 401
  const { code, err } = await statements('--reader', 'llm', '--reader-url', address(), '--reader-model', 'small')
  expect(code).toBe(1)
  expect(err).toContain('answered none of 1 questions')
  expect(err).toContain('PARLEY_READER_KEY')
})

test.each([
  ['no endpoint', [], 'the address of an OpenAI-compatible endpoint'],
  ['no web address', ['--reader-url', 'localhost', '--reader-model', 'small'], '"localhost" is no web address'],
])('%s is wrong usage', async (_, words, message) => {
  const { code, err } = await statements('--reader', 'llm', ...words)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
