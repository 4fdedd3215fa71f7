import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inventedCase } from '../../test/invented-case.js'
import { parseModel } from '../settlements/model-file.js'
import { type RunningServer, startServer } from './server.js'
import { ModelTextSchema } from './settlements-api.js'

const model = `# Kept: what the analyst noted.
issues: [{ id: dam, options: [shared, closed] }]
parties:
  - { id: VELMARA, values: { dam: { given: [shared, closed] } } }
  - { id: TESKEL, values: { dam: { given: unknown } } }
`

let folder = ''
let server: RunningServer
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-model-'))
  server = await startServer(inventedCase, { port: 0, folder })
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'model.yaml')
const address = () => new URL('/api/settlements/model', server.url)
const read = async () => ModelTextSchema.parse(await (await fetch(address())).json())
const put = (body: object, headers: Record<string, string>) =>
  fetch(address(), {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const own = async () => ({ 'X-Parley-Token': (await read()).token ?? '' })

test('without a model.yaml the draft from the record is offered, and writing it makes the file', async () => {
  const found = await read()
  expect(found).toMatchObject({ draft: true, version: null })
  expect(parseModel(found.text, 'draft').parties.length).toBeGreaterThan(1)
  const answer = await put({ text: found.text, version: null }, await own())
  expect(answer.status).toBe(200)
  expect(await readFile(file(), 'utf8')).toBe(found.text)
  expect(await read()).toMatchObject({ draft: false, text: found.text })
})

test('a change is written whole, comments and all, and nothing is left beside the file', async () => {
  await writeFile(file(), model)
  const { version } = await read()
  const text = model.replace('unknown', '[closed, shared]')
  expect((await put({ text, version }, await own())).status).toBe(200)
  expect(await readFile(file(), 'utf8')).toBe(text)
  expect(await readdir(folder)).toEqual(['model.yaml'])
})

test('a file that changed meanwhile is not overwritten', async () => {
  await writeFile(file(), model)
  const { version } = await read()
  await writeFile(file(), `${model}# by another hand\n`)
  const answer = await put({ text: model, version }, await own())
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ error: expect.stringContaining('has changed since') })
  expect((await put({ text: model, version: null }, await own())).status).toBe(409)
  expect(await readFile(file(), 'utf8')).toContain('by another hand')
})

test('of two changes made on the same version only one is written', async () => {
  await writeFile(file(), model)
  const { version } = await read()
  const headers = await own()
  const answers = await Promise.all(['# a\n', '# b\n'].map(more => put({ text: model + more, version }, headers)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a text that is no model is refused with its line, and not written', async () => {
  await writeFile(file(), model)
  const { version } = await read()
  const answer = await put(
    { text: model.replace('given: [shared, closed]', 'given: [shared, open]'), version },
    await own(),
  )
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    error: expect.stringContaining('"open" is none of'),
    place: 'model.yaml:4',
  })
  expect(await readFile(file(), 'utf8')).toBe(model)
})

test('a page elsewhere writes nothing: it has no token, another origin, or sends a form', async () => {
  await writeFile(file(), model)
  const { version } = await read()
  const change = { text: `${model}#\n`, version }
  const headers = await own()
  expect((await put(change, {})).status).toBe(403)
  expect((await put(change, { 'X-Parley-Token': 'guessed' })).status).toBe(403)
  expect((await put(change, { ...headers, Origin: 'http://attacker.example' })).status).toBe(403)
  expect((await put(change, { ...headers, Origin: 'null' })).status).toBe(403)
  expect((await put(change, { ...headers, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await put(change, { ...headers, 'Content-Type': 'text/plain' })).status).toBe(415)
  expect(await readFile(file(), 'utf8')).toBe(model)
  expect((await put(change, { ...headers, Origin: new URL(server.url).origin })).status).toBe(200)
})

test('a model.yaml that is a link is replaced, what it points to stays as it is', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'parley-else-'))
  const other = join(elsewhere, 'other.yaml')
  await writeFile(other, model)
  await symlink(other, file())
  const { version } = await read()
  expect((await put({ text: `${model}# changed\n`, version }, await own())).status).toBe(200)
  expect(await readFile(other, 'utf8')).toBe(model)
  await rm(elsewhere, { recursive: true })
})

test('where no folder is served there is a draft and no token', async () => {
  const bare = await startServer(inventedCase, { port: 0 })
  const found = ModelTextSchema.parse(await (await fetch(new URL('/api/settlements/model', bare.url))).json())
  expect(found).toMatchObject({ draft: true, token: null })
  const answer = await fetch(new URL('/api/settlements/model', bare.url), {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Parley-Token': '' },
    body: JSON.stringify({ text: model, version: null }),
  })
  expect(answer.status).toBe(403)
  await bare.close()
})
