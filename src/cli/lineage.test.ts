import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

const wire =
  'KESTREL (Kestrel Wire) - Varnia is ready to let observers return to the Sull valley, Foreign Minister Ilka Maron said on Tuesday after six hours of talks with envoys of Ostrel. “The valley belongs to those who live in it,” Maron told reporters. She said 240 observers could arrive by the end of May if Ostrel pulled its artillery back behind the river Tesk. Ostrel has refused to move its guns before a ceasefire is signed. The two states fought over the valley for eleven weeks last autumn.'
const rewrite =
  'Varnia has signalled that it would allow observers back into the Sull valley. Foreign Minister Ilka Maron made the announcement following six hours of discussions with Ostrel’s envoys on 4 May 2031. “The valley belongs to those who live in it,” she stated. According to Maron, some 240 observers might be deployed by the end of May, provided that Ostrel withdraws its artillery beyond the river Tesk. Ostrel, however, has refused to relocate its guns until a ceasefire has been signed.'
const elsewhere =
  'The harbour of Port Quill will be dredged next year, its council decided by nine votes to four. Fishermen had asked for the work since a trawler ran aground in March. The cost, 14 million crowns, is shared with the province.'

let folder: string
// The first run loads the language model.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-lineage-'))
  await writeFile(join(folder, 'wire.txt'), wire)
  await writeFile(join(folder, 'rewrite.txt'), rewrite)
  await writeFile(join(folder, 'harbour.txt'), elsewhere)
  await run(join(folder, 'harbour.txt'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

async function run(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(['lineage', ...words], effects)
  return { code, written: effects.written, told: effects.told }
}

test('the lineage of a report is shown with its tree, why it is one source, its drift and both texts', async () => {
  const { code, written } = await run(join(folder, 'rewrite.txt'))
  expect(code).toBe(0)
  expect(written).toContain('2 reports, one source')
  expect(written).toContain('Likely origin: unknown')
  expect(written).toMatch(/└─ \[\d\] /)
  expect(written).toContain('quotation “The valley belongs to those who live in it”')
  expect(written).toContain('adds “4 May 2031” (uncorroborated: no other report here has it)')
  expect(written).toMatch(/\{\+[^+]+\+\}/)
})

test('as JSON every part of it can be read by a program', async () => {
  const { written } = await run(join(folder, 'wire.txt'), '--json')
  const answer = JSON.parse(written)
  expect(answer.members).toHaveLength(2)
  expect(answer.tree.branches).toHaveLength(1)
  expect(answer.alignment.rows.length).toBeGreaterThan(3)
  expect(answer.drift.some((one: { uncorroborated: boolean }) => one.uncorroborated)).toBe(true)
})

test('a report is found by its id in the case that is named', async () => {
  const { written } = await run(join(folder, 'wire.txt'), '--json')
  const byId = await run(JSON.parse(written).report, '--in', folder, '--json')
  expect(byId.written).toBe(written)
})

test('a report that stands alone is said to', async () => {
  const { code, written } = await run(join(folder, 'harbour.txt'))
  expect(code).toBe(0)
  expect(written).toContain('stands alone')
})

test('a report that is not there is a wrong usage that says what to do', async () => {
  const { code, told } = await run('nowhere.txt', '--in', folder)
  expect(code).toBe(2)
  expect(told).toContain('There is no such report')
})
