import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-settle-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function parley(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(words, effects)
  return { code, out: effects.written, err: effects.told }
}

const model = `name: Talks at the lake
issues:
  - { id: ceasefire, options: [full, none] }
  - { id: dam, options: [shared, closed] }
statusQuo: { ceasefire: none, dam: closed }
parties:
  - id: VELMARA
    weights: { given: { ceasefire: 3, dam: 1 } }
    values: { ceasefire: { given: [full, none] }, dam: { given: unknown } }
  - id: TESKEL
    weights: { given: { ceasefire: 1, dam: 3 } }
    values: { ceasefire: { given: [none, full] }, dam: { given: [shared, closed] } }
`

test('settle tells the packages, who gives what, and how sure that is', async () => {
  await writeFile(join(folder, 'model.yaml'), model)
  const { code, out } = await parley('settle', folder, '--draws', '300')
  expect(code).toBe(0)
  expect(out).toContain('1. ceasefire: full, dam: shared')
  expect(out).toContain('VELMARA: 3.5 (+3); gets its way on ceasefire; unknown what it wants on dam')
  expect(out).toContain('TESKEL: 3 (+2); gets its way on dam; must swallow ceasefire (-1)')
  expect(out).toMatch(/acceptable to all in \d+\.\d % \(95 % interval/)
  expect(out).not.toMatch(/predict/i)
})

test('where there is no zone of agreement the answer says so and names what would have to give way', async () => {
  await writeFile(
    join(folder, 'model.yaml'),
    model.replace('  - id: TESKEL\n', '    redLines: [{ never: { dam: [shared, closed] } }]\n  - id: TESKEL\n'),
  )
  const { code, out } = await parley('settle', folder, '--draws', '100')
  expect(code).toBe(0)
  expect(out).toContain('There is no zone of agreement')
  expect(out).toContain('VELMARA\'s red line "never dam: shared or closed"')
})

test('the JSON answer names packages by their options, and is the same each time', async () => {
  await writeFile(join(folder, 'model.yaml'), model)
  const first = await parley('settle', join(folder, 'model.yaml'), '--json', '--draws', '100')
  const answer = JSON.parse(first.out)
  expect(answer.robustness.packages[0].package).toEqual({ ceasefire: 'full', dam: 'shared' })
  expect(answer.allPackages).toBe('4')
  expect((await parley('settle', folder, '--json', '--draws', '100')).out).toBe(first.out)
})

test('a wrong field is named with file and line; a folder without a model says how to draft one', async () => {
  expect((await parley('settle', folder)).err).toContain('parley settle --draft')
  await writeFile(join(folder, 'model.yaml'), model.replace('dam: { given: unknown }', 'dam: { given: [open] }'))
  const { code, err } = await parley('settle', folder)
  expect(code).toBe(1)
  expect(err).toMatch(/model\.yaml:9: .*"open" is none of shared, closed/)
})

test('a draft ranks what a party takes a stance on, with the sentence that says so, and settle reads it', async () => {
  await mkdir(join(folder, 'reports'))
  await writeFile(
    join(folder, 'reports', 'a.txt'),
    'Talks at the lake go on\n\nFrench Foreign Minister Ilse Varn said on Monday that France rejects any territorial concessions. German Chancellor Jon Ahrel said that Germany would send observers only after a ceasefire is signed.\n',
  )
  expect((await parley('settle', folder, '--draft')).code).toBe(0)
  const draft = await readFile(join(folder, 'model.yaml'), 'utf8')
  expect(draft).toContain('quote:')
  expect(draft).toContain('given: unknown')
  expect((await parley('settle', folder, '--draft')).code).toBe(1)
  expect((await parley('settle', folder, '--draws', '50')).code).toBe(0)
})

test('the schema is JSON Schema', async () => {
  const { out } = await parley('settle', '--schema')
  expect(JSON.parse(out)).toMatchObject({ type: 'object', title: 'Parley settlement model' })
})
