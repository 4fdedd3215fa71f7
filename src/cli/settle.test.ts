import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'
// Loaded here, not within a test: the language models take longer than a test may on a busy machine.
import './read-record.js'

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
  const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(draft) ?? []
  expect(JSON.parse(await readFile(join(folder, schema), 'utf8')).title).toBe('Parley settlement model')
  expect((await parley('settle', folder, '--draft')).code).toBe(1)
  expect((await parley('settle', folder, '--draws', '50')).code).toBe(0)
})

test('the schema is JSON Schema', async () => {
  const { out } = await parley('settle', '--schema')
  expect(JSON.parse(out)).toMatchObject({ type: 'object', title: 'Parley settlement model' })
})

const standoff = `name: Stand-off
decisionMakers: [{ name: Ardo, options: [0] }, { name: Besk, options: [1] }]
options: [Ardo holds back, Besk holds back]
ranking: [[3, 4, 1, 2], [2, 4, 1, 3]]
statusQuo: 1
`

test('a conflict is told by the move that tempts and the sanction that deters, from here, together, and the other way round', async () => {
  await writeFile(join(folder, 'conflict.yaml'), standoff)
  const { code, out } = await parley('settle', join(folder, 'conflict.yaml'), '--stable', '4')
  expect(code).toBe(0)
  expect(out).toContain('Ardo would rather move to 3; deterred by Besk to 1 (GMR, SMR, SEQ, SSEQ)')
  expect(out).toContain('Ardo and Besk would leave together for 4: Ardo to 2, then Besk to 4')
  expect(out).toContain("reached from now only against somebody's own preference")
  expect(out).toContain('its move to 3 does not pay: 3 no better for it; or 1 no better for it (Besk to 1)')
  const json = await parley('settle', join(folder, 'conflict.yaml'), '--json')
  expect(JSON.parse(json.out).equilibria.Nash).toEqual([1])
  await writeFile(join(folder, 'bad.yaml'), standoff.replace('statusQuo: 1', 'statusQuo: 0'))
  expect((await parley('settle', join(folder, 'bad.yaml'))).err).toContain('bad.yaml:5')
})

test('the conflict of a model is told after its packages', async () => {
  const indented = standoff.trimEnd().replace(/^/gm, '  ')
  await writeFile(join(folder, 'model.yaml'), `${model}conflict:\n${indented}\n`)
  const { out } = await parley('settle', folder, '--draws', '10')
  expect(out.indexOf('States that last')).toBeGreaterThan(out.indexOf('1. ceasefire'))
  expect(JSON.parse((await parley('settle', folder, '--json', '--draws', '10')).out).conflict.name).toBe('Stand-off')
})

test('a table of actors is told by where its weight lies', async () => {
  await writeFile(join(folder, 'actors.csv'), 'Actor,Capability,Position,Salience\nArdo,1,10,0.5\nBesk,1,0,1\n')
  const { out } = await parley('settle', join(folder, 'actors.csv'))
  expect(out).toContain('Mean 3.3333; median 0.')
  expect(out).toContain('Besk: 66.7 % of the weight; without it the mean moves by 6.6667, and the median moves too')
  const json = await parley('settle', join(folder, 'actors.csv'), '--json')
  expect(JSON.parse(json.out)).toMatchObject({ mean: '10/3', median: ['0', '0'] })
})
