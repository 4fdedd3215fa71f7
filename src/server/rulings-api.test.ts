import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { ruledInventedCase } from '../../test/ruled-invented-case.js'
import { type ApiRulings, RecordSchema, RulingsSchema } from './api.js'
import { type RunningServer, startServer } from './server.js'

let folder = ''
let server: RunningServer
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-rulings-'))
  const { issues } = inventedCase
  server = await startServer(inventedCase, { port: 0, folder, rebuild: ruledInventedCase, issues })
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const id = inventedCase.acts[0]!.statement.id
const signed = { by: 'Lena Orr', why: 'She only asks for it' }
const address = () => new URL('/api/rulings', server.url)
const read = async () => RulingsSchema.parse(await (await fetch(address())).json())
const record = async () => RecordSchema.parse(await (await fetch(new URL('/api/record', server.url))).json())
const file = () => readFile(join(folder, 'rulings.yaml'), 'utf8')
const send = (method: 'POST' | 'PUT', body: object, { token }: Pick<ApiRulings, 'token'>, headers = {}) =>
  fetch(address(), {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Parley-Token': token ?? '', ...headers },
    body: JSON.stringify(body),
  })

test('a ruling is added with its words and the day, and the record that is served obeys it', async () => {
  const before = await read()
  expect(before).toMatchObject({ text: '', version: null, problem: null })
  const answer = await send('POST', { version: null, ...signed, statement: { id, act: 'REQUEST' } }, before)
  expect(answer.status).toBe(200)
  expect(await file()).toContain('watched by unarmed observers')
  expect(await file()).toMatch(/on: "?\d{4}-\d\d-\d\d/)
  const { acts, rulings } = await record()
  expect(acts[0]).toMatchObject({ act: 'REQUEST', ruling: { ...signed, decided: ['act'], machine: { act: 'DEMAND' } } })
  expect(rulings).toMatchObject([{ object: id, state: 'stands' }])
})

test('undo gives back the text before, and with it the record', async () => {
  const before = await read()
  const first = await record()
  const ruled = RulingsSchema.parse(
    await (await send('POST', { version: null, ...signed, statement: { id, notAStatement: true } }, before)).json(),
  )
  expect((await record()).struck.statements.map(one => one.id)).toEqual([id])
  expect((await send('PUT', { text: before.text, version: ruled.version }, before)).status).toBe(200)
  expect(await record()).toEqual(first)
})

test('a discrepancy is resolved by both its quotes', async () => {
  const resolution = { id: 'd-1', resolution: 'first' }
  const answer = await send('POST', { version: null, ...signed, discrepancy: resolution }, await read())
  expect(answer.status).toBe(200)
  expect(await file()).toContain('quote: April 1, 2031')
  expect((await record()).discrepancies[0]?.resolution).toMatchObject({ ...signed, resolution: 'first', right: 0 })
})

test('a page elsewhere cannot rule, with a token that it guessed or from another origin', async () => {
  const known = await read()
  const ruling = { version: null, ...signed, statement: { id, act: 'OFFER' } }
  expect((await send('POST', ruling, { token: 'guessed' })).status).toBe(403)
  expect((await send('POST', ruling, known, { Origin: 'http://evil.example' })).status).toBe(403)
  expect((await send('PUT', { text: '', version: null }, known, { 'Content-Type': 'text/plain' })).status).toBe(415)
  await expect(file()).rejects.toThrow()
})

test('a ruling made on another version of the file is not written', async () => {
  const known = await read()
  await writeFile(join(folder, 'rulings.yaml'), '# by hand\n')
  const answer = await send('POST', { version: null, ...signed, statement: { id, act: 'OFFER' } }, known)
  expect(answer.status).toBe(409)
  expect(await file()).toBe('# by hand\n')
})

test.each([
  ['without a reason', { ...signed, why: ' ' }, { id, act: 'OFFER' }],
  ['that decides nothing', signed, { id }],
  ['on an issue that the case does not know', signed, { id, issues: ['moon-rights'] }],
  ['on a statement that is not there', signed, { id: 'a1:0-1', act: 'OFFER' }],
])('a ruling %s is refused with what is wrong, and nothing is written', async (_, by, statement) => {
  const answer = await send('POST', { version: null, ...by, statement }, await read())
  expect(answer.status).toBe(422)
  expect(((await answer.json()) as { error: string }).error).toMatch(/\w/)
  await expect(file()).rejects.toThrow()
})

test('a file that was changed by hand is obeyed; one that is wrong is told, and the record stays', async () => {
  const known = await read()
  await send('POST', { version: null, ...signed, statement: { id, act: 'OFFER' } }, known)
  await writeFile(join(folder, 'rulings.yaml'), (await file()).replace('act: OFFER', 'act: STATE'))
  expect((await record()).acts[0]?.act).toBe('STATE')
  await writeFile(join(folder, 'rulings.yaml'), 'statements: 7\n')
  expect((await record()).acts[0]?.act).toBe('STATE')
  expect((await read()).problem).toContain('rulings.yaml')
})

test('without a case folder nothing can be ruled on', async () => {
  const bare = await startServer(inventedCase, { port: 0 })
  const known = RulingsSchema.parse(await (await fetch(new URL('/api/rulings', bare.url))).json())
  expect(known.token).toBeNull()
  await bare.close()
})
