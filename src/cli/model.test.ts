import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeEffects } from './fake-effects.js'
import { runParley } from './program.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-model-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function parley(...words: string[]) {
  const effects = fakeEffects()
  const code = await runParley(words, effects)
  return { code, out: effects.written, err: effects.told }
}
const at = (name: string) => join(folder, name)

const issue = (values: string) =>
  `<issue index="1" name="Pêche" type="discrete">${values}</issue><issue index="2" name="Harbour dues" type="discrete"><item index="1" value="none" evaluation="2"/><item index="2" value="half" evaluation="4"/></issue>`
const domain = `<negotiation_template><utility_space><objective index="0">${issue('<item index="1" value="50 %"/><item index="2" value="all"/>').replace(/ evaluation="\d"/g, '')}</objective></utility_space></negotiation_template>`
const profile = (values: string, after = '') =>
  `<utility_space><objective index="0">${issue(values)}<weight index="1" value="0.7"/><weight index="2" value="0.3"/></objective>${after}</utility_space>`

test('GENIUS files are imported with byte-order mark, in Latin-1, and with what is missing named', async () => {
  await writeFile(at('domain.xml'), `\uFEFF\n  ${domain}`)
  const north = profile(
    '<item index="1" value="50 %" evaluation="1"/><item index="2" value="all" evaluation="3"/>',
    '<reservation value="0.25"/><discount_factor value="0.9"/>',
  )
  await writeFile(at('north.xml'), Buffer.from(north, 'latin1'))
  await writeFile(at('south.xml'), profile('<item index="1" value="50 %" evaluation="5"/>'))
  const { code, err } = await parley('model', 'import', folder, '-o', at('model.yaml'))
  expect(code).toBe(0)
  expect(err).toContain('no value for "Pêche: all": 0')
  expect(err).toContain('north: the discount 0.9 is left out')
  const json = JSON.parse((await parley('model', 'import', folder, '--json')).out)
  expect(json).toMatchObject({
    convention: 'genius',
    parties: [
      { id: 'north', weights: { given: { Pêche: 0.7 } }, reserve: { given: 0.25 } },
      { id: 'south', values: { Pêche: { given: { '50 %': 5, all: 0 } } } },
    ],
  })
  expect((await parley('settle', at('model.yaml'), '--draws', '10')).code).toBe(0)
  const raw = await parley('model', 'import', folder, '--convention', 'raw', '--json')
  expect(JSON.parse(raw.out).convention).toBe('raw')
})

test('a profile that cannot be read is refused by name and the rest is imported', async () => {
  await writeFile(at('domain.xml'), domain)
  await writeFile(at('a.xml'), profile('<item index="1" value="50 %" evaluation="1"/>'))
  await writeFile(at('b.xml'), profile('<item index="1" value="50 %" evaluation="much"/>'))
  await writeFile(at('c.xml'), '<utility_space>\n<objective>')
  const { code, out, err } = await parley('model', 'import', folder)
  expect(code).toBe(3)
  expect(out).toContain('id: a')
  expect(err).toMatch(/refused: .*b\.xml: The value of "Pêche: 50 %" is "much"/)
  expect(err).toMatch(/refused: .*c\.xml:2: /)
  await rm(at('a.xml'))
  expect((await parley('model', 'import', folder)).code).toBe(1)
})

const model = `name: Lake
issues:
  - { id: dam, options: [shared, closed] }
  - { id: "fish: quota", options: ["1", "2"] }
statusQuo: { dam: closed, "fish: quota": "1" }
parties:
  - id: VELMARA
    weights: { given: { dam: 3, "fish: quota": 0.1 } }
    values: { dam: { given: { shared: 2, closed: 0.5 } }, "fish: quota": { given: { "1": 0, "2": 8 } } }
  - id: TESKEL
    weights: { given: { dam: 1, "fish: quota": 2 } }
    values: { dam: { given: { shared: 0, closed: 4 } }, "fish: quota": { given: { "1": 1, "2": 0 } } }
    reserve: { given: { dam: shared, "fish: quota": "2" } }
`
const outcomes = async (place: string) => {
  const { out } = await parley('settle', place, '--json', '--draws', '1', '--list', '20')
  const { settlements, parties, frontierPoints } = JSON.parse(out)
  const shares = settlements.map((one: { shares: { utility: number }[] }) => one.shares.map(({ utility }) => utility))
  return { shares, reserves: parties.map((party: { reserve: number }) => party.reserve), frontierPoints }
}

test('a model that goes out as GENIUS or GeniusWeb and comes back gives everyone the same', async () => {
  await writeFile(at('model.yaml'), model)
  for (const format of ['genius', 'geniusweb']) {
    const profiles = at(format)
    expect((await parley('model', 'export', at('model.yaml'), '-f', format, '-o', profiles)).code).toBe(0)
    expect(await readdir(profiles)).toHaveLength(format === 'genius' ? 3 : 2)
    expect((await parley('model', 'import', profiles, '-o', at('back.yaml'))).code).toBe(0)
    const [before, after] = [await outcomes(at('model.yaml')), await outcomes(at('back.yaml'))]
    expect(after.frontierPoints).toBe(before.frontierPoints)
    expect(after.reserves.sort()).toEqual(before.reserves.sort())
  }
})

test('what a format cannot hold stops the export, or is left out and named', async () => {
  await writeFile(at('model.yaml'), model.replace('given: { dam: 3, "fish: quota": 0.1 }', 'given: [dam]'))
  const refused = await parley('model', 'export', at('model.yaml'), '-o', at('out'))
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('not known for sure') })
  const lossy = await parley('model', 'export', at('model.yaml'), '--lossy', '--json')
  expect(lossy.code).toBe(0)
  expect(Object.keys(JSON.parse(lossy.out))).toEqual(['domain.xml', 'VELMARA.xml', 'TESKEL.xml'])
  expect(lossy.err).toContain('note: 2 inputs')
})

test('a .gmcr file becomes a conflict file and the same .gmcr again', async () => {
  const gmcr = {
    title: 'Stand-off',
    options: [{ name: 'fire' }, { name: 'yield', permittedDirection: 'fwd' }],
    decisionMakers: [
      { name: 'Ardo', options: [0], preferences: [[[1, 'Y']]] },
      { name: 'Besk', options: [1], preferences: [[[0, 'N']]] },
    ],
  }
  await writeFile(at('a.gmcr'), JSON.stringify(gmcr))
  expect((await parley('model', 'import', at('a.gmcr'), '-o', at('conflict.yaml'))).code).toBe(0)
  expect((await parley('model', 'export', at('conflict.yaml'), '-f', 'gmcr', '-o', at('b.gmcr'))).code).toBe(0)
  expect((await parley('model', 'import', at('b.gmcr'))).out).toBe(await readFile(at('conflict.yaml'), 'utf8'))
})

test('wrong use says what there is', async () => {
  expect(await parley('model', 'import')).toMatchObject({ code: 2 })
  expect(await parley('model', 'import', at('none.xml'))).toMatchObject({ code: 1 })
  await writeFile(at('model.yaml'), model)
  expect(await parley('model', 'export', at('model.yaml'), '-f', 'excel')).toMatchObject({
    code: 2,
    err: expect.stringContaining('genius, geniusweb, gmcr'),
  })
  expect(await parley('model', 'export', at('model.yaml'))).toMatchObject({ code: 2 })
})
