import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

const report = `The fleets of Belmark

Belmark's envoy Ruden Hask said on Monday that Belmark rejects foreign observers at the lake. He demanded that the fishing fleets return at once.
`
const ruling = (quote: string) => `statements:
  - report: reports/quill.txt
    quote: ${quote}
    by: Lena Orr
    on: 2031-04-09
    why: He only asks for it
    act: REQUEST
`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-rulings-'))
  await mkdir(join(folder, 'reports'))
  await writeFile(join(folder, 'reports/quill.txt'), report)
})
afterEach(() => rm(folder, { recursive: true }))

async function run(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(words, effects)
  return { code, written: effects.written, told: effects.told }
}
const statements = async () => (await run('export', folder, '--what', 'statements')).written

test('a ruling is listed with its effect, and the statements table carries it', async () => {
  const before = await statements()
  await writeFile(join(folder, 'rulings.yaml'), ruling('the fishing fleets return at once'))
  const listed = await run('rulings', folder)
  expect(listed.code).toBe(0)
  expect(listed.written).toContain('act: DEMAND -> REQUEST')
  expect(listed.written).toContain('Lena Orr, 2031-04-09: He only asks for it')
  const rows = (await statements())
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows.filter(row => row.ruled.length > 0)).toMatchObject([{ act: 'REQUEST', ruled: ['act'] }])
  await rm(join(folder, 'rulings.yaml'))
  expect(await statements()).toBe(before)
})

test('without rulings, and with an empty file of them, the record is the same to the byte', async () => {
  const brief = () => run('brief', folder, '--json')
  const before = await brief()
  await writeFile(join(folder, 'rulings.yaml'), '')
  expect(await brief()).toEqual(before)
})

test('a ruling without object is listed and ends in exit code 3; other commands point to it', async () => {
  await writeFile(join(folder, 'rulings.yaml'), ruling('words that no report holds'))
  const listed = await run('rulings', folder, '--json')
  expect(listed.code).toBe(3)
  expect(JSON.parse(listed.written).rulings).toMatchObject([{ state: 'without-object', object: null }])
  const brief = await run('brief', folder)
  expect(brief.code).toBe(0)
  expect(brief.told).toContain('1 of 1 rulings without object')
})

test('what is ruled to be no statement is in no table', async () => {
  const count = (await statements()).split('\n').length
  await writeFile(
    join(folder, 'rulings.yaml'),
    ruling('the fishing fleets return at once').replace('act: REQUEST', 'notAStatement: true'),
  )
  expect((await statements()).split('\n').length).toBe(count - 1)
})

test('a wrong file is a fault with its line, and no command runs on it', async () => {
  await writeFile(join(folder, 'rulings.yaml'), ruling('x').replace('REQUEST', 'ASK'))
  const { code, told } = await run('brief', folder)
  expect(code).toBe(1)
  expect(told).toContain('rulings.yaml:7')
})
